"""The store with many articles: bulk write, save, list and search, beside plain sqlite3 doing the least."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from corpus import SECTIONS, Story, stories
from newsdesk.i18n import message
from newsdesk.model.article import Article, Status
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, Clock, EditionId, NewsroomId, SectionId, StoryId, id_maker
from newsdesk.model.names import Name
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.section import Section
from newsdesk.newsroom import edit_text
from newsdesk.store import ListQuery, Store, create_store, open_store
from timing import percentile, table

SAVES = 300
LOOKS = 200
WORDS = ("harbour", "storm", "counc", "quay market", "ferry price", '"old bridge"', "schoo", "budget vote")


def contest(work: Path, count: int) -> str:
    """Run it and give the table."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    raw = _raw_rows(work / "raw.db", count)
    with _new_store(work / "newsroom") as store:
        articles = list(_articles(store, count))
        began = time.perf_counter()
        with store.step(message("Write")):
            store.put_all(articles)
        written = time.perf_counter() - began
    rows = [["rows and index, bulk", f"{written:.1f} s", f"plain sqlite3 {raw:.1f} s", f"{written / raw:.2f}"]]
    # As if six seconds passed from save to save: every fiftieth keeps a revision of what stood before.
    moments = _moments(datetime.now(UTC), timedelta(seconds=6))
    with _open(work / "newsroom", lambda: next(moments)) as store:
        rows.append(_saving(store, work / "floor.db"))
    with _open(work / "newsroom", lambda: datetime.now(UTC)) as store:
        rows.append(_listing(store))
        rows.append(_searching(store))
    return table(f"Store with {count:,} articles", ["what", "ours", "beside", "ratio"], rows)


def _saving(store: Store, floor: Path) -> list[str]:
    row = store.read.listing(ListQuery(), None, 1)[0]
    article = store.read.get(Article, row.id)
    assert article is not None
    body, times = article.body, []
    for number in range(SAVES):
        began = time.perf_counter()
        edit_text(store, article.id, {"body": f"{body} {number}"})
        times.append(time.perf_counter() - began)
    assert len(store.read.revisions(article.id)) >= SAVES * 6 // 300 - 1
    plain = _plain_saves(floor, body)
    return [
        "save with index, log and history, p95",
        _ms(percentile(times, 0.95)),
        f"one UPDATE {_ms(plain)}",
        f"{percentile(times, 0.95) / plain:.2f}",
    ]


def _listing(store: Store) -> list[str]:
    section = store.read.every(Section)[0].id
    times = _times(lambda _: store.read.listing(ListQuery(status=Status.PUBLISHED, section=section), None, 200))
    return ["list of 200 by section and status, p95", _ms(percentile(times, 0.95)), "goal 10 ms", ""]


def _searching(store: Store) -> list[str]:
    times = _times(lambda number: store.read.search(WORDS[number % len(WORDS)], 20))
    both = f"{_ms(percentile(times, 0.5))} / {_ms(percentile(times, 0.95))}"
    return ["search with snippets, p50 / p95", both, "goal 4 / 25 ms", ""]


def _times(look: Callable[[int], object]) -> list[float]:
    times = []
    for number in range(LOOKS):
        began = time.perf_counter()
        look(number)
        times.append(time.perf_counter() - began)
    return times


def _raw_rows(path: Path, count: int) -> float:
    """The floor for a bulk write: the same texts into one table and one index, in one transaction."""
    columns = "id TEXT UNIQUE, slug TEXT, headline TEXT, standfirst TEXT, body TEXT, section TEXT, updated TEXT"
    made = list(stories(count))
    began = time.perf_counter()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"CREATE TABLE article (key INTEGER PRIMARY KEY, {columns})")
        connection.execute(
            "CREATE VIRTUAL TABLE words USING fts5(headline, standfirst, body,"
            " content='article', content_rowid='key', prefix='2 3')"
        )
        connection.executemany(
            "INSERT INTO article (id, slug, headline, standfirst, body, section, updated) VALUES (?,?,?,?,?,?,?)",
            ((s.slug, s.slug, s.headline, s.standfirst, s.body, s.section, s.date.isoformat()) for s in made),
        )
        connection.execute(
            "INSERT INTO words (rowid, headline, standfirst, body)"
            " SELECT key, headline, standfirst, body FROM article"
        )
    connection.close()
    return time.perf_counter() - began


def _plain_saves(path: Path, body: str) -> float:
    """The floor for a save, p95: one UPDATE, committed as durably as ours."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE article (key INTEGER PRIMARY KEY, body TEXT)")
    connection.execute("INSERT INTO article VALUES (1, ?)", (body,))
    times = []
    for number in range(SAVES):
        began = time.perf_counter()
        connection.execute("UPDATE article SET body = ? WHERE key = 1", (f"{body} {number}",))
        times.append(time.perf_counter() - began)
    connection.close()
    return percentile(times, 0.95)


def _new_store(folder: Path) -> Store:
    ids = id_maker(lambda: datetime.now(UTC))
    edition = Edition(EditionId(ids()), "en", "English", "ltr")
    newsroom = Newsroom(NewsroomId(ids()), "Newsroom", edition.id)
    store = create_store(folder, newsroom, [edition], clock=lambda: datetime.now(UTC), ids=ids, author="bench")
    with store.step(message("Make sections")):
        for name in SECTIONS:
            store.put(Section(SectionId(ids()), (Name(edition.id, name, name.lower()),)))
    return store


def _moments(first: datetime, step: timedelta) -> Iterator[datetime]:
    while True:
        yield first
        first += step


def _open(folder: Path, clock: Clock) -> Store:
    return open_store(folder, clock=clock, ids=id_maker(lambda: datetime.now(UTC)), author="bench")


def _articles(store: Store, count: int) -> Iterator[Article]:
    edition = store.read.newsroom().main_edition
    sections = {section.names[0].text: section.id for section in store.read.every(Section)}
    for story in stories(count):
        yield _article(store, story, edition, sections[story.section])


def _article(store: Store, story: Story, edition: EditionId, section: SectionId) -> Article:
    id = store.ids()
    return Article(
        id=ArticleId(id),
        edition=edition,
        story=StoryId(id),
        created=story.date.replace(tzinfo=UTC),
        slug=story.slug,
        headline=story.headline,
        standfirst=story.standfirst,
        body=story.body,
        section=section,
        status=Status.PUBLISHED,
    )


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
