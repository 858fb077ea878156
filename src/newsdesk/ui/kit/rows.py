"""What the rows of lists with a delegate of their own have in common: their ground, and places when mirrored."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle

from newsdesk.ui.kit.look import Look

BAR = 3
"""Pixels of the bar before a selected row."""


def paint_ground(painter: QPainter, row: QRect, state: QStyle.StateFlag, look: Look, *, mirrored: bool) -> None:
    """Draw what is behind a row: whether it is selected, pointed at, or has the keyboard."""
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(row, look.colour("selection" if selected else "hover"))
    painter.fillRect(QRectF(row.left(), row.bottom(), row.width(), 1), look.colour("line"))
    if selected:
        painter.fillRect(placed(QRectF(0, 0, BAR, row.height()), row, mirrored=mirrored), look.colour("accent"))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -2), 4, 4)


def placed(place: QRectF, row: QRect, *, mirrored: bool) -> QRectF:
    """A place of the layout in the row on the screen."""
    left = row.width() - place.right() if mirrored else place.left()
    return QRectF(row.left() + left, row.top() + place.top(), place.width(), place.height())
