"""What the window of backups is doing: how far it is, a way to stop it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from newsdesk.backups import Cancelled
from newsdesk.errors import Trouble
from newsdesk.i18n import Message, tr
from newsdesk.newsroom import Progress
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.long_work import LongWork
from newsdesk.ui.kit.banner import Action
from newsdesk.ui.kit.widgets import button, label, set_tone

R = TypeVar("R")
Work = Callable[[Progress, Callable[[], bool]], R]


class Running(QWidget):
    """One piece of work at a time. Closing the window does not stop it: what came of it is then told elsewhere.

    `changed` tells whether something is under way.
    """

    changed = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._work: LongWork | None = None
        self._said = label("", "soft", wrap=True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        self.stop = button(tr("&Stop"), self._stop)
        self.after = button("", lambda: self._act(), "link")
        self._act: Callable[[], object] = self.after.hide
        self._under_way = QWidget()
        row = QHBoxLayout(self._under_way)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._said, self._under_way, self.after):
            column.addWidget(widget)
        self._under_way.hide()
        self.after.hide()
        self._said.hide()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._work is not None

    @property
    def text(self) -> str:
        """What it says."""
        return self._said.text()

    def run(self, doing: str, work: Work[R], done: Callable[[R], Message], after: Action | None = None) -> None:
        """Do some work; `done` says what came of what it gives, and `after` is offered then."""
        context = self._context
        self._work = LongWork(context)
        self._work.progressed.connect(self._show_progress)
        self._show(doing, "soft")
        self.bar.setRange(0, 0)
        self._under_way.show()
        self.changed.emit(True)

        def came(result: R) -> None:
            said = done(result)
            if isValid(self):
                self._end()
                self._show(str(said), "good")
                if after is not None:
                    self._offer(*after)
            else:
                context.tell(said)
            context.kept.emit()

        def went_wrong(error: BaseException) -> None:
            if not isValid(self):
                if not isinstance(error, Cancelled):
                    context.tell_failure(error)
                return
            self._end()
            self.tell(error)

        self._work.start(work, came, went_wrong)

    def tell(self, error: BaseException) -> None:
        """Say what stands in the way; anything but a Trouble is our bug and is raised."""
        if not isinstance(error, Trouble):
            raise error
        self._show(str(error), "soft" if isinstance(error, Cancelled) else "bad")

    def _offer(self, text: str, act: Callable[[], object]) -> None:
        self._act = act
        self.after.setText(text)
        self.after.show()

    def say(self, text: str) -> None:
        """Say what was done."""
        self._show(text, "good")

    def _show(self, text: str, tone: str) -> None:
        self.after.hide()
        self._said.setText(text)
        self._said.setVisible(bool(text))
        set_tone(self._said, tone)

    def _show_progress(self, doing: Message, done: int, total: int) -> None:
        if self._work is not None:
            self._said.setText(str(doing))
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _end(self) -> None:
        self._work = None
        self._under_way.hide()
        self.changed.emit(False)
