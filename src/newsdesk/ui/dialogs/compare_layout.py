"""Where everything of a compared row stands, worked out once for a width and kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from newsdesk.comparing import Kind, Piece
from newsdesk.i18n import N_, tr
from newsdesk.ui.dialogs.compare_rows import Part, Row, RowKind, pieces_of
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.tokens import THUMBNAIL

MARGIN, GAP, ABOVE = 28, 32, 10
BETWEEN = 12
"""Pixels: at the sides, between the columns, over and under a row, between the parts of a row."""
LABEL_LINE = 18
HEAD_HEIGHT, FOLD_HEIGHT = 40, 40
BUTTON_HEIGHT = 26
LINE = 1.5
"""The height of a line, in letters' sizes."""
MEASURE = 44
"""The width of the reading column, in letters' sizes: about 70 characters."""
BRING_BACK, TAKE_OUT = N_("Bring Back"), N_("Take Out")
"""What is done with a change; a text that only the later version has is taken out."""
_BOTH = {Kind.REMOVED, Kind.ADDED}
_ROOM = Piece(Kind.SAME, "\u2009")


@dataclass(frozen=True, slots=True)
class Shape:
    """How rows are laid out: how wide, in two columns or one, with or without buttons."""

    width: int
    side_by_side: bool
    buttons: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A text with its place in the row, for a window from left to right, and the colour of what is not marked."""

    layout: QTextLayout
    place: QRectF
    colour: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row laid out, in a place that begins at 0, 0; its texts begin at `left`."""

    height: int
    left: float = MARGIN
    texts: tuple[Placed, ...] = ()
    button: QRectF | None = None
    photo: QRectF | None = None
    between: QRectF | None = None
    """The line between the columns."""


class Layouts:
    """Lays rows out in the fonts and colours of the look, and keeps them."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._kept: dict[int, Drawn] = {}
        self._shape: Shape | None = None
        self.relook()

    def relook(self) -> None:
        """Take on the fonts and colours of the look as it is now."""
        self._kept.clear()
        self.small = self._look.interface(12)
        self.head = self._look.interface(11, QFont.Weight.DemiBold)
        self._name = self._look.interface(13, QFont.Weight.DemiBold)
        self._plain = self._look.interface(14)
        self._writing = self._look.writing()
        self._headline = self._look.writing(weight=QFont.Weight.DemiBold)
        self.button = self._look.interface(12, QFont.Weight.Medium)
        metrics = QFontMetricsF(self.button)
        texts = (tr(BRING_BACK), tr(TAKE_OUT))
        self._button_width = max(map(metrics.horizontalAdvance, texts)) + 22
        self._formats = {Kind.ADDED: self._added(), Kind.REMOVED: self._removed()}

    def forget(self) -> None:
        """Other rows are shown."""
        self._kept.clear()

    def drawn(self, place: int, row: Row, shape: Shape) -> Drawn:
        """The row that stands at a place among all rows."""
        if shape != self._shape:
            self._kept.clear()
            self._shape = shape
        found = self._kept.get(place)
        if found is None:
            found = self._kept[place] = self._lay_out(row, shape)
        return found

    def columns(self, shape: Shape) -> tuple[tuple[float, float], ...]:
        """Where the columns begin, and how wide they are."""
        room = shape.width - 2 * MARGIN - (self._button_width + GAP / 2 if shape.buttons else 0)
        if not shape.side_by_side:
            width = min(room, MEASURE * self._look.preferences.writing_size)
            return ((MARGIN + (room - width) / 2, width),)
        width = (room - GAP) / 2
        return ((MARGIN, width), (MARGIN + width + GAP, width))

    def _lay_out(self, row: Row, shape: Shape) -> Drawn:
        if row.kind is RowKind.HEAD:
            return Drawn(HEAD_HEIGHT, self.columns(shape)[0][0])
        if row.kind is RowKind.FOLD:
            return Drawn(FOLD_HEIGHT)
        columns = self.columns(shape)
        texts: list[Placed] = []
        photo = None
        y: float = ABOVE
        if row.kind is RowKind.PHOTO:
            photo = QRectF(columns[0][0], y, *THUMBNAIL)
            left = columns[0][0] + THUMBNAIL[0] + BETWEEN
            room = columns[-1][0] + columns[-1][1] - left
            layout, height = _laid_out(row.text, (), self._name, room)
            texts.append(Placed(layout, QRectF(left, y + (THUMBNAIL[1] - height) / 2, room, height), "text"))
            y += THUMBNAIL[1] + BETWEEN
        top = y if photo is not None else 0.0
        for number, part in enumerate(row.parts):
            y += BETWEEN if number else 0
            placed, y = self._part(part, columns, y, row)
            texts += placed
        height = int(y) + (ABOVE if row.parts else 0)
        button = None
        if shape.buttons and row.change is not None and row.returns:
            left = shape.width - MARGIN - self._button_width
            button = QRectF(left, ABOVE, self._button_width, BUTTON_HEIGHT)
            height = max(height, BUTTON_HEIGHT + 2 * ABOVE)
        between = QRectF(columns[1][0] - GAP / 2, top, 1, height - top) if len(columns) > 1 else None
        return Drawn(height, columns[0][0], tuple(texts), button, photo, between)

    def _part(
        self, part: Part, columns: Sequence[tuple[float, float]], y: float, row: Row
    ) -> tuple[list[Placed], float]:
        """The texts of a part, and where it ends."""
        made: list[Placed] = []
        if part.label:
            left, width = columns[0]
            layout, _ = _laid_out(part.label, (), self.small, width)
            made.append(Placed(layout, QRectF(left, y, width, LABEL_LINE), "soft"))
            y += LABEL_LINE
        font = self._font(part)
        sides = [_spaced(part.pieces)]
        if len(columns) > 1:
            sides = [pieces_of(part, Kind.ADDED), pieces_of(part, Kind.REMOVED)]
        there = (part.before, part.after) if len(columns) > 1 else ("",)
        bottom = y
        for (left, width), pieces, text in zip(columns, sides, there, strict=True):
            if text is None:
                layout, height = _laid_out(self._absent(row), (), self.small, width)
                made.append(Placed(layout, QRectF(left, y + 3, width, height), "soft"))
            else:
                layout, height = _laid_out(_shown(pieces), self._ranges(pieces), font, width)
                made.append(Placed(layout, QRectF(left, y, width, height), "text"))
            bottom = max(bottom, y + height)
        return made, bottom

    def _absent(self, row: Row) -> str:
        """What stands where a text is not."""
        return tr("Not in this version") if row.kind is RowKind.PASSAGE else tr("Empty")

    def _font(self, part: Part) -> QFont:
        if not part.written:
            return self._plain
        return self._headline if part.strong else self._writing

    def _ranges(self, pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
        made = []
        start = 0
        for piece in pieces:
            length = _units(piece.text)
            if piece.kind in self._formats:
                # The space beside words is no word; alone it is what differs.
                words = piece.text.strip() or piece.text
                marked = QTextLayout.FormatRange()
                marked.start = start + _units(piece.text[: piece.text.index(words)])
                marked.length = _units(words)
                marked.format = self._formats[piece.kind]
                made.append(marked)
            start += length
        return made

    def _added(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setBackground(self._look.colour("added"))
        made.setForeground(self._look.colour("text"))
        made.setFontUnderline(True)
        made.setUnderlineColor(self._look.colour("good"))
        return made

    def _removed(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setBackground(self._look.colour("removed"))
        made.setForeground(self._look.colour("text"))
        made.setFontStrikeOut(True)
        return made


def _spaced(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of one text, with a little room between a word that went and one that came in its place."""
    made: list[Piece] = []
    for piece in pieces:
        between = made[-1].text[-1:] + piece.text[:1] if made else ""
        if made and {made[-1].kind, piece.kind} == _BOTH and not any(map(str.isspace, between)):
            made.append(_ROOM)
        made.append(piece)
    return tuple(made)


def _shown(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _units(text: str) -> int:
    """How long Qt counts a text: in units of UTF-16."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _laid_out(
    text: str, ranges: Sequence[QTextLayout.FormatRange], font: QFont, width: float
) -> tuple[QTextLayout, float]:
    """A text in lines of a width, and how high it is."""
    # A layout knows one kind of line end.
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    right_to_left = _runs_right_to_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    # Lines of text know no leading side.
    option.setAlignment(Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft)
    layout.setTextOption(option)
    layout.setFormats(list(ranges))
    height = font.pixelSize() * LINE
    y = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, y + (height - line.height()) / 2))
        y += height
    layout.endLayout()
    return layout, y


def _runs_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    for letter in text:
        way = unicodedata.bidirectional(letter)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False
