"""The first column: what there is, by status, topic, person, section and edition."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.query import EVERY_ARTICLE, ListQuery
from newsdesk.newsroom import add_section, rename_section
from newsdesk.store import Step, open_reader
from newsdesk.ui.context import Context
from newsdesk.ui.desk.desk_model import DeskModel
from newsdesk.ui.desk.desk_view import DeskView
from newsdesk.ui.desk.name_picker import NamePicker
from newsdesk.ui.desk.section_menu import section_menu
from newsdesk.ui.kit.tokens import DESK_WIDTH
from newsdesk.ui.kit.widgets import on_ground, on_look
from newsdesk.ui.models.choices import Choice, choices
from newsdesk.ui.models.counts import Counts
from newsdesk.ui.models.desk import Entry, Group, Picked, Picker, entries
from newsdesk.ui.models.names import Names


class DeskList(QWidget):
    """`chosen(ListQuery, title)` when a person narrows the list, or when what it was narrowed to is gone.

    `bin_wanted` asks for what was deleted.
    """

    chosen = Signal(object, str)
    bin_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_ground(self, "ground")
        self.setMinimumWidth(DESK_WIDTH - 36)
        self._context = context
        self._names = Names(context.read)
        self._counts = Counts(context, self)
        self._query = EVERY_ARTICLE
        self._picked: Picked | None = None
        self._folded: frozenset[Group] = frozenset()
        self._adding = False
        self._request = 0
        self.model = DeskModel(self)
        self.rows = DeskView(context.look, self.model, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.addWidget(self.rows)
        self.setFocusProxy(self.rows)
        self._connect()
        on_look(self, context.look, self._refresh)
        self._counts.read()

    def choose_all(self) -> None:
        """Narrow to nothing: all articles."""
        self._choose(EVERY_ARTICLE, tr("All articles"))

    def new_section(self) -> None:
        """Open a row in which the name of a new section is written."""
        self._adding = True
        self._folded -= {Group.SECTIONS}
        self._refresh()
        self._edit(next(row for row, entry in enumerate(self.model.entries) if entry.draft))

    def _connect(self) -> None:
        self.rows.chosen.connect(self._choose_entry)
        self.rows.picker_wanted.connect(self._open_picker)
        self.rows.fold_wanted.connect(self._fold)
        self.rows.menu_wanted.connect(self._open_menu)
        self.rows.new_section_wanted.connect(self.new_section)
        self.rows.itemDelegate().closeEditor.connect(self._editor_closed)
        self.model.named.connect(self._take_name)
        self._counts.changed.connect(self._refresh)
        self._context.stepped.connect(self._take_step)

    def _choose_entry(self, entry: Entry) -> None:
        if entry.query is not None:
            self._choose(entry.query, entry.text)

    def _choose(self, query: ListQuery, title: str) -> None:
        self._query = query
        if self._picked and self._picked.query != query:
            self._picked = None
        self._refresh()
        self.rows.mark(self.model.row_of(query), go=True)
        self.chosen.emit(query, title)

    def _refresh(self) -> None:
        """Show everything as it is now; what narrows the list stays marked."""
        if self.rows.state() is DeskView.State.EditingState:
            # All rows may be made anew, and with them the field that is written in: once it is closed.
            return
        at = self.rows.currentIndex()
        entry = self.model.entries[at.row()] if at.isValid() else None
        made = entries(
            self._names,
            self._counts.tally,
            self._context.preferences.way,
            folded=self._folded,
            picked=self._picked,
            draft=self._adding,
        )
        self.model.show_entries(made, self._folded)
        if entry is not None and not self.rows.currentIndex().isValid():
            self._return_to(entry)
        self.rows.mark(self.model.row_of(self._query))

    def _return_to(self, entry: Entry) -> None:
        """Put the keyboard back to the row that it was at, after all rows were made anew."""
        for row, other in enumerate(self.model.entries):
            if (other.group, other.query, other.picker) == (entry.group, entry.query, entry.picker):
                index = self.model.index(row)
                self.rows.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                return

    def _fold(self, group: Group) -> None:
        self._folded ^= {group}
        self._refresh()

    def _take_step(self, step: Step) -> None:
        if not self._names.take_step(step):
            return
        section, edition = self._query.section, self._query.edition
        gone = (section and section not in self._names.sections) or (
            edition and edition not in self._names.editions
        )
        if gone:
            self.choose_all()
        else:
            self._refresh()

    def _open_picker(self, picker: Picker) -> None:
        """Count what there is to pick, then open the list of it, unless another was asked for meanwhile."""
        if picker is Picker.BIN:
            self.bin_wanted.emit()
            return
        self._request += 1
        request, folder, edition = self._request, self._context.folder, self._names.main_edition

        def work() -> list[Choice]:
            with open_reader(folder) as reader:
                return choices(reader, picker, edition)

        def show(found: list[Choice]) -> None:
            if request == self._request and self.isVisible():
                self._show_picker(picker, found)

        self._context.work(work, show)

    def _show_picker(self, picker: Picker, found: list[Choice]) -> None:
        title = tr("Topics") if picker is Picker.TOPICS else tr("People")
        row = next((row for row, entry in enumerate(self.model.entries) if entry.picker is picker), None)
        if row is None:
            return
        popover = NamePicker(self._context.look, title, found, self)
        place = self.rows.visualRect(self.model.index(row))
        corner = place.topLeft() - QPoint(popover.width(), 0) if self.isRightToLeft() else place.topRight()
        popover.picked.connect(lambda choice: self._pick(picker, choice))
        popover.open_at(self.rows.viewport().mapToGlobal(corner))

    def _pick(self, picker: Picker, choice: Choice) -> None:
        self._picked = Picked(picker, choice.text, choice.query)
        self._choose(choice.query, choice.text)

    def _open_menu(self, entry: Entry, place: QPoint) -> None:
        section = entry.query.section if entry.query else None
        row = self.model.row_of(entry.query)
        menu = section_menu(
            self._context,
            self._names,
            section,
            self,
            add=self.new_section,
            rename=lambda: self._edit(row) if row is not None else None,
        )
        menu.popup(place)

    def _edit(self, row: int) -> None:
        index = self.model.index(row)
        self.rows.scrollTo(index)
        self.rows.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.rows.edit(index)

    def _take_name(self, entry: Entry, name: str) -> None:
        edition, section = self._names.main_edition, entry.query.section if entry.query else None
        if section is None:
            self._context.do(lambda store: add_section(store, name, edition))
        elif name != entry.text:
            self._context.do(lambda store: rename_section(store, section, edition, name))

    def _editor_closed(self) -> None:
        self._adding = False
        # The view is still busy with the field that it closes.
        QTimer.singleShot(0, self, self._refresh)
