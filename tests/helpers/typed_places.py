"""Every place of the window in which one types, by a name, with what the newsroom has of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.model.names import name_in
from newsdesk.model.person import Person
from newsdesk.model.topic import Topic
from newsdesk.newsroom import PhotoUse, photo_uses
from newsdesk.store import Reader, open_reader
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.photo_card import PhotoCard
from newsdesk.ui.photo_fields import PhotoFields


@dataclass(frozen=True)
class Place:
    """A field of the window, and what of it is on the disk; `number`: it takes digits alone."""

    name: str
    field: QWidget
    stored: Callable[[Reader, ArticleId], str]
    number: bool = False

    def type(self, word: str) -> None:
        """Type a word into it, wherever the keyboard is."""
        QTest.keyClicks(self.field, self.takes(word))

    def has(self, folder: Path, article: ArticleId, word: str) -> bool:
        """Whether the word is on the disk."""
        with open_reader(folder) as reader:
            return self.takes(word) in self.stored(reader, article)

    def takes(self, word: str) -> str:
        """What of a word it takes."""
        return "".join(filter(str.isdigit, word)) if self.number else word


def saved_places(window: MainWindow) -> list[Place]:
    """The places that are saved by themselves, in the window with an article open that has a lead photo."""
    head, tab = window.editor.head, window.inspector.article
    card = window.editor.lead.card
    assert isinstance(card, PhotoCard)
    card.open("caption")
    fields = card.findChild(PhotoFields)
    assert isinstance(fields, PhotoFields)
    return [
        *(Place(name, field, _field(name)) for name, field in head.fields.items()),
        Place("body", window.editor.body, _field("body")),
        Place("dateline", head.byline.place, _field("dateline")),
        Place("caption", fields.caption, lambda reader, id: _lead(reader, id).caption),
        Place("alt text", fields.alt_text, lambda reader, id: _lead(reader, id).alt_text),
        Place("photographer", fields.person, lambda reader, id: _lead(reader, id).photo.credit.person),
        Place("agency", fields.agency, lambda reader, id: _lead(reader, id).photo.credit.agency),
        Place("search text", tab.search_text, _field("search_text")),
        Place("social text", tab.more.social, _field("social_text")),
        Place("note", tab.more.note, _field("outlet_note")),
    ]


def entered_places(window: MainWindow) -> list[Place]:
    """The places whose text is a value only when it is entered, or all is saved to leave it."""
    head, tab = window.editor.head, window.inspector.article
    return [
        Place("byline", head.byline.adding, _people),
        Place("topics", tab.topics.typed, _topics),
        Place("address", tab.address.slug, _field("slug")),
        Place("length", tab.more.length, _field("length_target"), number=True),
        Place("published at", tab.more.published, _field("published_url")),
    ]


def _field(name: str) -> Callable[[Reader, ArticleId], str]:
    return lambda reader, id: str(getattr(_article(reader, id), name))


def _article(reader: Reader, id: ArticleId) -> Article:
    found = reader.get(Article, id)
    assert found is not None
    return found


def _lead(reader: Reader, id: ArticleId) -> PhotoUse:
    return next(use for use in photo_uses(reader, _article(reader, id)) if use.role.value == "lead")


def _people(reader: Reader, id: ArticleId) -> str:
    article = _article(reader, id)
    people = reader.get_all(Person, [one.person for one in article.bylines])
    return " ".join(name_in(person.names, article.edition).text for person in people.values())


def _topics(reader: Reader, id: ArticleId) -> str:
    article = _article(reader, id)
    topics = reader.get_all(Topic, article.topics)
    return " ".join(name_in(topic.names, article.edition).text for topic in topics.values())
