"""The pane in which an article is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.newsroom import change_article, set_bylines
from newsdesk.store import Step, Store
from newsdesk.ui.context import Context
from newsdesk.ui.editor.autosave import Autosave
from newsdesk.ui.editor.body import Body
from newsdesk.ui.editor.format_bar import FormatBar
from newsdesk.ui.editor.head import Head
from newsdesk.ui.editor.head_sheet import Sheet
from newsdesk.ui.editor.lead import LeadSlot
from newsdesk.ui.editor.lead_photos import ArticlePhotos
from newsdesk.ui.kit.debounce import Debounce
from newsdesk.ui.kit.empty import empty_state
from newsdesk.ui.kit.widgets import on_ground
from newsdesk.ui.unsaved import Unsaved

BODY = "body"


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
        self._article: Article | None = None
        self._signing = 0
        self.head = Head(context.look)
        self.lead = LeadSlot(context)
        self.photos = ArticlePhotos(context, self.lead, self.working_copy)
        self.body = Body(context.look, self.photos.card)
        self.photos.work_in(self.body)
        self._autosave = Autosave(context, self._texts, self)
        self._place: Unsaved[tuple[ArticleId | None, str]] = Unsaved(
            context, "dateline", lambda: (self.article_id, self.head.place), _save_place, self
        )
        self._photos_soon = Debounce(self._refresh_photos, quiet=300, longest=1_000, parent=self)
        self._lay_out()
        self._connect()
        context.add_flusher(self.flush)
        self.open_article(None)

    @property
    def article_id(self) -> ArticleId | None:
        """The article that is open."""
        return self._article.id if self._article else None

    def open_article(self, id: ArticleId | None) -> None:
        """Save what is typed, and show another article, or none."""
        self.flush()
        self.photos.refresh(None)
        self._article = self._context.read.get(Article, id) if id else None
        newer = self._autosave.begin(self._article)
        if self._article is not None:
            self._show(self._article, newer)
        self._stack.setCurrentWidget(self._writing if self._article else self._empty)
        self.opened.emit(self.article_id)

    def working_copy(self) -> Article | None:
        """The open article with what is typed and not saved yet."""
        if self._article is None:
            return None
        return replace(self._article, **self._texts())  # type: ignore[arg-type]

    def flush(self) -> None:
        """Hand over at once what is typed and not saved."""
        self._autosave.flush()
        self._place.flush()
        self.photos.flush()

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

    def move_photo(self, photo_id: str, delta: int) -> None:
        """Let a photo of the text change places with the one before (-1) or after it (1)."""
        self.photos.move(photo_id, delta)

    def _lay_out(self) -> None:
        self._sheet = Sheet(self._context.look, (self.head, self.lead), self.body)
        self._writing = QWidget()
        rows = QVBoxLayout(self._writing)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(FormatBar(self._context.look, self.body))
        rows.addWidget(self._sheet, 1)
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

    def _connect(self) -> None:
        self.head.edited.connect(self._edited)
        self.head.signed.connect(self._sign)
        self.head.place_edited.connect(self._place.note)
        self.head.place_left.connect(self._place.flush)
        self.head.went_on.connect(self.focus_body)
        self._sheet.passed_top.connect(self.head.enter_from_below)
        self._sheet.unfolded.connect(self.focus_headline)
        self.body.edited.connect(lambda: self._edited(BODY))
        self.body.caret_moved.connect(self.caret_moved)
        self.body.counted.connect(self.counted)
        self.body.photo_activated.connect(self.photo_activated)
        self.body.files_dropped.connect(lambda files: self.photos.add_files(files, lead=False))
        self.body.picture_pasted.connect(lambda picture: self.photos.add_picture(picture, lead=False))
        self.body.refused.connect(self._context.tell)
        self._autosave.settled.connect(self._refresh)
        self._context.stepped.connect(self._stepped)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
            application.applicationStateChanged.connect(lambda _state: self.flush())

    def _show(self, article: Article, newer: Mapping[str, str]) -> None:
        edition = self._context.read.get(Edition, article.edition)
        if edition is None:
            raise LookupError(article.edition)
        shown = replace(article, **newer)  # type: ignore[arg-type]
        self.head.show_edition(edition)
        for name in self.head.fields:
            self.head.show_text(name, getattr(shown, name))
        self.head.forget_typing()
        self._show_people(article)
        self.body.show_text(shown.body, edition)
        self.photos.refresh(shown)
        self._name_line()
        self._sheet.start()

    def _edited(self, field: str) -> None:
        self._autosave.note(field)
        if field == BODY:
            self._photos_soon.note()
        else:
            self._name_line()
        self.typed.emit()

    def _sign(self, signed: list[tuple[str, str]]) -> None:
        id = self.article_id
        if id is None:
            return
        self._signing += 1

        def ended() -> None:
            self._signing -= 1
            self._refresh()

        def failed(error: BaseException) -> None:
            ended()
            self._context.tell_failure(error)

        self._context.do(lambda store: set_bylines(store, id, signed), lambda _article: ended(), failed)

    def _stepped(self, step: Step) -> None:
        if any(step.touches(kind) for kind in (Article, Placement, Photo, Person)):
            self._refresh()

    def _refresh(self) -> None:
        """Take over what was changed elsewhere; what is typed here stays."""
        # While a save is under way the disk is behind, and what differs is not news.
        if self._article is None or self._autosave.busy:
            return
        article = self._context.read.get(Article, self._article.id)
        if article is None:
            self.open_article(None)
            return
        self._article = article
        for name, text in self._autosave.foreign(article).items():
            self._take_over(name, text)
        self._show_people(article)
        self._refresh_photos()
        self.typed.emit()

    def _take_over(self, name: str, text: str) -> None:
        if name != BODY:
            self.head.show_text(name, text)
            self._name_line()
        elif self._article is not None:
            edition = self._context.read.get(Edition, self._article.edition)
            self.body.show_text(text, edition)

    def _show_people(self, article: Article) -> None:
        if not self._signing:
            self.head.show_people(article, {person.id: person for person in self._context.read.every(Person)})
        if not self._place.busy:
            self.head.byline.show_place(article.dateline)

    def _refresh_photos(self) -> None:
        self.photos.refresh(self.working_copy())

    def _name_line(self) -> None:
        self._sheet.line.show_words(self.head.text("kicker"), self.head.text("headline"))

    def _texts(self) -> dict[str, str]:
        return {name: self.head.text(name) for name in self.head.fields} | {BODY: self.body.text()}

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and self.isAncestorOf(old) and (now is None or not self.isAncestorOf(now)):
            self.flush()


def _save_place(store: Store, value: tuple[ArticleId | None, str]) -> None:
    id, place = value
    if id is not None:
        change_article(store, id, {"dateline": place})
