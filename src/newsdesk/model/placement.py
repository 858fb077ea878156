"""A placement: one photo used in one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsdesk.model.ids import ArticleId, PhotoId, PlacementId


class Role(StrEnum):
    """What a photo does in an article."""

    LEAD = "lead"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class Placement:
    """A photo's use. The lead's own caption stands here; an inline photo's caption stands in the article's text.

    Empty `caption` and `alt_text` mean the photo's own. A decorative photo has no alt text on the page.
    """

    id: PlacementId
    article: ArticleId
    photo: PhotoId
    role: Role
    caption: str = ""
    alt_text: str = ""
    decorative: bool = False
