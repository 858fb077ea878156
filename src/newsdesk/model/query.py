"""What a person asks the newsroom for: words to find, and which articles to list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdesk.model.article import Status
from newsdesk.model.ids import ArticleId, EditionId, PersonId, SectionId, StoryId, TopicId

_PIECE = re.compile(r"""(?P<minus>-?)(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+))""")
_NO_TEXT = re.compile(r"[\0\ud800-\udfff]")
"""What no text of ours holds and the index cannot be asked for: NUL, and halves of a character."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side. With `prefix` the last of them may go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A search: phrases that must all occur, and phrases that must not."""

    wanted: tuple[Phrase, ...] = ()
    unwanted: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which articles to list; what is None does not narrow. A section counts as a further one too."""

    status: Status | None = None
    section: SectionId | None = None
    topic: TopicId | None = None
    edition: EditionId | None = None
    person: PersonId | None = None


EVERY_ARTICLE = ListQuery()
"""Narrows nothing."""


class Order(StrEnum):
    """How the desk's list is sorted.

    The last changed first, the last made first, by headline from A, or the next deadline first and then the
    articles without one, the last made first.
    """

    CHANGED = "changed"
    CREATED = "created"
    HEADLINE = "headline"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of a list of articles. `changed_since_release`: readers have another text than the desk."""

    id: ArticleId
    slug: str
    headline: str
    status: Status
    section: SectionId | None
    edition: EditionId
    updated: datetime
    story: StoryId
    released: datetime | None
    changed_since_release: bool


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: after the article that was last shown."""

    updated: datetime
    id: ArticleId


def after(row: ArticleRow) -> Cursor:
    """The place right after `row`."""
    return Cursor(row.updated, row.id)


@dataclass(frozen=True, slots=True)
class EditionChip:
    """One edition of a story. `online`: readers get it; `behind`: they do not get what stands on the desk."""

    article: ArticleId
    edition: EditionId
    status: Status
    online: bool
    behind: bool


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One line of the desk's list: a story, by the one of its articles that stands for it.

    Of the articles that are asked for that is the one of the main edition, else of the first edition by position.
    `updated` is when one of them last changed, and `latest` that one (None: `article`); all else is told of
    `article`. `opens` is the later of not before and embargo; `photo` the hash and extension of the lead photo's
    original. `chips` has all editions of the story by position, and nothing when the story has one article only.
    """

    story: StoryId
    article: ArticleId
    edition: EditionId
    slug: str
    headline: str
    status: Status
    section: SectionId | None
    updated: datetime
    created: datetime
    deadline: datetime | None
    opens: datetime | None
    released: datetime | None
    changed_since_release: bool
    photo: tuple[str, str] | None
    chips: tuple[EditionChip, ...]
    latest: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the desk's list: after the row that has this value in the list's order, and this article."""

    value: datetime | str | None
    article: ArticleId


def place_after(row: StoryRow, order: Order) -> Place:
    """The place right after `row` in a list of this order."""
    match order:
        case Order.CHANGED:
            return Place(row.updated, row.latest or row.article)
        case Order.CREATED:
            return Place(row.created, row.article)
        case Order.HEADLINE:
            return Place(row.headline, row.article)
        case Order.DEADLINE:
            return Place(row.deadline, row.article)


@dataclass(frozen=True, slots=True)
class Tally:
    """How much there is. A status, section, topic or edition that nothing has does not occur.

    An article counts in its section and in its further ones, in each once; what is in the bin only in `binned`.
    """

    articles: int
    by_status: Mapping[Status, int]
    by_section: Mapping[SectionId, int]
    by_topic: Mapping[TopicId, int]
    by_edition: Mapping[EditionId, int]
    photos: int
    topics: int
    people: int
    binned: int


HIT_START = "\ue000"
HIT_END = "\ue001"
"""Marks around a found word in a snippet: private characters that no keyboard types."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A found article, and a piece of its text with the found words between HIT_START and HIT_END."""

    row: ArticleRow
    snippet: str


def parse(text: str) -> Words:
    """Read a search as typed: words, "phrases", -unwanted ones; the last word may be unfinished.

    Any text is a search. Quotes need not be closed; a word without letters or digits is passed over.
    """
    pieces = [
        (words, match["minus"], match["closed"]) for match in _PIECE.finditer(text) if (words := _words(match))
    ]
    wanted: list[Phrase] = []
    unwanted: list[Phrase] = []
    for place, (words, minus, closed) in enumerate(pieces, start=1):
        unfinished = place == len(pieces) and not minus and not closed
        (unwanted if minus else wanted).append(Phrase(words, unfinished))
    return Words(tuple(wanted), tuple(unwanted))


def pieces(text: str) -> list[str]:
    """What stands between the spaces of a text as typed."""
    return _NO_TEXT.sub(" ", text).split()


def beginnings(text: str) -> Words:
    """The words of a text as typed, in any order, each of which may go on; quotes and minus say nothing."""
    words = (word for match in _PIECE.finditer(text) for word in _words(match))
    return Words(tuple(Phrase((word,), prefix=True) for word in words))


def _words(piece: re.Match[str]) -> tuple[str, ...]:
    """The words of a piece that have a letter or a digit; signs within them are left to the index."""
    text = piece["phrase"] or piece["word"] or ""
    return tuple(word for word in pieces(text) if any(unicodedata.category(char)[0] in "LN" for char in word))
