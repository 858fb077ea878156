"""What an empty place says: what it is for, and the one button with which to go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.ui.kit.icons import pixmap
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import button, label, on_look

TEXT_WIDTH = 260
"""Pixels of the longest line."""


def empty_state(
    look: Look, icon: str, title: str, text: str, action: str = "", act: Callable[[], object] | None = None
) -> QWidget:
    """An icon, a title, a sentence or two and a button, in the middle."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(8)
    column.addStretch(2)
    picture = label("")
    on_look(picture, look, lambda: picture.setPixmap(pixmap(icon, look.colour("faint"), 40, 2)))
    heading = label(title)
    heading.setStyleSheet("font-size: 15px; font-weight: 600;")
    said = label(text, "soft", wrap=True)
    said.setFixedWidth(TEXT_WIDTH)
    said.setMinimumHeight(said.heightForWidth(TEXT_WIDTH))
    for widget in (picture, heading, said):
        widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    if act is not None:
        column.addSpacing(8)
        column.addWidget(button(action, act, "primary"), 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
    return made
