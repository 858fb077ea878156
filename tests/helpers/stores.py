"""A small newsroom in a folder, with a clock and ids that are the same at every run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsdesk.i18n import Message, message
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, EditionId, NewsroomId, PhotoId, SectionId, StoryId, TopicId
from newsdesk.model.names import Name
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.photo import Photo
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.store import OnStep, Store, create_store, open_store

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
ENGLISH = EditionId("english")


class Clock:
    """Goes on by a second at each look, unless it is set."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Ids:
    """id1, id2, … or with another beginning, for a newsroom that has some of those."""

    def __init__(self, beginning: str = "id") -> None:
        self.beginning = beginning
        self.count = 0

    def __call__(self) -> str:
        self.count += 1
        return f"{self.beginning}{self.count}"


def make_store(folder: Path, clock: Clock | None = None, on_step: OnStep = lambda _: None) -> Store:
    """A new newsroom with one edition and nothing in it."""
    newsroom = Newsroom(NewsroomId("newsroom"), "The Daily", ENGLISH)
    edition = Edition(ENGLISH, "en", "English", "ltr")
    return create_store(
        folder, newsroom, [edition], clock=clock or Clock(), ids=Ids(), author="Ada", on_step=on_step
    )


def reopen(folder: Path) -> Store:
    """Open a newsroom that was made by `make_store` and closed."""
    return open_store(folder, clock=Clock(), ids=Ids("again"), author="Ada")


def named(text: str) -> Message:
    """The name of a step."""
    return message(text)


def an_article(id: str, **fields: object) -> Article:
    """An article in English with a slug of its own."""
    values: dict[str, object] = {
        "slug": f"slug-{id}",
        "story": StoryId(f"story-{id}"),
        "edition": ENGLISH,
        "created": START,
    }
    return Article(id=ArticleId(id), **(values | fields))  # type: ignore[arg-type]


def a_photo(id: str, **fields: object) -> Photo:
    """A photo with an original of its own."""
    values: dict[str, object] = {
        "hash": f"hash-{id}",
        "extension": "jpg",
        "width": 3,
        "height": 2,
        "size": 1,
        "added": START,
    }
    return Photo(id=PhotoId(id), **(values | fields))  # type: ignore[arg-type]


def a_section(id: str, **fields: object) -> Section:
    """A section named like its id."""
    return Section(SectionId(id), (Name(ENGLISH, id.title(), id),), **fields)  # type: ignore[arg-type]


def a_topic(id: str) -> Topic:
    """A topic named like its id."""
    return Topic(TopicId(id), (Name(ENGLISH, id.title(), id),))
