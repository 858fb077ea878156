"""An article: one piece in one edition, with all that is filed with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdesk.model.ids import ArticleId, EditionId, PersonId, RevisionId, SectionId, StoryId, TopicId


class Status(StrEnum):
    """How far an article is: in a line from draft to published, or to one side."""

    DRAFT = "draft"
    FILED = "filed"
    EDITING = "editing"
    READY = "ready"
    PUBLISHED = "published"
    HELD = "held"
    SPIKED = "spiked"
    KILLED = "killed"


@dataclass(frozen=True, slots=True)
class Byline:
    """A person who signs an article, and as what (empty: as its writer)."""

    person: PersonId
    role: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """The article, in the revision that was read, from which a translation was made."""

    article: ArticleId
    revision: RevisionId


TEXT_FIELDS = frozenset({"kicker", "headline", "standfirst", "body"})
"""The fields that are typed: their undo is the open editor's, and after that the revisions'."""


@dataclass(frozen=True, slots=True)
class Article:
    """The working copy of one article. Its linked translations have the same `story`.

    Times are UTC. `released_revision` is what readers get (None: nothing); `first_released` is the date on
    the page; `released` the time of the last release. `comments` None means as the newsroom has it.
    `length_target` is words. `front_matter` is YAML: the keys of an imported file that we have no field for.
    """

    id: ArticleId
    edition: EditionId
    story: StoryId
    created: datetime
    slug: str
    headline: str = ""
    kicker: str = ""
    standfirst: str = ""
    body: str = ""
    dateline: str = ""
    bylines: tuple[Byline, ...] = ()
    section: SectionId | None = None
    further_sections: tuple[SectionId, ...] = ()
    topics: tuple[TopicId, ...] = ()
    status: Status = Status.DRAFT
    assignee: PersonId | None = None
    deadline: datetime | None = None
    length_target: int | None = None
    outlet_note: str = ""
    published_url: str = ""
    search_text: str = ""
    social_text: str = ""
    comments: bool | None = None
    translated_from: Origin | None = None
    released_revision: RevisionId | None = None
    first_released: datetime | None = None
    released: datetime | None = None
    not_before: datetime | None = None
    embargo: datetime | None = None
    front_matter: str = ""
