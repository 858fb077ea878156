"""The rows of the article list under the pointer and the keyboard: what opens an article, what only selects."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from newsdesk.model.ids import ArticleId
from newsdesk.model.query import EditionChip
from newsdesk.ui.context import Context
from newsdesk.ui.desk.article_delegate import ArticleDelegate
from newsdesk.ui.kit.widgets import on_look
from newsdesk.ui.models.article_list import LINE_ROLE, ArticleListModel, Line
from newsdesk.ui.models.row_words import RowWords

_WIDENS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
Flag = QItemSelectionModel.SelectionFlag


class RowsView(QListView):
    """A list that tells of what a person does in it, and never of what the program does.

    `row_chosen(Line)` when a person comes to a row, `chip_chosen(EditionChip)` for a click on an edition.
    `current` is the article that is open: it stands for its story.
    """

    row_chosen = Signal(object)
    chip_chosen = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, context: Context, words: RowWords, model: ArticleListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._articles = model
        self.setModel(model)
        self._delegate = ArticleDelegate(context, words, model, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        on_look(self, context.look, self._refont)
        context.thumbnails.arrived.connect(self._picture_arrived)

    @property
    def current(self) -> ArticleId | None:
        """The article that is open."""
        return self._delegate.current

    def set_current(self, article: ArticleId | None) -> None:
        """Mark the article that is open, without a move of the rows."""
        self._delegate.current = article
        self.viewport().update()

    def selected(self) -> list[ArticleId]:
        """The selected articles, from the top; of a story the edition that is open, if one is."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._meant(self._articles.lines[row]) for row in rows]

    def go_to(self, row: int) -> None:
        """Make a row the current one and select it alone."""
        index = self._articles.index(row)
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
        self.scrollTo(index)

    def select_only(self, articles: Collection[ArticleId]) -> None:
        """Select just these, as far as they are there, and keep the keyboard at the one that is open."""
        self.clearSelection()
        for row, line in enumerate(self._articles.lines):
            here = self._articles.index(row)
            if self._meant(line) in articles:
                self.selectionModel().select(here, Flag.Select)
            if self.current is not None and self._meant(line) == self.current:
                self.selectionModel().setCurrentIndex(here, Flag.NoUpdate)

    def pass_time(self) -> None:
        """Say times as they are said now."""
        self._delegate.layouts.new_day()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose an edition or a row; with Shift or Ctrl only select."""
        index = self.indexAt(event.position().toPoint())
        chip = self._chip(index, event.position().toPoint()) if index.isValid() else None
        super().mousePressEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or event.modifiers() & _WIDENS or not index.isValid():
            return
        if chip is not None:
            self.chip_chosen.emit(chip)
        else:
            self.row_chosen.emit(index.data(LINE_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Come to another row, or choose this one with Enter."""
        before = self.currentIndex()
        super().keyPressEvent(event)
        now = self.currentIndex()
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if now.isValid() and (entered or now != before) and not event.modifiers() & _WIDENS:
            self.row_chosen.emit(now.data(LINE_ROLE))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu, at the pointer or at the current row."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
        else:
            self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tip what a chip means, and a headline in full."""
        if event.type() is not QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        place = cast(QHelpEvent, event).pos()
        index = self.indexAt(place)
        if index.isValid():
            chip = self._chip(index, place)
            tip = self._words.chip(chip) if chip else str(index.data())
            QToolTip.showText(self.viewport().mapToGlobal(place), tip, self)
        return True

    def _chip(self, index: QModelIndex, place: QPoint) -> EditionChip | None:
        row = self.visualRect(index)
        return self._delegate.chip_at(index, row, place.toPointF(), mirrored=self.isRightToLeft())

    def _meant(self, line: Line) -> ArticleId:
        editions = {chip.article for chip in line.row.chips}
        return self.current if self.current in editions and self.current else line.row.article

    def _picture_arrived(self, hash: str) -> None:  # noqa: ARG002
        self.viewport().update()

    def _refont(self) -> None:
        self._delegate.layouts.refont()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
