"""What a person asks the newsroom for: words to find, and which articles to list."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from newsdesk.model.article import Status
from newsdesk.model.ids import ArticleId, EditionId, SectionId, StoryId, TopicId


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
    wanted: list[Phrase] = []
    unwanted: list[Phrase] = []
    for piece, minus, closed in _pieces(text):
        words = tuple(_words(piece))
        if words:
            (unwanted if minus else wanted).append(Phrase(words, prefix=not closed))
    last = wanted[-1:] if wanted and wanted[-1].prefix and not _ends_otherwise(text) else []
    finished = [Phrase(phrase.words) for phrase in wanted[: len(wanted) - len(last)]]
    return Words((*finished, *last), tuple(Phrase(phrase.words) for phrase in unwanted))


def _pieces(text: str) -> list[tuple[str, bool, bool]]:
    """Words and phrases with whether a minus stands before them, and whether quotes close them."""
    pieces: list[tuple[str, bool, bool]] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        minus = text[at] == "-"
        start = at + minus
        if text[start : start + 1] == '"':
            end = text.find('"', start + 1)
            closed = end >= 0
            end = end if closed else len(text)
            pieces.append((text[start + 1 : end], minus, closed))
            at = end + 1
            continue
        end = start
        while end < len(text) and not text[end].isspace() and text[end] != '"':
            end += 1
        pieces.append((text[start:end], minus, False))
        at = end
    return pieces


def _ends_otherwise(text: str) -> bool:
    """Whether the last thing typed is not the last wanted word."""
    pieces = [piece for piece in _pieces(text) if any(_words(piece[0]))]
    return bool(pieces) and pieces[-1][1]


def _words(piece: str) -> list[str]:
    """The words of a piece, cut where the index cuts: at all but letters, digits and marks on them."""
    spaced = "".join(char if _in_word(char) else " " for char in piece)
    return [word for word in spaced.split() if any(unicodedata.category(char)[0] in "LN" for char in word)]


def _in_word(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LNM"
