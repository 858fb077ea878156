"""The article that is open: what is shown of it, what of that is saved, and what comes from elsewhere."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.store import Step
from newsdesk.ui.context import Context
from newsdesk.ui.editor.autosave import Autosave
from newsdesk.ui.editor.body import Body
from newsdesk.ui.editor.head import Head
from newsdesk.ui.editor.head_filing import HeadFiling
from newsdesk.ui.editor.lead import LeadSlot
from newsdesk.ui.editor.lead_photos import ArticlePhotos
from newsdesk.ui.kit.debounce import Debounce

BODY = "body"


class OpenArticle(QObject):
    """Keeps head, lead and body in step with the store, whoever writes.

    `changed` follows each change of what is shown, `gone` tells that the article was deleted.
    """

    changed = Signal()
    gone = Signal()

    def __init__(self, context: Context, head: Head, lead: LeadSlot, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._article: Article | None = None
        self._head = head
        self.photos = ArticlePhotos(context, lead, self.working_copy)
        self.body = Body(context.look, self.photos.card)
        self.photos.work_in(self.body)
        self._filing = HeadFiling(context, head)
        self._autosave = Autosave(context, self._texts, self)
        self._photos_soon = Debounce(self._refresh_photos, quiet=300, longest=1_000, parent=self)
        head.edited.connect(self._edited)
        self.body.edited.connect(lambda: self._edited(BODY))
        self._filing.settled.connect(self._refresh)
        self._autosave.settled.connect(self._refresh)
        context.stepped.connect(self._stepped)
        context.add_flusher(self, self.flush)

    @property
    def id(self) -> ArticleId | None:
        """Which article it is, if one is open."""
        return self._article.id if self._article else None

    def open(self, id: ArticleId | None) -> None:
        """Save what is typed, and show another article, or none."""
        self._filing.leave()
        self.flush()
        self.photos.refresh(None)
        article = self._context.read.get(Article, id) if id else None
        newer = self._autosave.begin(article)
        self._article = article
        if article is None:
            return
        shown = replace(article, **newer)  # type: ignore[arg-type]
        edition = self._edition(article)
        self._head.show_edition(edition)
        for name in self._head.fields:
            self._head.show_text(name, getattr(shown, name))
        self._head.forget_typing()
        self._filing.show(article)
        self.body.show_text(shown.body, edition, self._labels())
        self.photos.refresh(shown)
        self.changed.emit()

    def working_copy(self) -> Article | None:
        """The article with what is typed and not saved yet."""
        if self._article is None:
            return None
        return replace(self._article, **self._texts())  # type: ignore[arg-type]

    def flush(self) -> None:
        """Hand over at once what is typed and not saved."""
        self._autosave.flush()
        self._filing.flush()
        self.photos.flush()

    def _edited(self, field: str) -> None:
        self._autosave.note(field)
        if field == BODY:
            self._photos_soon.note()
        self.changed.emit()

    def _stepped(self, step: Step) -> None:
        mine = self.id is not None and step.touches(Article, self.id)
        if mine or any(step.touches(kind) for kind in (Placement, Photo, Person)):
            self._refresh()

    def _refresh(self) -> None:
        """Take over what was changed elsewhere; what is typed here stays."""
        # While a save is under way the disk is behind, and what differs is not news.
        if self._article is None or self._autosave.busy:
            return
        article = self._context.read.get(Article, self._article.id)
        if article is None:
            self.gone.emit()
            return
        self._article = article
        for name, text in self._autosave.foreign(article).items():
            if name == BODY:
                self.body.show_text(text, self._edition(article), self._labels())
            else:
                self._head.show_text(name, text)
        self._filing.show(article)
        self._refresh_photos()
        self.changed.emit()

    def _refresh_photos(self) -> None:
        self.photos.refresh(self.working_copy())

    def _edition(self, article: Article) -> Edition:
        edition = self._context.read.get(Edition, article.edition)
        if edition is None:
            raise LookupError(article.edition)
        return edition

    def _labels(self) -> frozenset[str]:
        return frozenset(edition.labels.read for edition in self._context.read.every(Edition))

    def _texts(self) -> dict[str, str]:
        return {name: self._head.text(name) for name in self._head.fields} | {BODY: self.body.text()}
