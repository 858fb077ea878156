"""What is drawn under and over the letters of the written text: bars, bullets, related blocks, the caret."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen, QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from newsdesk.i18n import tr
from newsdesk.model.lines import Line, LineKind
from newsdesk.model.related import RelatedLine
from newsdesk.ui.editor.body_reading import Photo, Reading
from newsdesk.ui.editor.layout import WritingLayout
from newsdesk.ui.kit.look import Look

_BAR = 3
_INSET = 17
_LABEL_GAP = 8
_AROUND_READ = 10
_READ_LINE = 25
_SIGNS = re.compile(r"[`*_\\]")
_LEFT = re.compile(r"[A-Za-zÀ-ɏ\u0370-\u03ff\u0400-\u04ff0-9]")
_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def in_sight(body: QPlainTextEdit, layout: WritingLayout) -> Iterator[tuple[QTextBlock, QRectF]]:
    """The blocks that are in sight, with where they are in the viewport."""
    block = body.firstVisibleBlock()
    offset = body.contentOffset()
    top = offset.y() + body.blockBoundingGeometry(block).top() if block.isValid() else 0.0
    height = body.viewport().height()
    while block.isValid() and top <= height:
        place = layout.blockBoundingRect(block)
        place.moveTop(top)
        yield block, place
        top += place.height()
        block = block.next()


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that drawing needs to know."""

    body: QPlainTextEdit
    reading: Reading
    layout: WritingLayout
    look: Look

    def height_by(self, photo_height: Callable[[Photo], int]) -> Callable[[QTextBlock], int]:
        """Gives the height of the block of a photo or a related block."""

        def height(block: QTextBlock) -> int:
            thing = self.reading.thing(block)
            if isinstance(thing, Photo):
                return photo_height(thing)
            return read_height(self, thing) if thing else 0

        return height

    @property
    def right_to_left(self) -> bool:
        """Whether the text runs from right to left."""
        return self.body.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft

    @property
    def column(self) -> tuple[float, float]:
        """Where the column begins and how wide it is, in the viewport."""
        return self.layout.left + self.body.contentOffset().x(), self.layout.column


def read_height(sheet: Sheet, related: RelatedLine) -> int:
    """How high a related block is."""
    # The block is being set: to ask where the viewport stands would set it again, if the viewport begins with it.
    box = _headline_box(sheet, related, QPointF(0, 0))
    return round(box.height()) + 2 * _AROUND_READ


def paint_under(sheet: Sheet, painter: QPainter, part: QRectF) -> None:
    """Draw what lies under the letters: what is selected, and the bars of quotations."""
    cursor = sheet.body.textCursor()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    highlight = sheet.body.palette().color(QPalette.ColorRole.Highlight)
    for block, place in in_sight(sheet.body, sheet.layout):
        if place.bottom() < part.top() or place.top() > part.bottom():
            continue
        if start < end and start < block.position() + block.length() and end >= block.position():
            _paint_selection(sheet, painter, block, place, (start, end), highlight)
        text = block.text()
        if text.startswith((">", " ")) and text.lstrip().startswith(">"):
            name = "accent" if sheet.reading.line(block).kind is LineKind.PULL else "edge"
            _bar(sheet, painter, place.top(), place.bottom(), name)


def paint_over(sheet: Sheet, painter: QPainter, part: QRectF) -> None:
    """Draw what stands in the place of letters: bullets, rules, related blocks, and the ring around one thing."""
    ringed = sheet.body.textCursor().block() if not sheet.body.textCursor().hasSelection() else None
    for block, place in in_sight(sheet.body, sheet.layout):
        if place.bottom() < part.top() or place.top() > part.bottom():
            continue
        text = block.text()
        if not text:
            continue
        thing = sheet.reading.thing(block)
        if isinstance(thing, RelatedLine):
            _paint_read(sheet, painter, thing, place)
        elif not isinstance(thing, Photo) and text.lstrip(" \t")[:1] in ("-", "*", "+", "_"):
            _paint_mark(sheet, painter, block, place, sheet.reading.line(block))
        if thing is not None and block == ringed:
            _paint_ring(sheet, painter, place)
    if sheet.body.document().isEmpty():
        _paint_invitation(sheet, painter)


def caret_place(sheet: Sheet) -> QRectF:
    """Where the caret is in the viewport; empty where it has no place of its own."""
    cursor = sheet.body.textCursor()
    block = cursor.block()
    if sheet.reading.thing(block) is not None:
        return QRectF()
    place = sheet.body.blockBoundingGeometry(block).translated(sheet.body.contentOffset())
    ahead = block.layout().preeditAreaText()
    at = cursor.positionInBlock() + (len(ahead) if ahead else 0)
    line = block.layout().lineForTextPosition(at)
    if not line.isValid():
        return QRectF()
    x: tuple[float, int] = line.cursorToX(at)  # type: ignore[assignment]
    left = place.left() + x[0] - (1 if sheet.right_to_left else 0)
    top, height = place.top() + line.y(), line.height()
    if sheet.reading.is_gap(block):
        top, height = place.top(), min(height, place.height())
    return QRectF(left, top - 1, 2, height + 2)


def _paint_selection(
    sheet: Sheet, painter: QPainter, block: QTextBlock, place: QRectF, chosen: tuple[int, int], colour: QColor
) -> None:
    """Fill the distance between selected lines too: the letters' own background is as high as the letters."""
    low, high = max(0, chosen[0] - block.position()), min(block.length() - 1, chosen[1] - block.position())
    layout = block.layout()
    count = layout.lineCount()
    step = place.height() / max(1, count) if block.next().isValid() else sheet.layout.line_height
    if sheet.reading.thing(block) is not None:
        left, width = sheet.column
        painter.fillRect(QRectF(left - 4, place.top(), width + 8, place.height()), colour)
        return
    text = block.text()
    for number in range(count):
        line = layout.lineAt(number)
        begin, stop = line.textStart(), line.textStart() + line.textLength()
        if stop < low or begin > high or (low == high and text):
            continue
        found = text[max(begin, low) : min(stop, high)]
        whole = low <= begin and high >= stop
        if not whole and (_LEFT.search(found) is None) == (_RIGHT.search(found) is None):
            continue
        x = place.left() + sheet.body.contentOffset().x()
        first, second = sorted((_x_of(line, max(begin, low)), _x_of(line, min(stop, high))))
        if not text:
            second = first + 5
        middle = place.top() + line.y() + line.height() / 2
        painter.fillRect(QRectF(x + first, middle - step / 2, second - first, step), colour)


def _x_of(line: QTextLine, at: int) -> float:
    place: tuple[float, int] = line.cursorToX(at)  # type: ignore[assignment]
    return place[0]


def _bar(sheet: Sheet, painter: QPainter, top: float, bottom: float, name: str) -> None:
    left, width = sheet.column
    x = left + width - _BAR if sheet.right_to_left else left
    painter.fillRect(QRectF(x, top, _BAR, bottom - top), sheet.look.colour(name))


def _paint_mark(sheet: Sheet, painter: QPainter, block: QTextBlock, place: QRectF, line: Line) -> None:
    """A bullet for the mark of an item, a line across for a rule."""
    left, width = sheet.column
    if line.kind is LineKind.RULE:
        painter.fillRect(
            QRectF(left, place.top() + sheet.layout.line_height / 2, width, 1), sheet.look.colour("edge")
        )
    elif line.kind is LineKind.BULLET:
        first = block.layout().lineAt(0)
        at = len(block.text()) - len(block.text().lstrip(" \t"))
        middle = (_x_of(first, at) + _x_of(first, at + 1)) / 2 + sheet.body.contentOffset().x()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(sheet.look.colour("soft"))
        painter.drawEllipse(QPointF(middle, place.top() + first.y() + first.ascent() * 0.68), 2.6, 2.6)


def _label_font(sheet: Sheet) -> QFont:
    font = sheet.look.interface(13 if sheet.right_to_left else 11, QFont.Weight.DemiBold)
    if not sheet.right_to_left:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 107)
    return font


def _headline_box(sheet: Sheet, related: RelatedLine, corner: QPointF) -> QRectF:
    """Where the headline of a related block stands, beside its label; `corner` is where column and block begin."""
    width = sheet.layout.column
    beside = _INSET + QFontMetricsF(_label_font(sheet)).horizontalAdvance(related.label) + _LABEL_GAP
    left = corner.x() if sheet.right_to_left else corner.x() + beside
    room = QRectF(left, corner.y() + _AROUND_READ, max(80.0, width - beside), 1000)
    metrics = QFontMetricsF(sheet.look.writing(16, QFont.Weight.Bold))
    flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
    height = metrics.boundingRect(room, flags, _shown(related)).height()
    room.setHeight(max(float(_READ_LINE), height))
    return room


def _paint_read(sheet: Sheet, painter: QPainter, related: RelatedLine, place: QRectF) -> None:
    left, width = sheet.column
    box = _headline_box(sheet, related, QPointF(left, place.top()))
    _bar(sheet, painter, box.top() - 1, box.bottom() + 1, "accent")
    side = Qt.AlignmentFlag.AlignRight if sheet.right_to_left else Qt.AlignmentFlag.AlignLeft
    side |= Qt.AlignmentFlag.AlignAbsolute
    painter.setFont(_label_font(sheet))
    painter.setPen(sheet.look.colour("accent"))
    label = QRectF(left + _INSET, box.top(), width - 2 * _INSET, _READ_LINE)
    painter.drawText(label, int(side | Qt.AlignmentFlag.AlignVCenter), related.label)
    painter.setFont(sheet.look.writing(16, QFont.Weight.Bold))
    painter.setPen(sheet.look.colour("text"))
    across = Qt.AlignmentFlag.AlignVCenter if box.height() <= _READ_LINE else Qt.AlignmentFlag.AlignTop
    painter.drawText(box, int(side | across) | int(Qt.TextFlag.TextWordWrap), _shown(related))


def _shown(related: RelatedLine) -> str:
    return _SIGNS.sub("", related.headline)


def _paint_ring(sheet: Sheet, painter: QPainter, place: QRectF) -> None:
    left, width = sheet.column
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(sheet.look.colour("accent"), 2))
    height = sheet.layout.thing_height(sheet.body.textCursor().block()) if sheet.layout.thing_height else 0
    painter.drawRoundedRect(QRectF(left - 5, place.top() + 3, width + 10, height - 6), 9, 9)


def _paint_invitation(sheet: Sheet, painter: QPainter) -> None:
    left, width = sheet.column
    painter.setFont(sheet.look.writing())
    painter.setPen(sheet.look.colour("faint"))
    side = Qt.AlignmentFlag.AlignRight if sheet.right_to_left else Qt.AlignmentFlag.AlignLeft
    flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    top = sheet.body.contentOffset().y()
    painter.drawText(QRectF(left, top, width, sheet.layout.line_height), flags, tr("Write here"))
