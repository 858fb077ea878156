"""Writing the site while a sheet looks on: its progress comes to the main thread, and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import export_site, page_path
from newsdesk.publish import Report
from newsdesk.store import open_reader
from newsdesk.ui.context import Context


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and the page to look at first, as a path in the site's folder."""

    report: Report
    first: str


class Export(QObject):
    """One export. It belongs to the open newsroom, and so outlives a sheet that closes before it is done.

    `progressed` brings a Message, what is done and the total.
    """

    progressed = Signal(object, int, int)

    def __init__(self, context: Context, out: Path) -> None:
        super().__init__(context)
        self._context = context
        self._out = out
        self._stop = Event()

    def stop(self) -> None:
        """Write no more; the export fails with `Cancelled`."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def start(
        self,
        ids: Sequence[ArticleId],
        done: Callable[[Exported], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Write the site in a thread. The page to look at is that of the first of `ids` that is online."""
        context, out = self._context, self._out

        def work() -> Exported:
            now = context.clock()
            with open_reader(context.folder) as reader:
                report = export_site(
                    reader,
                    context.folder,
                    out,
                    now=now,
                    progress=self.progressed.emit,
                    cancelled=self._stop.is_set,
                )
                pages = (page_path(reader, context.folder, id, now) for id in ids)
                return Exported(report, next((page for page in pages if page), "index.html"))

        def came(exported: Exported) -> None:
            self.deleteLater()
            done(exported)

        def went_wrong(error: BaseException) -> None:
            self.deleteLater()
            failed(error)

        context.work(work, came, went_wrong)
