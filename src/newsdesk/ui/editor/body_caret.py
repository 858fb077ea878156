"""The caret of the written text: two pixels in the accent's colour, which blinks as the platform's does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QGuiApplication, QPainter
from shiboken6 import isValid

from newsdesk.ui.editor.body_paint import Sheet, caret_place


class Caret(QObject):
    """Draws itself where the text has the keyboard. The text field's own knows no colour."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet.body)
        self._sheet = sheet
        self._lit = False
        self._place = QRectF()
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn)
        sheet.body.cursorPositionChanged.connect(self.show)
        sheet.body.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the keyboard."""
        # A text that goes loses the keyboard last of all.
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and isValid(self._sheet.body):
            self.show()
        return super().eventFilter(watched, event)

    def show(self) -> None:
        """Be seen at once, and blink from now on; not without the keyboard."""
        self._lit = self._sheet.body.hasFocus()
        half = QGuiApplication.styleHints().cursorFlashTime() // 2
        if self._lit and half > 0:
            self._blink.start(half)
        else:
            self._blink.stop()
        self._refresh()

    def paint(self, painter: QPainter) -> None:
        """Draw it where it is now."""
        self._place = caret_place(self._sheet) if self._sheet.body.hasFocus() else QRectF()
        if self._lit and not self._place.isEmpty():
            painter.fillRect(self._place, self._sheet.look.colour("accent"))

    def _turn(self) -> None:
        self._lit = not self._lit and self._sheet.body.hasFocus()
        self._refresh()

    def _refresh(self) -> None:
        if not self._place.isEmpty():
            self._sheet.body.viewport().update(self._place.toAlignedRect().adjusted(-2, -2, 2, 2))
