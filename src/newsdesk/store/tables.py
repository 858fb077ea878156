"""The tables of a newsroom file: one to a record type, a column for a field, a child table for a list."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

from newsdesk.model.article import Status
from newsdesk.model.labels import Labels
from newsdesk.model.placement import Role
from newsdesk.model.revision import Reason
from newsdesk.model.snapshots import utc_text, utc_time
from newsdesk.model.topic import TopicKind

metadata = MetaData()


class Moment(TypeDecorator[datetime]):
    """A moment as ISO 8601 text in UTC, of one width: it sorts, and any tool can read it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect | None) -> str | None:
        """To the text."""
        return None if value is None else utc_text(value)

    def process_result_value(self, value: str | None, _dialect: Dialect | None) -> datetime | None:
        """From the text."""
        return None if value is None else utc_time(value)


class Choice(TypeDecorator[StrEnum]):
    """One value of an enumeration, by its text."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[StrEnum]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: StrEnum | None, _dialect: Dialect | None) -> str | None:
        """To the text; a value that is none of the choices is refused."""
        return None if value is None else self.choices(value).value

    def process_result_value(self, value: str | None, _dialect: Dialect | None) -> StrEnum | None:
        """From the text."""
        return None if value is None else self.choices(value)


class LabelsText(TypeDecorator[Labels]):
    """The labels of an edition as JSON; keys that this version does not know are passed over."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Labels | None, _dialect: Dialect | None) -> str | None:
        """To the JSON."""
        return None if value is None else json.dumps(asdict(value), ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, _dialect: Dialect | None) -> Labels | None:
        """From the JSON."""
        if value is None:
            return None
        known = {field.name for field in fields(Labels)}
        return Labels(**{name: text for name, text in json.loads(value).items() if name in known})


def _identity() -> Column[str]:
    return Column("id", Text, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _stamp() -> tuple[Column[int], Column[datetime]]:
    return Column("version", Integer, nullable=False), Column("updated", Moment, nullable=False)


def _names(owner: str) -> Table:
    """The names of a record by edition: a slug is unique within its edition and kind."""
    return Table(
        f"{owner}_name",
        metadata,
        Column(owner, ForeignKey(f"{owner}.id", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("edition", ForeignKey("edition.id"), nullable=False),
        _text("text"),
        _text("slug"),
        UniqueConstraint("edition", "slug"),
        sqlite_with_rowid=False,
    )


def _list_of(name: str, *columns: Column[str]) -> Table:
    """A list that belongs to an article, in its order."""
    return Table(
        name,
        metadata,
        Column("article", ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True),
        *columns,
        sqlite_with_rowid=False,
    )


edition = Table(
    "edition",
    metadata,
    _identity(),
    _text("language"),
    _text("name"),
    _text("direction"),
    _text("prefix"),
    Column("position", Integer, nullable=False),
    Column("labels", LabelsText, nullable=False),
    *_stamp(),
)

newsroom = Table(
    "newsroom",
    metadata,
    _identity(),
    _text("title"),
    Column("main_edition", ForeignKey("edition.id"), nullable=False),
    _text("tagline"),
    _text("logo"),
    _text("accent"),
    _text("zone"),
    _text("base_url"),
    _text("address"),
    _text("credit_form"),
    Column("comments", Boolean, nullable=False),
    _text("comments_text"),
    *_stamp(),
)

section = Table(
    "section",
    metadata,
    _identity(),
    Column("parent", ForeignKey("section.id")),
    Column("position", Integer, nullable=False),
    _text("colour"),
    *_stamp(),
)
section_name = _names("section")

topic = Table("topic", metadata, _identity(), Column("kind", Choice(TopicKind), nullable=False), *_stamp())
topic_name = _names("topic")

person = Table("person", metadata, _identity(), _text("title"), _text("about"), *_stamp())
person_name = _names("person")

photo = Table(
    "photo",
    metadata,
    _identity(),
    Column("hash", Text, nullable=False, unique=True),
    _text("extension"),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("added", Moment, nullable=False),
    _text("file_name"),
    _text("caption"),
    _text("alt_text"),
    _text("credit_person"),
    _text("credit_agency"),
    _text("credit_distributor"),
    _text("copyright"),
    Column("transparent", Boolean, nullable=False),
    Column("animated", Boolean, nullable=False),
    *_stamp(),
)

content = Table(
    "content", metadata, Column("hash", Text, primary_key=True), Column("body", LargeBinary, nullable=False)
)
"""What revisions hold: the canonical JSON of a snapshot, compressed by zlib, stored once."""

revision = Table(
    "revision",
    metadata,
    _identity(),
    # No foreign key: a revision outlives its article, so that undo can bring the article back as it was.
    _text("article"),
    Column("created", Moment, nullable=False),
    _text("author"),
    Column("reason", Choice(Reason), nullable=False),
    Column("hash", ForeignKey("content.hash"), nullable=False),
    _text("name"),
    Index("revision_by_article", "article", "created"),
    # With the row's number behind it: the order in which they were kept, whatever the clock said.
    Index("revision_in_order", "article"),
    Index("revision_by_hash", "hash"),
)

binned = Table(
    "binned",
    metadata,
    # No foreign key to article or edition: the article is gone, and its edition may go after it.
    _identity(),
    _text("edition"),
    _text("headline"),
    Column("deleted", Moment, nullable=False),
    _text("author"),
    Column("revision", ForeignKey("revision.id"), nullable=False),
    *_stamp(),
)

article = Table(
    "article",
    metadata,
    # The index of the text counts on this number: without a name of its own SQLite may renumber it.
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("edition", ForeignKey("edition.id"), nullable=False),
    _text("story"),
    Column("created", Moment, nullable=False),
    _text("slug"),
    _text("headline"),
    Column("section", ForeignKey("section.id")),
    Column("status", Choice(Status), nullable=False),
    Column("assignee", ForeignKey("person.id")),
    Column("deadline", Moment),
    Column("length_target", Integer),
    Column("comments", Boolean),
    Column("translated_from_article", Text),
    Column("translated_from_revision", Text),
    Column("released_revision", ForeignKey("revision.id")),
    Column("first_released", Moment),
    Column("released", Moment),
    Column("not_before", Moment),
    Column("embargo", Moment),
    *_stamp(),
    # Made from the records by `derived`, not fields of one. Short columns stand before long ones, for lists.
    Column("changed", Boolean, nullable=False, server_default="0"),
    _text("kicker"),
    _text("standfirst"),
    _text("dateline"),
    _text("outlet_note"),
    _text("published_url"),
    _text("search_text"),
    _text("social_text"),
    _text("front_matter"),
    _text("body"),
    Column("captions", Text, nullable=False, server_default=""),
    Column("credits", Text, nullable=False, server_default=""),
    UniqueConstraint("edition", "slug"),
    Index("article_by_status", "status", "updated", "id"),
    Index("article_by_section", "section", "updated", "id"),
    Index("article_by_section_and_status", "section", "status", "updated", "id"),
    Index("article_by_edition", "edition", "updated", "id"),
    Index("article_by_story", "story"),
    Index("article_by_assignee", "assignee"),
    Index("article_by_released_revision", "released_revision"),
)
# The desk's list goes along these, one to an order, and narrows without opening the articles that it passes over.
_NARROWING = (article.c.id, article.c.edition, article.c.status, article.c.section)
Index("article_by_updated", article.c.updated, *_NARROWING)
Index("article_by_created", article.c.created, *_NARROWING)
Index("article_by_headline", article.c.headline.collate("NOCASE"), *_NARROWING)
Index("article_by_deadline", article.c.deadline, *_NARROWING)
article_byline = _list_of(
    "article_byline", Column("person", ForeignKey("person.id"), nullable=False), _text("role")
)
article_section = _list_of("article_section", Column("section", ForeignKey("section.id"), nullable=False))
article_topic = _list_of("article_topic", Column("topic", ForeignKey("topic.id"), nullable=False))
# Photos in the text, made from it by `derived`: a text may name a photo that is not there.
article_photo = _list_of("article_photo", _text("photo"))
Index("article_byline_by_person", article_byline.c.person)
Index("article_section_by_section", article_section.c.section)
Index("article_topic_by_topic", article_topic.c.topic)
Index("article_photo_by_photo", article_photo.c.photo)

placement = Table(
    "placement",
    metadata,
    _identity(),
    Column("article", ForeignKey("article.id"), nullable=False),
    Column("photo", ForeignKey("photo.id"), nullable=False),
    Column("role", Choice(Role), nullable=False),
    _text("caption"),
    _text("alt_text"),
    Column("decorative", Boolean, nullable=False),
    *_stamp(),
    Index("placement_by_article", "article"),
    Index("placement_by_photo", "photo"),
)

release = Table(
    "release",
    metadata,
    # Made from the released revisions by `derived`, so that a site of 10,000 articles opens none of them.
    Column("id", ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    _text("revision"),
    _text("hash"),
    _text("edition"),
    _text("story"),
    _text("slug"),
    _text("headline"),
    _text("kicker"),
    _text("standfirst"),
    Column("section", Text),
    Column("first_released", Moment, nullable=False),
    Column("released", Moment, nullable=False),
    Column("lead", Text),
    Column("opens", Moment),
    Column("lists", Text, nullable=False),
)
Index("release_by_first_released", release.c.first_released.desc(), release.c.id)

log = Table(
    "log",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("time", Moment, nullable=False),
    _text("author"),
    _text("direction"),
    _text("text"),
    _text("arguments"),
    CheckConstraint("direction IN ('do', 'undo', 'redo')"),
)
log_record = Table(
    "log_record",
    metadata,
    Column("seq", ForeignKey("log.seq"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    _text("action"),
    _text("fields"),
    Index("log_record_by_record", "record"),
    sqlite_with_rowid=False,
)
