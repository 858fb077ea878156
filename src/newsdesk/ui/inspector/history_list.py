"""The list of versions under the pointer and the keyboard."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from newsdesk.i18n import tr
from newsdesk.newsroom.history import Version
from newsdesk.ui.inspector.history_rows import HistoryDelegate, HistoryModel
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import on_look

NEAR_END = 400
"""Pixels before the end of the rows at which further ones are wanted."""
Flag = QItemSelectionModel.SelectionFlag


class HistoryList(QListView):
    """Several can be selected: `chosen` when others are. `entered` by Enter or a double click."""

    entered = Signal()
    chosen = Signal()
    end_reached = Signal()

    def __init__(self, look: Look, model: HistoryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(HistoryDelegate(look, model, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Versions of the article"))
        self.setAccessibleDescription(tr("Enter compares with now. Select two to compare these."))
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.chosen.emit())
        on_look(self, look, self.viewport().update)

    def selected(self) -> list[Version | None]:
        """The selected versions, from the top; None is Now."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._rows.version(row) for row in rows]

    def select(self, rows: Iterable[int]) -> None:
        """Select just these."""
        self.clearSelection()
        for row in rows:
            index = self._rows.index(row)
            self.selectionModel().select(index, Flag.Select)
            self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter compares."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click compares."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.entered.emit()

    def _scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - NEAR_END:
            self.end_reached.emit()
