"""Writes what is entered on the Article tab, each change as a step that can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from newsdesk.errors import Trouble
from newsdesk.i18n import tr
from newsdesk.model.article import Article, Status
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, EditionId, SectionId
from newsdesk.newsroom import (
    add_section,
    change_article,
    set_moment,
    set_section,
    set_status,
    set_topics,
    translate_article,
)
from newsdesk.newsroom.rescuing import Typed
from newsdesk.store import Store
from newsdesk.ui.context import Context
from newsdesk.ui.kit.entries import Entry

Moment = Literal["deadline", "not_before", "embargo"]
TOPICS = "topics"


class ArticleWriting(QObject):
    """Changes `article`. `refused(field, Trouble | None)` says what is wrong with the last entry of a field.

    `translated(ArticleId)` brings a translation that was made. While a field is `on_its_way` the newsroom has an
    older value of it than the person; `arrived` when it has not any more.
    """

    refused = Signal(str, object)
    translated = Signal(object)
    arrived = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.article: ArticleId | None = None
        self._context = context
        self._writing: Counter[str] = Counter()
        context.entries.came.connect(self._entry_came)

    def on_its_way(self, field: str) -> bool:
        """Whether an entry of this field is being written."""
        return self._writing[field] > 0

    def set_status(self, status: Status) -> None:
        """Put the article into a status."""
        self._write("status", lambda store, id: set_status(store, [id], status))

    def set_section(self, section: SectionId | None) -> None:
        """File the article in a section, or in none."""
        self._write("section", lambda store, id: set_section(store, id, section))

    def make_section(self, name: str) -> None:
        """Make a section, named as in the main edition, and file the article in it."""

        def work(store: Store, id: ArticleId) -> None:
            made = add_section(store, name, store.read.newsroom().main_edition)
            set_section(store, id, made.id)

        self._write("section", work)

    def set_topics(self, names: list[str]) -> None:
        """File the article under these topics."""
        if (id := self.article) is not None:
            self.refused.emit(TOPICS, None)
            typed = Typed(tr("Topics"), "\n".join(names), id, TOPICS)
            save = partial(set_topics, id=id, names=names)
            self._context.entries.save(Entry(_topics_place(id), typed, save, partial(self._context.is_gone, id)))

    def topics(self) -> list[str] | None:
        """The topics as a person entered them; None: the newsroom has them."""
        text = self._context.entries.text(_topics_place(self.article)) if self.article else None
        return None if text is None else list(filter(None, text.split("\n")))

    def set_edition(self, edition: Edition) -> None:
        """Say in which language the article is."""
        self.change("language", edition.language)

    def set_moment(self, field: Moment, moment: datetime | None) -> None:
        """Set or clear a time."""
        self._write(field, lambda store, id: set_moment(store, id, field, moment))

    def change(self, field: str, value: str) -> None:
        """Set a field from what was written."""
        self._write(field, lambda store, id: change_article(store, id, {field: value}))

    def translate(self, edition: EditionId) -> None:
        """Make the article in another edition."""

        def made(article: Article) -> None:
            self.translated.emit(article.id)

        self._context.flush()
        if (id := self.article) is not None:
            self._context.do(
                lambda store: translate_article(store, id, edition), made, self._failing("translations")
            )

    def _write(self, field: str, change: Callable[[Store, ArticleId], object]) -> None:
        self.refused.emit(field, None)
        if (id := self.article) is not None:
            failing = self._failing(field)

            def failed(error: BaseException) -> None:
                self._came(field)
                failing(error)

            self._writing[field] += 1
            self._context.do(lambda store: change(store, id), lambda _: self._came(field), failed)

    def _entry_came(self, place: str, trouble: object) -> None:
        if self.article is not None and place == _topics_place(self.article):
            if trouble is not None:
                self.refused.emit(TOPICS, trouble)
            self.arrived.emit()

    def _came(self, field: str) -> None:
        self._writing[field] -= 1
        if isValid(self) and not self._writing[field]:
            self.arrived.emit()

    def _failing(self, field: str) -> Callable[[BaseException], None]:
        article = self.article

        def failed(error: BaseException) -> None:
            if article != self.article:
                self._context.tell_failure(error)
            elif isinstance(error, Trouble):
                self.refused.emit(field, error)
            else:
                raise error

        return failed


def _topics_place(id: ArticleId) -> str:
    return f"{id} {TOPICS}"
