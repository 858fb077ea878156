"""The page of all keyboard shortcuts, made from the commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.dialogs.sheet import beside_scroll_bar, button_row, made_sheet
from newsdesk.ui.kit.widgets import button, label

WIDTH = 520
HEIGHT = 460
LEADING = Qt.AlignmentFlag.AlignLeading
ABOVE = 12
"""Pixels above the name of a menu."""

Group = tuple[str, Sequence[QAction]]


class ShortcutsDialog(QDialog):
    """One line for each command that has keys, menu by menu."""

    def __init__(self, groups: Sequence[Group], parent: QWidget) -> None:
        super().__init__(parent)
        column = made_sheet(self, tr("Keyboard shortcuts"), WIDTH)
        area = QScrollArea(widgetResizable=True)
        area.setMinimumHeight(HEIGHT)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        row = 0
        for name, actions in groups:
            if not actions:
                continue
            head = label(name, "head")
            head.setContentsMargins(0, ABOVE if row else 0, 0, 2)
            grid.addWidget(head, row, 0, 1, 2, LEADING)
            row += 1
            for action in actions:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                grid.addWidget(label(action.text().replace("&", "")), row, 0, LEADING)
                grid.addWidget(label(keys, "soft"), row, 1, LEADING)
                row += 1
        grid.setRowStretch(row, 1)
        area.setWidget(beside_scroll_bar(grid))
        column.addWidget(area, 1)
        column.addLayout(button_row(button(tr("Close"), self.accept, "primary")))
