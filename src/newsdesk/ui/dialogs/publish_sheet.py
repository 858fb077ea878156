"""The Publish sheet: which articles go out, what the site will be, and the one button that does it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QProgressBar, QWidget

from newsdesk.errors import Trouble
from newsdesk.i18n import Message, ntr, tr
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import (
    candidates,
    export_site,
    page_path,
    publish_all,
    rehearse,
    remember_site_folder,
    site_folder,
)
from newsdesk.publish import Cancelled, Report
from newsdesk.store import open_reader
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.publish_rows import CandidateList
from newsdesk.ui.dialogs.sheet import button_row, made_sheet, while_open
from newsdesk.ui.dialogs.site_report import left_out_text, paths_text, written_text
from newsdesk.ui.kit.debounce import Debounce
from newsdesk.ui.kit.widgets import button, label, rule

WIDTH = 600
QUIET = 150
"""Milliseconds after a tick until what it means is worked out."""


class PublishSheet(QDialog):
    """Chooses, rehearses, publishes, exports. `published` brings how many articles went out."""

    published = Signal(int)
    _progressed = Signal(object, int, int)

    def __init__(self, context: Context, selected: Sequence[ArticleId], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._newsroom = context.read.newsroom()
        self._out = site_folder(context.state, self._newsroom.id)
        self._stop = Event()
        self._request = 0
        self._went_out: tuple[ArticleId, ...] = ()
        column = made_sheet(self, tr("Publish"), WIDTH)
        self._folder = button("", self._choose_folder, "link")
        where = button_row(label(tr("{newsroom} → Folder:", newsroom=self._newsroom.title), "soft"), self._folder, None)
        column.addLayout(where)
        column.addWidget(rule())
        found = candidates(context.read, selected, context.clock())
        self.rows = CandidateList(context, found, frozenset(selected))
        column.addWidget(self.rows, 1)
        self._summary = label("", "soft", wrap=True)
        self._fault = label("", "bad", wrap=True)
        self._fault.hide()
        self._paths = QPlainTextEdit(readOnly=True)
        self._paths.setAccessibleName(tr("What will be written"))
        self._paths.setFixedHeight(160)
        self._paths.hide()
        self._bar = QProgressBar(textVisible=False)
        self._bar.hide()
        for widget in (self._summary, self._fault, self._bar, self._paths):
            column.addWidget(widget)
        self._unfold = button(tr("&What will be written…"), self._toggle_paths, "link")
        self._cancel = button(tr("Cancel"), self.reject)
        self._browse = button(tr("Open in &Browser"), self._open_in_browser)
        self._show = button(tr("Show &Folder"), self._show_folder)
        self.go = button("", self._publish, "primary")
        self.go.setDefault(True)
        for widget in (self._browse, self._show):
            widget.hide()
        column.addLayout(button_row(self._unfold, None, self._cancel, self._show, self._browse, self.go))
        self._later = Debounce(self._rehearse, quiet=QUIET, longest=4 * QUIET, parent=self)
        self.rows.changed.connect(self._chosen)
        self._progressed.connect(self._show_progress)
        self._show_place()
        self._chosen()

    @property
    def summary(self) -> str:
        """What it says will happen, or did."""
        return self._summary.text()

    def set_folder(self, out: Path) -> None:
        """Publish into this folder, now and the next time."""
        self._out = out
        remember_site_folder(self._context.state, self._newsroom.id, out)
        self._show_place()
        self._chosen()

    def reject(self) -> None:
        """Close; while the site is being written, stop that first."""
        self._stop.set()
        super().reject()

    def _show_place(self) -> None:
        self._folder.setText(tr("{folder} ▾", folder=str(self._out)) if self._out else tr("&Choose a folder…"))

    def _choose_folder(self) -> None:
        start = self._out or self._context.folder.parent
        name = QFileDialog.getExistingDirectory(self, tr("Where the site is written"), str(start))
        if name:
            self.set_folder(Path(name))

    def _chosen(self) -> None:
        count = len(self.rows.chosen())
        self.go.setText(ntr("&Publish 1 article", "&Publish {count} articles", count) if count else tr("&Update the site"))
        self.go.setEnabled(self._out is not None)
        if self._out is None:
            self._summary.setText(tr("Choose the folder that your site lies in, or an empty one for a new site."))
            return
        self._summary.setText(tr("Working out what will be written…"))
        self._later.note()

    def _rehearse(self) -> None:
        context, out, ids = self._context, self._out, self.rows.chosen()
        self._request += 1
        request = self._request

        def came(report: Report) -> None:
            if request == self._request:
                self._fault.hide()
                self._summary.setText(f"{written_text(report, done=False)} {left_out_text(report)}".strip())
                self._paths.setPlainText(paths_text(report))

        def failed(error: BaseException) -> None:
            if request == self._request:
                self._summary.setText("")
                self._tell(error)

        context.do(
            lambda store: rehearse(store, context.folder, out, ids, now=context.clock()),
            while_open(self, came),
            while_open(self, failed),
        )

    def _publish(self) -> None:
        ids = self.rows.chosen()
        self._request += 1
        self._later.drop()
        self._busy(True)
        self._context.flush()
        self._went_out = tuple(ids)
        if ids:
            self._context.do(
                lambda store: publish_all(store, ids),
                while_open(self, lambda _published: self._export()),
                while_open(self, self._failed),
            )
        else:
            self._export()

    def _export(self) -> None:
        context, out, stop = self._context, self._out, self._stop
        if out is None:
            return

        def work() -> Report:
            with open_reader(context.folder) as reader:
                return export_site(
                    reader,
                    context.folder,
                    out,
                    now=context.clock(),
                    progress=self._progressed.emit,
                    cancelled=stop.is_set,
                )

        context.work(work, while_open(self, self._done), while_open(self, self._failed))

    def _done(self, report: Report) -> None:
        self._busy(False)
        count = len(self._went_out)
        said = ntr("Published 1 article.", "Published {count} articles.", count) if count else tr("The site is up to date.")
        self._summary.setText(f"{said} {written_text(report, done=True)} {left_out_text(report)}".strip())
        self._paths.setPlainText(paths_text(report))
        self._fault.hide()
        self.rows.setEnabled(False)
        for widget in (self._browse, self._show):
            widget.show()
        self.go.hide()
        self._cancel.setText(tr("Close"))
        self._browse.setFocus()
        self.published.emit(count)

    def _failed(self, error: BaseException) -> None:
        self._busy(False)
        self._stop.clear()
        if isinstance(error, Cancelled):
            self._summary.setText(tr("The site was not written. What you published goes out the next time."))
        else:
            self._tell(error)

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._fault.setText(str(error))
        self._fault.show()

    def _busy(self, on: bool) -> None:
        self._bar.setVisible(on)
        self._bar.setRange(0, 0)
        self.rows.setEnabled(not on)
        self.go.setEnabled(not on)
        self._folder.setEnabled(not on)

    def _show_progress(self, doing: Message, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._summary.setText(str(doing))

    def _toggle_paths(self) -> None:
        self._paths.setVisible(self._paths.isHidden())
        self.adjustSize()

    def _open_in_browser(self) -> None:
        if self._out is not None:
            path = next(
                (
                    found
                    for id in self._went_out
                    if (found := page_path(self._context.read, self._context.folder, id, now=self._context.clock()))
                ),
                "index.html",
            )
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._out / path))

    def _show_folder(self) -> None:
        if self._out is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._out))
