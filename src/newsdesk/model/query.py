"""What a person asks the newsroom for: words to find, and which articles to list."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from newsdesk.model.article import Status
from newsdesk.model.ids import ArticleId, EditionId, SectionId, StoryId, TopicId

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


def _words(piece: re.Match[str]) -> tuple[str, ...]:
    """The words of a piece that have a letter or a digit; signs within them are left to the index."""
    text = piece["phrase"] or piece["word"] or ""
    words = _NO_TEXT.sub(" ", text).split()
    return tuple(word for word in words if any(unicodedata.category(char)[0] in "LN" for char in word))
