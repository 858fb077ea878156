"""The rows of the desk list under the pointer and the keyboard, as one list."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.desk.desk_delegate import DeskDelegate
from newsdesk.ui.desk.desk_model import DeskModel
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import icon_button, on_look
from newsdesk.ui.models.desk import Entry, Group

Flag = QItemSelectionModel.SelectionFlag
_TURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_FOLDS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class DeskView(QListView):
    """Tells what a person chose: an entry that narrows (`chosen`), one that opens a picker, a head to fold.

    `menu_wanted(Entry, place)` and `new_section_wanted` come from the sections.
    """

    chosen = Signal(object)
    picker_wanted = Signal(object)
    fold_wanted = Signal(object)
    menu_wanted = Signal(object, object)
    new_section_wanted = Signal()

    def __init__(self, look: Look, model: DeskModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._entries = model
        self.setModel(model)
        self.setItemDelegate(DeskDelegate(look, model, self))
        # What is selected says how the list is narrowed: the keyboard also passes over what does not narrow it.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Desk"))
        model.modelReset.connect(self._put_button)
        on_look(self, look, self.viewport().update)

    def mark(self, row: int | None, *, go: bool = False) -> None:
        """Show that a row narrows the list; with `go` the keyboard is there too."""
        selection = self.selectionModel()
        selection.clearSelection()
        if row is not None:
            selection.select(self._entries.index(row), Flag.Select)
            if go or not self.currentIndex().isValid():
                selection.setCurrentIndex(self._entries.index(row), Flag.NoUpdate)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Act on the row that was clicked."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._act(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the rows; Enter and Space act, Left and Right fold, F2 renames."""
        before, index = self.currentIndex(), self.currentIndex()
        if event.key() in _TURNS and index.isValid():
            self._act(index)
            return
        if event.key() in _FOLDS and index.isValid():
            self._fold(self._entry(index), event.key() == Qt.Key.Key_Left)
            return
        if event.key() == Qt.Key.Key_F2 and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
            return
        super().keyPressEvent(event)
        index = self.currentIndex()
        if index.isValid() and index != before and self._entry(index).query is not None:
            self.chosen.emit(self._entry(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the sections."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and self._entry(index).group is Group.SECTIONS:
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(self._entry(index), self.viewport().mapToGlobal(place))

    def _act(self, index: QModelIndex) -> None:
        entry = self._entry(index)
        if entry.is_head:
            self.fold_wanted.emit(entry.group)
        elif entry.picker is not None:
            self.picker_wanted.emit(entry.picker)
        elif entry.query is not None:
            self.chosen.emit(entry)

    def _fold(self, entry: Entry, wanted: bool) -> None:
        backwards = self.isRightToLeft()
        if (entry.group in self._entries.folded) != (wanted is not backwards):
            self.fold_wanted.emit(entry.group)

    def _entry(self, index: QModelIndex) -> Entry:
        return self._entries.entries[index.row()]

    def _put_button(self) -> None:
        """The button for a new section, in the head of the sections, also where there is none yet."""
        for row, entry in enumerate(self._entries.entries):
            if entry.is_head and entry.group is Group.SECTIONS:
                add = icon_button(self._look, "add", tr("New section"), self.new_section_wanted.emit)
                add.setFixedSize(24, 24)
                add.setStyleSheet("QToolButton, QToolButton:focus { padding: 0; }")
                self.setIndexWidget(self._entries.index(row), _at_the_end(add))


def _at_the_end(button: QWidget) -> QWidget:
    made = QWidget()
    made.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
    row = QHBoxLayout(made)
    row.setContentsMargins(6, 6, 6, 2)
    row.addStretch(1)
    row.addWidget(button)
    return made
