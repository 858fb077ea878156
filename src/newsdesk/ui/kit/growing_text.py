"""A field that grows with its text: headlines, standfirsts, captions."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

LONGEST_PASTE = 5_000
"""Characters: what is pasted into a headline or a caption is no book."""


class GrowingText(QTextEdit):
    """Plain text, always shown whole. Enter leaves the field (`submitted`); it never holds a line break.

    `edited` follows each change that a person makes, not those that the program makes with `set_text`.
    """

    edited = Signal()
    submitted = Signal()
    left = Signal()

    def __init__(
        self, name: str, placeholder: str = "", *, framed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("field" if framed else "bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2 if framed else 0)
        self._line_height = 100
        self._setting = False
        self.textChanged.connect(self._text_changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def text(self) -> str:
        """What is written, on one line."""
        return " ".join(self.toPlainText().split("\n"))

    def set_text(self, text: str) -> None:
        """Show a text, unless it is there already; the caret stays where it can."""
        if text == self.text():
            return
        place = self.textCursor().position()
        self._setting = True
        self.setPlainText(text)
        self._setting = False
        self._space_lines()
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(self.toPlainText())))
        self.setTextCursor(cursor)

    def set_writing(self, font: QFont, line_height: int = 100) -> None:
        """Write in this font, with lines of so many per cent of their height."""
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._line_height = line_height
        self._space_lines()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the text is at this width."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """As high as the text is at this width."""
        return QSize(40, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leaves the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text on one line."""
        self.insertPlainText(" ".join(source.text()[:LONGEST_PASTE].split()))

    def _height(self) -> int:
        margins = self.contentsMargins()
        chrome = self.height() - self.viewport().height() if self.isVisible() else 0
        frame = max(chrome, margins.top() + margins.bottom())
        return round(self.document().size().height()) + frame

    def _text_changed(self) -> None:
        self.updateGeometry()
        if not self._setting:
            self.edited.emit()

    def _space_lines(self) -> None:
        spaced = self.document().firstBlock().blockFormat().lineHeightType()
        if self._line_height == 100 and not spaced:
            return
        was = self.document().isUndoRedoEnabled()
        self._setting = True
        self.document().setUndoRedoEnabled(False)
        form = QTextBlockFormat()
        form.setLineHeight(self._line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
        # Lines that stand closer than the font would have them leave no room for what hangs from the last.
        frame = self.document().rootFrame()
        around = frame.frameFormat()
        usual = QFontMetricsF(self.document().defaultFont()).height()
        hanging = math.ceil(usual * max(0, 100 - self._line_height) / 100)
        around.setBottomMargin(around.topMargin() + hanging)
        frame.setFrameFormat(around)
        self.document().setUndoRedoEnabled(was)
        self._setting = False
