"""What a line of an article's text is, as far as the line itself and the one before it can tell.

It follows the cutting rule of docs/dialect.md closely enough to write by: an editor must answer at once, for any
line, without having read the text to its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """What a line is. `GAP` is the blank line that only keeps two paragraphs apart, `BLANK` an empty paragraph."""

    GAP = "gap"
    BLANK = "blank"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    PULL = "pull"
    BULLET = "bullet"
    NUMBER = "number"
    NOTE = "note"
    RULE = "rule"
    CODE = "code"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is, how many of its first characters are marks, and the level of a heading or an item."""

    kind: LineKind
    prefix: int = 0
    level: int = 0


LISTED = frozenset({LineKind.BULLET, LineKind.NUMBER})

_HEADING = re.compile(r" {0,3}(#{1,6})(?: +|$)")
_PULL = re.compile(r" {0,3}>>(?!>) ?")
_QUOTE = re.compile(r" {0,3}>(?: ?>)* ?")
_BETWEEN_QUOTES = re.compile(r" {0,3}>$")
_BULLET = re.compile(r"([ \t]*)[-*+](?:[ \t]+|$)")
_NUMBER = re.compile(r"([ \t]*)\d{1,9}[.)](?:[ \t]+|$)")
_NOTE = re.compile(r" {0,3}\[\^[^\[\]\s]+\]:[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")

START = 1
"""The state before the first line: as after a gap."""

_TEXT, _GAP, _BLANK = 0, 1, 2


def state_after(before: int, line: str) -> int:
    """The state after a line, given that before it: a number that tells open fences, gaps and empty paragraphs."""
    fence = before >> 2
    bare = line.strip()
    if fence:
        length, character = fence >> 1, "~" if fence & 1 else "`"
        closed = len(bare) >= length and not bare.strip(character)
        return _TEXT if closed else fence << 2
    if not bare:
        return _BLANK if before & 3 == _GAP else _GAP
    if bare[0] in "`~" and (opening := _FENCE.match(line)):
        return (len(opening[1]) << 1 | (opening[1][0] == "~")) << 2
    return _TEXT


def read_line(before: int, line: str) -> Line:
    """What a line is, given the state before it."""
    if before >> 2:
        return Line(LineKind.CODE)
    bare = line.lstrip(" \t")
    if not bare:
        return Line(LineKind.BLANK if before & 3 == _GAP else LineKind.GAP)
    first = bare[0]
    if first in "#>-*+_[`~|0123456789":
        return _marked(first, line, before)
    if before & 3 and line.startswith(("    ", "\t")):
        return Line(LineKind.CODE)
    return Line(LineKind.PARAGRAPH)


def _marked(first: str, line: str, before: int) -> Line:
    """What a line is whose first character may be a mark."""
    if first == "#" and (found := _HEADING.match(line)):
        return Line(LineKind.HEADING, found.end(), len(found[1]))
    if first == ">":
        return _quoted(line)
    if first in "-*_" and _is_rule(line):
        return Line(LineKind.RULE, len(line))
    if first in "-*+" and (found := _BULLET.match(line)):
        return Line(LineKind.BULLET, found.end(), len(found[1].expandtabs(4)) // 2)
    if first.isdigit() and (found := _NUMBER.match(line)):
        return Line(LineKind.NUMBER, found.end(), len(found[1].expandtabs(4)) // 2)
    if first == "[" and (found := _NOTE.match(line)):
        return Line(LineKind.NOTE, found.end())
    if first in "`~" and _FENCE.match(line):
        return Line(LineKind.CODE)
    if first == "|":
        return Line(LineKind.TABLE)
    if before & 3 and line.startswith(("    ", "\t")):
        return Line(LineKind.CODE)
    return Line(LineKind.PARAGRAPH)


def _is_rule(line: str) -> bool:
    """Whether a line is a rule. Four stars, or six, are signs between which someone begins to write."""
    return line.strip() not in ("****", "******") and _RULE.match(line) is not None


def _quoted(line: str) -> Line:
    if _BETWEEN_QUOTES.match(line):
        return Line(LineKind.GAP, len(line))
    if found := _PULL.match(line):
        return Line(LineKind.PULL, found.end())
    found = _QUOTE.match(line)
    return Line(LineKind.QUOTE, found.end()) if found else Line(LineKind.CODE)
