"""Backups that come by themselves: while one works, and once more at closing."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from newsdesk.backups import BackedUp, Cancelled, Copying, Kind
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, tr
from newsdesk.model.ids import Clock
from newsdesk.newsroom import Progress
from newsdesk.newsroom.backing_up import (
    back_up,
    backup_is_due,
    copied_counter,
    copy_off,
    counter_of,
    newest_own_backup,
)
from newsdesk.store import DamagedNewsroom
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.waiting import wait_for

BETWEEN = 60_000
"""Milliseconds between two looks whether a backup is due."""

REST = 30 * 60.0
"""Seconds to try nothing after something failed: a full disk is not emptier a minute later."""

PATIENCE = 2.0
"""Seconds to wait for a backup to stop that nobody wants to wait for."""

MOMENT = 0.4
"""Seconds that closing may take before it says what takes so long."""


@dataclass(frozen=True, slots=True)
class Place:
    """A newsroom's folder, and where this machine remembers its backups."""

    folder: Path
    state: Path
    clock: Clock


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of looking after the backups: the one that was made, and whether anything was copied off."""

    made: BackedUp | None = None
    copied: bool = False


def keep(
    place: Place,
    kind: Kind,
    is_wanted: Callable[[], bool],
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Kept:
    """Make a backup if one `is_wanted`, and have the newest one in the second place. Not for the main thread."""
    made = None
    if is_wanted():
        made = back_up(
            place.folder,
            kind,
            state=place.state,
            clock=place.clock,
            progress=progress,
            cancelled=cancelled,
        )
    newest = made.backup if made else newest_own_backup(place.folder, place.state)
    if newest is None or copied_counter(place.state, newest.contents.newsroom) == newest.contents.counter:
        return Kept(made)
    copied = copy_off(
        place.folder,
        state=place.state,
        by_hand=False,
        clock=place.clock,
        progress=progress,
        cancelled=cancelled,
    )
    return Kept(made, copied.outcome is Copying.COPIED)


def has_changed(place: Place) -> bool:
    """Whether the newsroom was written since its newest backup."""
    newest = newest_own_backup(place.folder, place.state)
    return newest is None or newest.contents.counter != counter_of(place.folder)


class Keeper(QObject):
    """Looks every minute whether a backup is due. What stands in its way is told once, not every minute."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._stop = Event()
        self.under_way = False
        self._tried = self._rests_until = -math.inf
        self._took = 0.0
        self._told = ""
        self._timer = QTimer(self, interval=BETWEEN)
        self._timer.timeout.connect(lambda: self.look())
        self._timer.start()
        context.closing.connect(self.stop)

    def start(self) -> None:
        """Look again from now on."""
        self._stop = Event()
        self._timer.start()

    def stop(self) -> None:
        """Look no more, and stop what is under way."""
        self._timer.stop()
        self._stop.set()

    def look(self, since: float | None = None) -> None:
        """Look whether a backup or a copy of one is due, and make it; `since` the last try, in seconds."""
        resting = since is None and time.monotonic() < self._rests_until
        if self.under_way or self._stop.is_set() or resting:
            return
        self.under_way = True
        elapsed = time.monotonic() - self._tried if since is None else since
        place, took, stop = place_of(self._context), self._took, self._stop

        def is_due() -> bool:
            newest = newest_own_backup(place.folder, place.state)
            due = backup_is_due(newest, counter_of(place.folder), elapsed, took)
            if due:
                self._tried = time.monotonic()
            return due

        self._context.work(
            lambda: keep(place, Kind.TIMED, is_due, _silent, stop.is_set), self._came, self._went_wrong
        )

    def _came(self, kept: Kept) -> None:
        self.under_way = False
        self._told = ""
        if kept.made is not None:
            self._took = kept.made.seconds
        if kept.made is not None or kept.copied:
            self._context.kept.emit()

    def _went_wrong(self, error: BaseException) -> None:
        self.under_way = False
        if isinstance(error, Cancelled):
            return
        self._rests_until = time.monotonic() + REST
        if not isinstance(error, Trouble) or str(error) != self._told:
            self._told = str(error)
            # Damage has ways out of its own, which the window offers.
            if isinstance(error, Trouble) and not isinstance(error, DamagedNewsroom):
                error = _unkept(error)
            self._context.tell_failure(error)


def keep_before_closing(keeper: Keeper, context: Context, parent: QWidget) -> bool:
    """Back up what was changed, before the newsroom closes; whether it may close then.

    A backup that fails is told, and a person decides; one that takes long can be gone without.
    """
    # Whoever is at work on the backups holds their place: nobody waits for that at closing.
    context.closing.emit()
    may_close = _is_kept(context, parent)
    if not may_close:
        keeper.start()
    return may_close


def _is_kept(context: Context, parent: QWidget) -> bool:
    place = place_of(context)
    try:
        wait_for(
            parent,
            tr("Backing up…"),
            tr("Close Without It"),
            lambda progress, cancelled: keep(place, Kind.CLOSING, lambda: has_changed(place), progress, cancelled),
            MOMENT,
            PATIENCE,
        )
    except (Cancelled, TimeoutError):
        return True
    except Trouble as trouble:
        return _accepts(parent, trouble)
    return True


def place_of(context: Context) -> Place:
    """Where the open newsroom lies."""
    return Place(context.folder, context.state, context.clock)


def _accepts(parent: QWidget, trouble: Trouble) -> bool:
    box = QMessageBox(QMessageBox.Icon.Warning, "Newsdesk", str(_unkept(trouble).what), parent=parent)
    box.setInformativeText(tr("What you wrote is saved in the newsroom. {advice}", advice=str(trouble.way_out)))
    close = box.addButton(tr("Close Anyway"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(tr("Don’t Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is close


def _unkept(trouble: Trouble) -> Trouble:
    """The trouble, saying what it stood in the way of."""
    return Trouble(
        N_("No backup could be made. {why}"), N_("{advice}"), why=str(trouble.what), advice=str(trouble.way_out)
    )


def _silent(_doing: object, _done: int, _total: int) -> None:
    """Nobody looks on."""
