"""What is filed with one article, as the inspector shows it: read once for all its fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from zoneinfo import ZoneInfo

from newsdesk.i18n import ntr, tr
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, EditionId
from newsdesk.model.names import name_in
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.model.workflow import WITHHELD
from newsdesk.newsroom import zone_of
from newsdesk.publish import article_path, folder_name, folder_of, joined
from newsdesk.store import Reader
from newsdesk.ui.models.wording import status_name


@dataclass(frozen=True, slots=True)
class Sister:
    """How the story stands in another edition: `article` None where it has none. `tone` is good, warn or soft."""

    edition: Edition
    article: ArticleId | None
    standing: str
    tone: str


@dataclass(frozen=True, slots=True)
class Filed:
    """An article with the names of what it refers to, in its own edition. `folder` is that of its address."""

    article: Article
    newsroom: Newsroom
    zone: ZoneInfo
    editions: tuple[Edition, ...]
    sections: tuple[tuple[Section, str], ...]
    topics: tuple[str, ...]
    sisters: tuple[Sister, ...]
    folder: str


def read_filed(reader: Reader, id: ArticleId, now: datetime) -> Filed | None:
    """All of it as it stands now; None when the article is gone."""
    with reader.moment():
        article = reader.get(Article, id)
        if article is None:
            return None
        newsroom = reader.newsroom()
        editions = tuple(reader.every(Edition))
        sections = reader.every(Section)
        story = reader.story(article.story)
        topics = reader.get_all(Topic, article.topics).values()
        return Filed(
            article=article,
            newsroom=newsroom,
            zone=zone_of(newsroom),
            editions=editions,
            sections=tuple((each, name_in(each.names, article.edition).text) for each in sections),
            topics=tuple(name_in(topic.names, article.edition).text for topic in topics),
            sisters=_sisters(reader, article, story, editions),
            folder=_folder(newsroom, article, editions, sections, now),
        )


def topic_names(reader: Reader, edition: EditionId) -> list[str]:
    """All topics as they are called in an edition."""
    return sorted((name_in(topic.names, edition).text for topic in reader.every(Topic)), key=str.casefold)


def _sisters(
    reader: Reader, article: Article, story: Sequence[Article], editions: Sequence[Edition]
) -> tuple[Sister, ...]:
    by_edition = {other.edition: other for other in story if other.id != article.id}
    made = []
    for edition in editions:
        other = by_edition.get(edition.id)
        if other is not None:
            made.append(Sister(edition, other.id, *_standing(reader, other, story)))
        elif edition.id != article.edition:
            made.append(Sister(edition, None, "", "soft"))
    return tuple(made)


def _standing(reader: Reader, article: Article, story: Sequence[Article]) -> tuple[str, str]:
    """How a translation stands in words, with their tone."""
    behind = _paragraphs_behind(reader, article, story)
    if behind:
        return ntr("{count} paragraph behind", "{count} paragraphs behind", behind), "warn"
    if article.released_revision is not None and article.status not in WITHHELD:
        return tr("online"), "good"
    return status_name(article.status).lower(), "soft"


def _paragraphs_behind(reader: Reader, article: Article, story: Sequence[Article]) -> int:
    """How many paragraphs of the text that it was translated from were changed since."""
    origin = article.translated_from
    source = next((other for other in story if origin and other.id == origin.article), None)
    if origin is None or source is None:
        return 0
    kept = next((each for each in reader.revisions(source.id) if each.id == origin.revision), None)
    if kept is None:
        return 0
    before, now = _paragraphs(reader.snapshot(kept.hash).article.body), _paragraphs(source.body)
    changes = SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in changes if tag != "equal")


def _paragraphs(body: str) -> list[str]:
    return [" ".join(part.split()) for part in body.split("\n\n") if part.strip()]


def _folder(
    newsroom: Newsroom, article: Article, editions: Sequence[Edition], sections: Sequence[Section], now: datetime
) -> str:
    """The folder in which the article's page would be, with a slash at its end unless that is the site's own."""
    by_id = {section.id: section for section in sections}
    names: list[str] = []
    section = by_id.get(article.section) if article.section else None
    while section is not None and len(names) < len(by_id):
        names.insert(0, folder_name(name_in(section.names, article.edition).slug, "section"))
        section = by_id.get(section.parent) if section.parent else None
    prefix = next((edition.prefix for edition in editions if edition.id == article.edition), "")
    day = (article.first_released or now).astimezone(zone_of(newsroom)).date()
    folder = folder_of(article_path(newsroom.address, prefix, joined(*names), day, article.slug))
    return f"{folder}/" if folder else ""
