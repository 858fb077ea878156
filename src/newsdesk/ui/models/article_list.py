"""The list of articles as a model: one line for each story, page by page, kept true by the steps taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from newsdesk.i18n import tr
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, StoryId
from newsdesk.model.query import EVERY_ARTICLE, ListQuery, Order, StoryRow, place_after
from newsdesk.store import Reader, Step
from newsdesk.ui.models.placing import comes_before, place_among, standing, stories_of
from newsdesk.ui.models.row_words import RowWords

PAGE = 100
FAR = 1000
"""How many stories are read at once for one that stands far down."""
MANY = 50
"""From so many stories in one step on, the list is read again instead of each of them."""
MOST_READ_AGAIN = 500

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the `Line` of a row."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list; `snippet` is what a search found, marked by HIT_START and HIT_END."""

    row: StoryRow
    snippet: str = ""


class ArticleListModel(QAbstractListModel):
    """Lines from the newsroom in an order, or those that a search found.

    In a list a line is a story and moves to where it belongs. What a search found stays where it is, each line one
    article. A `guest` is a story that the list would not have, shown at its top until another list is shown.
    """

    def __init__(self, reader: Reader, words: RowWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.query = EVERY_ARTICLE
        self.order = Order.CHANGED
        self.searching = False
        self._reader = reader
        self._words = words
        self._lines: list[Line] = []
        self._last: StoryRow | None = None
        self._all_read = True
        self._guest: StoryId | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines were read."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The headline, what a screen reader says, or the whole line."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.row.headline or tr("Untitled")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.spoken(line.row, self.order)
        return None

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: ARG002, B008
        """Whether the newsroom has more."""
        return not self._all_read

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: ARG002, B008
        """Read the next page."""
        self._read_page(PAGE)

    @property
    def lines(self) -> Sequence[Line]:
        """What was read, from the top."""
        return self._lines

    def show_list(self, query: ListQuery, order: Order) -> None:
        """Show another list from its top."""
        self.query, self.order, self.searching, self._guest = query, order, False, None
        self._read_again(PAGE)

    def show_found(self, lines: Iterable[Line]) -> None:
        """Show what a search found."""
        self.beginResetModel()
        self.searching, self._guest = True, None
        self._lines, self._last, self._all_read = list(lines), None, True
        self.endResetModel()

    def row_of(self, article: ArticleId) -> int | None:
        """The row in which an article is: itself, or as one of the editions of its story."""
        for row, line in enumerate(self._lines):
            if line.row.article == article:
                return row
        for row, line in enumerate(self._lines):
            if any(chip.article == article for chip in line.row.chips):
                return row
        return None

    def bring(self, article: ArticleId) -> int | None:
        """The row of an article, which is read or taken in as a guest if need be; None when it is nowhere."""
        row = self.row_of(article)
        record = self._reader.get(Article, article) if row is None and not self.searching else None
        if record is None:
            return row
        if standing(self.query, self._reader.story(record.story), self._words.names.ranked()):
            while not self._all_read and self.row_of(article) is None:
                self._read_page(FAR)
            return self.row_of(article)
        self._guest = record.story
        self._settle(record.story)
        return self.row_of(article)

    def take_step(self, step: Step) -> None:
        """Show what a step changed."""
        if step.touches(Edition) and not self.searching:
            self._read_again(min(max(len(self._lines), PAGE), MOST_READ_AGAIN))
            return
        if self.searching:
            self._refresh_found(step)
            return
        stories = stories_of(step, self._reader)
        if len(stories) > MANY:
            self._read_again(min(max(len(self._lines), PAGE), MOST_READ_AGAIN))
            return
        for story in stories:
            self._settle(story)

    def _read_again(self, count: int) -> None:
        self.beginResetModel()
        rows = self._reader.stories(self.query, self.order, None, count)
        self._lines = [Line(row) for row in rows]
        self._last = rows[-1] if rows else None
        self._all_read = len(rows) < count
        self.endResetModel()

    def _read_page(self, count: int) -> None:
        after = place_after(self._last, self.order) if self._last else None
        rows = self._reader.stories(self.query, self.order, after, count)
        self._all_read = len(rows) < count
        if not rows:
            return
        self._last = rows[-1]
        # A step that is still on its way may have moved a story that is shown already: it settles it then.
        shown = {line.row.story for line in self._lines}
        new = [Line(row) for row in rows if row.story not in shown]
        if new:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(new) - 1)
            self._lines += new
            self.endInsertRows()

    def _settle(self, story: StoryId) -> None:
        """Show a story as it is now, where it belongs now."""
        at = next((row for row, line in enumerate(self._lines) if line.row.story == story), None)
        row = self._row_of_story(story)
        if row is None:
            if at is not None:
                self._take_out(at)
            return
        rest = [line.row for place, line in enumerate(self._lines) if place != at]
        to = self._place(row, rest)
        if to is None:
            if at is not None:
                self._take_out(at)
        elif at is None:
            self.beginInsertRows(QModelIndex(), to, to)
            self._lines.insert(to, Line(row))
            self.endInsertRows()
        else:
            self._move(at, to)
            self._put(to, Line(row))

    def _row_of_story(self, story: StoryId) -> StoryRow | None:
        articles = self._reader.story(story)
        stands = standing(self.query, articles, self._words.names.ranked())
        if stands is None and story == self._guest:
            stands = standing(EVERY_ARTICLE, articles, self._words.names.ranked())
        rows = self._reader.story_rows([stands.id], self.query) if stands else []
        return rows[0] if rows else None

    def _place(self, row: StoryRow, rest: Sequence[StoryRow]) -> int | None:
        """Where a row belongs among the rest; None when that is further down than was read."""
        if row.story == self._guest:
            return 0
        if not self._all_read and (self._last is None or comes_before(self._last, row, self.order)):
            return None
        guests = 1 if rest and rest[0].story == self._guest else 0
        return guests + place_among(row, rest[guests:], self.order)

    def _take_out(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._lines[row]
        self.endRemoveRows()

    def _move(self, row: int, to: int) -> None:
        if row == to:
            return
        # Qt counts the place with the moved row still where it was.
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to + 1 if to > row else to)
        self._lines.insert(to, self._lines.pop(row))
        self.endMoveRows()

    def _put(self, row: int, line: Line) -> None:
        if self._lines[row] != line:
            self._lines[row] = line
            self.dataChanged.emit(self.index(row), self.index(row))

    def _refresh_found(self, step: Step) -> None:
        stories = set(stories_of(step, self._reader))
        concerned = [line.row.article for line in self._lines if line.row.story in stories]
        fresh = {row.article: row for row in self._reader.story_rows(concerned)} if concerned else {}
        for row in reversed(range(len(self._lines))):
            line = self._lines[row]
            if line.row.story in stories:
                now = fresh.get(line.row.article)
                if now is None:
                    self._take_out(row)
                else:
                    self._put(row, replace(line, row=now))
