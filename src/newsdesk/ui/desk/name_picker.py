"""A small list to pick a topic or a person from, found by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from newsdesk.i18n import tr
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.tokens import ROW
from newsdesk.ui.kit.widgets import label, on_ground
from newsdesk.ui.models.choices import Choice
from newsdesk.ui.models.finding_names import has_words

Index = QModelIndex | QPersistentModelIndex
MOST = 200
"""How many names are shown at once; typing finds the others."""


class NamePicker(QFrame):
    """Opens beside the desk; `picked(Choice)` and it is gone."""

    picked = Signal(object)

    def __init__(self, look: Look, title: str, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        on_ground(self, "paper")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._choices = choices
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find…"))
        self.search.setAccessibleName(title)
        self.search.setClearButtonEnabled(True)
        self.names = QListWidget()
        self.names.setAccessibleName(title)
        self.names.setItemDelegate(NameDelegate(look, self.names))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = label(tr("Nothing here is called so."), "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self.search, self._nothing, self.names):
            column.addWidget(widget)
        self.setFixedSize(264, 340)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(lambda: self._pick(self.names.currentItem()))
        self.search.installEventFilter(self)
        self.names.itemClicked.connect(self._pick)
        self.names.itemActivated.connect(self._pick)
        self._fill("")

    def open_at(self, place: QPoint) -> None:
        """Open with the caret in the field."""
        self.move(place)
        self.show()
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the field go through the names."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.names.count():
                row = self.names.currentRow() + step
                self.names.setCurrentRow(max(0, min(row, self.names.count() - 1)))
                return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        self.names.clear()
        found = [choice for choice in self._choices if has_words(choice.text, typed)]
        for choice in found[:MOST]:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, choice)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.text}: {choice.count}")
            self.names.addItem(item)
        self.names.setCurrentRow(0 if found else -1)
        self._nothing.setVisible(not found)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            choice = item.data(Qt.ItemDataRole.UserRole)
            self.close()
            self.picked.emit(choice)


class NameDelegate(QStyledItemDelegate):
    """A name, and at the end of the row how many articles it has."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As high as every row."""
        return QSize(40, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        choice = cast(Choice, index.data(Qt.ItemDataRole.UserRole))
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("wash"))
            painter.drawRoundedRect(option.rect, 6, 6)
        words = option.rect.adjusted(8, 0, -8, 0)
        counted = QLocale().toString(choice.count)
        metrics = painter.fontMetrics()
        room = words.width() - metrics.horizontalAdvance(counted) - 8
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._look.colour("text"))
        shown = metrics.elidedText(choice.text, Qt.TextElideMode.ElideRight, room)
        # Left is where the painter's direction begins.
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | middle), shown)
        painter.setPen(self._look.colour("soft"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignRight | middle), counted)
        painter.restore()
