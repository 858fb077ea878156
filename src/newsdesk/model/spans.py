"""What the marks inside a line of text do to it: strong, emphasis, code, links, notes, the marks themselves."""

from __future__ import annotations

import re
from enum import IntFlag
from itertools import groupby


class Mark(IntFlag):
    """What a run of characters is; several at once. `SIGN` is the mark itself, `TK` a gap to fill."""

    STRONG = 1
    EMPHASIS = 2
    CODE = 4
    LINK = 8
    SIGN = 16
    NOTE = 32
    TK = 64


Run = tuple[int, int, Mark]
"""Where a run begins, how many characters it has, and what it is."""

REACH = 4_000
"""Characters of a line that are looked at: nobody reads a longer one by its marks."""

_ANY = re.compile(r"[*_`\[<\\]|TK|://")
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_NOTE = re.compile(r"\[\^[^\[\]\s]+\]")
LINK = re.compile(
    r"!?\[([^\[\]]{0,1000})\]"
    r"(?:\((?:<[^<>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\s*\)|\[[^\[\]]*\])"
)
"""A link or an image: its text in brackets, and an address or the name of one."""
_ADDRESS = re.compile(r"<?https?://[^\s<>]*[^\s<>.,;:!?()\"'”’»]>?")
_TK = re.compile(r"\bTK\b")
_STARS = re.compile(r"(\*{1,3})(?=[^\s*])(.{1,1500}?)(?<=[^\s*])\1(?!\*)")
_LOW_LINES = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])(.{1,1500}?)(?<=[^\s_])\1(?!\w)")
_MASK = "x"


def runs(text: str, start: int = 0) -> list[Run]:
    """The runs of a line that are more than plain text, in order; the characters before `start` are left out."""
    text = text[:REACH]
    if not _ANY.search(text, start):
        return []
    marks = [0] * len(text)
    masked = _without_code(text, start, marks)
    masked = _without_links(masked, start, marks)
    for pattern in (_STARS, _LOW_LINES):
        _emphasise(pattern, masked, start, len(masked), marks)
    for gap in _TK.finditer(masked, start):
        _add(marks, gap.start(), gap.end(), Mark.TK)
    if masked.endswith("\\"):
        _add(marks, len(masked) - 1, len(masked), Mark.SIGN)
    return _joined(marks)


def _without_code(text: str, start: int, marks: list[int]) -> str:
    """The text with code and escaped characters masked."""
    for code in _CODE.finditer(text, start):
        ticks = len(code[1])
        _add(marks, code.start(), code.start() + ticks, Mark.SIGN)
        _add(marks, code.start() + ticks, code.end() - ticks, Mark.CODE)
        _add(marks, code.end() - ticks, code.end(), Mark.SIGN)
        text = _masked(text, *code.span())
    for escape in _ESCAPE.finditer(text, start):
        _add(marks, escape.start(), escape.start() + 1, Mark.SIGN)
        text = _masked(text, *escape.span())
    return text


def _without_links(text: str, start: int, marks: list[int]) -> str:
    """The text with the targets of links and with notes masked."""
    for note in _NOTE.finditer(text, start):
        _add(marks, *note.span(), Mark.NOTE)
        text = _masked(text, *note.span())
    for link in LINK.finditer(text, start):
        low, high = link.span(1)
        _add(marks, link.start(), low, Mark.SIGN)
        _add(marks, low, high, Mark.LINK)
        _add(marks, high, link.end(), Mark.SIGN)
        text = _masked(text, high, link.end())
    for address in _ADDRESS.finditer(text, start):
        _add(marks, *address.span(), Mark.LINK)
        text = _masked(text, *address.span())
    return text


def _emphasise(pattern: re.Pattern[str], text: str, low: int, high: int, marks: list[int]) -> None:
    """Note what stands between signs of emphasis, and inside that again."""
    for found in pattern.finditer(text, low, high):
        signs = len(found[1])
        _add(marks, found.start(), found.start() + signs, Mark.SIGN)
        _add(marks, found.end() - signs, found.end(), Mark.SIGN)
        what = (Mark.EMPHASIS, Mark.STRONG, Mark.STRONG | Mark.EMPHASIS)[signs - 1]
        _add(marks, found.start() + signs, found.end() - signs, what)
        _emphasise(pattern, text, found.start() + signs, found.end() - signs, marks)


def _masked(text: str, low: int, high: int) -> str:
    return text[:low] + _MASK * (high - low) + text[high:]


def _add(marks: list[int], low: int, high: int, mark: int) -> None:
    for place in range(low, high):
        marks[place] |= mark


def _joined(marks: list[int]) -> list[Run]:
    found = []
    at = 0
    for mark, same in groupby(marks):
        length = len(list(same))
        if mark:
            found.append((at, length, Mark(mark)))
        at += length
    return found
