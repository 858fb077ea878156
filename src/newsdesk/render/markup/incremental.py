"""Reading a text again after an edit: only the pieces that changed are read, the rest is known."""

from __future__ import annotations

from dataclasses import replace

from newsdesk.render.body import Block, Body
from newsdesk.render.markup.cutting import spans, text_lines
from newsdesk.render.markup.definitions import Definitions, gather
from newsdesk.render.markup.inline import Inline
from newsdesk.render.markup.pieces import PieceKind
from newsdesk.render.markup.reading import known_labels, notes_block, read_piece, with_return_places
from newsdesk.render.plain import lengths

_Key = tuple[PieceKind, str]


class BodyReader:
    """Reads the bodies of one text as it is edited. What it gives is what `read_body` gives, sooner.

    A piece means the same wherever it stands: it is kept by its kind and its lines, with its length. What a text
    defines may change every piece that can name a definition, and such names stand in brackets.
    """

    def __init__(self, language: str, labels: frozenset[str]) -> None:
        self._language = language
        self._labels = known_labels(labels)
        self._known: dict[_Key, tuple[Block | None, int, int]] = {}
        self._definitions = Definitions()
        self._notes: Block | None = None
        self._notes_length = (0, 0)

    def read(self, text: str) -> Body:
        """The body that a text means; any text is good."""
        lines = text_lines(text)
        pieces = [(span.kind, lines[span.start : span.end], span.start) for span in spans(lines, top=True)]
        definitions = gather((kind, own) for kind, own, _ in pieces)
        inline = Inline(self._language, definitions)
        self._forget_what_names(definitions)
        blocks: list[Block] = []
        words = characters = 0
        known: dict[_Key, tuple[Block | None, int, int]] = {}
        for kind, own, line in pieces:
            key = (kind, "\n".join(own))
            found = known.get(key) or self._known.get(key) or self._read(kind, own, inline)
            block, own_words, own_characters = found
            if block is not None:
                if block.line != line:
                    block = replace(block, line=line)
                blocks.append(block)
                words += own_words
                characters += own_characters
            known[key] = (block, own_words, own_characters)
        self._known = known
        if definitions.notes:
            self._read_notes(definitions, inline)
        if definitions.notes and self._notes is not None:
            first = next(line for kind, _, line in pieces if kind is PieceKind.NOTE)
            blocks = with_return_places([*blocks, replace(self._notes, line=first)])
            words += self._notes_length[0]
            characters += self._notes_length[1]
        self._definitions = definitions
        return Body(tuple(blocks), words, characters)

    def _read(self, kind: PieceKind, lines: list[str], inline: Inline) -> tuple[Block | None, int, int]:
        block = read_piece(kind, lines, 0, inline, self._labels)
        return (block, *lengths([block] if block else []))

    def _forget_what_names(self, definitions: Definitions) -> None:
        """Drop the pieces that may name what is defined otherwise than before."""
        before = self._definitions
        if definitions.links == before.links and definitions.numbers() == before.numbers():
            return
        self._known = {key: found for key, found in self._known.items() if "[" not in key[1]}
        self._notes = None

    def _read_notes(self, definitions: Definitions, inline: Inline) -> None:
        if self._notes is None or definitions.notes != self._definitions.notes:
            self._notes = notes_block(definitions, inline)
            self._notes_length = lengths([self._notes])
