"""While the newsroom cannot be written, what is typed is in the rescue copy, and the window says so."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from helpers.rescue import WORD, leave, named, no_room, on_disk, opened, state, texts, write
from helpers.typed_places import entered_places, saved_places
from helpers.waiting import wait_until
from newsdesk.app.session import Session
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.model.placement import Role
from newsdesk.model.topic import Topic
from newsdesk.newsroom import (
    describe_photo,
    edit_text,
    photo_uses,
    set_topics,
)
from newsdesk.paths import data_folder, state_folder
from newsdesk.store import Store, open_reader
from newsdesk.ui.dialogs.rescued_copy import save_copy
from newsdesk.ui.editor import autosave
from newsdesk.ui.frame import Frame
from newsdesk.ui.inspector import article_writing
from newsdesk.ui.kit import entries, rescuing
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.saving import SaveState
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.models import photo_entries


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


@pytest.fixture
def held_back(window: MainWindow) -> Iterator[Event]:
    """The writing lane does nothing before this is set."""
    gate = Event()
    window.context.do(lambda _store: gate.wait())
    yield gate
    gate.set()


def test_what_is_typed_anywhere_while_the_lane_is_held_back_is_rescued(
    window: MainWindow, sample: Path, held_back: Event
) -> None:
    places = [*saved_places(window), *entered_places(window)]
    for place in places:
        place.type(named(place))
    wait_until(lambda: all(place.takes(named(place)) in texts(window) for place in places), "the rescue copy")
    assert state(window) is SaveState.SAVING
    wait_until(lambda: "rescue copy" in window.status_line.saved_text, "that it is said")
    held_back.set()
    window.context.flush()
    wait_until(lambda: state(window) is SaveState.SAVED, "the save")
    wait_until(lambda: not window.context.rescuing.file.exists(), "the end of the copy")
    assert f"body{WORD}" in on_disk(sample, opened(window)).body


def test_what_is_typed_on_is_rescued_as_well(window: MainWindow, held_back: Event) -> None:
    write(window, "one ")
    wait_until(lambda: "one " in texts(window), "the first words")
    write(window, "two ")
    wait_until(lambda: "two " in texts(window), "the next words")
    held_back.set()
    wait_until(lambda: state(window) is SaveState.SAVED and not window.context.rescuing.file.exists())


def test_nothing_is_rescued_as_long_as_all_goes_well(window: MainWindow) -> None:
    seen: list[bool] = []
    window.context.rescuing.changed.connect(lambda: seen.append(window.context.rescuing.holds))
    write(window, "well ")
    wait_until(lambda: state(window) is SaveState.SAVED)
    assert not any(seen)
    assert not window.context.rescuing.file.exists()


def test_a_save_that_fails_and_then_succeeds(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "edit_text", no_room)
    write(window, "Kept. ")
    window.editor.flush()
    wait_until(lambda: window.context.rescuing.holds and state(window) is SaveState.NOT_SAVED)
    assert "Kept. " in texts(window)
    line = window.status_line
    assert line.saved_text == "▲ NOT SAVED"
    assert line.alarm.isVisible()
    for said in ("The disk is full. Make room.", str(window.context.rescuing.file)):
        assert said in line.alarm.text
    assert [one.text() for one in line.alarm.findChildren(QPushButton)] == ["Copy My Text", "Save a Copy to…"]
    monkeypatch.setattr(autosave, "edit_text", edit_text)
    write(window, "More. ")
    wait_until(lambda: state(window) is SaveState.SAVED, "the save")
    wait_until(lambda: not window.context.rescuing.file.exists(), "the end of the copy")
    assert not line.alarm.isVisible()
    assert "Saved" in line.saved_text


def test_the_state_is_true_when_one_of_two_places_recovers(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "AGAIN", 50)
    card = window.editor.lead.card
    assert card is not None
    places = {place.name: place for place in saved_places(window)}

    def no_body(store: Store, id: ArticleId, fields: Mapping[str, str]) -> Article:
        return no_room(store, id, fields) if "body" in fields else edit_text(store, id, fields)

    monkeypatch.setattr(autosave, "edit_text", no_body)
    write(window, "Lost. ")
    window.context.flush()
    wait_until(lambda: state(window) is SaveState.NOT_SAVED)
    for name in ("kicker", "caption", "dateline"):
        places[name].type(WORD)
        window.context.flush_texts()
        window.context.do(lambda _store: None).result()
        QApplication.processEvents()
        assert state(window) is SaveState.NOT_SAVED, name
    monkeypatch.setattr(autosave, "edit_text", edit_text)
    window.context.flush()
    wait_until(lambda: state(window) is SaveState.SAVED)


def test_a_caption_that_cannot_be_saved_outlives_its_card(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, sample: Path
) -> None:
    id = opened(window)
    other = next(one.id for one in window.context.read.every(Article) if one.id != id)
    places = {place.name: place for place in saved_places(window)}

    def wrong(*_arguments: object) -> None:
        raise Trouble(N_("The disk is full."))

    monkeypatch.setattr(photo_entries, "describe_photo", wrong)
    places["caption"].type(WORD)
    window.open_article(other)
    wait_until(lambda: state(window) is SaveState.NOT_SAVED)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait_until(lambda: WORD in texts(window), "the rescue copy")
    window.open_article(id)
    card = window.editor.lead.card
    assert card is not None
    assert WORD in card.use.caption, "what was typed last is shown"
    monkeypatch.setattr(photo_entries, "describe_photo", describe_photo)
    window.context.entries.try_again()
    wait_until(lambda: state(window) is SaveState.SAVED)
    with open_reader(sample) as reader:
        assert any(WORD in placed.caption for placed in reader.placements(id))


def test_a_newsroom_that_is_moved_away_and_comes_back(
    window: MainWindow, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave, "AGAIN", 50)
    away = tmp_path / "away"
    sample.rename(away)
    write(window, "Moved. ")
    wait_until(lambda: window.context.rescuing.holds and state(window) is SaveState.NOT_SAVED, "the failure")
    assert "Moved. " in texts(window)
    assert "no longer at" in window.status_line.alarm.text
    copy = tmp_path / "copy"
    save_copy(window.context, window.editor.working_copy(), copy)
    copied = copy.with_suffix(".md").read_text(encoding="utf-8")
    article = window.editor.working_copy()
    assert article is not None
    for text in (article.headline, article.kicker, "Moved. " + article.body[7:]):
        assert text in copied
    assert not sample.exists(), "no new empty newsroom"
    away.rename(sample)
    write(window, "Back. ")
    wait_until(lambda: state(window) is SaveState.SAVED, "the save")
    wait_until(lambda: not window.context.rescuing.file.exists(), "the end of the copy")
    assert on_disk(sample, opened(window)).body.startswith(("Back. Moved. ", "Moved. Back. "))


def test_it_is_said_when_nothing_at_all_can_be_written(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(rescuing, "AGAIN", 50)
    file = window.context.rescuing.file
    file.parent.mkdir(parents=True, exist_ok=True)
    blocked = file.with_suffix(".part")
    blocked.mkdir()
    monkeypatch.setattr(autosave, "edit_text", no_room)
    write(window, "Nowhere. ")
    window.editor.flush()
    wait_until(lambda: window.context.rescuing.trouble, "the second failure")
    assert "cannot be written either" in window.status_line.alarm.text
    save_copy(window.context, window.editor.working_copy(), tmp_path / "copy.md")
    assert "Nowhere. " in (tmp_path / "copy.md").read_text(encoding="utf-8")
    blocked.rmdir()
    write(window, "Somewhere. ")
    wait_until(lambda: window.context.rescuing.holds, "the rescue copy")
    assert "cannot be written either" not in window.status_line.alarm.text
    monkeypatch.setattr(autosave, "edit_text", edit_text)
    window.editor.flush()
    wait_until(lambda: state(window) is SaveState.SAVED and not file.exists())


def test_the_clipboard_gets_all_that_is_not_saved(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "edit_text", no_room)
    other = next(one.id for one in window.context.read.every(Article) if one.id != opened(window))
    write(window, "First. ")
    window.open_article(other)
    write(window, "Second. ")
    window.editor.flush()
    wait_until(lambda: window.status_line.alarm.isVisible())
    button = window.status_line.alarm.findChildren(QPushButton)[0]
    button.click()
    copied = QApplication.clipboard().text()
    assert "First. " in copied
    assert "Second. " in copied
    monkeypatch.setattr(autosave, "edit_text", edit_text)
    window.context.flush()


def test_nothing_that_is_typed_gets_into_log_or_report(
    session: Session, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(_store: Store, _id: ArticleId, _fields: Mapping[str, str]) -> Article:
        raise Trouble(N_("The disk is full."))

    monkeypatch.setattr(autosave, "edit_text", wrong)
    write(window, WORD)
    window.editor.flush()
    wait_until(lambda: window.context.rescuing.holds)
    leave(session)
    for file in state_folder().rglob("*"):
        if file.is_file():
            assert WORD.encode() not in file.read_bytes(), file


def test_a_disk_that_is_full_and_then_has_room(window: MainWindow, sample: Path) -> None:
    def allow(pages: int) -> None:
        # As a full disk does, and for whoever runs the tests: the database may not grow.
        window.context.do(
            lambda store: store._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}").close()
        ).result()

    allow(1)
    long = f"{WORD} " * 4_000
    window.editor.focus_body()
    window.editor.body.insertPlainText(long)
    wait_until(lambda: state(window) is SaveState.NOT_SAVED and window.context.rescuing.holds, "the failure")
    assert "no room left" in window.status_line.alarm.text
    assert long in texts(window)
    assert WORD not in on_disk(sample, opened(window)).body
    allow(1_000_000)
    window.context.flush()
    wait_until(lambda: state(window) is SaveState.SAVED, "the save")
    assert long.strip() in on_disk(sample, opened(window)).body


def test_a_fault_of_ours_while_saving_is_no_silent_loss(
    window: MainWindow, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: crashed.append(kind))

    def wrong(_store: Store, _id: ArticleId, _fields: Mapping[str, str]) -> Article:
        raise ValueError("a bug")

    monkeypatch.setattr(autosave, "edit_text", wrong)
    write(window, "Kept. ")
    window.editor.flush()
    wait_until(lambda: state(window) is SaveState.NOT_SAVED and window.context.rescuing.holds, "the failure")
    wait_until(lambda: crashed, "that it is told")
    assert "Kept. " in texts(window)
    monkeypatch.setattr(autosave, "edit_text", edit_text)
    write(window, "On. ")
    wait_until(lambda: state(window) is SaveState.SAVED, "the save")
    assert "Kept. " in on_disk(sample, opened(window)).body


def test_what_is_not_saved_is_not_sent_in_an_older_state(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    window.context.troubled.connect(told.append)
    monkeypatch.setattr(autosave, "edit_text", no_room)
    write(window, "New. ")
    window.actions_of.refresh()
    QApplication.clipboard().clear()
    window.actions_of.by_id["send.copy"].trigger()
    wait_until(lambda: told, "the refusal")
    assert QApplication.clipboard().text() == ""
    monkeypatch.setattr(autosave, "edit_text", edit_text)
    window.context.flush()


def test_a_topic_that_cannot_be_saved_stays_and_is_rescued(
    window: MainWindow, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*_arguments: object, **_named: object) -> None:
        raise Trouble(N_("The disk is full."))

    id, field = opened(window), window.inspector.article.topics
    monkeypatch.setattr(article_writing, "set_topics", wrong)
    QTest.keyClicks(field.typed, f"{WORD},")
    wait_until(lambda: state(window) is SaveState.NOT_SAVED and WORD in texts(window), "the rescue copy")
    other = next(one.id for one in window.context.read.every(Article) if one.id != id)
    window.open_article(other)
    assert WORD not in field.names
    window.open_article(id)
    assert WORD in field.names
    monkeypatch.setattr(article_writing, "set_topics", set_topics)
    QTest.keyClicks(field.typed, "Tides,")
    wait_until(lambda: state(window) is SaveState.SAVED, "the save")
    with open_reader(sample) as reader:
        topics = reader.get_all(Topic, on_disk(sample, id).topics).values()
        assert {WORD, "Tides"} <= {topic.names[0].text for topic in topics}
