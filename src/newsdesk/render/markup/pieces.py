"""What a line of the dialect can begin: the patterns that the cutting rule is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.render.clean import PRINTABLE

TAB = 4
"""Columns between two tab stops."""


class PieceKind(StrEnum):
    """What a piece of the text is, by its first line."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    RULE = "rule"
    FENCE = "fence"
    CODE = "code"
    PULL = "pull"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    HTML = "html"
    PHOTO = "photo"
    DEFINITION = "definition"
    NOTE = "note"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Span:
    """The lines `start` (with) to `end` (without) that belong to one piece; no blank line at either end."""

    kind: PieceKind
    start: int
    end: int


HEADING = re.compile(r" {0,3}(#{1,6})(?:\s(.*))?$")
UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
RULE = re.compile(r" {0,3}([-*_])\s*(?:\1\s*){2,}$")
FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
QUOTE = re.compile(r" {0,3}> ?")
PULL = re.compile(r" {0,3}>>(?!>) ?")
ITEM = re.compile(r"( {0,3})([-*+]|[0-9]{1,9}[.)])( +|$)")
DEFINITION = re.compile(
    r""" {0,3}\[(?!\^)([^\[\]]+)\]:\s*(?:<([^<>]*)>|([A-Za-z][A-Za-z0-9+.-]*:\S+))"""
    r"""(?:\s+(?:"([^"]*)"|'([^']*)'|\(([^()]*)\)))?\s*$"""
)
NOTE = re.compile(r" {0,3}\[\^([^\[\]\s]+)\]:\s*")
TABLE_RULE = re.compile(r" {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
HTML = re.compile(r" {0,3}<(?:(!--)|/?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$))")
CLOSED_TAGS = frozenset({"script", "style", "pre", "textarea"})
"""Elements whose raw text may hold blank lines: the piece goes on to the closing tag."""
RAW_REACH = 200
"""How many lines further a comment or a closed tag may end."""

STARTERS = frozenset("#=-*_+>`~<![|0123456789")
"""First characters of a line that may begin something else than a paragraph (a table row may begin with any)."""


_ROW_TOKEN = re.compile(r"\\.|(`+)[^`]+\1(?!`)|[^\\`|]+|.")

_UNWANTED = re.compile(rf"[^\t{PRINTABLE}]")


def is_blank(line: str) -> bool:
    """Whether a line holds nothing but white space."""
    return not line or line.isspace()


def indent(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def plain_line(line: str) -> str:
    """A line without its end and without controls, the tabs before its text replaced by spaces."""
    line = _UNWANTED.sub("", line)
    text = line.lstrip(" \t")
    return line[: len(line) - len(text)].expandtabs(TAB) + text


def row_cells(row: str) -> list[str]:
    """The cells of a table row: cut at each `|` that is neither escaped nor inside a code span."""
    cells = [""]
    for token in _ROW_TOKEN.finditer(row.strip()):
        if token[0] == "|":
            cells.append("")
        else:
            cells[-1] += "|" if token[0] == "\\|" else token[0]
    if not cells[0].strip() and len(cells) > 1:
        del cells[0]
    if not cells[-1].strip() and len(cells) > 1:
        del cells[-1]
    return [cell.strip() for cell in cells]
