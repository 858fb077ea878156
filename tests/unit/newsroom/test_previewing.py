"""The previewed page is the exported page, and follows text that is not saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.stores import make_store
from newsdesk.errors import Trouble
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import id_maker
from newsdesk.model.photo import Photo
from newsdesk.newsroom import (
    Previewer,
    create_sample,
    delete_articles,
    edit_text,
    export_site,
    moves_site,
    new_article,
    now,
    page_path,
    previewed,
    publish,
    set_status,
)
from newsdesk.store import Store


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Path]]:
    """The sample newsroom, which these tests leave as it is."""
    folder = tmp_path_factory.mktemp("preview") / "newsroom"
    with create_sample(folder, clock=now, ids=id_maker(now), author="tester") as store:
        yield store, folder


def released(store: Store) -> list[Article]:
    return [article for article in store.read.every(Article) if article.released_revision]


def test_released_articles_are_previewed_byte_for_byte_as_they_are_exported(
    sample: tuple[Store, Path], tmp_path: Path
) -> None:
    store, folder = sample
    moment = now()
    export_site(store.read, folder, tmp_path / "site", now=moment)
    previewer = Previewer(store.read, folder, moment)
    online = [(article, page_path(store.read, folder, article.id, moment)) for article in released(store)]
    assert len(online) > 5
    for article, path in online:
        if path is None:
            continue
        shown = previewer.page(store.read, article)
        assert shown.path == path
        assert shown.html.encode() == (tmp_path / "site" / path).read_bytes()
        for picture in shown.pictures:
            assert (tmp_path / "site" / picture).is_file()
    for path, content in previewer.files.items():
        assert (tmp_path / "site" / path).read_bytes() == content


def test_text_that_is_not_saved_is_shown(sample: tuple[Store, Path]) -> None:
    store, folder = sample
    article = replace(released(store)[0], headline="A new headline", body="One.\n\nTwo *and* more.")
    previewer, shown = previewed(folder, None, article, now())
    assert "<h1>A new headline</h1>" in shown.html
    assert "<p>Two <em>and</em> more.</p>" in shown.html
    assert shown.lines == (0, 2)
    assert previewer.article == article.id
    longer = previewer.page(store.read, replace(article, body=f"Before.\n\n{article.body}"))
    assert longer.lines == (0, 2, 4)


def test_a_photo_in_the_text_is_shown_before_it_is_saved(sample: tuple[Store, Path]) -> None:
    store, folder = sample
    photo = store.read.every(Photo)[0]
    body = f"![A quay](photo:{photo.id})\n\n![Gone](photo:no-such-photo)\n\nLast."
    shown = previewed(folder, None, replace(released(store)[0], body=body), now())[1]
    assert photo.id in {id for id, _ in shown.pictures.values()}
    # The photo that is not there leaves nothing behind, and its line is nobody's.
    assert shown.lines == (0, 4)


def test_only_what_readers_get_moves_the_site(tmp_path: Path) -> None:
    moved: list[bool] = []
    with make_store(tmp_path / "newsroom", on_step=lambda step: moved.append(moves_site(step))) as store:
        made = new_article(store, store.read.newsroom().main_edition, "A headline")
        edit_text(store, made.id, {"body": "A text."})
        set_status(store, [made.id], Status.READY)
        ready = store.read.get(Article, made.id)
        assert ready is not None
        publish(store, ready)
        edit_text(store, made.id, {"body": "A longer text."})
        delete_articles(store, [made.id])
    assert moved == [False, False, False, True, False, True]


def test_a_broken_theme_is_told_of(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    article = new_article(store, store.read.newsroom().main_edition, "A headline")
    (folder / "theme").mkdir()
    (folder / "theme" / "story.html").write_text("{{ view.nothing }}", encoding="utf-8")
    with pytest.raises(Trouble, match=r"story\.html"):
        previewed(folder, None, article, now())
