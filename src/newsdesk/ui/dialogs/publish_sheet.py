"""The Publish sheet: which articles go out, what the site will be, and the one button that does it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from newsdesk.i18n import Message, ntr, tr
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import (
    Candidate,
    candidates,
    publish_all,
    rehearse,
    remember_site_folder,
    site_folder,
)
from newsdesk.publish import Cancelled, Report
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.exporting import Export, Exported
from newsdesk.ui.dialogs.outcome import Outcome
from newsdesk.ui.dialogs.publish_rows import LESS, MOST, CandidateList
from newsdesk.ui.dialogs.sheet import button_row, fit, made_sheet, retitle, while_open
from newsdesk.ui.kit.debounce import Debounce
from newsdesk.ui.kit.widgets import button, label, rule

WIDTH = 620
QUIET = 150
"""Milliseconds after a tick until what it means is worked out."""
PLACE_WIDTH = 300
"""Pixels for the folder's name before its middle is left out."""


class PublishSheet(QDialog):
    """Chooses, rehearses, publishes, exports. `published` brings how many articles went out."""

    published = Signal(int)

    def __init__(self, context: Context, selected: Sequence[ArticleId], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._newsroom = context.read.newsroom()
        self._out = site_folder(context.state, self._newsroom.id)
        self._export: Export | None = None
        self._request = 0
        self._first = "index.html"
        self.rows = CandidateList(context)
        self.outcome = Outcome()
        self._make_parts()
        self._lay_out()
        self._later = Debounce(self._rehearse, quiet=QUIET, longest=4 * QUIET, parent=self)
        self.rows.changed.connect(self._chosen)
        self.rows.compare_wanted.connect(lambda id: _compare(context, id, self))
        self.outcome.unfold.clicked.connect(self._make_room)
        self.finished.connect(lambda _result: self._leave())
        self._show_place()
        self.go.setText(tr("&Publish"))
        self.go.setEnabled(False)
        self.outcome.say(tr("Looking for what may go out…"))
        # What is typed right now is handed over first: the list is read behind it, on the same lane.
        context.flush()
        ids, now = tuple(selected), context.clock()
        context.do(
            lambda store: candidates(store.read, ids, now),
            while_open(self, lambda found: self._fill(found, frozenset(ids))),
            while_open(self, self._failed),
        )

    def set_folder(self, out: Path) -> None:
        """Publish into this folder, now and the next time."""
        self._out = out
        remember_site_folder(self._context.state, self._newsroom.id, out)
        self._show_place()
        self._chosen()

    def reject(self) -> None:
        """Close; while the site is being written, stop that instead, and say what became of it."""
        if self._export is None:
            super().reject()
            return
        self._export.stop()
        self.cancel.setEnabled(False)
        self.outcome.say(tr("Stopping…"))

    def _make_parts(self) -> None:
        self._place = label("", "soft")
        self._place.setFont(self._context.look.interface(13, QFont.Weight.DemiBold))
        self.folder = button("", self._choose_folder, "link")
        self.folder.setAutoDefault(True)  # Enter on it means it
        self.cancel = button(tr("Cancel"), self.reject)
        self.show_folder = button(tr("Show &folder"), self._show_folder)
        self.browse = button(tr("Open in &browser"), self._open_in_browser, "primary")
        self.go = button("", self._publish, "primary")
        self.go.setDefault(True)
        self.show_folder.hide()
        self.browse.hide()

    def _lay_out(self) -> None:
        column = made_sheet(self, tr("Publish"), WIDTH)
        column.setSpacing(10)
        newsroom = label(tr("{newsroom} →", newsroom=self._newsroom.title), "soft")
        where = button_row(newsroom, self._place, self.folder, None)
        where.setSpacing(4)
        column.addLayout(where)
        column.addWidget(rule())
        column.addWidget(self.rows)
        column.addSpacing(8)
        column.addWidget(self.outcome)
        column.addSpacing(4)
        column.addLayout(
            button_row(self.outcome.unfold, None, self.cancel, self.show_folder, self.browse, self.go)
        )

    def _fill(self, found: Sequence[Candidate], selected: frozenset[ArticleId]) -> None:
        self.rows.fill(found, selected)
        free = [tick for tick in self.rows.ticks.values() if tick.isEnabled()]
        (free[0] if free and self._out is not None else self.folder).setFocus()
        self._fit()
        self._chosen()

    def _fit(self) -> None:
        """Take the height that is needed, once the layouts know it."""
        QTimer.singleShot(0, self, lambda: fit(self))

    def _show_place(self) -> None:
        out = self._out
        self._place.setVisible(out is not None)
        self.folder.setText(tr("&Choose a folder…") if out is None else tr("C&hange…"))
        self.folder.setAccessibleName(tr("Choose the folder of the site"))
        if out is not None:
            where = f"\u2066{_short(out)}\u2069"
            said = tr("Folder: {folder}", folder=where)
            metrics = self._place.fontMetrics()
            self._place.setText(metrics.elidedText(said, Qt.TextElideMode.ElideMiddle, PLACE_WIDTH))
            self._place.setToolTip(str(out))

    def _choose_folder(self) -> None:
        start = self._out or self._context.folder.parent
        name = QFileDialog.getExistingDirectory(self, tr("Where the site is written"), str(start))
        if name:
            self.set_folder(Path(name))

    def _chosen(self) -> None:
        if self.rows.widget() is None:
            return
        count = len(self.rows.chosen())
        update = tr("&Update the site")
        self.go.setText(ntr("&Publish 1 article", "&Publish {count} articles", count) if count else update)
        self.go.setEnabled(self._out is not None)
        # What was asked before is not what is meant any more.
        self._request += 1
        if self._out is None:
            self.outcome.say(tr("Choose the folder that your site lies in, or an empty one for a new site."))
            return
        self.outcome.say(tr("Working out what will be written…"))
        self._later.note()

    def _rehearse(self) -> None:
        context, out, ids, request = self._context, self._out, self.rows.chosen(), self._request

        def came(report: Report) -> None:
            if request == self._request:
                self.outcome.report(report, done=False)
                self._fit()

        def failed(error: BaseException) -> None:
            if request == self._request:
                self.go.setEnabled(False)
                self.outcome.forget()
                self.outcome.tell(error)
                self._fit()

        context.do(
            lambda store: rehearse(
                store,
                context.folder,
                out,
                ids,
                now=context.clock(),
                cancelled=lambda: request != self._request,
            ),
            while_open(self, came),
            while_open(self, failed),
        )

    def _publish(self) -> None:
        if self._out is None:
            return
        ids = self.rows.chosen()
        self._request += 1
        self._later.drop()
        export = self._export = Export(self._context, self._out)
        export.progressed.connect(self._show_progress)
        self.destroyed.connect(export.stop)
        self._busy(True)
        self.outcome.say(tr("Publishing…"))
        self._context.flush()

        def came(exported: Exported) -> None:
            self._done(exported, len(ids))

        def refused(error: BaseException) -> None:
            export.deleteLater()
            failed(error)

        done, failed = while_open(self, came), while_open(self, self._failed)
        self._context.do(
            lambda store: publish_all(store, ids) if ids else [],
            lambda _published: export.start(ids, done, failed),
            refused,
        )

    def _done(self, exported: Exported, count: int) -> None:
        self._busy(False)
        self._first = exported.first
        went = ntr("Published 1 article.", "Published {count} articles.", count) if count else ""
        retitle(self, tr("Published") if count else tr("The site is up to date"))
        self.outcome.report(exported.report, went, done=True)
        self._fit()
        for widget in (self.rows, self.folder, self.go):
            widget.hide()
        for widget in (self.show_folder, self.browse):
            widget.show()
        self.cancel.setText(tr("Close"))
        self.browse.setDefault(True)
        self.browse.setFocus()
        self.published.emit(count)

    def _failed(self, error: BaseException) -> None:
        self._busy(False)
        if isinstance(error, Cancelled):
            self.outcome.say(
                tr("You stopped it: the site is as it was. What you published goes out the next time.")
            )
        else:
            self.outcome.tell(error)
            self._fit()

    def _busy(self, on: bool) -> None:
        if not on:
            self._export = None
        self.outcome.bar.setVisible(on)
        self.outcome.bar.setRange(0, 0)
        self.rows.freeze(on)
        for widget in (self.go, self.folder):
            widget.setEnabled(not on)
        self.cancel.setEnabled(True)

    def _show_progress(self, doing: Message, done: int, total: int) -> None:
        if self._export is None or self._export.stopped:
            return
        self.outcome.bar.setRange(0, total)
        self.outcome.bar.setValue(done)
        self.outcome.say(str(doing))

    def _leave(self) -> None:
        """Nobody looks on any more: what is being worked out is not wanted."""
        self._request += 1
        if self._export is not None:
            self._export.stop()

    def _make_room(self) -> None:
        """Where the files show, the list is lower."""
        self.rows.limit(MOST if self.outcome.files.isHidden() else LESS)
        self._fit()

    def _open_in_browser(self) -> None:
        if self._out is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._out / self._first))

    def _show_folder(self) -> None:
        if self._out is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._out))


def _compare(context: Context, id: ArticleId, over: QWidget) -> None:
    """Show what readers have beside what they would get."""
    # Loaded with the first comparison: no sheet waits for it.
    from newsdesk.ui.dialogs.compare_dialog import show_compared

    article = context.read.get(Article, id)
    if article is not None and article.released_revision is not None:
        show_compared(context, id, article.released_revision, None, over)


def _short(folder: Path) -> str:
    """A folder's name with that of the one it lies in."""
    return "/".join(folder.parts[-2:]) if len(folder.parts) > 2 else str(folder)
