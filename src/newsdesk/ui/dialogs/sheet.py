"""What all dialogs have in common: they lie over the window, go with Esc, and are freed when they close."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from newsdesk.ui.kit.widgets import label

R = TypeVar("R")


def made_sheet(dialog: QDialog, title: str, width: int) -> QVBoxLayout:
    """Give a dialog its title and margins, and the column for what it shows."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title.replace("&", ""))
    dialog.setMinimumWidth(width)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(28, 24, 28, 20)
    column.setSpacing(12)
    column.addWidget(label(title, "title"))
    return column


def while_open(dialog: QDialog, call: Callable[[R], object]) -> Callable[[R], None]:
    """The call, but only as long as the dialog is there: what comes home later finds nobody."""
    alive = [True]
    dialog.destroyed.connect(lambda: alive.clear())

    def run(value: R) -> None:
        if alive:
            call(value)

    return run


def button_row(*buttons: QPushButton | QWidget | None) -> QHBoxLayout:
    """Buttons at the end of a line; None stands for the room before those that follow."""
    row = QHBoxLayout()
    row.setSpacing(10)
    if None not in buttons:
        row.addStretch(1)
    for one in buttons:
        if one is None:
            row.addStretch(1)
        else:
            row.addWidget(one)
    return row
