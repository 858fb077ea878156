"""Keeps the placements of an article in step with its text and its lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsdesk.model.ids import ArticleId, Ids, PhotoId, PlacementId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.references import photo_refs
from newsdesk.store import Reader


@dataclass(frozen=True, slots=True)
class Use:
    """What is said of a photo for one use; the caption of a photo in the text stands in the text."""

    alt_text: str = ""
    decorative: bool = False
    caption: str = ""


def lead_of(placements: Sequence[Placement]) -> Placement | None:
    """The placement of the lead photo."""
    return next((placed for placed in placements if placed.role is Role.LEAD), None)


def with_lead(
    placements: Sequence[Placement], article: ArticleId, photo: PhotoId | None, use: Use, ids: Ids
) -> tuple[Placement, ...]:
    """The placements with this photo as the lead, or without a lead; the same photo keeps its placement."""
    before = lead_of(placements)
    rest = tuple(placed for placed in placements if placed.role is not Role.LEAD)
    if photo is None:
        return rest
    id = before.id if before and before.photo == photo else PlacementId(ids())
    lead = Placement(id, article, photo, Role.LEAD, use.caption, use.alt_text, use.decorative)
    return (lead, *rest)


def with_inline(
    placements: Sequence[Placement],
    article: ArticleId,
    photos: Sequence[PhotoId],
    uses: Mapping[PhotoId, Use],
    ids: Ids,
) -> tuple[Placement, ...]:
    """The placements with one for each photo in the text, in its order; what is known of a use stays."""
    before = {placed.photo: placed for placed in placements if placed.role is Role.INLINE}
    lead = tuple(placed for placed in placements if placed.role is Role.LEAD)
    inline = []
    for photo in photos:
        placed = before.get(photo) or Placement(PlacementId(ids()), article, photo, Role.INLINE)
        use = uses.get(photo)
        inline.append(replace(placed, alt_text=use.alt_text, decorative=use.decorative) if use else placed)
    return (*lead, *inline)


def photos_in(reader: Reader, body: str) -> tuple[PhotoId, ...]:
    """The photos of the newsroom that stand in a text, in order."""
    refs = photo_refs(body) if "photo:" in body else ()
    return tuple(PhotoId(id) for id in reader.get_all(Photo, refs)) if refs else ()
