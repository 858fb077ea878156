"""The History tab: the versions of the open article, which can be kept, compared and brought back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from newsdesk.i18n import N_, message, tr
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, RevisionId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.model.revision import Revision
from newsdesk.newsroom import zone_of
from newsdesk.newsroom.history import Restored, Version, compare_versions, keep_version, restore_version, versions
from newsdesk.store import Step, open_reader
from newsdesk.ui.context import Context
from newsdesk.ui.inspector.history_keep import KeepField
from newsdesk.ui.inspector.history_list import HistoryList
from newsdesk.ui.inspector.history_rows import HistoryModel
from newsdesk.ui.kit.debounce import Debounce
from newsdesk.ui.kit.empty import empty_state
from newsdesk.ui.kit.widgets import button, rule
from newsdesk.ui.models.bringing_back import bring_back
from newsdesk.ui.models.version_words import restored_words

PAGE = 100
"""How many versions are read at once."""
NO_ARTICLE, NO_VERSION, VERSIONS = range(3)


@dataclass(frozen=True, slots=True)
class _History:
    """What was read of an article's versions."""

    versions: tuple[Version, ...]
    changed: bool


class HistoryTab(QWidget):
    """`compare_wanted(article, before, after)` asks for two versions side by side; None is the working copy."""

    compare_wanted = Signal(object, object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id: ArticleId | None = None
        self._request = 0
        self._stale = False
        self._all_read = True
        self.model = HistoryModel(context.clock, zone_of(context.read.newsroom()), self)
        self.rows = HistoryList(context.look, self.model, self)
        self.keep = KeepField()
        self.compare = button(tr("&Compare"), self._compare)
        self.bring_back = button(tr("&Bring Back"), self._bring_back)
        self._later = Debounce(self._look, quiet=400, longest=2000, parent=self)
        self._lay_out()
        self.keep.named.connect(self._keep)
        self.rows.entered.connect(self._compare)
        self.rows.chosen.connect(self._show_ready)
        self.rows.end_reached.connect(self._read_more)
        context.stepped.connect(self._stepped)
        self._show_ready()

    def show_article(self, id: ArticleId | None) -> None:
        """Show the versions of an article, or none."""
        if id == self._id:
            return
        self._id = id
        self._request += 1
        self.keep.close_field()
        self.model.show_versions((), changed=None)
        self._stack.setCurrentIndex(NO_ARTICLE if id is None else VERSIONS)
        self._show_ready()
        self._read()

    def ask_name(self) -> None:
        """Ask for the name of a version to keep, in place."""
        if self._context.refusal is None and self._id is not None:
            self._stack.setCurrentIndex(VERSIONS)
            self.keep.open_field()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while the tab was not seen."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _lay_out(self) -> None:
        look = self._context.look
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 10)
        foot.setSpacing(8)
        for each in (self.compare, self.bring_back):
            foot.addWidget(each, 1)
        for widget in (self.keep, rule(), self.rows, rule()):
            column.addWidget(widget, 1 if widget is self.rows else 0)
        column.addLayout(foot)
        text = tr(
            "A version is kept by itself while you write, and whenever you publish, send or move the article on."
            " Keep one under a name of your own at any time."
        )
        self._stack = QStackedLayout(self)
        for page in (
            empty_state(look, "clock", tr("No article is open"), tr("Its versions stand here.")),
            empty_state(look, "clock", tr("No versions yet"), text, tr("Keep a Version…"), self.ask_name),
            filled,
        ):
            self._stack.addWidget(page)

    def _stepped(self, step: Step) -> None:
        if self._id is not None and (
            step.touches(Article, self._id) or any(step.touches(kind) for kind in (Placement, Photo, Revision))
        ):
            self._later.note()

    def _look(self) -> None:
        """Read again what a step may have changed."""
        self._read(keep_rows=True)

    def _read(self, *, keep_rows: bool = False) -> None:
        """Read the versions; where the last one is shown already, only whether the article differs from it."""
        self._stale = not self.isVisible()
        id, folder = self._id, self._context.folder
        if id is None or self._stale:
            return
        last = self._context.read.last_revision(id)
        shown = self.model.versions[0].revision.id if self.model.versions else None
        again = not keep_rows or last is None or last.id != shown
        self._request += 1
        request = self._request

        def came(found: _History) -> None:
            if not isValid(self) or request != self._request:
                return
            if again:
                self._show(found)
            else:
                self.model.show_changed(found.changed)

        self._context.work(lambda: _read_history(folder, id, PAGE if again else 1, None), came)

    def _show(self, found: _History) -> None:
        chosen = {version.revision.id if version else None for version in self.rows.selected()}
        self.model.show_versions(found.versions, changed=found.changed)
        self._all_read = len(found.versions) < PAGE
        rows = [row for row in range(self.model.rowCount()) if self._revision(row) in chosen]
        self.rows.select(rows or [0])
        asking = self.keep.is_open
        self._stack.setCurrentIndex(VERSIONS if found.versions or asking else NO_VERSION)
        self._show_ready()

    def _read_more(self) -> None:
        id, folder, request = self._id, self._context.folder, self._request
        if self._all_read or id is None or not self.model.versions:
            return
        self._all_read = True
        after = self.model.versions[-1].revision.id

        def came(found: _History) -> None:
            if isValid(self) and request == self._request:
                self.model.add(found.versions)
                self._all_read = len(found.versions) < PAGE

        self._context.work(lambda: _read_history(folder, id, PAGE, after), came)

    def _revision(self, row: int) -> RevisionId | None:
        version = self.model.version(row)
        return version.revision.id if version else None

    def _show_ready(self) -> None:
        """What the buttons can do with what is selected."""
        chosen = self.rows.selected()
        self.compare.setEnabled(bool(self.model.versions) and 1 <= len(chosen) <= 2)
        writable = self._context.refusal is None
        self.keep.setEnabled(writable)
        self.bring_back.setEnabled(writable and len(chosen) == 1 and chosen[0] is not None)

    def _compare(self) -> None:
        chosen = self.rows.selected()
        if self._id is None or not self.model.versions or not 1 <= len(chosen) <= 2:
            return
        revisions = [version.revision.id if version else None for version in chosen]
        after, before = (None, revisions[0]) if len(revisions) == 1 else (revisions[0], revisions[1])
        if before is None:
            before = self.model.versions[0].revision.id
        self.compare_wanted.emit(self._id, before, after)

    def _keep(self, name: str) -> None:
        id = self._id
        if id is not None:
            self._context.flush()
            done = message(N_("Kept the version “{name}”."), name=name)
            self._context.do(lambda store: keep_version(store, id, name), lambda _kept: self._context.tell(done))
            self.rows.setFocus()

    def _bring_back(self) -> None:
        id, chosen = self._id, self.rows.selected()
        if id is None or len(chosen) != 1 or chosen[0] is None:
            return
        revision = chosen[0].revision.id
        time = self.model.time(chosen[0])
        done = message(N_("The article is as it was: {time}."), time=time)

        def came(restored: Restored) -> None:
            self._context.tell(restored_words(done, restored), undo=True)

        bring_back(
            self._context, id, lambda store: restore_version(store, id, revision), came, self._context.tell_failure
        )


def _read_history(folder: Path, id: ArticleId, limit: int, after: RevisionId | None) -> _History:
    with open_reader(folder) as reader, reader.moment():
        found = tuple(versions(reader, id, limit, after))
        last = found[0].revision.id if found and after is None else None
        changed = last is not None and not compare_versions(reader, id, last, None).same
        return _History(found, changed)
