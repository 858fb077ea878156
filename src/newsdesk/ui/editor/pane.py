"""The pane in which an article is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.model.query import ArticleRow
from newsdesk.ui.context import Context
from newsdesk.ui.editor.format_bar import FormatBar
from newsdesk.ui.editor.head import Head
from newsdesk.ui.editor.head_sheet import Sheet
from newsdesk.ui.editor.lead import LeadSlot
from newsdesk.ui.editor.opened import OpenArticle
from newsdesk.ui.editor.pickers import pick_link, pick_read
from newsdesk.ui.kit.empty import empty_state
from newsdesk.ui.kit.widgets import on_ground

OFFERED = 8
"""How many headlines are offered for a link."""


class EditorPane(QWidget):
    """Shows one article and saves what is typed. `opened` brings its id, or None for the empty pane.

    `typed` follows each change that the preview shows; `photos` is what can be done with the article's photos.
    """

    opened = Signal(object)
    typed = Signal()
    caret_moved = Signal(int)
    counted = Signal(int, int)
    photo_activated = Signal(str)
    new_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_ground(self, "paper")
        self._context = context
        self.head = Head(context.look)
        self.lead = LeadSlot(context)
        self._open = OpenArticle(context, self.head, self.lead, self)
        self.body = self._open.body
        self.photos = self._open.photos
        self.sheet = Sheet(context.look, (self.head, self.lead), self.body)
        self._lay_out()
        self._connect()

    @property
    def article_id(self) -> ArticleId | None:
        """The article that is open."""
        return self._open.id

    def open_article(self, id: ArticleId | None) -> None:
        """Save what is typed, and show another article, or none."""
        self._open.open(id)
        self._stack.setCurrentWidget(self._writing if self.article_id else self._empty)
        self.sheet.start()
        self.opened.emit(self.article_id)

    def working_copy(self) -> Article | None:
        """The open article with what is typed and not saved yet."""
        return self._open.working_copy()

    def flush(self) -> None:
        """Hand over at once what is typed and not saved."""
        self._open.flush()

    def focus_headline(self) -> None:
        """Put the caret into the headline."""
        self.head.enter()

    def focus_body(self) -> None:
        """Put the caret into the text, where it was last."""
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_line(self, line: int) -> None:
        """Put the caret into a line of the text, counted from 0."""
        block = self.body.document().findBlockByNumber(line)
        if block.isValid():
            self.body.setTextCursor(QTextCursor(block))
            self.body.ensureCursorVisible()

    def add_photo_files(self, files: list[Path], lead: bool) -> None:
        """Take photo files in, the first as the lead if that is wanted, the others into the text."""
        self.photos.add_files(files, lead=lead)

    def choose_photo(self) -> None:
        """Let a person choose photos for the text."""
        self.photos.choose()

    def pick_read(self) -> None:
        """Let a person choose what a related block at the caret leads to."""
        pick_read(self.body, self._headlines)

    def pick_link(self) -> None:
        """Let a person make what is selected a link."""
        pick_link(self.body, self._headlines)

    def move_photo(self, photo_id: str, delta: int) -> None:
        """Let a photo of the text change places with the one before (-1) or after it (1)."""
        self.photos.move(photo_id, delta)

    def _lay_out(self) -> None:
        self._writing = QWidget()
        rows = QVBoxLayout(self._writing)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        bar = FormatBar(self._context.look, self.body)
        if self._context.refusal is not None:
            self._let_nothing_be_typed(bar)
        bar.photo_wanted.connect(self.choose_photo)
        bar.read_wanted.connect(self.pick_read)
        bar.link_wanted.connect(self.pick_link)
        rows.addWidget(bar)
        rows.addWidget(self.sheet, 1)
        self._empty = empty_state(
            self._context.look,
            "article",
            tr("No article is open"),
            tr("Choose one in the list, or begin to write."),
            tr("New article"),
            self.new_wanted.emit,
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._writing)

    def _let_nothing_be_typed(self, bar: FormatBar) -> None:
        """The newsroom can only be read: texts can be selected and copied, and that is all."""
        self.body.setReadOnly(True)
        # With the keyboard too, so that the text can be read by the caret and by whoever reads it aloud.
        flags = Qt.TextInteractionFlag
        self.body.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)
        self.head.read_only()
        for widget in (self.lead, bar):
            widget.setEnabled(False)

    def _connect(self) -> None:
        self.head.went_on.connect(self.focus_body)
        self.sheet.passed_top.connect(self.head.enter_from_below)
        self.sheet.unfolded.connect(self.focus_headline)
        self._open.changed.connect(self._name_line)
        self._open.changed.connect(self.typed)
        self._open.gone.connect(lambda: self.open_article(None))
        body = self.body
        body.caret_moved.connect(self.caret_moved)
        body.counted.connect(self.counted)
        body.photo_activated.connect(self.photo_activated)
        body.files_dropped.connect(lambda files: self.photos.add_files(files, lead=False))
        body.picture_pasted.connect(lambda picture: self.photos.add_picture(picture, lead=False))
        body.refused.connect(self._context.tell)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
            application.applicationStateChanged.connect(self._state_changed)

    def _headlines(self, words: str) -> list[ArticleRow]:
        """The articles of the same edition whose headlines have these words; the newest without any."""
        article = self.working_copy()
        if article is None:
            return []
        return self._context.read.headlines(words, article.edition, OFFERED, article.id)

    def _name_line(self) -> None:
        kicker = self.head.fields["kicker"]
        self.sheet.line.show_words(kicker.text(), self.head.text("headline"), kicker.font())

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and self.isAncestorOf(old) and (now is None or not self.isAncestorOf(now)):
            self.flush()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.flush()
