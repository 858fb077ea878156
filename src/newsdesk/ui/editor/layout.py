"""Sets the lines of the written text: its column, the distance between lines and paragraphs, what hangs out.

`QPlainTextEdit` asks its layout for nothing but the rectangle of a block, and for that only near what is seen.
Here a block is dressed and set the first time it is asked for, so that opening a long text costs what is seen.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLayout, QTextLine
from PySide6.QtWidgets import QPlainTextDocumentLayout

from newsdesk.model.lines import LISTED, Line, LineKind
from newsdesk.ui.editor.body_reading import GLUED, Reading
from newsdesk.ui.editor.dressing import Dressing, scale_of

PARAGRAPH_GAP = 16
FOOT = 72
"""Pixels between paragraphs, and under the last one."""

_HANGING = LISTED | {LineKind.QUOTE, LineKind.PULL, LineKind.NOTE}
_UNIT = 64
"""Heights are kept as the state of a block, which is a whole number: in 64ths of a pixel."""


class WritingLayout(QPlainTextDocumentLayout):
    """`left` and `column` say where the text stands; `thing_height` gives that of a photo or a related block.

    `foot` are the pixels under the last paragraph.
    """

    def __init__(self, document: QTextDocument, reading: Reading, dressing: Dressing) -> None:
        super().__init__(document)
        self._reading = reading
        self._dressing = dressing
        self._dressing_now = False
        self._blocks = 0
        self._stale = False
        self.left = 40
        self.column = 560
        self.line_height = 28.0
        self.foot = FOOT
        self.thing_height: Callable[[QTextBlock], int] | None = None

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a block's lines are, measured from its own corner; sets them when they are not set."""
        if not block.isValid():
            return QRectF()
        if not block.layout().lineCount():
            self._set(block)
        height = block.userState() / _UNIT
        if not block.next().isValid():
            height += self.foot
        return QRectF(0, 0, self.left + self.column, height)

    def documentChanged(self, from_: int, charsRemoved: int, charsAdded: int) -> None:
        """Set the one block anew that a key changed; after anything larger let go of what is set."""
        if self._dressing_now:
            return
        document = self.document()
        block = document.findBlock(from_)
        last = document.findBlock(max(0, from_ + charsAdded - 1))
        if not block.isValid() or block != last or document.blockCount() != self._blocks:
            super().documentChanged(from_, charsRemoved, charsAdded)
            self._blocks = document.blockCount()
            self._stale = False
            return
        height, lines = block.userState(), document.lineCount()
        self._set(block)
        if document.lineCount() != lines or self._stale:
            self.documentSizeChanged.emit(self.documentSize())
        if block.userState() == height and not self._stale:
            self.updateBlock.emit(block)
        else:
            self._stale = False
            self.requestUpdate()

    def written_height(self, most: float) -> int:
        """How high all that is written is, without the foot; more than `most` is not measured to its end."""
        block, height = self.document().begin(), self.document().documentMargin()
        while block.isValid() and height <= most:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return round(height if block.isValid() else height - self.foot)

    def leave_foot(self, height: int) -> None:
        """In a pane this high, leave a foot that makes nothing scroll where all that is written is in sight."""
        left = height - self.written_height(height + FOOT) - 2
        foot = min(FOOT, left) if left >= 0 else FOOT
        if foot != self.foot:
            self.foot = foot
            self.documentSizeChanged.emit(self.documentSize())

    def let_go(self, block: QTextBlock) -> None:
        """Have a block set anew when it is next asked for; the change that follows shows it."""
        block.clearLayout()
        self._stale = True

    def let_go_all(self) -> None:
        """Have everything set anew: the column, the fonts or the labels are others."""
        block = self.document().begin()
        while block.isValid():
            block.clearLayout()
            block = block.next()
        self.requestUpdate()

    def set_again(self, block: QTextBlock) -> None:
        """A block has another height than was thought."""
        block.clearLayout()
        self.blockBoundingRect(block)
        self.documentSizeChanged.emit(self.documentSize())
        self.requestUpdate()

    def _set(self, block: QTextBlock) -> None:
        layout = block.layout()
        text = block.text()
        is_thing = self.thing_height is not None and self._reading.thing(block) is not None
        line = Line(LineKind.PARAGRAPH) if is_thing else self._reading.line(block)
        formats = self._dressing.hidden(text) if is_thing else self._dressing.formats(line, text)
        if formats or layout.formats():
            self._dress(block, layout, formats)
        layout.setTextOption(self.document().defaultTextOption())
        if is_thing and self.thing_height is not None:
            height = float(self._set_thing(layout, len(text), self.thing_height(block)))
        else:
            height = self._set_text(layout, line)
        block.setUserState(round(height * _UNIT))
        block.setLineCount(layout.lineCount())

    def _dress(self, block: QTextBlock, layout: QTextLayout, formats: list[QTextLayout.FormatRange]) -> None:
        # Formats count as a change of the document, which would be told with the next key: it is told to us at
        # once instead, and we know of it.
        self._dressing_now = True
        layout.setFormats(formats)
        self.document().markContentsDirty(block.position(), block.length())
        self._dressing_now = False

    def _set_text(self, layout: QTextLayout, line: Line) -> float:
        """The lines of a text, the further ones under the first or under what follows its mark."""
        if line.kind is LineKind.GAP:
            return self._set_gap(layout, 0 if line is GLUED else PARAGRAPH_GAP)
        step = self.line_height * (1.0 if (scale := scale_of(line)) == 1.0 else 0.25 + 0.75 * scale)
        base = QFontMetricsF(layout.font()).ascent() + (step - QFontMetricsF(layout.font()).height()) / 2
        layout.beginLayout()
        indent, count = 0.0, 0
        right_to_left = layout.textOption().textDirection().name == "RightToLeft"
        while (found := layout.createLine()).isValid():
            found.setLineWidth(self.column - indent)
            if not count and line.prefix:
                hang = _width_of(found, line.prefix, right_to_left)
                if line.kind is LineKind.HEADING and hang < self.left:
                    found.setLineWidth(self.column + hang)
                    indent = -hang
                elif line.kind in _HANGING:
                    indent = hang
            x = self.left + (0 if right_to_left or (count == 0 and indent > 0) else indent)
            found.setPosition(QPointF(x, count * step + base * (step / self.line_height) - found.ascent()))
            if not count and indent < 0:
                indent = 0.0
            count += 1
        layout.endLayout()
        return count * step

    def _set_gap(self, layout: QTextLayout, height: float) -> float:
        layout.beginLayout()
        while (found := layout.createLine()).isValid():
            found.setLineWidth(self.column)
            found.setPosition(QPointF(self.left, (height - found.height()) / 2))
        layout.endLayout()
        return height

    def _set_thing(self, layout: QTextLayout, length: int, height: int) -> int:
        """Lines that nobody sees, as many as fit beside the thing: the text scrolls by lines."""
        count = max(1, min(length, round(height / self.line_height)))
        layout.beginLayout()
        for number in range(count):
            found = layout.createLine()
            if not found.isValid():
                break
            found.setNumColumns(length if number == count - 1 else max(1, length // count))
            found.setPosition(QPointF(self.left, (number + 0.5) * height / count - found.height() / 2))
        layout.endLayout()
        return height


def _width_of(line: QTextLine, prefix: int, right_to_left: bool) -> float:
    """How wide the first characters of a line are."""
    place: tuple[float, int] = line.cursorToX(prefix)  # type: ignore[assignment]
    x = place[0]
    return max(0.0, line.width() - x if right_to_left else x)
