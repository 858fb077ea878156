"""Small texts that are saved as named steps, such as a caption or a dateline, without a button that says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from newsdesk.errors import Trouble
from newsdesk.store import Store
from newsdesk.ui.context import Context
from newsdesk.ui.kit.debounce import Debounce

V = TypeVar("V")

QUIET = 1_000
LONGEST = 2_000
AGAIN = 5_000
"""Milliseconds: without typing, while typing, and after a save that failed."""


class Unsaved(QObject, Generic[V]):
    """Saves one value that is typed: when it is quiet, soon while it is not, at once with `flush`.

    `value` gives it as it is shown, `save` writes it. What could not be saved is tried again.
    """

    def __init__(
        self,
        context: Context,
        place: str,
        value: Callable[[], V],
        save: Callable[[Store, V], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._place = place
        self._value = value
        self._save = save
        self._typed = False
        self._failed: list[V] = []
        self._under_way = 0
        self._debounce = Debounce(self.flush, quiet=QUIET, longest=LONGEST, parent=self)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self.flush)

    @property
    def busy(self) -> bool:
        """Whether something is typed or on its way: what the store has is then no news."""
        return self._typed or self._under_way > 0 or bool(self._failed)

    def note(self) -> None:
        """The value was changed by a person."""
        self._typed = True
        self._context.saving.typed(self._place)
        self._debounce.note()

    def flush(self) -> None:
        """Hand over at once what is not saved."""
        self._debounce.drop()
        self._again.stop()
        values, self._failed = self._failed, []
        if self._typed:
            self._typed = False
            values.append(self._value())
        for value in values:
            self._hand_over(value)

    def _hand_over(self, value: V) -> None:
        save, place, saving = self._save, self._place, self._context.saving
        self._under_way += 1
        saving.handed_over(place)

        def done(_result: object) -> None:
            saving.kept(place)
            self._under_way -= 1

        def failed(error: BaseException) -> None:
            if not isinstance(error, Trouble):
                raise error
            self._under_way -= 1
            if not isValid(self):
                # Whoever could show the value is gone; what happened must still be known.
                self._context.tell_failure(error)
                return
            saving.lost(place, error)
            self._failed.append(value)
            self._again.start()

        self._context.do(lambda store: save(store, value), done, failed)
