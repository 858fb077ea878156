"""Searching beside the window: the newest question is the only one that gets its answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from newsdesk.model.query import ListQuery
from newsdesk.store import open_reader
from newsdesk.ui.context import Context
from newsdesk.ui.models.article_list import Line

MOST = 200
"""How many articles a search shows at most."""


class Finding(QObject):
    """Finds articles by their words; `found` brings their lines."""

    found = Signal(list)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._number = 0

    def ask(self, words: str, query: ListQuery, *, best: bool) -> None:
        """Look for words among the articles of a query; the best match first, or the newest."""
        self._number += 1
        number, folder = self._number, self._context.folder

        def work() -> list[Line]:
            with open_reader(folder) as reader, reader.moment():
                hits = reader.search(words, MOST, best, query)
                rows = {row.article: row for row in reader.story_rows([hit.row.id for hit in hits])}
                return [Line(rows[hit.row.id], hit.snippet) for hit in hits]

        self._context.work(work, lambda lines: self._take(number, lines))

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        self._number += 1

    def _take(self, number: int, lines: list[Line]) -> None:
        if isValid(self) and number == self._number:
            self.found.emit(lines)
