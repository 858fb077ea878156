"""A newsroom that is moved, replaced or deleted under its window: told, nothing made anew, right again later."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtTest import QTest

from helpers.stores import make_store
from helpers.waiting import wait_until
from newsdesk.app.session import Session
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import add_photos
from newsdesk.store import open_reader
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.saving import SaveState
from newsdesk.ui.main_window import MainWindow

WORDS = "Typed after the folder had gone. "


@pytest.fixture
def window(sample: Path, look: Look) -> Iterator[MainWindow]:
    frame = Frame(look)
    frame.show()
    session = Session(frame, look)
    session.open(sample)
    shown = session.window
    assert shown is not None
    wait_until(lambda: shown.editor.article_id, "the article")
    yield shown
    frame.end()
    frame.deleteLater()


def type_words(window: MainWindow) -> ArticleId:
    window.editor.focus_body()
    QTest.keyClicks(window.editor.body, WORDS)
    window.context.flush()
    assert window.editor.article_id is not None
    return window.editor.article_id


def is_not_saved(window: MainWindow) -> bool:
    return window.context.saving.standing.state is SaveState.NOT_SAVED


def body(folder: Path, id: ArticleId) -> str:
    with open_reader(folder) as reader:
        article = reader.get(Article, id)
    assert article is not None
    return article.body


def test_a_newsroom_that_was_moved_is_missed_and_saved_when_it_is_back(window: MainWindow, sample: Path) -> None:
    away = sample.rename(sample.with_name("elsewhere"))
    id = type_words(window)
    wait_until(lambda: is_not_saved(window), "the failure")
    assert "NOT SAVED" in window.status_line.saved_text
    assert str(sample / "newsroom.db") in str(window.context.saving.standing.trouble)
    assert "Put the folder back where it was" in str(window.context.saving.standing.trouble)
    assert WORDS in window.editor.body.text()
    assert not sample.exists()
    away.rename(sample)
    window.context.flush()
    wait_until(lambda: window.context.saving.standing.state is SaveState.SAVED, "the save")
    assert WORDS in body(sample, id)


def test_a_newsroom_that_was_deleted_is_not_made_anew(window: MainWindow, sample: Path) -> None:
    shutil.rmtree(sample)
    type_words(window)
    wait_until(lambda: is_not_saved(window), "the failure")
    assert WORDS in window.editor.body.text()
    assert not sample.exists()


def test_another_newsroom_in_its_place_is_not_written(window: MainWindow, sample: Path) -> None:
    sample.rename(sample.with_name("elsewhere"))
    make_store(sample).close()
    before = (sample / "newsroom.db").read_bytes()
    type_words(window)
    wait_until(lambda: is_not_saved(window), "the failure")
    assert (sample / "newsroom.db").read_bytes() == before


def test_a_photo_that_is_added_meanwhile_takes_no_place(window: MainWindow, sample: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    Image.new("RGB", (4, 3)).save(picture)
    away = sample.rename(sample.with_name("elsewhere"))
    future = window.context.do(lambda store: add_photos(store, [picture]))
    wait_until(future.done, "the end of it")
    assert [refused.file for refused in future.result().refused] == [picture]
    assert not sample.exists()
    away.rename(sample)
