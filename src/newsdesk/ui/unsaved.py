"""What is typed in one small place and saved as a named step, such as a caption, without a button for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from newsdesk.i18n import tr
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom.rescuing import Typed
from newsdesk.ui.context import Context
from newsdesk.ui.kit.debounce import Debounce
from newsdesk.ui.kit.entries import Entry
from newsdesk.ui.kit.saving import LONGEST, QUIET


def _nothing() -> None:
    """Nothing has to be done before."""


class Unsaved(QObject):
    """Hands over what is typed: when it is quiet, soon while it is not, at once with `flush`.

    `entries` are what is shown and was touched; `before` is done before they are handed over. `settled` follows
    when nothing is typed or on its way any more; `refused(Trouble | None)` says what stands in the way of it.
    """

    settled = Signal()
    refused = Signal(object)

    def __init__(
        self,
        context: Context,
        entries: Callable[[], Sequence[Entry]],
        parent: QObject,
        before: Callable[[], None] = _nothing,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._entries = entries
        self._before = before
        self._typing = False
        self._flushing = False
        self._places: set[str] = set()
        self._debounce = Debounce(self.flush, quiet=QUIET, longest=LONGEST, parent=self)
        context.saving.add_holder(self, self._held)
        context.entries.came.connect(self._came)

    @property
    def busy(self) -> bool:
        """Whether something is typed or on its way: what the store has is then no news."""
        return self._typing or any(self._context.entries.busy(place) for place in self._places)

    def note(self) -> None:
        """What is entered was changed by a person."""
        self._typing = True
        for entry in self._entries():
            self._context.saving.typed(entry.place)
        self._debounce.note()

    def flush(self) -> None:
        """Hand over at once what is typed."""
        self._debounce.drop()
        if not self._typing or self._flushing:
            return
        self._flushing = True
        self._before()
        entries = self._entries()
        self._typing = self._flushing = False
        self._places = {entry.place for entry in entries}
        self.refused.emit(None)
        for entry in entries:
            self._context.entries.save(entry)

    def _held(self) -> Iterator[Typed]:
        if self._typing:
            for entry in self._entries():
                yield entry.text

    def _came(self, place: str, trouble: object) -> None:
        if place in self._places:
            if trouble is not None:
                self.refused.emit(trouble)
            if not self.busy:
                self.settled.emit()


class HalfTyped(QObject):
    """Watches a line whose text is no value before it is entered, as by Enter: meanwhile it can be rescued."""

    def __init__(
        self, context: Context, line: QLineEdit, label: str, article: Callable[[], ArticleId | None]
    ) -> None:
        super().__init__(line)
        self._context = context
        self._line = line
        self._label = label
        self._article = article
        self._place = f"{label} {id(line)}"
        # Whoever enters the text is told of the same first.
        for changed in (line.textChanged, line.editingFinished):
            changed.connect(self._look, Qt.ConnectionType.QueuedConnection)
        context.saving.add_holder(self, self._held)
        saving, place = context.saving, self._place
        line.destroyed.connect(lambda: saving.entered(place) if isValid(saving) else None)

    @property
    def _waits(self) -> bool:
        return isValid(self._line) and self._line.isModified() and bool(self._line.text().strip())

    def _look(self) -> None:
        if self._waits:
            self._context.saving.entering(self._place, self._label)
        else:
            self._context.saving.entered(self._place)

    def _held(self) -> Iterator[Typed]:
        if self._waits:
            yield Typed(tr("{place}, not entered yet", place=self._label), self._line.text(), self._article())
