"""The compare view: two versions of an article, word by word, and each change can be brought back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, Message, message, tr
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, RevisionId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.model.revision import Revision
from newsdesk.newsroom.history import restore_version
from newsdesk.store import Step
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.compare_bar import CompareBar
from newsdesk.ui.dialogs.compare_reading import Compared, Restore, read_compared, restoring
from newsdesk.ui.dialogs.compare_rows import Row, rows_of
from newsdesk.ui.dialogs.compare_view import CompareView
from newsdesk.ui.dialogs.sheet import button_row, while_open
from newsdesk.ui.kit.banner import Banner, Kind
from newsdesk.ui.kit.debounce import Debounce
from newsdesk.ui.kit.widgets import button, on_ground, rule
from newsdesk.ui.models.bringing_back import bring_back
from newsdesk.ui.models.undo_offer import UndoOffer
from newsdesk.ui.models.version_words import restored_words

SIZE = (1120, 780)
LEAST = (680, 440)
SHARE = 0.92
"""How much of the screen it takes at most."""
SHOWS = (Article, Placement, Photo, Revision)


def show_compared(
    context: Context, article: ArticleId, before: RevisionId | None, after: RevisionId | None, over: QWidget
) -> CompareDialog:
    """Compare two versions over a widget, in the window that compares this article if there is one."""
    for shown in over.findChildren(CompareDialog):
        if shown.article == article and shown.isVisible():
            shown.show_versions(before, after)
            break
    else:
        shown = CompareDialog(context, article, before, after, over)
        shown.show()
    shown.raise_()
    shown.activateWindow()
    return shown


class CompareDialog(QDialog):
    """Lies beside the window, which stays usable. None as a version is the working copy: Now."""

    def __init__(
        self,
        context: Context,
        article: ArticleId,
        before: RevisionId | None,
        after: RevisionId | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.article = article
        self._before, self._after = before, after
        self._compared: Compared | None = None
        self._unfolded: set[str] = set()
        self._request = 0
        self.bar = CompareBar(context, self)
        self.banner = Banner(context.look)
        self._offer = UndoOffer(context, self.banner)
        self.view = CompareView(context, self)
        self.whole = button(tr("Bring Back the &Whole Version"), self._bring_back_whole)
        self._lay_out()
        self._connect()
        self.show_versions(before, after)

    def show_versions(self, before: RevisionId | None, after: RevisionId | None) -> None:
        """Compare two versions of the article, with what is typed right now."""
        self._before, self._after = before, after
        self._unfolded.clear()
        self.bar.wait()
        # What is typed is on the disk before the lane comes to this.
        self._context.flush()
        self._request += 1
        request = self._request
        if self._context.refusal is not None:
            # What can only be read has no lane to wait for.
            self._read(request)
            return
        self._context.do(
            lambda _store: None,
            while_open(self, lambda _result: self._read(request)),
            while_open(self, self._failed),
        )

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Compare"))
        self.setMinimumSize(*LEAST)
        room = self.screen().availableGeometry().size() * SHARE
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
        on_ground(self.view, "paper")
        foot = QWidget()
        on_ground(foot, "pane")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 10, 20, 10)
        row.addLayout(button_row(self.whole, None, button(tr("Close"), self.reject)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, rule(), self.banner, self.view, rule(), foot):
            column.addWidget(widget, 1 if widget is self.view else 0)
        self.view.setFocus()

    def _connect(self) -> None:
        self._later = Debounce(self._read_again, quiet=300, longest=1500, parent=self)
        self.finished.connect(lambda _result: self._later.drop())
        self.bar.chosen.connect(self.show_versions)
        self.bar.turned.connect(self.view.set_side_by_side)
        self.bar.gone.connect(self.view.go)
        self.view.moved.connect(self._show_place)
        self.view.restore_wanted.connect(self._bring_back)
        self.view.unfold_wanted.connect(self._unfold)
        self._context.stepped.connect(self._stepped)
        for keys, delta in (("F7", 1), ("Shift+F7", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda delta=delta: self.view.go(delta))

    def _stepped(self, step: Step) -> None:
        if self.isVisible() and any(step.touches(kind) for kind in SHOWS):
            self._later.note()

    def _read_again(self) -> None:
        self._request += 1
        self._read(self._request)

    def _read(self, request: int) -> None:
        folder, id, before, after = self._context.folder, self.article, self._before, self._after

        def came(compared: Compared) -> None:
            if request == self._request:
                self._show(compared)

        def failed(error: BaseException) -> None:
            if request == self._request:
                self._failed(error)

        self._context.work(
            lambda: read_compared(folder, id, before, after), while_open(self, came), while_open(self, failed)
        )

    def _show(self, compared: Compared) -> None:
        shown = self._compared
        self._compared = compared
        self.bar.show_versions(compared, self._before, self._after)
        if shown is None or (shown.comparison, shown.read) != (compared.comparison, compared.read):
            self._fill(compared)
        self.whole.setVisible(self._restorable())
        self._show_place()

    def _fill(self, compared: Compared) -> None:
        """Show the rows, with the keyboard at the change that it was at, or the one that took its place."""
        rows = rows_of(compared.comparison, self._unfolded, compared.read)
        here, high = self.view.currentIndex().row(), self.view.verticalScrollBar().value()
        passed = sum(place < here for place in self.view.changes)
        again = bool(self.view.rows.rows)
        self.view.show_rows(rows, compared.photos, buttons=self._restorable(), alike=compared.comparison.same)
        changes = self.view.changes
        if changes:
            self.view.go_to(changes[min(passed, len(changes) - 1)] if again else changes[0])
        if again:
            self.view.verticalScrollBar().setValue(high)
        elif changes:
            self.view.scrollToTop()

    def _restorable(self) -> bool:
        """Whether something can come back: from a version, into an article that is there."""
        there = self._compared is not None and self._compared.there and not self._compared.comparison.same
        there = there and self._context.refusal is None
        return there and self._after is None and self._before is not None

    def _show_place(self) -> None:
        if self._compared is not None:
            changes, here = self.view.changes, self.view.currentIndex().row()
            self.bar.show_place(changes.index(here) + 1 if here in changes else 0, len(changes))

    def _unfold(self, row: Row) -> None:
        if self._compared is None:
            return
        self._unfolded.add(row.folded[0].after)
        here, high = self.view.currentIndex().row(), self.view.verticalScrollBar().value()
        rows = rows_of(self._compared.comparison, self._unfolded, self._compared.read)
        self.view.show_rows(rows, self._compared.photos, buttons=self._restorable(), alike=False)
        self.view.setCurrentIndex(self.view.rows.index(here))
        self.view.verticalScrollBar().setValue(high)

    def _bring_back(self, row: Row) -> None:
        if row.change is not None and self._before is not None:
            self._write(*restoring(self.article, self._before, row.change))

    def _bring_back_whole(self) -> None:
        id, revision = self.article, self._before
        if revision is not None:
            done = message(N_("The article is as it was in that version."))
            self._write(lambda store: restore_version(store, id, revision), done)

    def _write(self, restore: Restore, done: Message) -> None:
        bring_back(
            self._context,
            self.article,
            restore,
            while_open(self, lambda restored: self._offer.tell(str(restored_words(done, restored)))),
            while_open(self, self._failed),
        )

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        self.banner.show_text(Kind.TROUBLE, str(error))
