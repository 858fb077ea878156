"""How much there is of everything, counted beside the window and again after every step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from newsdesk.model.query import ListQuery, Tally
from newsdesk.newsroom import every_row
from newsdesk.store import Step, open_reader
from newsdesk.ui.context import Context
from newsdesk.ui.kit.debounce import Debounce

QUIET, LONGEST = 250, 1500
"""Milliseconds without a step, and at most, until it is counted again."""


class Counts(QObject):
    """The newsroom's tally and how many articles a query has; `changed` when either was counted anew."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.tally: Tally | None = None
        self.count: int | None = None
        self._query = ListQuery()
        self._context = context
        self._number = 0
        self._wait = Debounce(self.read, quiet=QUIET, longest=LONGEST, parent=self)
        context.stepped.connect(self._take_step)

    def read_for(self, query: ListQuery) -> None:
        """Count, from now on for this query; until then nothing is known of it."""
        self._query, self.count = query, None
        if self.tally:
            self.count = _counted(self.tally, query)
        self.read()

    def read(self) -> None:
        """Count now."""
        self._number += 1
        number, folder, query = self._number, self._context.folder, self._query

        def work() -> tuple[Tally, int]:
            with open_reader(folder) as reader:
                tally = reader.tally()
                counted = _counted(tally, query)
                return tally, len(every_row(reader, query)) if counted is None else counted

        self._context.work(work, lambda counted: self._take(number, counted))

    def _take(self, number: int, counted: tuple[Tally, int]) -> None:
        if isValid(self) and number == self._number:
            self.tally, self.count = counted
            self.changed.emit()

    def _take_step(self, step: Step) -> None:  # noqa: ARG002
        self._wait.note()


def _counted(tally: Tally, query: ListQuery) -> int | None:
    """How many articles a query has, where the tally says it; None where it does not."""
    asked = (query.status, query.section, query.topic, query.edition, query.person)
    if len(asked) - asked.count(None) > 1 or query.person:
        return None
    if query.status:
        return tally.by_status.get(query.status, 0)
    if query.section:
        return tally.by_section.get(query.section, 0)
    if query.topic:
        return tally.by_topic.get(query.topic, 0)
    if query.edition:
        return tally.by_edition.get(query.edition, 0)
    return tally.articles
