"""Byline and dateline, which are filed with an article and saved as named steps."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from newsdesk.i18n import tr
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, EditionId, PersonId
from newsdesk.model.names import name_in
from newsdesk.model.person import Person
from newsdesk.newsroom import change_article, set_bylines
from newsdesk.newsroom.rescuing import Typed, fingerprint, signature_lines
from newsdesk.ui.context import Context
from newsdesk.ui.editor.head import Head
from newsdesk.ui.editor.head_byline import Signed
from newsdesk.ui.kit.entries import Entry
from newsdesk.ui.unsaved import HalfTyped, Unsaved


class HeadFiling(QObject):
    """Saves what a person changes in the head's last line; `settled` follows when it is saved."""

    settled = Signal()

    def __init__(self, context: Context, head: Head) -> None:
        super().__init__(head)
        self._context = context
        self._head = head
        self._id: ArticleId | None = None
        self._dateline = ""
        self._place = Unsaved(context, self._place_entries, self)
        self._bylines = Unsaved(context, self._byline_entries, self)
        head.signed.connect(lambda _signed: self._sign())
        head.place_edited.connect(self._place.note)
        head.place_left.connect(self._place.flush)
        for unsaved in (self._place, self._bylines):
            unsaved.settled.connect(self.settled)
        HalfTyped(context, head.byline.adding, tr("Byline"), lambda: self._id)
        context.add_enterer(self, head.byline.take)

    def show(self, article: Article) -> None:
        """Show who signs and from where, but for what is being changed here."""
        if article.id != self._id:
            self.leave()
            self._id = article.id
        elif self._bylines.busy or self._place.busy:
            return
        self._dateline = article.dateline
        people = {person.id: person for person in self._context.read.every(Person)}
        self._head.show_people(article, people)
        signed = self._context.entries.text(_byline_place(article.id))
        if signed is not None:
            self._head.byline.show_signed(
                [_signed(line, people, article.edition) for line in signed.split("\n") if line]
            )
        place = self._context.entries.text(_dateline_place(article.id))
        self._head.byline.show_place(article.dateline if place is None else place)

    def leave(self) -> None:
        """Another article is about to be shown: half a name is a name, and all is handed over."""
        self._head.byline.take()
        self.flush()

    def flush(self) -> None:
        """Hand over what is typed and not saved."""
        self._place.flush()
        self._bylines.flush()

    def _place_entries(self) -> list[Entry]:
        id, place = self._id, self._head.place
        if id is None:
            return []
        typed = Typed(tr("Dateline"), place, id, "dateline", based_on=fingerprint(self._dateline))
        save = partial(change_article, id=id, values={"dateline": place})
        return [Entry(_dateline_place(id), typed, save, partial(self._context.is_gone, id))]

    def _byline_entries(self) -> list[Entry]:
        id, signed = self._id, self._head.byline.keys
        if id is None:
            return []
        typed = Typed(tr("Byline"), signature_lines(self._head.byline.names), id, "byline")
        save = partial(set_bylines, id=id, signed=signed)
        return [Entry(_byline_place(id), typed, save, partial(self._context.is_gone, id))]

    def _sign(self) -> None:
        self._bylines.note()
        self._bylines.flush()


def _dateline_place(id: ArticleId) -> str:
    return f"{id} dateline"


def _byline_place(id: ArticleId) -> str:
    return f"{id} byline"


def _signed(line: str, people: Mapping[PersonId, Person], edition: EditionId) -> Signed:
    name, _, role = line.partition("\t")
    known = {name_in(person.names, edition).text: id for id, person in people.items()}
    return Signed(known.get(name, name), name, role)
