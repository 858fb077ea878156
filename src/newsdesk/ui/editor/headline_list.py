"""The articles that a person can link to, by their headlines, to be walked through from the field above."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from newsdesk.i18n import tr
from newsdesk.model.query import ArticleRow

Headlines = Callable[[str], Sequence[ArticleRow]]
"""Finds articles by words of their headlines; without words those that a person may want."""

SHOWN = 7


class HeadlineList(QListWidget):
    """Follows what is typed into a field, whose arrow keys move the choice. `picked` brings an `ArticleRow`."""

    picked = Signal(object)

    def __init__(self, field: QLineEdit, headlines: Headlines) -> None:
        super().__init__()
        self._field = field
        self._headlines = headlines
        self._rows: list[ArticleRow] = []
        self.setAccessibleName(tr("Articles"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(lambda _item: self.pick())
        field.installEventFilter(self)

    def look_for(self, words: str) -> None:
        """Show what there is for some words, the first chosen."""
        self._rows = list(self._headlines(words.strip()))
        self.clear()
        for row in self._rows:
            item = QListWidgetItem(row.headline or tr("Untitled"))
            item.setToolTip(row.headline)
            self.addItem(item)
        self.setVisible(bool(self._rows))
        rows = min(SHOWN, len(self._rows))
        self.setFixedHeight(rows * max(1, self.sizeHintForRow(0)) + 2)
        if self._rows and words.strip():
            self.setCurrentRow(0)

    def pick(self) -> bool:
        """Tell of the article that is chosen; False when none is."""
        row = self.currentRow()
        if not 0 <= row < len(self._rows):
            return False
        self.picked.emit(self._rows[row])
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down in the field move the choice."""
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and self._rows:
                self.setCurrentRow(max(0, min(self.currentRow() + step, len(self._rows) - 1)))
                return True
        return super().eventFilter(watched, event)
