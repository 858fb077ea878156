"""What is open in this process: one frame, and one newsroom at a time in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QObject, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from newsdesk import newsroom
from newsdesk.app.bell import Answer, Bell, hangs, ring
from newsdesk.app.bringing_back import bring_back, delete
from newsdesk.app.checking import offer_ways_out, see_that_it_is_sound
from newsdesk.app.entering import enter
from newsdesk.app.keeping import Keeper, keep_before_closing
from newsdesk.app.notices import CrashNotice, show_at_start
from newsdesk.app.opened import Opened
from newsdesk.app.recovering import recover
from newsdesk.app.starting import make_chosen, remember_way
from newsdesk.errors import Trouble
from newsdesk.i18n import tr
from newsdesk.newsroom import choose_newsroom
from newsdesk.newsroom.history import clear_old_bin
from newsdesk.paths import data_folder, state_folder
from newsdesk.store import DamagedNewsroom
from newsdesk.ui.dialogs.doors import Doors
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look
from newsdesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from newsdesk.ui.dialogs.start import Start

FAILED = 1
"""The exit code of the event loop when a picture could not be saved."""

AT_SESSION_END = 2.0
"""Seconds that the end of a session leaves us."""

SESSION_ENDS = 30_000
"""Milliseconds in which the system closes the window after that; later, somebody has gone on working."""

SETTLED = 1500
"""Milliseconds until everything that loads by itself is there, for a picture."""


class Session(QObject):
    """Opens newsrooms in the frame, one after the other, and closes each whole."""

    def __init__(self, frame: Frame, look: Look) -> None:
        super().__init__(frame)
        self.frame = frame
        self.look = look
        self.opened: Opened | None = None
        self.window: MainWindow | None = None
        self._bell: Bell | None = None
        self._keeper: Keeper | None = None
        self._session_ends = QDeadlineTimer(0)
        frame.may_close = self.may_close
        frame.closed.connect(self.close)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self.settle_in_time, Qt.ConnectionType.DirectConnection)

    def start(self, folder: Path | None) -> None:
        """Open the newsroom that is meant, or ask which one."""
        try:
            meant = choose_newsroom(folder, os.environ, state_folder(), data_folder())
        except Trouble:
            self.ask()
            return
        self.open(meant)

    def open(self, folder: Path, refusal: Trouble | None = None) -> None:
        """Open a newsroom instead of the one that is open; when it cannot be, say why and ask for another.

        With a `refusal` to write it, which says why, it is opened for reading alone.
        """
        if self._came_forward_elsewhere(folder) or not self.may_close():
            return
        if self.opened is not None:
            self._let_go()
        try:
            self.opened = enter(folder, lambda: self._opened(folder, refusal), os.environ)
        except DamagedNewsroom as damage:
            offer_ways_out(self.frame, folder, damage, self.open, self.ask)
            return
        except Trouble as trouble:
            QMessageBox.warning(self.frame, "Newsdesk", str(trouble))
            self.ask()
            return
        if self.opened is None:
            self._end()
            return
        if self.opened.context.refusal is None:
            self._bell = Bell(folder, self)
            self._bell.rung.connect(self._come_forward)
            self._keeper = Keeper(self.opened.context)
        try:
            self.window = MainWindow(self.opened.context, self.frame, self._doors())
            self.window.show_newest()
        except DamagedNewsroom as damage:
            self._let_go()
            offer_ways_out(self.frame, folder, damage, self.open, self.ask)
            return
        if self.opened.context.refusal is None:
            self.opened.context.do(clear_old_bin)
        show_at_start(self.window)
        recover(self.window, self.opened.unclean)
        see_that_it_is_sound(self.window, self.opened.unclean)

    def _opened(self, folder: Path, refusal: Trouble | None) -> Opened:
        """The newsroom open, for reading alone where its place cannot be written."""
        try:
            return Opened(folder, self.look, refusal)
        except Trouble as trouble:
            # Those of a class of their own are no matter of place: it is damaged, newer, busy, or no newsroom.
            if refusal is not None or type(trouble) is not Trouble:
                raise
            try:
                return Opened(folder, self.look, trouble)
            except Trouble:
                raise trouble from None

    def ask(self) -> None:
        """Ask which newsroom to open or make; without an answer the program ends."""
        from newsdesk.ui.dialogs.start import StartDialog

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        home = Path(documents) / "Newsdesk" if documents else data_folder()
        if newsroom.place_warning(home) is not None:
            # The documents of many are synced: what is offered must be a good place.
            home = data_folder()
        dialog = StartDialog(self.look.preferences, newsroom.recent_newsrooms(state_folder()), home, self.frame)
        dialog.accepted.connect(lambda: self._take(dialog.choice))
        dialog.rejected.connect(self.frame.close)
        dialog.open()

    def close(self) -> None:
        """Write what is typed and let go of the newsroom."""
        bell, self._bell = self._bell, None
        if bell is not None:
            bell.close()
            bell.deleteLater()
        self._keeper = None
        window, self.window = self.window, None
        opened, self.opened = self.opened, None
        if opened is not None:
            opened.context.flush()
        if window is not None:
            window.take_down()
        if opened is not None:
            opened.close()

    def _doors(self) -> Doors:
        # Called from a button of the window that goes, so only once that is done.
        def later(call: Callable[[], None]) -> None:
            QTimer.singleShot(0, self, call)

        return Doors(
            lambda other: later(lambda: self.open(other)),
            lambda file: later(lambda: self.bring_back(file)),
            lambda: later(self.delete),
            lambda: later(self.leave_damaged),
        )

    def bring_back(self, file: Path) -> None:
        """Bring the open newsroom back to the state of the backup in `file`, and open it again."""
        if self.opened is None or not self.is_settled():
            return
        folder = self.opened.context.folder
        self._let_go()
        came = bring_back(self.frame, file, folder)
        self.open(folder)
        if self.window is not None:
            self.window.banner.show_text(came.kind, came.text)

    def delete(self) -> None:
        """Delete the open newsroom with its backups, and ask for another."""
        if self.opened is None or not self.is_settled():
            return
        folder = self.opened.context.folder
        self._let_go()
        delete(self.frame, folder)
        self.ask()

    def leave_damaged(self) -> None:
        """Close the open newsroom, which is damaged, and offer what can be done for it."""
        if self.opened is None or not self.is_settled():
            return
        folder = self.opened.context.folder
        self._let_go()
        offer_ways_out(self.frame, folder, None, self.open, self.ask)

    def _let_go(self) -> None:
        self.close()
        # At once: its timers would ask a newsroom that is closed. No event of its own is under way here.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def may_close(self) -> bool:
        """Whether nothing is lost by closing, or a person accepts that: all is written, and backed up."""
        if not self._session_ends.hasExpired():
            return True
        if not self.is_settled():
            return False
        if self.opened is None or self._keeper is None:
            return True
        return keep_before_closing(self._keeper, self.opened.context, self.frame)

    def is_settled(self) -> bool:
        """Whether all that was typed is written, or a person accepts that it is lost."""
        trouble = self.opened.settle().trouble if self.opened is not None else None
        if trouble is None or self.opened is None:
            return True
        buttons = QMessageBox.StandardButton
        text = tr("▲ NOT SAVED: {why}", why=str(trouble))
        if self.opened.context.rescuing.holds:
            text = tr(
                "▲ NOT SAVED: {why}\n\nThe text is kept in {file}, and you are asked about it when you open this "
                "newsroom again.",
                why=str(trouble),
                file=str(self.opened.context.rescuing.file),
            )
        return (
            QMessageBox.warning(self.frame, "Newsdesk", text, buttons.Discard | buttons.Cancel, buttons.Cancel)
            == buttons.Discard
        )

    def save_picture(self, file: Path) -> None:
        """Save a picture of the window once it has settled, then end."""

        def save() -> None:
            saved = self.frame.grab().save(str(file))
            self.frame.end()
            QCoreApplication.exit(0 if saved else FAILED)

        QTimer.singleShot(SETTLED, self, save)

    def _take(self, choice: Start | None) -> None:
        if choice is None:
            return
        remember_way(self.look, self.frame, choice.way)
        try:
            make_chosen(choice)
        except Trouble as trouble:
            QMessageBox.warning(self.frame, "Newsdesk", str(trouble))
            self.ask()
            return
        self.open(choice.folder)

    def tell_of_crash(self, report: Path | None, count: int, new: bool = True) -> None:
        """Keep what is typed, and say that something went wrong: `count` times so far, told of in `report`."""
        if self.window is not None:
            CrashNotice(self.window, report, count, new=new).show()
        elif count == 1:
            said = tr("Something in Newsdesk went wrong. Nothing of yours was open.")
            QMessageBox(QMessageBox.Icon.Warning, "Newsdesk", said, parent=self.frame).open()

    def _came_forward_elsewhere(self, folder: Path) -> bool:
        """Whether another window has that newsroom: the one that is open here stays open then."""
        if self.opened is None or self.opened.context.folder.resolve() == folder.resolve() or not hangs(folder):
            return False
        return ring(folder, os.environ) is Answer.RAISED

    def _come_forward(self, token: str) -> None:
        """Somebody started Newsdesk again, with the right to come forward."""
        if token:
            # Where Qt looks for it, as in a process that was just started.
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        self.frame.come_forward()

    def settle_in_time(self) -> None:
        """The session ends: have what is typed written, without a question, before the system loses patience."""
        self._session_ends.setRemainingTime(SESSION_ENDS)
        if self.opened is not None:
            self.opened.settle(AT_SESSION_END)

    def _end(self) -> None:
        self.frame.end()
        QCoreApplication.exit(0)
