"""The photos of one article: which is the lead, what is said of each, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.article import Article
from newsdesk.model.credit import Credit
from newsdesk.model.ids import ArticleId, PhotoId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.references import photo_lines
from newsdesk.newsroom.placing import Use, lead_of, with_lead
from newsdesk.newsroom.settling import Change, state_of, write_change
from newsdesk.store import Reader, Store

_LOOKED_THROUGH = 20
"""In how many articles, the newest, we look for what was said of a photo."""


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of a photo in an article; None leaves what was said before.

    Credit and copyright are the photo's own, wherever it is used. An inline photo's caption stands in the text.
    """

    caption: str | None = None
    alt_text: str | None = None
    decorative: bool | None = None
    credit: Credit | None = None
    copyright: str | None = None


@dataclass(frozen=True, slots=True)
class PhotoUse:
    """A photo in an article, with what readers are told of it there.

    `missing` names what is empty of caption, alt_text (a decorative photo needs none), person and agency.
    """

    photo: Photo
    role: Role
    caption: str
    alt_text: str
    decorative: bool
    missing: tuple[str, ...]


def last_said(reader: Reader, photo: PhotoId) -> Use:
    """What was said of a photo where it was used last, to begin with where it is used next."""
    placements = [
        placed
        for article in reader.uses(photo)[-_LOOKED_THROUGH:]
        for placed in reader.placements(article)
        if placed.photo == photo
    ]
    caption = next((placed.caption for placed in reversed(placements) if placed.caption), "")
    alt_text = next((placed.alt_text for placed in reversed(placements) if placed.alt_text), "")
    return Use(alt_text=alt_text, caption=caption)


def set_lead(store: Store, id: ArticleId, photo: PhotoId | None) -> Article:
    """Put a photo at the head of an article, or none, with what was last said of it elsewhere.

    Raises `Trouble` when the article or the photo is gone.
    """
    before = state_of(store.read, id)
    lead = lead_of(before.placements)
    if (lead.photo if lead else None) == photo:
        return before.article
    use = last_said(store.read, _expected_photo(store.read, photo).id) if photo else Use()
    placements = with_lead(before.placements, id, photo, use, store.ids)
    name = message(
        N_("Change the lead photo of “{headline}”") if photo else N_("Take the lead photo from “{headline}”"),
        headline=before.article.headline or before.article.slug,
    )
    write_change(store, name, before, replace(before, placements=placements))
    return before.article


def describe_photo(
    store: Store, article: ArticleId, photo: PhotoId, said: Described, role: Role | None = None
) -> None:
    """Say something of a photo in an article, as one step; of the lead first where it is both (no `role`).

    The alt text becomes the photo's own too unless it had another one: it says what is seen, in any article. A
    caption is the article's alone, which may be embargoed. Raises `Trouble` when the article or the photo is gone,
    or the photo is not in the article; an inline photo's caption is a ValueError.
    """
    before = state_of(store.read, article)
    record = _expected_photo(store.read, photo)
    roles = (role,) if role else tuple(Role)
    placed = next((each for each in before.placements if each.photo == photo and each.role in roles), None)
    if placed is None:
        raise Trouble(
            N_("The photo “{photo}” is not in “{headline}” any more."),
            way_out=N_("Put it in again first."),
            photo=record.file_name or photo,
            headline=before.article.headline or before.article.slug,
        )
    if placed.role is Role.INLINE and said.caption is not None:
        raise ValueError("the caption of an inline photo stands in the text")
    told = _told(placed, said)
    placements = tuple(told if each.id == told.id else each for each in before.placements)
    known = replace(
        record,
        alt_text=told.alt_text if record.alt_text in ("", placed.alt_text) else record.alt_text,
        credit=record.credit if said.credit is None else said.credit,
        copyright=record.copyright if said.copyright is None else said.copyright,
    )
    name = message(N_("Describe the photo “{photo}”"), photo=record.file_name or photo)
    write_change(store, name, before, Change(before.article, placements, (known,)))


def photo_uses(reader: Reader, article: Article) -> tuple[PhotoUse, ...]:
    """The photos of an article as given, with unsaved text: the lead, then those in the text, in order."""
    placements = reader.placements(article.id)
    lines = photo_lines(article.body) if "photo:" in article.body else ()
    captions: dict[str, str] = {}
    for caption, id in lines:
        captions[id] = captions.get(id) or caption
    lead = lead_of(placements)
    inline = {placed.photo: placed for placed in placements if placed.role is Role.INLINE}
    photos = reader.get_all(Photo, [*([lead.photo] if lead else []), *captions])
    uses = [_use(photos[lead.photo], Role.LEAD, lead.caption, lead)] if lead else []
    uses += [
        _use(photos[id], Role.INLINE, caption, inline.get(PhotoId(id)))
        for id, caption in captions.items()
        if id in photos
    ]
    return tuple(uses)


def _use(photo: Photo, role: Role, caption: str, placed: Placement | None) -> PhotoUse:
    caption = caption.strip() or photo.caption
    alt_text = (placed.alt_text if placed else "") or photo.alt_text
    decorative = placed.decorative if placed else False
    asked = {
        "caption": bool(caption.strip()),
        "alt_text": decorative or bool(alt_text.strip()),
        "person": bool(photo.credit.named_person.strip()),
        "agency": bool(photo.credit.agency.strip()),
    }
    missing = tuple(name for name, there in asked.items() if not there)
    return PhotoUse(photo, role, caption, alt_text, decorative, missing)


def _told(placed: Placement, said: Described) -> Placement:
    return replace(
        placed,
        caption=placed.caption if said.caption is None else said.caption,
        alt_text=placed.alt_text if said.alt_text is None else said.alt_text,
        decorative=placed.decorative if said.decorative is None else said.decorative,
    )


def _expected_photo(reader: Reader, id: PhotoId) -> Photo:
    photo = reader.get(Photo, id)
    if photo is None:
        raise Trouble(
            N_("This photo is not in the newsroom any more."),
            way_out=N_("Undo may bring it back; else add its file again."),
        )
    return photo
