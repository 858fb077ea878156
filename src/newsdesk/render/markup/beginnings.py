"""What begins at a line: the first half of the cutting rule."""

from __future__ import annotations

from newsdesk.model.references import BLOCK_TAGS, photo_line
from newsdesk.render.markup.pieces import (
    CLOSED_TAGS,
    DEFINITION,
    FENCE,
    HEADING,
    HTML,
    ITEM,
    NOTE,
    PULL,
    RAW_REACH,
    RULE,
    STARTERS,
    TABLE_RULE,
    PieceKind,
    is_blank,
    row_cells,
)


def kind_at(lines: list[str], at: int, *, top: bool, in_paragraph: bool) -> PieceKind:
    """What begins at a line that is not blank; inside a paragraph only what may interrupt it."""
    line = lines[at]
    text = line.lstrip(" ")
    if len(line) - len(text) > 3:
        return PieceKind.PARAGRAPH if in_paragraph else PieceKind.CODE
    if text[0] in STARTERS:
        kind = _marked(text, lines, at, top=top, in_paragraph=in_paragraph)
        if kind is not PieceKind.PARAGRAPH:
            return kind
    return PieceKind.TABLE if "|" in text and _is_table(lines, at) else PieceKind.PARAGRAPH


def interrupts(lines: list[str], at: int, *, top: bool) -> bool:
    """Whether a line that is not blank ends the paragraph before it."""
    return kind_at(lines, at, top=top, in_paragraph=True) is not PieceKind.PARAGRAPH


def _marked(text: str, lines: list[str], at: int, *, top: bool, in_paragraph: bool) -> PieceKind:
    """What begins at a line whose first character may be a mark of the dialect."""
    line, first = lines[at], text[0]
    kind = PieceKind.PARAGRAPH
    if first == "#" and HEADING.match(line):
        kind = PieceKind.HEADING
    elif first in "`~" and FENCE.match(line):
        kind = PieceKind.FENCE
    elif first == ">":
        kind = PieceKind.PULL if top and PULL.match(line) else PieceKind.QUOTE
    elif first in "-*_" and RULE.match(line):
        kind = PieceKind.RULE
    elif first in "-*+0123456789" and _begins_list(line, in_paragraph):
        kind = PieceKind.LIST
    elif first == "<" and raw_reach(lines, at):
        kind = PieceKind.HTML
    elif first == "!" and top and photo_line(line):
        kind = PieceKind.PHOTO
    elif first == "[" and top and NOTE.match(line):
        kind = PieceKind.NOTE
    elif first == "[" and top and not in_paragraph and DEFINITION.match(line):
        kind = PieceKind.DEFINITION
    return kind


def _begins_list(line: str, in_paragraph: bool) -> bool:
    """A list may follow a paragraph directly, but a line that wrapped before "1986. " is no list."""
    item = ITEM.match(line)
    if item is None:
        return False
    return not in_paragraph or (item.end() < len(line) and (item[2] in "-*+" or item[2][:-1] == "1"))


def _is_table(lines: list[str], at: int) -> bool:
    if at + 1 >= len(lines) or "|" not in lines[at + 1] or not TABLE_RULE.match(lines[at + 1]):
        return False
    return len(row_cells(lines[at])) == len(row_cells(lines[at + 1]))


def raw_reach(lines: list[str], at: int) -> int:
    """The line after a piece of raw HTML that begins here, 0 when none does."""
    tag = HTML.match(lines[at])
    if tag is None:
        return 0
    name = (tag[2] or "").lower()
    if tag[1] or name in CLOSED_TAGS:
        closing = "-->" if tag[1] else f"</{name}"
        for end in range(at, min(at + RAW_REACH, len(lines))):
            if closing in lines[end].lower():
                return end + 1
    return blank_after(lines, at) if name in BLOCK_TAGS else 0


def blank_after(lines: list[str], at: int) -> int:
    """The first blank line from `at` on, or the end."""
    while at < len(lines) and not is_blank(lines[at]):
        at += 1
    return at
