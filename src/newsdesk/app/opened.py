"""A newsroom open in this process, from the file on the disk to the context of the panes."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from newsdesk.errors import Trouble
from newsdesk.jobs import Jobs, Lane
from newsdesk.newsroom import look_into_newsroom, now, write_newsroom
from newsdesk.newsroom.rescuing import RescueFile, rescue_path
from newsdesk.paths import data_folder, state_folder
from newsdesk.store import Step, Store, open_reader
from newsdesk.ui.context import Context
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.main_thread import MainThread
from newsdesk.ui.kit.saving import Standing


class Opened:
    """A newsroom open in this process: its context, and how it is closed."""

    def __init__(self, folder: Path, look: Look, refusal: Trouble | None = None) -> None:
        """Open the newsroom in `folder` for writing, or for reading alone if there is a `refusal` to write it.

        Raises `Trouble` when it cannot be opened.
        """
        self._refusal = refusal
        self._home = MainThread()
        self._jobs = Jobs(self._home.deliver)
        self._store: Store | None = None
        self._lane = Lane(lambda: self._open(folder), self._home.deliver)
        try:
            # Whoever waits for the newsroom has nothing else to do: what stands in its way is told at once.
            self._lane.do(lambda _store: None, _nothing, _nothing).result()
            reader = open_reader(folder)
            try:
                id = reader.newsroom().id
            except Trouble:
                reader.close()
                raise
        except BaseException:
            self._lane.close()
            self._jobs.close()
            raise
        # Apart from the lane that writes the newsroom: it must go on when that one cannot.
        copy = rescue_path(data_folder(), id, folder)
        self._rescue = Lane(lambda: RescueFile(copy, id, folder), self._home.deliver)
        self.context = Context(
            folder,
            reader,
            self._lane,
            self._jobs,
            look,
            clock=now,
            state=state_folder(),
            rescue=self._rescue,
            data=data_folder(),
            refusal=refusal,
        )

    @property
    def unclean(self) -> datetime | None:
        """The moment of the last write, when whoever wrote before did not end properly."""
        return self._store.unclean if self._store is not None else None

    def settle(self, seconds: float | None = None) -> Standing:
        """Have what is typed written now, and wait for it, at most for some seconds: how it stands then."""
        self.context.flush()
        # What is written before may take long, or never end.
        self.context.rescuing.settle()
        with suppress(Trouble, TimeoutError):
            self._lane.do(lambda _store: None, _nothing, _nothing).result(seconds)
        self._come_home()
        self.context.rescuing.settle()
        self._come_home()
        return self.context.saving.standing

    def close(self) -> None:
        """Write what is typed, finish what was begun, and let go of the newsroom."""
        self.context.closing.emit()
        # What comes of the last writes decides whether a rescue copy stays.
        self.settle()
        self._lane.close()
        self._rescue.close()
        self._jobs.close()
        # What comes later would find panes that are gone and a reader that is closed.
        self._home.close()
        self.context.read.close()

    def _come_home(self) -> None:
        """Have what has ended told now."""
        QCoreApplication.sendPostedEvents(self._home, QEvent.Type.MetaCall)

    def _open(self, folder: Path) -> Store:
        if self._refusal is not None:
            return look_into_newsroom(folder, state_folder(), now, self._refusal)
        self._store = write_newsroom(folder, state_folder(), now, self._came)
        return self._store

    def _came(self, step: Step) -> None:
        """A step ended, on the lane: tell it at home with what can be undone after it."""
        store = self._store
        if store is not None:
            undo, redo = store.undo_name, store.redo_name
            self._home.deliver(lambda: self.context.take_step(step, undo, redo))


def _nothing(_result: object) -> None:
    """Nobody waits for it."""
