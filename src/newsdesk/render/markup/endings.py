"""Where a piece ends that began at a line: the second half of the cutting rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsdesk.render.markup.beginnings import interrupts, raw_reach
from newsdesk.render.markup.pieces import (
    FENCE,
    ITEM,
    NOTE,
    PULL,
    QUOTE,
    RULE,
    STARTERS,
    UNDERLINE,
    PieceKind,
    indent,
    is_blank,
)

INSIDE = 2
"""Columns that a line must stand further in than a list marker to belong to the item."""

_MARKS = re.compile(r"(?:\s|>|[-*+](?=\s)|\d{1,9}[.)](?=\s))*")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its lines without marker and indentation; `gap` when blank lines follow it."""

    lines: list[str]
    gap: bool


def end_of(kind: PieceKind, lines: list[str], at: int, *, top: bool) -> int:
    """The line after a piece that is no paragraph."""
    match kind:
        case PieceKind.FENCE:
            return _fence_end(lines, at)
        case PieceKind.CODE:
            return _code_end(lines, at)
        case PieceKind.PULL:
            return _run(lines, at, lambda line: PULL.match(line) is not None)
        case PieceKind.QUOTE:
            return _quote_end(lines, at)
        case PieceKind.LIST:
            return list_items(lines, at)[1]
        case PieceKind.TABLE:
            return _table_end(lines, at, top=top)
        case PieceKind.HTML:
            return raw_reach(lines, at)
        case PieceKind.NOTE:
            return _note_end(lines, at)
        case _:
            return at + 1


def paragraph_end(lines: list[str], at: int, *, top: bool) -> tuple[PieceKind, int]:
    """A paragraph runs to a blank line or to what may interrupt it; an underline makes it a heading."""
    end = at + 1
    while end < len(lines) and not is_blank(lines[end]):
        line = lines[end]
        first = line.lstrip(" ")[0]
        if first in "=-" and UNDERLINE.match(line):
            return PieceKind.HEADING, end + 1
        if (first in STARTERS or "|" in line) and interrupts(lines, end, top=top):
            break
        end += 1
    return PieceKind.PARAGRAPH, end


def list_items(lines: list[str], at: int) -> tuple[list[Item], int]:
    """The items of the list that begins at a line, and the line after the list.

    A line belongs to the item above it when it stands `INSIDE` columns further in than the item's marker, or
    continues its paragraph. A marker of the same kind begins the next item.
    """
    marker = ITEM.match(lines[at])
    items: list[Item] = []
    own: list[str] = []
    column = offset = 0
    gap, fence, end = False, "", at
    while marker is not None:
        if own:
            items.append(Item(own, gap))
        own, offset = _first_line(lines[at], marker)
        kind, column = marker[2][-1], len(marker[1])
        gap, fence = False, _fence_after("", own[0])
        at = end = at + 1
        marker = None
        while at < len(lines):
            line = lines[at]
            if is_blank(line):
                gap = True
                at += 1
                continue
            if indent(line) < column + INSIDE:
                marker = _next_marker(line, kind)
                if marker or gap or fence or not _continues(lines, at):
                    break
            own += [""] * (at - end)
            own.append(line[min(indent(line), offset) :])
            fence = _fence_after(fence, own[-1])
            gap = False
            at = end = at + 1
    items.append(Item(own, False))
    return items, end


def _first_line(line: str, marker: re.Match[str]) -> tuple[list[str], int]:
    """The text beside a marker, and the column at which the item's text begins."""
    offset = marker.end() if 0 < len(marker[3]) < 5 else marker.end(2) + 1
    return [line[offset:]], offset


def _next_marker(line: str, kind: str) -> re.Match[str] | None:
    marker = ITEM.match(line)
    return marker if marker and marker[2][-1] == kind and not RULE.match(line) else None


def _continues(lines: list[str], at: int) -> bool:
    """Whether a line carries on the paragraph of the line before it, though it lacks its marks."""
    text = _MARKS.sub("", lines[at - 1], count=1)
    if not text or text[0] in "#|" or FENCE.match(text):
        return False
    return not UNDERLINE.match(lines[at]) and not interrupts(lines, at, top=True)


def _fence_after(fence: str, line: str) -> str:
    """The marks of the fence that is open after a line, "" for none."""
    if fence:
        text = line.strip()
        return "" if len(text) >= len(fence) and not text.strip(fence[0]) else fence
    opening = FENCE.match(line)
    return opening[1] if opening else ""


def _fence_end(lines: list[str], at: int) -> int:
    fence = _fence_after("", lines[at])
    for end in range(at + 1, len(lines)):
        if not _fence_after(fence, lines[end]):
            return end + 1
    last = len(lines)
    while is_blank(lines[last - 1]):
        last -= 1
    return last


def _code_end(lines: list[str], at: int) -> int:
    end = at + 1
    for here in range(at + 1, len(lines)):
        if is_blank(lines[here]):
            continue
        if indent(lines[here]) < 4:
            break
        end = here + 1
    return end


def _run(lines: list[str], at: int, belongs: Callable[[str], bool]) -> int:
    while at < len(lines) and belongs(lines[at]):
        at += 1
    return at


def _quote_end(lines: list[str], at: int) -> int:
    fence = ""
    while at < len(lines) and not is_blank(lines[at]):
        line = lines[at]
        mark = QUOTE.match(line)
        if mark:
            fence = _fence_after(fence, line[mark.end() :])
        elif fence or not _continues(lines, at):
            break
        at += 1
    return at


def _table_end(lines: list[str], at: int, *, top: bool) -> int:
    at += 2
    while at < len(lines) and not is_blank(lines[at]) and not interrupts(lines, at, top=top):
        at += 1
    return at


def _note_end(lines: list[str], at: int) -> int:
    end = at + 1
    gap = False
    for here in range(at + 1, len(lines)):
        line = lines[here]
        if is_blank(line):
            gap = True
            continue
        if indent(line) < INSIDE and (gap or not _continues(lines, here)):
            break
        end, gap = here + 1, False
    return end


def note_lines(lines: list[str]) -> list[str]:
    """The lines of a footnote's text, without its mark and indentation."""
    mark = NOTE.match(lines[0])
    first = lines[0][mark.end() if mark else 0 :]
    return [first, *(line[min(indent(line), 4) :] for line in lines[1:])]
