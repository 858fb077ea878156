"""The desk's entries as a model for a view."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from newsdesk.i18n import ntr, tr
from newsdesk.model.query import ListQuery
from newsdesk.ui.models.desk import Entry, Group

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class DeskModel(QAbstractListModel):
    """Entries by rows; `named(Entry, text)` when a person wrote a name into the row of a section."""

    named = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.folded: frozenset[Group] = frozenset()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many entries there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, what a screen reader says, or the whole entry."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return entry.text
        return self._spoken(entry) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the name that was written."""
        if role != Qt.ItemDataRole.EditRole or not str(value).strip():
            return False
        self.named.emit(self.entries[index.row()], str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The keyboard comes to each; what narrows the list can be selected, and sections be renamed."""
        flags = Qt.ItemFlag.ItemIsEnabled
        entry = self.entries[index.row()] if index.isValid() else None
        if entry is None or entry.is_head or entry.picker is not None:
            return flags
        if entry.group is Group.SECTIONS:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsSelectable

    def row_of(self, query: ListQuery | None) -> int | None:
        """The row that narrows the list so."""
        return next((row for row, entry in enumerate(self.entries) if query and entry.query == query), None)

    def show_entries(self, entries: list[Entry], folded: frozenset[Group]) -> None:
        """Show these; rows that are only counted anew stay where they are."""
        self.folded = folded
        if [_bare(entry) for entry in entries] != [_bare(entry) for entry in self.entries]:
            self.beginResetModel()
            self.entries = entries
            self.endResetModel()
        elif entries:
            self.entries = entries
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def _spoken(self, entry: Entry) -> str:
        if entry.is_head:
            folded = entry.group in self.folded
            return tr("{group}, folded", group=entry.text) if folded else tr("{group}, open", group=entry.text)
        if entry.count is None:
            return entry.text
        if entry.picker is not None:
            return tr("{name}: {count}", name=entry.text, count=entry.count)
        return ntr("{name}: {count} article", "{name}: {count} articles", entry.count, name=entry.text)


def _bare(entry: Entry) -> Entry:
    return replace(entry, count=None)
