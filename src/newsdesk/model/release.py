"""A release: what the site's lists and addresses need of a released revision, without opening it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsdesk.model.article import Byline
from newsdesk.model.ids import ArticleId, EditionId, PhotoId, RevisionId, SectionId, StoryId, TopicId


@dataclass(frozen=True, slots=True)
class Release:
    """The released revision of one article, as one row.

    `id` is the article's id. `hash` is the revision's content hash. `first_released` and `released` are those of
    the release. `lead` is the lead photo; `photos` are those in the text, in order; `articles` the ids that the
    text links to; `related` the bare headlines of its related blocks. `withheld` is true while the working copy is
    held, spiked or killed; `opens` is the moment from which it may be shown (not before, embargo), or None.
    """

    id: ArticleId
    revision: RevisionId
    hash: str
    edition: EditionId
    story: StoryId
    slug: str
    headline: str
    kicker: str
    standfirst: str
    section: SectionId | None
    further_sections: tuple[SectionId, ...]
    topics: tuple[TopicId, ...]
    bylines: tuple[Byline, ...]
    first_released: datetime
    released: datetime
    lead: PhotoId | None
    photos: tuple[PhotoId, ...]
    articles: tuple[ArticleId, ...]
    related: tuple[str, ...]
    opens: datetime | None
    withheld: bool
