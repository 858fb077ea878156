"""Sees to it that what is typed is in the rescue copy whenever it does not get into the newsroom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.errors import Trouble
from newsdesk.jobs import Lane
from newsdesk.newsroom.rescuing import Rescued, RescueFile, Typed
from newsdesk.ui.kit.debounce import Debounce
from newsdesk.ui.kit.saving import AGAIN, LONGEST, QUIET, SaveState, Saving, Ticks

LATE = 2_000
"""Milliseconds after which a keystroke that is not in the newsroom goes into the rescue copy."""

Pack = Callable[[Iterable[Typed]], Sequence[Rescued]]
"""Puts texts together by their articles, with the moment."""


class Rescuing(QObject):
    """Writes the rescue copy at `file`, as long as something typed failed to be saved or is late, and removes it.

    `changed` follows each writing: `holds` says whether all that is unsaved was in the copy then, `trouble` why
    the copy could not be written.
    """

    changed = Signal()

    def __init__(
        self, saving: Saving, lane: Lane[RescueFile], file: Path, pack: Pack, ticks: Ticks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.file = file
        self.holds = False
        self.trouble: Trouble | None = None
        self._saving = saving
        self._lane = lane
        self._pack = pack
        self._ticks = ticks
        self._active = False
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self._look)
        self._soon = Debounce(self.hurry, quiet=QUIET, longest=LONGEST, parent=self)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self.hurry)
        saving.changed.connect(self._look)
        saving.noted.connect(self._noted)

    def hurry(self) -> None:
        """Write at once what waits to be written: somebody leaves what they were typing in."""
        if self._active:
            self._write()

    def settle(self) -> None:
        """Have the copy on the disk as it must be now, and wait for it."""
        if self._active or self._saving.oldest is not None or any(True for _ in self._saving.held()):
            with suppress(Trouble):
                self._write().result()

    def find(self, found: Callable[[Sequence[Rescued]], None], failed: Callable[[BaseException], None]) -> None:
        """Bring what an earlier run left."""
        self._lane.do(lambda file: file.found(), found, failed)

    def leave(self, undecided: Sequence[Rescued]) -> None:
        """Of what an earlier run left, only these wait for a decision now."""
        self._lane.do(lambda file: file.leave(undecided), lambda _: self.hurry(), self._failed)

    def _noted(self) -> None:
        if self._active:
            self._soon.note()
        else:
            self._look()

    def _look(self) -> None:
        """Whether what is typed is safe in the newsroom, may still get there in time, or must be rescued."""
        state, oldest = self._saving.standing.state, self._saving.oldest
        if state is SaveState.NOT_SAVED:
            # Each failure anew: it may have been in another place.
            self._write()
        elif state is SaveState.SAVED:
            self._settled()
        elif oldest is not None and not self._active:
            left = oldest + LATE - self._ticks()
            if left <= 0:
                self._write()
            else:
                self._late.start(left)

    def _settled(self) -> None:
        self._late.stop()
        # What was typed in an article that was deleted meanwhile has no place in the newsroom.
        if any(True for _ in self._saving.held()) or self._active:
            self._write()

    def _write(self) -> Future[None]:
        self._soon.drop()
        self._late.stop()
        self._again.stop()
        rescued = self._pack(self._saving.held())
        self._active = bool(rescued)
        holds = bool(rescued)
        return self._lane.do(lambda file: file.write(rescued), lambda _: self._written(holds), self._failed)

    def _written(self, holds: bool) -> None:
        self.holds, self.trouble = holds, None
        self.changed.emit()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        self.holds, self.trouble = False, error
        if self._active:
            self._again.start()
        self.changed.emit()
