"""What was rescued is offered at the next start, and nothing of it or of the newsroom is lost by any choice."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton

from helpers.rescue import WORD, dialog, leave, no_room, on_disk, opened, state, texts, write
from helpers.waiting import wait_until
from newsdesk.app.recovering import recover
from newsdesk.app.session import Session
from newsdesk.model.article import Article
from newsdesk.model.placement import Role
from newsdesk.model.query import EVERY_ARTICLE
from newsdesk.newsroom import delete_articles, edit_text, now, photo_uses, write_newsroom
from newsdesk.newsroom.history import keep_version
from newsdesk.newsroom.rescuing import Rescued, RescueFile, Typed
from newsdesk.paths import data_folder, state_folder
from newsdesk.store import open_reader
from newsdesk.ui.dialogs.compare_dialog import CompareDialog
from newsdesk.ui.dialogs.rescued import RescuedDialog
from newsdesk.ui.editor import autosave
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.saving import SaveState
from newsdesk.ui.main_window import MainWindow

KILLED = Path(__file__).parent.parent / "helpers" / "killed_while_typing.py"


@pytest.fixture(autouse=True)
def nothing_rescued_before() -> None:
    """What other tests rescued of a sample that is gone would be offered in this one."""
    shutil.rmtree(data_folder() / "rescue", ignore_errors=True)


@pytest.fixture
def session(sample: Path, look: Look) -> Iterator[Session]:
    frame = Frame(look, QSize(1366, 768))
    frame.show()
    session = Session(frame, look)
    session.open(sample)
    yield session
    frame.may_close = lambda: True
    frame.close()
    frame.deleteLater()


@pytest.fixture
def window(session: Session) -> MainWindow:
    """The window with an article open that has a lead photo."""
    assert session.window is not None
    read = session.window.context.read
    with_lead = (one for one in read.every(Article) if any(use.role is Role.LEAD for use in photo_uses(read, one)))
    session.window.open_article(next(with_lead).id)
    return session.window


def test_what_failed_in_several_articles_is_there_after_a_restart(
    session: Session, window: MainWindow, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened(window)
    second = next(one.id for one in window.context.read.every(Article) if one.id != first)
    monkeypatch.setattr(autosave, "edit_text", no_room)
    write(window, "First. ")
    window.open_article(second)
    write(window, "Second. ")
    leave(session)
    assert not on_disk(sample, first).body.startswith("First. ")

    monkeypatch.setattr(autosave, "edit_text", edit_text)
    session.open(sample)
    asked = dialog(session)
    assert session.window is not None
    context = session.window.context
    taken = asked.offer.rescued.article
    assert {taken, *(one.rescued.article for one in asked._waiting)} == {first, second}
    assert on_disk(sample, first).body.startswith("First. ") is False, "nothing is replaced unasked"
    asked.take.click()
    wait_until(lambda: asked.offer.rescued.article != taken, "the next question")
    kept = asked.offer.rescued.article
    assert taken is not None
    assert kept is not None
    assert on_disk(sample, taken).body.startswith(("First. ", "Second. "))
    before = on_disk(sample, kept)
    asked.keep.click()
    wait_until(lambda: not context.rescuing.file.exists(), "the end of the copy")
    assert on_disk(sample, kept) == before
    with open_reader(sample) as reader:
        version = reader.revisions(kept)[0]
        assert reader.snapshot(version.hash).article.body.startswith(("First. ", "Second. "))


def test_what_is_left_for_later_is_asked_again(
    session: Session, window: MainWindow, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = opened(window)
    monkeypatch.setattr(autosave, "edit_text", no_room)
    write(window, "First. ")
    leave(session)
    monkeypatch.setattr(autosave, "edit_text", edit_text)
    session.open(sample)
    asked = dialog(session)
    asked.leave.click()
    assert session.window is not None
    session.window.open_article(id)
    write(session.window, "Meanwhile. ")
    leave(session)
    session.open(sample)
    dialog(session).reject()
    leave(session)
    session.open(sample)
    asked = dialog(session)
    assert asked.offer.changed_since, "it went on without the rescued text"
    asked.take.click()
    assert session.window is not None
    file = session.window.context.rescuing.file
    wait_until(lambda: not file.exists(), "the end of the copy")
    with open_reader(sample) as reader:
        bodies = [one.body for one in reader.every(Article)]
    assert any(body.startswith("First. ") for body in bodies)


def test_what_was_typed_in_an_article_that_is_deleted_meanwhile_is_kept(
    session: Session, window: MainWindow, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = opened(window)
    monkeypatch.setattr(autosave, "edit_text", no_room)
    write(window, "Homeless. ")
    leave(session)
    monkeypatch.setattr(autosave, "edit_text", edit_text)
    with write_newsroom(sample, state_folder(), now, lambda _step: None) as store:
        delete_articles(store, [id])
    session.open(sample)
    asked = dialog(session)
    assert asked.make.isVisible()
    assert not asked.take.isVisible()
    asked.make.click()
    assert session.window is not None
    file = session.window.context.rescuing.file
    wait_until(lambda: not file.exists(), "the end of the copy")
    with open_reader(sample) as reader:
        assert sum(one.body.startswith("Homeless. ") for one in reader.every(Article)) == 1


def test_a_process_that_is_killed_leaves_the_text_to_the_next(session: Session, sample: Path) -> None:
    leave(session)
    child = subprocess.run(
        [
            sys.executable,
            str(Path(__file__).parent.parent / "helpers" / "killed_while_typing.py"),
            str(sample),
            WORD,
        ],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr
    with open_reader(sample) as reader:
        assert all(WORD not in one.body for one in reader.every(Article))
    session.open(sample)
    asked = dialog(session)
    assert any(one.typed.text.startswith(f"Saved. {WORD}") for one in asked.offer.differences)
    assert session.window is not None
    assert "did not end properly" in session.window.notice.text
    asked.take.click()
    file = session.window.context.rescuing.file
    wait_until(lambda: not file.exists(), "the end of the copy")
    with open_reader(sample) as reader:
        assert any(one.body.startswith(f"Saved. {WORD}") for one in reader.every(Article))


def test_an_unclean_end_is_told_and_compares_with_the_last_version(window: MainWindow) -> None:
    moment = datetime.now().astimezone().replace(microsecond=0)
    context = window.context
    last = context.read.listing(EVERY_ARTICLE, None, 1)[0].id
    context.do(lambda store: keep_version(store, last, "Before")).result()
    write(window, "Since. ")
    window.editor.flush()
    wait_until(lambda: state(window) is SaveState.SAVED)
    recover(window, moment)
    assert f"as of {moment:%H:%M:%S}" in window.notice.text
    button = window.notice.findChildren(QPushButton)[0]
    assert button.text() == "Compare"
    button.click()
    wait_until(lambda: window.findChildren(CompareDialog), "the comparison")
    for compared in window.findChildren(CompareDialog):
        compared.close()


def test_a_clean_end_is_not_told(session: Session, window: MainWindow, sample: Path) -> None:
    write(window, "Well. ")
    leave(session)
    session.open(sample)
    assert session.window is not None
    assert "did not end" not in session.window.notice.text + session.window.banner.text


@pytest.mark.parametrize("choice", ["take", "keep"])
def test_what_has_no_place_stays_in_the_copy_until_somebody_is_done_with_it(
    session: Session, window: MainWindow, sample: Path, choice: str
) -> None:
    id, edition = opened(window), "en"
    file = window.context.rescuing.file
    half = Typed("Topics, not entered yet", "Harb", id)
    typed = (Typed("Text", "From the copy.", id, "body"), Typed("Byline", "Jo Harbour", id, "byline"), half)
    leave(session)
    RescueFile(file, window.context.newsroom_id, sample).write([Rescued(id, edition, "Harbour", now(), typed)])
    session.open(sample)
    asked = dialog(session)
    assert "What has no place there is shown to you once more" in asked.about.text()
    getattr(asked, choice).click()
    wait_until(asked.seen.isVisible, "what is left")
    assert "found no place" in asked.about.text()
    assert not asked.take.isVisible()
    assert not asked.keep.isVisible()
    assert half in asked.offer.rescued.texts
    assert all(text.field != "body" for text in asked.offer.rescued.texts)
    asked.copy.click()
    assert "Harb" in QApplication.clipboard().text()
    asked.leave.click()
    leave(session)
    session.open(sample)
    asked = dialog(session)
    assert half in asked.offer.rescued.texts, "it was left for later"
    if choice == "keep":
        asked.keep.click()
        wait_until(asked.seen.isVisible, "what is left")
    asked.seen.click()
    wait_until(lambda: not file.exists(), "the end of the copy")


def test_two_copies_of_a_newsroom_rescue_apart_and_do_not_offer_what_is_another_windows(
    window: MainWindow, sample: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = sample.with_name("copy")
    wait_until(lambda: state(window) is SaveState.SAVED)
    shutil.copytree(sample, copy)
    monkeypatch.setattr(autosave, "edit_text", no_room)
    write(window, "First. ")
    window.editor.flush()
    wait_until(lambda: window.context.rescuing.holds, "the rescue copy")
    frame = Frame(look, QSize(1366, 768))
    frame.show()
    second = Session(frame, look)
    second.open(copy)
    assert second.window is not None
    looked: list[object] = []
    second.window.context.rescuing.find(looked.append, second.window.context.tell_failure)
    wait_until(lambda: looked, "a look for rescued text")
    assert looked == [()]
    assert not frame.findChildren(RescuedDialog), "the first window lives and holds it"
    wait_until(lambda: second.window and second.window.editor.article_id, "an article")
    write(second.window, "Second. ")
    second.window.editor.flush()
    wait_until(lambda: second.window and second.window.context.rescuing.holds, "its own rescue copy")
    assert "First. " in texts(window)
    assert "Second. " not in texts(window)
    assert "Second. " in texts(second.window)
    frame.may_close = lambda: True
    frame.close()
    frame.deleteLater()
