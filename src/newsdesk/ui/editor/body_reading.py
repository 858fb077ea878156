"""What each block of the written text is: its line, or the photo or related block that it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextDocument

from newsdesk.model.edition import Edition
from newsdesk.model.lines import START, Line, LineKind, read_line, state_after
from newsdesk.model.references import photo_line
from newsdesk.model.related import RelatedLine, read_related

GLUED = Line(LineKind.GAP, 0, -1)
"""An empty paragraph that what is typed would not stand in, since the next text follows at once."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A line that stands for a photo."""

    photo: str
    caption: str


Thing = Photo | RelatedLine
"""What stands in the text as one thing that the caret steps over."""


def photo_of(block: QTextBlock) -> Photo | None:
    """The photo that a block stands for, as far as its own line tells."""
    text = block.text()
    if "](photo:" not in text and "](<photo:" not in text:
        return None
    found = photo_line(text)
    return Photo(found[1], found[0]) if found else None


class Reading:
    """Knows the state after each line, from the first on as far as someone asked; edits change what they must.

    `labels` are the words that related blocks begin with, in small letters.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._states: list[int] = []
        self._blocks = document.blockCount()
        self.labels: frozenset[str] = frozenset()
        self.label = ""

    def changed(self, first: int, removed: int, added: int) -> list[QTextBlock]:
        """Blocks were replaced, counted from `first`: gives the others that are to be set anew because of it."""
        states = self._states
        if first > len(states):
            return []
        old, tail = states[first : first + removed], states[first + removed :]
        whole = first + removed <= len(states)
        del states[first:]
        if not whole or added > 400:
            return self._after(first + added) if tail else []
        self._reach(first + added - 1)
        stale = self._neighbours(first, added) if self._tells_neighbours(old, states[first:]) else []
        at = 0
        while at < len(tail):
            block = self._document.findBlockByNumber(len(states))
            state = state_after(states[-1] if states else START, block.text())
            if state == tail[at]:
                break
            states.append(state)
            stale.append(block.next())
            at += 1
        states += tail[at:]
        if at or (old and states[first + added - 1 : first + added] != old[-1:]):
            block = self._document.findBlockByNumber(first + added + at)
            stale.append(block)
        return [block for block in stale if block.isValid()]

    def line(self, block: QTextBlock) -> Line:
        """What the line of a block is."""
        found = read_line(self._state_before(block), block.text())
        if found.kind is LineKind.BLANK and not block.previous().isValid() and not block.next().isValid():
            return found
        if found.kind is LineKind.BLANK:
            below = block.next()
            if below.isValid() and below.text().strip():
                return GLUED
        return found

    def is_gap(self, block: QTextBlock) -> bool:
        """Whether a block only keeps others apart: no place for the caret."""
        text = block.text()
        if text and not text.isspace() and not text.endswith(">"):
            return False
        return self.line(block).kind is LineKind.GAP

    def thing(self, block: QTextBlock) -> Thing | None:
        """What a block stands for, None for text."""
        text = block.text()
        if (":" not in text and "：" not in text) or self._state_before(block) >> 2:
            return None
        if text.lstrip(" ").startswith("!["):
            return photo_of(block)
        if not self.labels or text[0] in " \t" or self._beside_text(block):
            return None
        return read_related(text, self.labels)

    def is_read(self, line: str) -> bool:
        """Whether a line alone in its paragraph would be a related block."""
        return (
            bool(self.labels)
            and (":" in line[:50] or "：" in line[:50])
            and read_related(line, self.labels) is not None
        )

    def know(self, edition: Edition | None, labels: frozenset[str]) -> None:
        """Another text comes, in an edition; `labels` are those of the other editions."""
        self._states.clear()
        self.label = edition.labels.read if edition else ""
        self.labels = frozenset(label.strip(" :").casefold() for label in {self.label, *labels} if label)

    def _beside_text(self, block: QTextBlock) -> bool:
        """Whether the lines of a paragraph stand above or below a block."""
        for beside in (block.previous(), block.next()):
            if beside.isValid() and beside.text().strip() and photo_of(beside) is None:
                return True
        return False

    def _state_before(self, block: QTextBlock) -> int:
        number = block.blockNumber()
        if not number:
            return START
        if number > len(self._states):
            self._reach(number - 1)
        return self._states[number - 1]

    def _reach(self, last: int) -> None:
        """Know the states up to that after block `last`."""
        states = self._states
        state = states[-1] if states else START
        block = self._document.findBlockByNumber(len(states))
        while len(states) <= last and block.isValid():
            state = state_after(state, block.text())
            states.append(state)
            block = block.next()

    def _tells_neighbours(self, old: list[int], new: list[int]) -> bool:
        """Whether blocks beside the changed ones may be something else now: blank lines came, went or moved."""
        return [state & 3 for state in old] != [state & 3 for state in new]

    def _neighbours(self, first: int, added: int) -> list[QTextBlock]:
        find = self._document.findBlockByNumber
        return [find(first - 1)] * (first > 0) + [find(first + added)]

    def _after(self, number: int) -> list[QTextBlock]:
        """All blocks from a number on."""
        found = []
        block = self._document.findBlockByNumber(number)
        while block.isValid():
            found.append(block)
            block = block.next()
        return found
