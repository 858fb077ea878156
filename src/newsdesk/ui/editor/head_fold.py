"""The rule by which head and lead photo make room for the text: they scroll away first, down to one line."""

from __future__ import annotations

from dataclasses import dataclass

LINE = 36
"""How high the head is when it is folded away, in pixels."""

LEAST_LINES = 6
"""How many lines of the text a low window shows before anything is scrolled."""

FEWEST_LINES = 2
"""And how many while one writes in the head, which may then have the rest."""


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to show, in pixels: the whole head, the room for head and text, the whole text, one line.

    `kept` is how many lines of the text a low window shows at least.
    """

    head: int
    room: int
    text: int
    line: int
    kept: int = LEAST_LINES


def furthest(page: Page) -> int:
    """How far the head may scroll away: until its last line, and no further than brings more text to sight."""
    return max(0, min(page.head - LINE, page.head + page.text - page.room))


def height(page: Page, offset: int) -> int:
    """How high the head is shown when `offset` pixels of it are scrolled away; the rest is the text's.

    In a low window the text keeps a few lines, and the head scrolls within what is left.
    """
    kept = min(page.text, page.kept * page.line)
    return max(min(LINE, page.head), min(page.head - offset, page.room - kept))


def is_folded(page: Page, offset: int) -> bool:
    """Whether nothing is left of the head but the line."""
    return 0 < page.head - LINE <= offset
