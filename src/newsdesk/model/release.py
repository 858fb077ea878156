"""A release: what the site's lists and addresses need of a released revision, without opening it."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import datetime

from newsdesk.model.article import Article, Byline
from newsdesk.model.ids import ArticleId, EditionId, PhotoId, RevisionId, SectionId, StoryId, TopicId
from newsdesk.model.placement import Placement, Role
from newsdesk.model.references import article_refs, photo_refs
from newsdesk.model.revision import Revision, Snapshot
from newsdesk.model.workflow import WITHHELD

_BARE_RELATED = re.compile(r"^[ \t]*\**([^\W\d_][^:\n<>\[\]*]{0,23})\**:\**[ \t]+(\S.*)$", re.MULTILINE)

DESK_FIELDS = frozenset(
    {
        "status",
        "assignee",
        "deadline",
        "length_target",
        "outlet_note",
        "created",
        "released_revision",
        "first_released",
        "released",
        "front_matter",
    }
)
"""The fields of an article that no reader sees: to change them does not change what a release would show."""


@dataclass(frozen=True, slots=True)
class BareRelated:
    """A line that may name another article by its headline alone, and the label before it."""

    label: str
    headline: str


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
    related: tuple[BareRelated, ...]
    opens: datetime | None
    withheld: bool


def release_of(snapshot: Snapshot, revision: Revision) -> Release:
    """The row of a released revision. A snapshot without its times was released when it was kept."""
    article = snapshot.article
    return Release(
        id=revision.article,
        revision=revision.id,
        hash=revision.hash,
        edition=article.edition,
        story=article.story,
        slug=article.slug,
        headline=article.headline,
        kicker=article.kicker,
        standfirst=article.standfirst,
        section=article.section,
        further_sections=article.further_sections,
        topics=article.topics,
        bylines=article.bylines,
        first_released=article.first_released or revision.created,
        released=article.released or revision.created,
        lead=lead_of(snapshot),
        photos=tuple(PhotoId(photo) for photo in photo_refs(article.body)) if "photo:" in article.body else (),
        articles=tuple(map(ArticleId, article_refs(article.body))) if "article:" in article.body else (),
        related=bare_related(article.body),
        opens=max((moment for moment in (article.not_before, article.embargo) if moment), default=None),
        withheld=article.status in WITHHELD,
    )


def lead_of(snapshot: Snapshot) -> PhotoId | None:
    """The photo at the head of the article, if it has one."""
    leads = (placement.photo for placement in snapshot.placements if placement.role is Role.LEAD)
    return next(leads, None)


def bare_related(text: str) -> tuple[BareRelated, ...]:
    """What may be a related block of a bare headline: each line `LABEL: rest`, each once, in order.

    The label has at most 24 characters. Which labels mean something is for the editions to say.
    """
    found = _BARE_RELATED.findall(text) if ":" in text else ()
    return tuple(dict.fromkeys(BareRelated(label.strip(), headline.rstrip()) for label, headline in found))


def shows_the_same(one: Snapshot, other: Snapshot) -> bool:
    """Whether readers would see no difference between two states of an article."""
    return _shown(one.article) == _shown(other.article) and _placed(one) == _placed(other)


def _shown(article: Article) -> tuple[object, ...]:
    return tuple(getattr(article, field.name) for field in fields(article) if field.name not in DESK_FIELDS)


def _placed(snapshot: Snapshot) -> set[Placement]:
    return set(snapshot.placements)
