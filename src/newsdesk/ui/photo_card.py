"""A photo in an article as a card, which is also where it is described."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.ids import ArticleId
from newsdesk.model.person import Person
from newsdesk.model.placement import Role
from newsdesk.newsroom import PhotoUse
from newsdesk.ui.context import Context
from newsdesk.ui.kit.entries import Entry
from newsdesk.ui.kit.icons import pixmap
from newsdesk.ui.kit.widgets import button, icon_button, label, on_look
from newsdesk.ui.models.photo_entries import described_entries, with_unsaved
from newsdesk.ui.photo_fields import PhotoFields
from newsdesk.ui.photo_words import credit_words, missing_words
from newsdesk.ui.unsaved import Unsaved

THUMBNAIL = QSize(112, 74)


class PhotoCard(QFrame):
    """Closed it tells of the photo, open it holds the fields; it saves what is said by itself. `narrow` is high.

    `captioned` brings the caption of an inline photo, which belongs into the text. The other signals are what a
    person wants done with the photo.
    """

    captioned = Signal(str)
    removed = Signal()
    replaced = Signal()
    lead_wanted = Signal()
    text_wanted = Signal()

    def __init__(self, context: Context, article: ArticleId, use: PhotoUse, *, narrow: bool = False) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.use = use
        self._context = context
        self.article = article
        self._fields: PhotoFields | None = None
        # A photo that stands in the text since a moment has its place only once the text is saved.
        self._unsaved = Unsaved(context, self._entries, self, context.flush_texts)
        self._picture, self._caption = QLabel(), label("", wrap=True)
        self._credit, self._sign = label("", "soft", wrap=True), label("")
        self._missing = label("", "warn", wrap=True)
        self._summary, self._warning = QWidget(), QWidget()
        self._more = icon_button(context.look, "more", tr("More"), lambda: None)
        self._place(narrow)
        context.thumbnails.arrived.connect(self._arrived)
        on_look(self, context.look, lambda: self._paint())
        self.show_use(use)

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self._fields is not None and not self._fields.isHidden()

    def show_use(self, use: PhotoUse) -> None:
        """Show what is said of the photo; what a person typed is newer than the disk."""
        self.use = use = with_unsaved(self._context.entries, self.article, use)
        self._caption.setText(use.caption or tr("No caption yet"))
        self._caption.setProperty("tone", "" if use.caption else "soft")
        self._credit.setText(" · ".join(str(part) for part in credit_words(use)))
        self._missing.setText(" · ".join(str(said) for said in missing_words(use)))
        self._warning.setVisible(bool(use.missing))
        self.setAccessibleName(tr("Photo: {caption}", caption=use.caption or use.photo.file_name))
        self.setAccessibleDescription(self._missing.text())
        self._fill_menu()
        self._show_picture()
        if self._fields is not None and not self._unsaved.busy:
            self._fields.show_use(use)

    def open(self, name: str = "") -> None:
        """Show the fields, with the caret in one of them: the first that is missing, or the caption."""
        if self._fields is None:
            self._fields = self._made_fields()
        self._summary.hide()
        self._fields.show()
        self._fields.enter(name or next(iter(self.use.missing), "caption"))

    def shut(self) -> None:
        """Save, and show the card as it reads."""
        self.flush()
        if self._fields is not None and self.is_open:
            inside = self._fields.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            self._summary.show()
            self._fields.hide()
            if inside:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Hand over what is typed and not saved."""
        self._unsaved.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the card, Escape shuts it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not self.is_open:
            self.open()
        elif event.key() == Qt.Key.Key_Escape and self.is_open:
            self.shut()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the card."""
        if event.button() is Qt.MouseButton.LeftButton and not self.is_open:
            self.open("caption")

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever takes the card away may let it go at once: what was typed is saved."""
        super().hideEvent(event)
        self.flush()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, with a ring while it has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._context.look.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 9, 9)

    def _place(self, narrow: bool) -> None:
        self._picture.setFixedSize(THUMBNAIL)
        warning = QHBoxLayout(self._warning)
        warning.setContentsMargins(0, 4, 0, 0)
        warning.setSpacing(6)
        warning.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        warning.addWidget(self._missing, 1)
        warning.addWidget(button(tr("Describe"), self.open, "link"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout(self._summary)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        for widget in (self._caption, self._credit, self._warning):
            words.addWidget(widget)
        words.addStretch(1)
        self._beside = QVBoxLayout()
        self._beside.addWidget(self._summary)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 10, 10, 10)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._picture, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(self._more, 0, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
        # Where there is no room beside the picture, the words stand under it.
        if narrow:
            grid.addLayout(self._beside, 1, 0, 1, 3)
        else:
            grid.addLayout(self._beside, 0, 1)
        grid.setColumnStretch(1, 1)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self._more))

    def _made_fields(self) -> PhotoFields:
        made = PhotoFields(self._context.look)
        people = [name.text for person in self._context.read.every(Person) for name in person.names]
        made.offer(self._context.read, people)
        made.show_use(self.use)
        made.edited.connect(self._edited)
        made.done.connect(self.shut)
        self._beside.addWidget(made)
        return made

    def _edited(self, name: str) -> None:
        if name == "caption" and self.use.role is Role.INLINE and self._fields is not None:
            self.captioned.emit(self._fields.caption.text().strip())
        else:
            self._unsaved.note()

    def _entries(self) -> list[Entry]:
        if self._fields is None:
            return []
        return described_entries(self._context, self.article, self.use, self._fields.described(self.use.role))

    def _fill_menu(self) -> None:
        menu = self._more.menu()
        menu.clear()
        if self.use.role is Role.LEAD:
            menu.addAction(tr("Move into the &Text"), self.text_wanted.emit)
        else:
            menu.addAction(tr("Set as &Lead"), self.lead_wanted.emit)
        menu.addAction(tr("Re&place…"), self.replaced.emit)
        menu.addSeparator()
        menu.addAction(tr("&Remove"), self.removed.emit)

    def _arrived(self, hash: str) -> None:
        if hash == self.use.photo.hash:
            self._show_picture()

    def _show_picture(self) -> None:
        photo = self.use.photo
        found = self._context.thumbnails.pixmap(photo.hash, photo.extension, THUMBNAIL, self.devicePixelRatioF())
        if found is not None:
            self._picture.setPixmap(found)

    def changeEvent(self, event: QEvent) -> None:
        """Another ratio of the screen, another picture."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._show_picture()

    def _paint(self) -> None:
        look = self._context.look
        self._caption.setFont(look.interface(13))
        self._credit.setFont(look.interface(12))
        self._missing.setFont(look.interface(12))
        self._sign.setPixmap(pixmap("warning", look.colour("warn"), 16, self.devicePixelRatioF()))
