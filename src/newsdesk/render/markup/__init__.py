"""The newsroom's Markdown dialect, written down in docs/dialect.md."""

from newsdesk.render.markup.cutting import Piece, cut
from newsdesk.render.markup.filling import References, fill, references
from newsdesk.render.markup.incremental import BodyReader
from newsdesk.render.markup.pieces import PieceKind
from newsdesk.render.markup.reading import DIALECT, body_key, read_body

__all__ = [
    "DIALECT",
    "BodyReader",
    "Piece",
    "PieceKind",
    "References",
    "body_key",
    "cut",
    "fill",
    "read_body",
    "references",
]
