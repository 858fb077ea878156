"""What all dialogs have in common: they lie over the window, go with Esc, and are freed when they close."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from newsdesk.ui.kit.widgets import label, on_ground

R = TypeVar("R")
TITLE = "title"
ROOM = 14
"""Pixels between what scrolls and its scroll bar."""


def made_sheet(dialog: QDialog, title: str, width: int) -> QVBoxLayout:
    """Give a dialog its paper, title and margins, and the column for what it shows."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    on_ground(dialog, "paper")
    dialog.setMinimumWidth(width)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(28, 24, 28, 24)
    column.setSpacing(12)
    heading = label("", "title")
    heading.setObjectName(TITLE)
    column.addWidget(heading)
    retitle(dialog, title)
    return column


def retitle(dialog: QDialog, title: str) -> None:
    """Give a sheet another title."""
    dialog.setWindowTitle(title)
    heading = dialog.findChild(QLabel, TITLE)
    if isinstance(heading, QLabel):
        heading.setText(title)


def fit(dialog: QDialog) -> None:
    """Make a sheet as high as what it shows needs at its width."""
    column = dialog.layout()
    if column is not None:
        column.activate()
        width = max(dialog.width(), column.minimumSize().width()) if dialog.isVisible() else dialog.minimumWidth()
        needed = column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.sizeHint().height()
        dialog.resize(width, needed)


def while_open(dialog: QDialog, call: Callable[[R], object]) -> Callable[[R], None]:
    """The call, but only as long as the dialog is open: what comes home later finds nobody."""
    waiting = [call]
    dialog.finished.connect(lambda _result: waiting.clear())
    dialog.destroyed.connect(lambda: waiting.clear())

    def run(value: R) -> None:
        for each in tuple(waiting):
            each(value)

    return run


def beside_scroll_bar(content: QLayout) -> QWidget:
    """What scrolls, with room between it and the scroll bar, on whichever side that is."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addLayout(content, 1)
    row.addSpacing(ROOM)
    return made


def button_row(*widgets: QWidget | None) -> QHBoxLayout:
    """Buttons at the end of a line; None stands for the room before those that follow."""
    row = QHBoxLayout()
    row.setSpacing(10)
    if None not in widgets:
        row.addStretch(1)
    for one in widgets:
        if one is None:
            row.addStretch(1)
        else:
            row.addWidget(one)
    return row
