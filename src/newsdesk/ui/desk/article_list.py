"""The second column: the articles of what was chosen on the desk, or those that a search found."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.ids import ArticleId
from newsdesk.model.query import EVERY_ARTICLE, EditionChip, ListQuery
from newsdesk.store import Step
from newsdesk.ui.context import Context
from newsdesk.ui.desk.empty_list import empty_list
from newsdesk.ui.desk.list_header import ListHeader
from newsdesk.ui.desk.rows_view import RowsView
from newsdesk.ui.kit.widgets import on_ground, rule
from newsdesk.ui.models.article_list import ArticleListModel, Line
from newsdesk.ui.models.counts import Counts
from newsdesk.ui.models.finding import MOST, Finding
from newsdesk.ui.models.names import Names
from newsdesk.ui.models.row_words import RowWords

MINUTE = 60_000


class ArticleList(QWidget):
    """Shows articles and tells which of them a person wants.

    `opened` and `edition_chosen` bring the id of an article, `selection_changed` all that are selected, and
    `menu_wanted` a place on the screen with them.
    """

    opened = Signal(object)
    edition_chosen = Signal(object)
    selection_changed = Signal(list)
    menu_wanted = Signal(QPoint, list)
    new_wanted = Signal()
    search_cleared = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_ground(self, "pane")
        self._context = context
        self._title = ""
        self._words = ""
        self._empty: QWidget | None = None
        self._names = Names(context.read)
        self._row_words = RowWords(self._names, context.clock)
        self.model = ArticleListModel(context.read, self._row_words, self)
        self.header = ListHeader(self)
        self._counts = Counts(context, self)
        self._finding = Finding(context, self)
        self.rows = RowsView(context, self._row_words, self.model, self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(rule())
        column.addLayout(self._pages, 1)
        self.setFocusProxy(self.rows)
        self._connect()
        self.show_query(EVERY_ARTICLE, tr("All articles"))

    @property
    def query(self) -> ListQuery:
        """What is listed, or would be if nothing was searched for."""
        return self.model.query

    def show_query(self, query: ListQuery, title: str) -> None:
        """List the articles of a query; `title` names them. A search goes on within them."""
        self._title = title
        self.rows.setAccessibleName(title)
        self.model.query = query
        self._counts.read_for(query)
        self._show()

    def search(self, words: str) -> None:
        """Show the articles of the query that have these words; without words, all of them."""
        if words.strip() != self._words:
            self._words = words.strip()
            self._show()

    def select(self, article: ArticleId) -> None:
        """Make an article the current one, reading or taking in its row; a search that lacks it has none."""
        self.rows.set_current(article)
        row = self.model.bring(article)
        if row is None:
            self.rows.clearSelection()
        else:
            self.rows.go_to(row)

    def select_first(self) -> None:
        """Open the article at the top."""
        if self.model.lines:
            self.rows.go_to(0)
            self._open_row(self.model.lines[0])

    def show_new(self, article: ArticleId) -> None:
        """Show an article that was just made, which no search would have found."""
        if self._words:
            self._words = ""
            self._show()
            self.search_cleared.emit()
        self.select(article)

    def selected(self) -> list[ArticleId]:
        """The selected articles, from the top; of a story the edition that is open, if one is."""
        return self.rows.selected()

    def step(self, delta: int) -> None:
        """Open the article so many rows below (above: less than 0) the current one."""
        current = self.rows.currentIndex()
        row = current.row() + delta if current.isValid() else 0
        if row >= self.model.rowCount() and self.model.canFetchMore():
            self.model.fetchMore()
        if 0 <= row < self.model.rowCount():
            self.rows.go_to(row)
            self._open_row(self.model.lines[row])

    def focus_list(self) -> None:
        """Put the keyboard into the rows."""
        self.rows.setFocus()
        if not self.rows.currentIndex().isValid() and self.model.lines:
            self.rows.go_to(0)

    def _connect(self) -> None:
        self.rows.row_chosen.connect(self._open_row)
        self.rows.chip_chosen.connect(self._open_chip)
        self.rows.menu_wanted.connect(lambda place: self.menu_wanted.emit(place, self.selected()))
        self.rows.selectionModel().selectionChanged.connect(lambda: self.selection_changed.emit(self.selected()))
        for changed in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            changed.connect(self._show_page)
        self._finding.found.connect(self._take_found)
        self.header.sorting_changed.connect(self._show)
        self._counts.changed.connect(self._show_count)
        self._context.stepped.connect(self._take_step)
        minute = QTimer(self, interval=MINUTE)
        minute.timeout.connect(self.rows.pass_time)
        minute.start()

    def _show(self) -> None:
        """Show what the query, the words and the sorting ask for."""
        self.header.show_sorting(searching=bool(self._words))
        if self._words:
            self._finding.ask(self._words, self.model.query, best=self.header.best_first)
            return
        self._finding.drop()
        self.model.show_list(self.model.query, self.header.order)
        self._came()

    def _take_found(self, lines: list[Line]) -> None:
        self.model.show_found(lines)
        self._came()

    def _came(self) -> None:
        """Another list is there: the article that is open stays the selected one where it is in it."""
        self.rows.scrollToTop()
        current = self.rows.current
        self.rows.select_only({current} if current else ())
        self._show_count()

    def _open_row(self, line: Line) -> None:
        self.rows.set_current(line.row.article)
        self.opened.emit(line.row.article)

    def _open_chip(self, chip: EditionChip) -> None:
        self.rows.set_current(chip.article)
        self.edition_chosen.emit(chip.article)

    def _take_step(self, step: Step) -> None:
        self._names.take_step(step)
        selected, top = self.selected(), self.rows.verticalScrollBar().value()
        self.model.take_step(step)
        if selected != self.selected():
            # Qt selects the neighbour of what went: nobody chose that.
            self.rows.select_only(selected)
            self.rows.verticalScrollBar().setValue(top)
        self.rows.viewport().update()

    def _show_count(self) -> None:
        found, count = len(self.model.lines), self._counts.count
        if self.model.searching:
            form = tr("{count}+ found", count=found) if found >= MOST else tr("{count} found", count=found)
            self.header.show_count(form)
        else:
            self.header.show_count("" if count is None else self._row_words.articles(count))

    def _show_page(self) -> None:
        """The rows, or what an empty list says."""
        if self._empty is not None:
            self._pages.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if not self.model.lines:
            look, words = self._context.look, self._words if self.model.searching else ""
            narrowed = self._title if self.query != EVERY_ARTICLE else ""
            write, clear = self.new_wanted.emit, self.search_cleared.emit
            self._empty = empty_list(look, words, narrowed, write, clear)
            self._pages.addWidget(self._empty)
        self._pages.setCurrentIndex(self._pages.count() - 1)
        self.header.setEnabled(bool(self.model.lines))
