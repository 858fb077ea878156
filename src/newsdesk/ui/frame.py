"""The bare window, on the screen before anything that takes time is loaded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.tokens import DESK_WIDTH, INSPECTOR_WIDTH, LIST_WIDTH, STATUS_LINE, TOP_BAR

SIZE = (1440, 900)
SMALLEST = (1000, 600)


def _yes() -> bool:
    return True


class Frame(QMainWindow):
    """Draws the grounds of the panes until they are there. `closed` follows its end."""

    closed = Signal()

    def __init__(self, look: Look, size: QSize | None = None) -> None:
        """Of `size`, else of the usual size or as large as the screen."""
        super().__init__()
        self._look = look
        self.may_close: Callable[[], bool] = _yes
        self.setWindowTitle("Newsdesk")
        room = self.screen().availableGeometry().size()
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(room))
        self.resize(size or QSize(*SIZE).boundedTo(room))
        if size is None and (room.width() < SIZE[0] or room.height() < SIZE[1]):
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def end(self) -> None:
        """Close whatever is unsaved, without asking: the system wants the process to end."""
        self.may_close = _yes
        self.close()

    def come_forward(self) -> None:
        """Stand before other windows, with the keyboard."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the grounds."""
        painter = QPainter(self)
        tokens, width, height = self._look.tokens, self.width(), self.height()
        body = height - TOP_BAR - STATUS_LINE
        painter.fillRect(self.rect(), QColor(tokens.pane))
        painter.fillRect(QRect(0, TOP_BAR, DESK_WIDTH, body), QColor(tokens.ground))
        start = DESK_WIDTH + LIST_WIDTH
        painter.fillRect(QRect(start, TOP_BAR, width - start - INSPECTOR_WIDTH, body), QColor(tokens.paper))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when what is in the window agrees."""
        if not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()
