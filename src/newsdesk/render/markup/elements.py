"""The HTML element that a piece becomes, and the pieces inside it."""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise

from newsdesk.render.clean import clean_raw
from newsdesk.render.markup.cutting import spans
from newsdesk.render.markup.endings import Item, list_items
from newsdesk.render.markup.inline import Inline
from newsdesk.render.markup.pieces import (
    FENCE,
    HEADING,
    ITEM,
    PULL,
    QUOTE,
    UNDERLINE,
    PieceKind,
    indent,
    is_blank,
    row_cells,
)
from newsdesk.render.quotes import smarten_html

DEPTH = 12
"""Quotes and lists inside one another before the rest is shown as plain text."""

_SPEAKER = re.compile(r"\s*(?:—|--)\s+(?=\S)")
_LEVELS = {1: 2, 2: 2, 3: 3}
"""A `#` count to a heading's level: the headline of the page is the only h1, deeper than h4 is h4."""


def element(kind: PieceKind, lines: list[str], inline: Inline, depth: int = 0) -> str:
    """The HTML of one piece, not yet cleaned. Photos, definitions and notes are not for this function."""
    match kind:
        case PieceKind.HEADING:
            return _heading(lines, inline)
        case PieceKind.RULE:
            return "<hr>"
        case PieceKind.FENCE:
            return _fence(lines)
        case PieceKind.CODE:
            return _code([line[4:] for line in lines])
        case PieceKind.PULL:
            return _quote([PULL.sub("", line, count=1) for line in lines], inline, depth, "pull")
        case PieceKind.QUOTE:
            return _quote([QUOTE.sub("", line, count=1) for line in lines], inline, depth, "quote")
        case PieceKind.LIST:
            return _list(lines, inline, depth)
        case PieceKind.TABLE:
            return _table(lines, inline)
        case PieceKind.HTML:
            return smarten_html(clean_raw("\n".join(lines)).strip(), inline.language)
        case _:
            return f"<p>{inline.html(running_text(lines))}</p>"


def elements(lines: list[str], inline: Inline, depth: int, *, tight: bool = False) -> str:
    """The HTML of the pieces inside a quote, a list item or a note; `tight` leaves paragraphs bare."""
    if depth > DEPTH:
        return f"<p>{escape(running_text(lines), quote=False)}</p>"
    parts = []
    for span in spans(lines, top=False):
        own = lines[span.start : span.end]
        if tight and span.kind is PieceKind.PARAGRAPH:
            parts.append(inline.html(running_text(own)))
        else:
            parts.append(element(span.kind, own, inline, depth))
    return "\n".join(parts)


def running_text(lines: list[str]) -> str:
    """The lines of a paragraph as one text; a hard break is two spaces before the line end."""
    if len(lines) == 1:
        return lines[0].strip(" ")
    parts = []
    for line in lines[:-1]:
        text = line.strip(" ")
        slashes = len(text) - len(text.rstrip("\\"))
        if slashes % 2:
            parts.append(text[:-1].rstrip(" ") + "  \n")
        else:
            parts.append(text + ("  \n" if line.endswith("  ") else "\n"))
    return "".join([*parts, lines[-1].strip(" ")])


def _heading(lines: list[str], inline: Inline) -> str:
    marked = HEADING.match(lines[0])
    if len(lines) > 1 or marked is None:
        text = running_text(lines[:-1] if UNDERLINE.match(lines[-1]) else lines)
        return f"<h2>{inline.html(text)}</h2>"
    level = _LEVELS.get(len(marked[1]), 4)
    text = (marked[2] or "").strip()
    unclosed = text.rstrip("#")
    if not unclosed or unclosed[-1].isspace():
        text = unclosed.rstrip()
    return f"<h{level}>{inline.html(text)}</h{level}>"


def _fence(lines: list[str]) -> str:
    opening = FENCE.match(lines[0])
    mark = opening[1] if opening else "```"
    last = lines[-1].strip()
    closed = len(lines) > 1 and len(last) >= len(mark) and not last.strip(mark[0])
    column = indent(lines[0])
    inner = lines[1:-1] if closed else lines[1:]
    return _code([line[min(indent(line), column) :] for line in inner])


def _code(lines: list[str]) -> str:
    text = "\n".join(lines)
    return f"<pre><code>{escape(text, quote=False)}\n</code></pre>"


def _quote(lines: list[str], inline: Inline, depth: int, look: str) -> str:
    speaker = _SPEAKER.match(lines[-1]) if any(not is_blank(line) for line in lines[:-1]) else None
    if speaker is None:
        mark = ' class="pull"' if look == "pull" else ""
        return f"<blockquote{mark}>{elements(lines, inline, depth + 1)}</blockquote>"
    said = elements(lines[:-1], inline, depth + 1)
    name = inline.html(lines[-1][speaker.end() :].strip())
    return f'<figure class="{look}"><blockquote>{said}</blockquote><figcaption>— {name}</figcaption></figure>'


def _list(lines: list[str], inline: Inline, depth: int) -> str:
    items = list_items(lines, 0)[0]
    loose = any(item.gap or _has_gap(item) for item in items)
    inner = "\n".join(f"<li>{elements(item.lines, inline, depth + 1, tight=not loose)}</li>" for item in items)
    marker = ITEM.match(lines[0])
    if marker is None or not marker[2][0].isdigit():
        return f"<ul>\n{inner}\n</ul>"
    first = int(marker[2][:-1])
    start = f' start="{first}"' if first != 1 else ""
    return f"<ol{start}>\n{inner}\n</ol>"


def _has_gap(item: Item) -> bool:
    """Whether a blank line stands between two pieces of an item."""
    if "" not in item.lines:
        return False
    found = spans(item.lines, top=False)
    return any(after.start > before.end for before, after in pairwise(found))


def _table(lines: list[str], inline: Inline) -> str:
    looks = [_alignment(cell) for cell in row_cells(lines[1])]
    head = _row(lines[0], "th", ' scope="col"', looks, inline)
    body = "\n".join(_row(line, "td", "", looks, inline) for line in lines[2:])
    rows = f"<tbody>\n{body}\n</tbody>\n" if body else ""
    return f"<table>\n<thead>\n{head}\n</thead>\n{rows}</table>"


def _row(line: str, tag: str, scope: str, looks: list[str], inline: Inline) -> str:
    cells = row_cells(line)[: len(looks)]
    cells += [""] * (len(looks) - len(cells))
    filled = "".join(
        f"<{tag}{scope}{look}>{inline.html(cell)}</{tag}>" for cell, look in zip(cells, looks, strict=True)
    )
    return f"<tr>{filled}</tr>"


def _alignment(cell: str) -> str:
    """The class of a column; `start` and `end` follow the direction of the text."""
    if cell.endswith(":"):
        return ' class="center"' if cell.startswith(":") else ' class="end"'
    return ' class="start"' if cell.startswith(":") else ""
