"""What was entered in small places of the window, from the moment it is handed over until it is on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.jobs import Failed
from newsdesk.newsroom.rescuing import Typed
from newsdesk.store import Store
from newsdesk.ui.kit.saving import AGAIN, Saving


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a place: `save` writes it, `text` is what a rescue copy holds of it.

    A later entry of the same `place` says all that an earlier one said. `gone`: the newsroom has no such place any
    more, as when the article was deleted.
    """

    place: str
    text: Typed
    save: Callable[[Store], object]
    gone: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class _Sent:
    """An entry, and the how-manieth it was that was handed over."""

    number: int
    entry: Entry


class Do(Protocol):
    """Runs a function on the writing lane."""

    def __call__(
        self, function: Callable[[Store], object], done: Callable[[object], None], failed: Failed
    ) -> object:
        """The result, or the error, comes home."""


class Entries(QObject):
    """Writes entries, and keeps those that could not be written, also when the field is gone, until they are.

    `came(place, Trouble | None)` when a write of a place came home.
    """

    came = Signal(str, object)

    def __init__(self, do: Do, saving: Saving, tell_failure: Failed, parent: QObject) -> None:
        super().__init__(parent)
        self._do = do
        self._saving = saving
        self._tell_failure = tell_failure
        self._count = 0
        self._under_way: list[_Sent] = []
        self._failed: dict[str, _Sent] = {}
        # Their place is gone: they wait for its coming back.
        self._orphans: dict[str, _Sent] = {}
        self._saved: dict[str, int] = {}
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self.try_again)
        saving.add_holder(self, self._held)

    def busy(self, place: str) -> bool:
        """Whether an entry of this place is not on the disk yet."""
        return place in self._failed or any(sent.entry.place == place for sent in self._under_way)

    def text(self, place: str) -> str | None:
        """What was entered at a place and is not on the disk yet; None: what the newsroom has is the newest."""
        return next((typed.text for at, typed in self._newest().items() if at == place), None)

    def save(self, entry: Entry) -> None:
        """Write an entry."""
        self._count += 1
        sent = _Sent(self._count, entry)
        self._under_way.append(sent)
        self._failed.pop(entry.place, None)
        self._orphans.pop(entry.place, None)
        self._saving.handed_over(entry.place)
        self._do(entry.save, lambda _: self._done(sent), lambda error: self._lost(sent, error))

    def try_again(self) -> None:
        """Write what failed, and what has its place again."""
        self._again.stop()
        for sent in [*self._failed.values(), *self._orphans.values()]:
            if sent.entry.place in self._failed or not sent.entry.gone():
                self.save(sent.entry)

    def adopt(self) -> None:
        """Something changed in the newsroom: write what has its place again."""
        for sent in tuple(self._orphans.values()):
            if not sent.entry.gone():
                self.save(sent.entry)

    def _newest(self) -> dict[str, Typed]:
        waiting = [*self._orphans.values(), *self._failed.values(), *self._under_way]
        return {sent.entry.place: sent.entry.text for sent in sorted(waiting, key=lambda sent: sent.number)}

    def _held(self) -> Iterator[Typed]:
        yield from self._newest().values()

    def _done(self, sent: _Sent) -> None:
        place = sent.entry.place
        self._under_way.remove(sent)
        self._saved[place] = sent.number
        for waiting in (self._failed, self._orphans):
            if place in waiting and waiting[place].number < sent.number:
                del waiting[place]
        self._saving.kept(place)
        self.came.emit(place, None)

    def _lost(self, sent: _Sent, error: BaseException) -> None:
        place, trouble = sent.entry.place, trouble_of(error)
        self._under_way.remove(sent)
        if sent.number < self._saved.get(place, 0):
            # Something newer is on the disk.
            self._saving.kept(place)
        elif isinstance(error, Trouble) and sent.entry.gone():
            self._orphans[place] = sent
            self._saving.kept(place)
            self._tell_failure(error)
        else:
            self._failed[place] = sent
            self._saving.lost(place, trouble)
        self.came.emit(place, trouble)
        if not isinstance(error, Trouble):
            # Our bug: what is entered next tries again, and no timer makes one report after the other.
            raise error
        if self._failed:
            self._again.start()


def trouble_of(error: BaseException) -> Trouble:
    """What to tell of a save that failed, be it by the world's fault or by ours."""
    if isinstance(error, Trouble):
        return error
    return Trouble(
        N_("Something in Newsdesk went wrong while it saved."),
        N_("Save a copy of your text, then start Newsdesk again."),
    )
