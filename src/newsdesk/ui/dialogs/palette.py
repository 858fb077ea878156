"""Finding a command by words of its name, and running it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.kit.widgets import label, on_ground

SIZE = (560, 420)
ABOVE = 96
"""Pixels between the top of the window and the palette."""


class Palette(QDialog):
    """A field and a list under it. Enter runs the command that is marked."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Find a command"))
        on_ground(self, "paper")
        self.resize(*SIZE)
        self._actions = list(actions)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Find a command"))
        self.field.setPlaceholderText(tr("What do you want to do?"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = label(tr("No command has these words in its name."), "soft")
        self._none.setContentsMargins(8, 4, 8, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.field)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._run)
        self.list.itemClicked.connect(lambda _item: self._run())
        self.field.installEventFilter(self)
        self._filter("")

    def showEvent(self, event: QShowEvent) -> None:
        """Open at the top of the window, in its middle."""
        super().showEvent(event)
        window = self.parentWidget()
        if window is not None:
            corner = window.window().frameGeometry()
            self.move(corner.center().x() - self.width() // 2, corner.top() + ABOVE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Without a frame it needs an edge of its own."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().dark().color())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

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
            name = action.text().replace("&", "").removesuffix("…")
            if not all(word in name.casefold() for word in words):
                continue
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.UserRole, action)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            line = _line(action, name)
            item.setSizeHint(line.sizeHint())
            self.list.setItemWidget(item, line)
        self._none.setVisible(self.list.count() == 0)
        self.list.setCurrentRow(0)

    def _run(self) -> None:
        item = self.list.currentItem()
        action = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        # What can't be done says why on its line.
        if isinstance(action, QAction) and action.isEnabled():
            self.accept()
            action.trigger()


def _line(action: QAction, name: str) -> QWidget:
    made = QWidget()
    # The list takes the clicks.
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row = QHBoxLayout(made)
    row.setContentsMargins(8, 5, 8, 5)
    row.setSpacing(24)
    row.addWidget(label(name, "" if action.isEnabled() else "soft"))
    row.addStretch(1)
    reason = "" if action.isEnabled() else action.statusTip()
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    row.addWidget(label(reason or keys, "label"))
    return made
