"""The Photos tab: the photos of the open article in order, where they are described, moved and chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from newsdesk.i18n import ntr, tr
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.newsroom import PhotoUse, photo_uses
from newsdesk.store import Step
from newsdesk.ui.context import Context
from newsdesk.ui.inspector.photos_row import PhotoRow
from newsdesk.ui.kit.empty import empty_state
from newsdesk.ui.kit.widgets import button, label
from newsdesk.ui.photo_intake import ask_for_files, files_in


class PhotosTab(QWidget):
    """Shows and emits. Photos in the text are changed through the text, which the editor has.

    `files_chosen` brings files to take in. `move_wanted`, `remove_wanted`, `replace_wanted` and `lead_wanted` name
    the photo (an empty name for the lead's: no lead), `captioned` also its new caption; `text_wanted` asks for the
    lead to go into the text.
    """

    files_chosen = Signal(list)
    move_wanted = Signal(str, int)
    remove_wanted = Signal(str)
    replace_wanted = Signal(str)
    lead_wanted = Signal(str)
    lead_files_chosen = Signal(list)
    text_wanted = Signal()
    captioned = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id: ArticleId | None = None
        self.rows: list[PhotoRow] = []
        self._count = label("", "head")
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._empty = empty_state(
            context.look,
            "photos",
            tr("No photos yet"),
            tr("Add photos here, or drop files onto the text. The first one you drop on the head is the lead."),
            tr("Add photos…"),
            self.choose,
        )
        self._nothing = empty_state(
            context.look, "photos", tr("No article is open"), tr("Its photos are described here.")
        )
        self._stack = QStackedLayout(self)
        for page in (self._nothing, self._empty, self._filled()):
            self._stack.addWidget(page)
        self.setAcceptDrops(True)
        context.stepped.connect(self._stepped)
        context.add_flusher(self, self.flush)

    def show_article(self, id: ArticleId | None) -> None:
        """Show the photos of an article, or none."""
        if id != self._id:
            self._clear()
        self._id = id
        self._refresh()

    def flush(self) -> None:
        """Hand over what is typed and not saved."""
        for row in self.rows:
            row.card.flush()

    def choose(self) -> None:
        """Let a person choose files."""
        files = ask_for_files(self)
        if files:
            self.files_chosen.emit(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if self._id is not None and files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files become photos of the article."""
        event.acceptProposedAction()
        self.files_chosen.emit(files_in(event.mimeData()))

    def _filled(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(self._count, 1)
        top.addWidget(button(tr("Add photos…"), self.choose))
        column.addLayout(top)
        column.addLayout(self._list)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _stepped(self, step: Step) -> None:
        if any(step.touches(kind) for kind in (Article, Placement, Photo)):
            self._refresh()

    def _refresh(self) -> None:
        article = self._context.read.get(Article, self._id) if self._id else None
        uses = photo_uses(self._context.read, article) if article else ()
        self._show_uses(article.id if article else None, uses)
        self._count.setText(ntr("1 photo", "{count} photos", len(uses)))
        self._stack.setCurrentIndex(0 if article is None else 2 if uses else 1)

    def _show_uses(self, article: ArticleId | None, uses: tuple[PhotoUse, ...]) -> None:
        """Keep the rows of photos that stay: somebody may be typing there."""
        rows = {row.key: row for row in self.rows}
        kept = [rows.pop((use.photo.id, use.role), None) for use in uses]
        for gone in rows.values():
            self._drop(gone)
        inline = sum(use.role is Role.INLINE for use in uses)
        self.rows = []
        for place, (use, row) in enumerate(zip(uses, kept, strict=True)):
            if row is None:
                assert article is not None
                row = self._made(article, use)
            else:
                row.card.show_use(use)
            if self._list.indexOf(row) != place:
                self._list.insertWidget(place, row)
            row.show_place(place + 1 - (len(uses) - inline), inline)
            self.rows.append(row)

    def _made(self, article: ArticleId, use: PhotoUse) -> PhotoRow:
        row = PhotoRow(self._context, article, use)
        photo, card = use.photo.id, row.card
        row.moved.connect(lambda delta: self.move_wanted.emit(photo, delta))
        card.captioned.connect(lambda caption: self.captioned.emit(photo, caption))
        card.text_wanted.connect(self.text_wanted)
        card.lead_wanted.connect(lambda: self.lead_wanted.emit(photo))
        if use.role is Role.LEAD:
            card.removed.connect(lambda: self.lead_wanted.emit(""))
            card.replaced.connect(self._replace_lead)
        else:
            card.removed.connect(lambda: self.remove_wanted.emit(photo))
            card.replaced.connect(lambda: self.replace_wanted.emit(photo))
        return row

    def _replace_lead(self) -> None:
        files = ask_for_files(self)
        if files:
            self.lead_files_chosen.emit(files[:1])

    def _drop(self, row: PhotoRow) -> None:
        row.card.flush()
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _clear(self) -> None:
        for row in self.rows:
            self._drop(row)
        self.rows = []
