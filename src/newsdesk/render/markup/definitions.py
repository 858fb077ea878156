"""What a text defines for all its pieces, gathered before any is read: link addresses and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from newsdesk.render.markup.endings import note_lines
from newsdesk.render.markup.pieces import DEFINITION, NOTE, PieceKind

_CODE_SPAN = re.compile(r"(`+)[^`]+\1(?!`)")
_MENTION = re.compile(r"(?<!\\)\[\^([^\[\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number from 1 and the lines of its text."""

    number: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """Addresses and titles by the name of a link, footnotes by theirs (names in small letters)."""

    links: dict[str, tuple[str, str]] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)

    def numbers(self) -> dict[str, int]:
        """The number of each footnote by its name."""
        return {name: note.number for name, note in self.notes.items()}


def gather(pieces: Iterable[tuple[PieceKind, list[str]]]) -> Definitions:
    """The definitions in some pieces; the first of a name counts.

    Footnotes are numbered in the order in which the text first mentions them, then those never mentioned.
    """
    links: dict[str, tuple[str, str]] = {}
    texts: dict[str, list[str]] = {}
    prose: list[list[str]] = []
    for kind, lines in pieces:
        if kind is PieceKind.DEFINITION and (found := DEFINITION.match(lines[0])):
            address = found[2] if found[2] is not None else found[3]
            name = " ".join(found[1].split()).lower()
            links.setdefault(name, (address, found[4] or found[5] or found[6] or ""))
        elif kind is PieceKind.NOTE and (found := NOTE.match(lines[0])):
            texts.setdefault(found[1].lower(), note_lines(lines))
        elif kind not in (PieceKind.CODE, PieceKind.FENCE):
            prose.append(lines)
    return Definitions(links, _numbered(texts, prose) if texts else {})


def _numbered(texts: dict[str, list[str]], prose: list[list[str]]) -> dict[str, Note]:
    order: dict[str, None] = {}
    for lines in [*prose, *texts.values()]:
        text = "\n".join(lines)
        if "[^" in text:
            for mention in _MENTION.finditer(_CODE_SPAN.sub("", text)):
                order.setdefault(mention[1].lower())
    names = [*(name for name in order if name in texts), *(name for name in texts if name not in order)]
    return {name: Note(number, tuple(texts[name])) for number, name in enumerate(names, 1)}
