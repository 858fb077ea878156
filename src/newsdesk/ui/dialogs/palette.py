"""Finding a command by some of its letters, and running it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.kit.widgets import label

SIZE = (560, 420)


class Palette(QDialog):
    """A field and a list under it. Enter runs the command that is marked."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Find a command"))
        self.resize(*SIZE)
        self._actions = list(actions)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Find a command"))
        self.field.setPlaceholderText(tr("What do you want to do?"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._run)
        self.list.itemActivated.connect(lambda _item: self._run())
        self.field.installEventFilter(self)
        self._filter("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move the mark while the field keeps the keyboard."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self.list.currentRow() + step
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
            return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        self.list.clear()
        words = typed.casefold().split()
        for action in self._actions:
            name = action.text().replace("&", "")
            if not all(word in name.casefold() for word in words):
                continue
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.UserRole, action)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            self.list.setItemWidget(item, _line(action, name))
            item.setSizeHint(self.list.itemWidget(item).sizeHint())
        self.list.setCurrentRow(0)

    def _run(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        action = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        if action.isEnabled():
            action.trigger()


def _line(action: QAction, name: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(8, 5, 8, 5)
    row.addWidget(label(name, "" if action.isEnabled() else "soft"))
    row.addStretch(1)
    reason = "" if action.isEnabled() else action.statusTip()
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    row.addWidget(label(reason or keys, "label"))
    return made
