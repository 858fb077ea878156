"""Cutting a text into pieces, each of which becomes at most one child of the body element."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdesk.render.markup.beginnings import kind_at
from newsdesk.render.markup.endings import end_of, paragraph_end
from newsdesk.render.markup.pieces import PieceKind, Span, is_blank, plain_line

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a text: what it is, its source with the blank lines after it, its first line from 0."""

    kind: PieceKind
    source: str
    line: int


def cut(text: str) -> tuple[Piece, ...]:
    """The pieces of a text in order; their sources joined are the text itself."""
    sources = _LINE.findall(text)
    found = spans([plain_line(source) for source in sources], top=True)
    if not found:
        return (Piece(PieceKind.BLANK, text, 0),) if text else ()
    starts = [0, *(span.start for span in found[1:]), len(sources)]
    return tuple(
        Piece(span.kind, "".join(sources[low:high]), low)
        for span, low, high in zip(found, starts, starts[1:], strict=False)
    )


def text_lines(text: str) -> list[str]:
    """The lines of a text as the dialect reads them: no line ends, no tabs before the text, no controls."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = [line if line.isprintable() else plain_line(line) for line in text.split("\n")]
    return lines[:-1] if not lines[-1] else lines


def spans(lines: list[str], *, top: bool) -> list[Span]:
    """The pieces of some lines. Only at the `top` are there photos, pull quotes, definitions and notes."""
    found = []
    at = 0
    while at < len(lines):
        if is_blank(lines[at]):
            at += 1
            continue
        kind = kind_at(lines, at, top=top, in_paragraph=False)
        if kind is PieceKind.PARAGRAPH:
            kind, end = paragraph_end(lines, at, top=top)
        else:
            end = end_of(kind, lines, at, top=top)
        found.append(Span(kind, at, end))
        at = end
    return found
