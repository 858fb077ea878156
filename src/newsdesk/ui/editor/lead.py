"""The place of the lead photo: empty it takes one by drop, paste or choice, filled it shows its card."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from newsdesk.i18n import Message, tr
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import PhotoUse
from newsdesk.ui.context import Context
from newsdesk.ui.kit.flow import FlowLayout
from newsdesk.ui.kit.icons import pixmap
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import button, label, on_look
from newsdesk.ui.photo_card import PhotoCard
from newsdesk.ui.photo_intake import ask_for_files, files_in, picture_in


class EmptyLead(QWidget):
    """A dashed box that says how a lead photo gets there."""

    choosing = Signal()
    picking = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Lead photo: none yet. Enter chooses one."))
        self.lit = False
        sign = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(4)
        row.addWidget(sign)
        row.addSpacing(8)
        # Two ways, which go below one another where the column is narrow.
        ways = FlowLayout(gap=8)
        row.addLayout(ways, 1)
        ways.addWidget(label(tr("Drop the lead photo here or"), "soft"))
        ways.addWidget(button(tr("choose…"), self.choosing.emit, "link"))
        ways.addWidget(button(tr("From the newsroom’s photos…"), self.picking.emit, "link"))
        on_look(self, look, lambda: sign.setPixmap(pixmap("lead", look.colour("soft"), 20, 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses a file."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choosing.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """A click anywhere chooses a file."""
        self.choosing.emit()

    def light(self, lit: bool) -> None:
        """Show that what is dragged here would be taken."""
        self.lit = lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the dashed edge; it is the accent's while it has the keyboard or something is dragged over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.lit or self.hasFocus()
        pen = QPen(self._look.colour("accent" if strong else "edge"), 2 if strong else 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        if self.lit:
            painter.setBrush(self._look.colour("wash"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 9, 9)


class LeadSlot(QWidget):
    """Shows and emits; `card` is the lead's, or None.

    `files_chosen` and `picture_pasted` bring what should become the lead, `picking` asks for the photos that the
    newsroom has, `carded` brings each new card.
    """

    files_chosen = Signal(list)
    picture_pasted = Signal(bytes)
    picking = Signal()
    carded = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.card: PhotoCard | None = None
        self.setAcceptDrops(True)
        self.empty = EmptyLead(context.look)
        self.empty.choosing.connect(self.choose)
        self.empty.picking.connect(self.picking)
        self._doing = label("", "soft")
        self._bar = QProgressBar()
        self._bar.setObjectName("progress")
        self._bar.setAccessibleName(tr("Photos taken in"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        for widget in (self.empty, self._doing, self._bar):
            self._column.addWidget(widget)
        self.show_idle()

    def show_lead(self, article: ArticleId, use: PhotoUse | None) -> None:
        """Show the lead photo of an article, or that it has none."""
        if use is None:
            self.clear()
            return
        if self.card is not None and (self.card.article, self.card.use.photo.id) == (article, use.photo.id):
            self.card.show_use(use)
            return
        self.clear()
        self.card = PhotoCard(self._context, article, use)
        self._column.insertWidget(0, self.card)
        self.empty.hide()
        self.carded.emit(self.card)

    def clear(self) -> None:
        """Show no photo; what was typed about the last one is saved."""
        if self.card is not None:
            self.card.flush()
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        self.empty.show()

    def show_progress(self, doing: Message, done: int, total: int) -> None:
        """Show that photos are being taken in, and how far that is."""
        self._doing.setText(str(doing))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._doing.show()
        self._bar.show()

    def show_idle(self) -> None:
        """Nothing is being taken in any more."""
        self._doing.hide()
        self._bar.hide()

    def choose(self) -> None:
        """Let a person choose files."""
        files = ask_for_files(self)
        if files:
            self.files_chosen.emit(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if files_in(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()
            self.empty.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002
        """It went elsewhere."""
        self.empty.light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Files become photos, the first of them the lead."""
        self.empty.light(False)
        if files := files_in(event.mimeData()):
            event.acceptProposedAction()
            self.files_chosen.emit(files)
        elif picture := picture_in(event.mimeData()):
            event.acceptProposedAction()
            self.picture_pasted.emit(picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a picture or files."""
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
            return
        data = QGuiApplication.clipboard().mimeData()
        if files := files_in(data):
            self.files_chosen.emit(files)
        elif picture := picture_in(data):
            self.picture_pasted.emit(picture)
