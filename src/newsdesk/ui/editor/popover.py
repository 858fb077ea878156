"""A small sheet at the caret that takes a few words and goes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from newsdesk.ui.editor.body import Body

WIDTH = 400


def popover(body: Body, content: QWidget) -> QFrame:
    """Show a widget in a frame under the caret of the text. Escape and a click elsewhere close it for good."""
    frame = QFrame(body, Qt.WindowType.Popup)
    frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    frame.setObjectName("popover")
    tokens = body.sheet.look.tokens
    frame.setStyleSheet(f"QFrame#popover {{ background: {tokens.paper}; border: 1px solid {tokens.edge}; }}")
    rows = QVBoxLayout(frame)
    rows.setContentsMargins(12, 12, 12, 12)
    rows.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
    content.setFixedWidth(WIDTH - 26)
    rows.addWidget(content)
    frame.setLayoutDirection(body.layoutDirection())
    frame.adjustSize()
    frame.move(_place(body, frame))
    frame.show()
    return frame


def _place(body: Body, frame: QWidget) -> QPoint:
    """Under the caret, inside the text pane and the screen; above it where there is no room below."""
    caret = body.cursorRect()
    below = body.viewport().mapToGlobal(QPoint(caret.left() - 24, caret.bottom() + 10))
    first = body.viewport().mapToGlobal(QPoint(12, 0)).x()
    last = body.viewport().mapToGlobal(QPoint(body.viewport().width() - WIDTH - 12, 0)).x()
    x = max(first, min(below.x(), last))
    screen = body.screen().availableGeometry()
    height = max(frame.sizeHint().height(), 340)
    if below.y() + height > screen.bottom():
        above = body.viewport().mapToGlobal(caret.topLeft()).y() - frame.sizeHint().height() - 10
        return QPoint(x, max(screen.top(), above))
    return QPoint(x, below.y())
