"""Waiting for work that must be done before anything else: shown only when it takes longer than a moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from newsdesk.i18n import Message, tr
from newsdesk.newsroom import Progress
from newsdesk.ui.dialogs.sheet import button_row, fit, made_sheet
from newsdesk.ui.kit.widgets import button, label

R = TypeVar("R")
WIDTH = 420


class WaitingSheet(QDialog):
    """A title, how far the work is, and a button that stops it if it has a text. Told from any thread."""

    progressed = Signal(object, int, int)
    ended = Signal()

    def __init__(self, title: str, stop_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = made_sheet(self, title, WIDTH)
        # Its thread still tells it things when it has closed.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(tr("Progress"))
        self._doing = label("", "soft", wrap=True)
        column.addWidget(self._doing)
        column.addWidget(self.bar)
        column.addSpacing(4)
        self.stop = button(stop_text, self.reject)
        self.stop.setVisible(bool(stop_text))
        column.addLayout(button_row(self.stop))
        self.progressed.connect(self._show)
        self.ended.connect(self.accept)
        fit(self)

    def _show(self, doing: Message, done: int, total: int) -> None:
        self._doing.setText(str(doing))
        self.bar.setRange(0, total)
        self.bar.setValue(done)


def wait_for(
    parent: QWidget,
    title: str,
    stop_text: str,
    work: Callable[[Progress, Callable[[], bool]], R],
    moment: float,
    patience: float | None = None,
) -> R:
    """What `work` gives, done in a thread; longer than a `moment` (seconds) a sheet shows how far it is.

    Raises what the work raises, which is told to stop when a person does not want to wait. TimeoutError when it
    has not ended so many seconds after that as there is `patience`: it goes on to its end, and nobody sees that.
    """
    stop = Event()
    # Only the thread knows it when it is left: it must not go with whoever asked.
    sheet = WaitingSheet(title, stop_text, parent)
    thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="waiting")
    future = thread.submit(work, sheet.progressed.emit, stop.is_set)
    thread.shutdown(wait=False)
    if not wait([future], moment).done:
        future.add_done_callback(lambda _: sheet.ended.emit())
        sheet.exec()
        stop.set()
        if not wait([future], patience).done:
            sheet.setParent(None)
            raise TimeoutError
    sheet.deleteLater()
    return future.result()
