"""Byline and dateline, which are filed with an article and saved as named steps."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.model.person import Person
from newsdesk.newsroom import change_article, set_bylines
from newsdesk.store import Store
from newsdesk.ui.context import Context
from newsdesk.ui.editor.head import Head
from newsdesk.ui.unsaved import Unsaved

_Place = tuple[ArticleId | None, str]


class HeadFiling(QObject):
    """Saves what a person changes in the head's last line; `settled` follows when a byline is saved."""

    settled = Signal()

    def __init__(self, context: Context, head: Head) -> None:
        super().__init__(head)
        self._context = context
        self._head = head
        self._id: ArticleId | None = None
        self._signing = 0
        self._place: Unsaved[_Place] = Unsaved(
            context, "dateline", lambda: (self._id, head.place), _save_place, self
        )
        head.signed.connect(self._sign)
        head.place_edited.connect(self._place.note)
        head.place_left.connect(self._place.flush)

    def show(self, article: Article) -> None:
        """Show who signs and from where, but for what is being changed here."""
        other = article.id != self._id
        self._id = article.id
        if other or not self._signing:
            people = {person.id: person for person in self._context.read.every(Person)}
            self._head.show_people(article, people)
        if other or not self._place.busy:
            self._head.byline.show_place(article.dateline)

    def flush(self) -> None:
        """Hand over what is typed and not saved."""
        self._place.flush()

    def _sign(self, signed: list[tuple[str, str]]) -> None:
        id = self._id
        if id is None:
            return
        self._signing += 1

        def ended() -> None:
            self._signing -= 1
            if isValid(self):
                self.settled.emit()

        def failed(error: BaseException) -> None:
            ended()
            self._context.tell_failure(error)

        self._context.do(lambda store: set_bylines(store, id, signed), lambda _article: ended(), failed)


def _save_place(store: Store, value: _Place) -> None:
    id, place = value
    if id is not None:
        change_article(store, id, {"dateline": place})
