"""All that happens to the photos of the open article: they come, are described, move and go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from newsdesk.i18n import N_, message, tr
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, PhotoId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Role
from newsdesk.newsroom import PhotoUse, last_said, photo_uses, set_lead
from newsdesk.ui.context import Context
from newsdesk.ui.editor.body import Body
from newsdesk.ui.editor.lead import LeadSlot
from newsdesk.ui.editor.lead_lines import move_photo, remove_photo, replace_photo
from newsdesk.ui.kit.widgets import label
from newsdesk.ui.photo_card import PhotoCard
from newsdesk.ui.photo_intake import PhotoIntake, ask_for_files
from newsdesk.ui.photo_picker import PhotoPicker


class ArticlePhotos(QObject):
    """Works on the article that `working_copy` gives, in its text as typed and in the store."""

    def __init__(self, context: Context, lead: LeadSlot, working_copy: Callable[[], Article | None]) -> None:
        super().__init__(lead)
        self._context = context
        self._lead = lead
        self._working_copy = working_copy
        self._text: Body | None = None
        self._inline: list[PhotoCard] = []
        self._fresh: set[str] = set()
        self._intake = PhotoIntake(context, self)
        self._intake.progressed.connect(lead.show_progress)
        self._intake.ended.connect(lead.show_idle)
        lead.files_chosen.connect(lambda files: self.add_files(files, lead=True))
        lead.picture_pasted.connect(lambda picture: self.add_picture(picture, lead=True))
        lead.picking.connect(lambda: self.pick(lead=True))
        lead.carded.connect(self._lead_carded)

    def work_in(self, text: Body) -> None:
        """From now on, this is the text in which photos stand."""
        self._text = text

    def card(self, photo_id: str, caption: str, set_caption: Callable[[str], object]) -> QWidget:
        """The card of a photo that stands in the text."""
        article = self._working_copy()
        photo = self._context.read.get(Photo, photo_id)
        if article is None or photo is None:
            return label(tr("This photo is not in the newsroom."), "warn", wrap=True)
        uses = photo_uses(self._context.read, article)
        found = (use for use in uses if use.role is Role.INLINE and use.photo.id == photo_id)
        use = next(found, PhotoUse(photo, Role.INLINE, caption or photo.caption, photo.alt_text, False, ()))
        made = PhotoCard(self._context, article.id, use)
        made.captioned.connect(set_caption)
        made.removed.connect(lambda: self.remove(photo_id))
        made.replaced.connect(lambda: self.replace(photo_id))
        made.lead_wanted.connect(lambda: self.make_lead(photo_id))
        self._inline = [*self._living(), made]
        if photo_id in self._fresh:
            self._open_soon(made)
        return made

    def refresh(self, article: Article | None) -> None:
        """Show what is said of the photos now; what is being typed stays."""
        if article is None:
            self._lead.clear()
            return
        uses = photo_uses(self._context.read, article)
        self._lead.show_lead(article.id, next((use for use in uses if use.role is Role.LEAD), None))
        inline = {use.photo.id: use for use in uses if use.role is Role.INLINE}
        for card in self._living():
            if card.article == article.id and card.use.photo.id in inline:
                card.show_use(inline[card.use.photo.id])

    def flush(self) -> None:
        """Hand over what is typed in cards and not saved."""
        for card in [*self._living(), *([self._lead.card] if self._lead.card else [])]:
            card.flush()

    def add_files(self, files: list[Path], *, lead: bool) -> None:
        """Take files in: the first becomes the lead if that is wanted, the others go into the text."""
        article = self._working_copy()
        if article is not None and files:
            self._intake.take_files(files, lambda photos: self._put(article.id, photos, lead=lead))

    def add_picture(self, picture: bytes, *, lead: bool) -> None:
        """Take in a picture that was pasted."""
        article = self._working_copy()
        if article is not None:
            self._intake.take_picture(picture, lambda photos: self._put(article.id, photos, lead=lead))

    def choose(self) -> None:
        """Let a person choose files for the text."""
        self.add_files(ask_for_files(self._lead), lead=False)

    def pick(self, *, lead: bool) -> None:
        """Let a person choose among the newsroom's photos."""
        article = self._working_copy()
        if article is None:
            return
        picker = PhotoPicker(self._context, self._lead.window())
        picker.picked.connect(lambda photo: self._put(article.id, [photo], lead=lead))
        picker.open()

    def make_lead(self, photo_id: str | None) -> None:
        """Put a photo at the head of the article, or none. A photo from the text leaves it."""
        article = self._working_copy()
        if article is None:
            return
        self._context.flush()
        before = self._lead.card.use if self._lead.card else None
        photo = PhotoId(photo_id) if photo_id else None
        self._context.do(
            lambda store: set_lead(store, article.id, photo), lambda _article: self._led(photo_id, before)
        )

    def lead_into_text(self) -> None:
        """Move the lead photo to the beginning of the text."""
        if self._lead.card is None or self._text is None:
            return
        use = self._lead.card.use
        self.make_lead(None)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._text.insert_photo(use.photo.id, use.caption)

    def move(self, photo_id: str, delta: int) -> None:
        """Let a photo of the text change places with the one before (-1) or after it (1)."""
        if self._text is not None:
            move_photo(self._text.document(), photo_id, delta)

    def remove(self, photo_id: str) -> None:
        """Take a photo out of the text; the text's undo brings it back."""
        if self._text is not None:
            remove_photo(self._text.document(), photo_id)

    def replace(self, photo_id: str) -> None:
        """Let a person choose another file for a photo's place in the text."""
        files = ask_for_files(self._lead)[:1]
        text = self._text
        if files and text is not None:
            self._intake.take_files(files, lambda photos: replace_photo(text.document(), photo_id, photos[0].id))

    def set_caption(self, photo_id: str, caption: str) -> None:
        """Change the caption of a photo in the text."""
        if self._text is not None:
            self._text.set_caption(photo_id, caption)

    def _put(self, article: ArticleId, photos: list[Photo], *, lead: bool) -> None:
        self._fresh.add(photos[0].id)
        first = photos[0].id if lead else None
        if first is not None:
            self._context.flush()
            self._context.do(lambda store: set_lead(store, article, first))
        rest = photos[1:] if lead else photos
        now = self._working_copy()
        if rest and (now is None or now.id != article):
            self._context.tell(message(N_("The photos are in the library: another article is open now.")))
        elif rest and self._text is not None:
            if lead:
                self._text.moveCursor(QTextCursor.MoveOperation.End)
            for photo in rest:
                self._text.insert_photo(photo.id, last_said(self._context.read, photo.id).caption)

    def _led(self, photo_id: str | None, before: PhotoUse | None) -> None:
        if not isValid(self):
            return
        if photo_id is not None:
            self.remove(photo_id)
        elif before is not None:
            self._context.tell(message(N_("The lead photo is taken away.")), undo=True)

    def _lead_carded(self, card: PhotoCard) -> None:
        card.removed.connect(lambda: self.make_lead(None))
        card.replaced.connect(self._lead.choose)
        card.text_wanted.connect(self.lead_into_text)
        if card.use.photo.id in self._fresh:
            self._open_soon(card)

    def _open_soon(self, card: PhotoCard) -> None:
        self._fresh.discard(card.use.photo.id)
        # It has no place in the window yet.
        QTimer.singleShot(0, card, lambda: card.open("caption"))

    def _living(self) -> list[PhotoCard]:
        return [card for card in self._inline if isValid(card)]
