"""A rehearsal says just what publishing and exporting will do, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsdesk.errors import Trouble
from newsdesk.model.article import Article
from newsdesk.model.revision import Revision
from newsdesk.newsroom import (
    add_photos,
    add_section,
    edit_text,
    export_site,
    new_article,
    page_path,
    publish_all,
    rehearse,
    remove_section,
    set_lead,
    set_moment,
    set_topics,
)
from newsdesk.publish import Cancelled, Report
from newsdesk.store import Step, Store

from .conftest import Clock

FAR = timedelta(days=9)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def article(store: Store, picture: Callable[..., Path]) -> Article:
    edition = store.read.newsroom().main_edition
    made = new_article(store, edition, "On the quay", add_section(store, "World", edition).id)
    set_lead(store, made.id, add_photos(store, [picture()]).added[0].photo.id)
    return set_topics(store, made.id, ["Iraq"])


def state(store: Store) -> tuple[object, ...]:
    """All that a rehearsal could leave behind."""
    read = store.read
    records = (read.every(Article), read.every(Revision), read.releases(), read.log(1000))
    return (*records, store.undo_name, store.redo_name, read.search("quay"))


def written(store: Store, out: Path, now: datetime) -> Report:
    return export_site(store.read, store.folder, out, now=now)


def test_it_says_what_will_be_done(store: Store, article: Article, out: Path, clock: Clock) -> None:
    now = clock.now
    before = state(store)
    told = rehearse(store, store.folder, out, [article.id], now=now)
    assert told.online == 1
    assert state(store) == before
    assert not out.exists()
    clock.now = now
    publish_all(store, [article.id])
    assert written(store, out, clock.now).written == told.written
    edit_text(store, article.id, {"headline": "At the quay", "body": "New."})
    told = rehearse(store, store.folder, out, [article.id], now=clock.now)
    publish_all(store, [article.id])
    assert written(store, out, clock.now).written == told.written
    assert told.written.changed


def test_without_a_folder_it_is_all_new(store: Store, article: Article, out: Path, clock: Clock) -> None:
    told = rehearse(store, store.folder, None, [article.id], now=clock.now)
    assert told == rehearse(store, store.folder, out, [article.id], now=clock.now)
    nothing = rehearse(store, store.folder, None, [], now=clock.now)
    assert nothing.online == 0
    assert len(nothing.written.new) < len(told.written.new)


def test_what_stands_in_the_way_is_told(store: Store, article: Article, out: Path, clock: Clock) -> None:
    bare = new_article(store, article.edition)
    before = state(store)
    with pytest.raises(Trouble, match="no headline"):
        rehearse(store, store.folder, out, [article.id, bare.id], now=clock.now)
    with pytest.raises(Trouble, match="inside the newsroom"):
        rehearse(store, store.folder, store.folder / "site", [article.id], now=clock.now)
    assert state(store) == before


def test_it_can_be_stopped(store: Store, article: Article, out: Path, clock: Clock) -> None:
    publish_all(store, [article.id])
    written(store, out, clock.now)
    edit_text(store, article.id, {"body": "New."})
    before = state(store)
    with pytest.raises(Cancelled):
        rehearse(store, store.folder, out, [article.id], now=clock.now, cancelled=lambda: True)
    assert state(store) == before
    edit_text(store, article.id, {"body": "One can go on writing."})


def test_nobody_is_told(store: Store, article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[Step] = []
    monkeypatch.setattr(store, "_on_step", steps.append)
    found = store.rehearse(lambda: store.remove(Article, article.id), lambda: store.read.get(Article, article.id))
    assert found is None
    assert steps == []
    assert store.read.get(Article, article.id) == article
    set_topics(store, article.id, [])
    assert len(steps) == 1


def test_it_is_no_part_of_a_step(store: Store, article: Article) -> None:
    with pytest.raises(RuntimeError, match="within another"), store.step(store.read.log(1)[0].name):
        store.rehearse(lambda: None, lambda: None)
    with pytest.raises(ZeroDivisionError):
        store.rehearse(lambda: 1 // 0, lambda: None)
    assert store.read.get(Article, article.id) == article


def test_an_export_can_be_stopped(store: Store, article: Article, out: Path, clock: Clock) -> None:
    publish_all(store, [article.id])
    with pytest.raises(Cancelled):
        export_site(store.read, store.folder, out, now=clock.now, cancelled=lambda: True)
    assert not (out / "index.html").exists()


def test_where_the_page_of_an_article_is(store: Store, article: Article, out: Path, clock: Clock) -> None:
    def path() -> str | None:
        return page_path(store.read, store.folder, article.id, clock.now)

    assert path() is None
    publish_all(store, [article.id])
    written(store, out, clock.now)
    found = path()
    assert found
    assert "On the quay" in (out / found).read_text(encoding="utf-8")
    set_moment(store, article.id, "embargo", clock.now + FAR)
    publish_all(store, [article.id])
    assert path() is None


def test_a_page_goes_without_a_section_that_was_removed(
    store: Store, article: Article, out: Path, clock: Clock
) -> None:
    publish_all(store, [article.id])
    assert article.section
    remove_section(store, article.section)
    assert written(store, out, clock.now).online == 1
    found = page_path(store.read, store.folder, article.id, clock.now)
    assert found
    assert "World" not in (out / found).read_text(encoding="utf-8")
