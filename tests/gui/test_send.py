"""Sending an article: by the clipboard, and as a file of each form."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QWidget

from helpers.waiting import wait_until
from newsdesk.errors import Trouble
from newsdesk.i18n import Message
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId
from newsdesk.model.revision import Reason, Revision
from newsdesk.newsroom import EXTENSIONS, Format, edit_text, set_status
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.send import copy_article, send_article, write_article


@pytest.fixture
def bridge(context: Context) -> ArticleId:
    """An article with a lead photo that has a caption and a credit."""
    headline = "The bridge that took forty years to cross"
    return next(article.id for article in context.read.every(Article) if article.headline == headline)


@pytest.fixture
def told(context: Context) -> list[Message]:
    """What the window is asked to say."""
    said: list[Message] = []
    context.told.connect(lambda text, _undo: said.append(text))
    return said


def test_copies_html_and_text_with_captions_and_credits(
    context: Context, bridge: ArticleId, told: list[Message]
) -> None:
    copy_article(context, bridge)
    wait_until(lambda: told, "the copy")
    data = QApplication.clipboard().mimeData()
    assert {"text/html", "text/plain"} <= set(data.formats())
    for text in (data.html(), data.text()):
        assert "The bridge that took forty years to cross" in text
        assert "Photo 1: " in text
        assert "[" in text.split("Photo 1: ")[1], "the credit stands in brackets"
    assert "<p" in data.html()
    assert "<p" not in data.text()


def test_copies_what_was_typed_last(context: Context, bridge: ArticleId, told: list[Message]) -> None:
    typing = QWidget()

    def flush() -> None:
        context.do(lambda store: edit_text(store, bridge, {"headline": "Typed at the end"}))

    context.add_flusher(typing, flush)
    copy_article(context, bridge)
    wait_until(lambda: told, "the copy")
    assert QApplication.clipboard().text().count("Typed at the end") == 1


@pytest.mark.parametrize("form", [Format.SINGLE, Format.FRAGMENT, Format.ZIP])
def test_writes_a_file(
    context: Context, bridge: ArticleId, told: list[Message], form: Format, tmp_path: Path
) -> None:
    out = tmp_path / f"bridge{EXTENSIONS[form]}"
    write_article(context, bridge, form, out)
    wait_until(lambda: told, "the file")
    assert str(out) in str(told[0])
    wait_until(lambda: context.read.revisions(bridge)[0].reason is Reason.SENT, "the version that was sent")
    if form is Format.ZIP:
        names = zipfile.ZipFile(out).namelist()
        assert any(name.endswith(".md") for name in names)
        assert any(name.endswith(".jpg") for name in names)
        return
    text = out.read_text(encoding="utf-8")
    assert "The bridge that took forty years to cross" in text
    assert ("<html" in text) is (form is Format.SINGLE)


def test_a_place_inside_the_newsroom_is_a_trouble(context: Context, bridge: ArticleId) -> None:
    troubled: list[Trouble] = []
    context.troubled.connect(troubled.append)
    write_article(context, bridge, Format.SINGLE, context.folder / "page.html")
    wait_until(lambda: troubled, "the trouble")
    assert "inside the newsroom" in str(troubled[0])


def test_a_held_article_is_sent_for_a_reason_only(
    context: Context, bridge: ArticleId, told: list[Message], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.do(lambda store: set_status(store, [bridge], Status.HELD)).result()
    out, parent = tmp_path / "bridge.html", QWidget()
    answers = [("", True), ("for the lawyer", False), (" for the lawyer ", True)]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: answers.pop(0))
    asked: list[str] = []

    def ask(*given: object) -> tuple[str, str]:
        asked.append(str(given[2]))
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    send_article(context, bridge, Format.SINGLE, parent)
    send_article(context, bridge, Format.SINGLE, parent)
    assert asked == []
    send_article(context, bridge, Format.SINGLE, parent)
    assert [Path(name).suffix for name in asked] == [".html"]
    wait_until(lambda: told, "the file")
    context.do(lambda _store: None).result()
    assert out.is_file()
    kept = [revision.name for revision in context.read.every(Revision) if revision.article == bridge]
    assert "for the lawyer" in kept


def test_an_article_that_is_free_is_sent_without_a_reason(
    context: Context, bridge: ArticleId, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def ask(*given: object) -> tuple[str, str]:
        asked.append(given[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    send_article(context, bridge, Format.ZIP, QWidget())
    assert len(asked) == 1
