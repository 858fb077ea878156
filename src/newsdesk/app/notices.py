"""What the window says above its panes until somebody has seen it: a fault of ours, a bad place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from newsdesk.i18n import ntr, tr
from newsdesk.newsroom import (
    conflict_warning,
    forgetting_warning,
    hide_place_warning,
    is_place_warning_hidden,
    memory_damage,
    place_warning,
)
from newsdesk.paths import config_folder, data_folder
from newsdesk.ui.kit.banner import Action, Kind
from newsdesk.ui.kit.saving import SaveState
from newsdesk.ui.main_window import MainWindow


def show_at_start(window: MainWindow) -> None:
    """Say the worst of what is wrong with where the newsroom, and what is remembered of it, lie."""
    folder, state = window.context.folder, window.context.state
    conflict = conflict_warning(folder)
    if conflict is not None:
        window.notice.show_text(Kind.WARNING, str(conflict))
        return
    damage = memory_damage(state)
    if damage is not None:
        window.notice.show_text(Kind.WARNING, str(damage))
        return
    warning = None if is_place_warning_hidden(folder, state) else place_warning(folder)
    if warning is not None:
        hide = (tr("Don’t Show Again for This Newsroom"), lambda: hide_place_warning(folder, state))
        window.notice.show_text(Kind.WARNING, str(warning), [hide])
        return
    forgetting = forgetting_warning([config_folder(), state, data_folder()])
    if forgetting is not None:
        window.notice.show_text(Kind.WARNING, str(forgetting))


class CrashNotice(QObject):
    """Tells of an error of ours, once it is known whether what is typed is on the disk."""

    def __init__(self, window: MainWindow, report: Path | None, count: int, *, new: bool) -> None:
        """There were `count` errors so far; the last was of a `new` kind, or came up before."""
        super().__init__(window)
        self._window = window
        self._report = report
        self._count = count
        self._new = new

    def show(self) -> None:
        """Have what is typed saved, and say so."""
        # First of all, and true whatever comes of the saving.
        self._say(
            ntr(
                "Something in Newsdesk went wrong. The line at the bottom says whether your text is saved.",
                "Something in Newsdesk went wrong {count} times. "
                "The line at the bottom says whether your text is saved.",
                self._count,
            )
        )
        if self._new:
            # What failed before may be this very saving, and would come back here without end.
            self._window.context.flush()
        self._window.context.do(lambda _store: None, self._settled, self._settled)

    def _settled(self, _result: object) -> None:
        if not isValid(self):
            return
        if self._window.context.saving.standing.state is SaveState.SAVED:
            self._say(
                ntr(
                    "Something in Newsdesk went wrong. Your text is kept, and you can go on.",
                    "Something in Newsdesk went wrong {count} times. Your text is kept, and you can go on.",
                    self._count,
                )
            )
        self.deleteLater()

    def _say(self, text: str) -> None:
        actions: list[Action] = [(tr("Go On"), lambda: None)]
        if self._report is not None:
            address = QUrl.fromLocalFile(str(self._report))
            actions.insert(0, (tr("Show the Report"), lambda: QDesktopServices.openUrl(address)))
        self._window.notice.show_text(Kind.TROUBLE, text, actions)
