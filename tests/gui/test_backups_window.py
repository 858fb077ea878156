"""The window of backups, and the backups that come by themselves, over a real newsroom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton, QWidget
from shiboken6 import isValid

from helpers.backups import place_of_its_own, write
from helpers.offscreen import windows_with_sizes
from helpers.waiting import wait_until
from newsdesk.app.bringing_back import left_words
from newsdesk.backups import Cancelled, Kind
from newsdesk.i18n import Message
from newsdesk.model.article import Article
from newsdesk.newsroom import now, remember_newsroom
from newsdesk.newsroom.backing_up import back_up, delete_newsroom, restore
from newsdesk.newsroom.plain_copy import is_plain_copy
from newsdesk.paths import state_folder
from newsdesk.store import open_reader
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.backups_delete import DeleteDialog
from newsdesk.ui.dialogs.backups_sheet import BackupsDialog, plain_folder
from newsdesk.ui.dialogs.doors import Doors
from newsdesk.ui.models.backup_words import copied_words


@pytest.fixture
def own_place(sample: Path, tmp_path: Path) -> Iterator[Path]:
    """A first place for this test alone."""
    with place_of_its_own(sample, tmp_path) as place:
        yield place


class Sheet:
    """The window of backups over a newsroom, and which doors were used."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.window = QWidget()
        self.window.resize(900, 700)
        self.window.show()
        self.used: list[object] = []
        used = self.used
        doors = Doors(used.append, used.append, lambda: used.append("delete"), lambda: used.append("ways out"))
        self.dialog = BackupsDialog(context, doors, self.window)
        self.dialog.open()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        wait_until(lambda: self.dialog.is_looked_up and not self.dialog.running.busy, "the backups")

    def press(self, button: QPushButton) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        wait_until(lambda: self.context.saving.standing.trouble is None)
        # What is asked for comes after what is typed was saved.
        self.context.do(lambda _store: None).result()
        QApplication.processEvents()
        self.settle()
        self.dialog.look()
        self.context.do(lambda _store: None).result()

    def rows(self, count: int) -> list[list[str]]:
        """The rows, once there are so many."""
        wait_until(lambda: len(self.dialog.list.texts()) == count, f"{count} rows")
        return self.dialog.list.texts()


@pytest.fixture
def sheet(own_place: Path, context: Context, application: QApplication) -> Iterator[Sheet]:  # noqa: ARG001
    with windows_with_sizes():
        made = Sheet(context)
        yield made
        context.do(lambda _store: None).result()
        application.processEvents()
        made.window.close()
        made.window.deleteLater()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Answer the platform's dialogs with this path."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_backs_up_and_lists_it(sheet: Sheet) -> None:
    assert sheet.dialog.list.isHidden()
    assert not sheet.dialog.bring_back.isEnabled()
    sheet.press(sheet.dialog.make)
    [[_, why, articles, photos, _, where]] = sheet.rows(1)
    assert (why, articles, photos, where) == ("By hand", "15", "12", "This laptop")
    assert "and found good" in sheet.dialog.running.text
    assert sheet.dialog.bring_back.isEnabled()


def test_a_damaged_backup_is_marked_and_cannot_be_chosen(sheet: Sheet, own_place: Path) -> None:
    sheet.press(sheet.dialog.make)
    sheet.rows(1)
    [zip_file] = own_place.rglob("*.zip")
    (zip_file.parent / "2026-01-01-120000-timed.zip").write_bytes(b"no zip")
    sheet.dialog.look()
    rows = sheet.rows(2)
    assert rows[1][0] == "▲ Damaged: 2026-01-01-120000-timed.zip cannot be read"
    assert not sheet.dialog.list.topLevelItem(1).flags() & Qt.ItemFlag.ItemIsSelectable  # type: ignore[union-attr]


def test_copies_to_a_second_place_and_stops(sheet: Sheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    sheet.press(sheet.dialog.make)
    assert "None chosen" in sheet.dialog.second.text
    choose(monkeypatch, stick)
    sheet.press(sheet.dialog.second.choose)
    wait_until(lambda: sheet.rows(1)[0][5] == "Both places", "the copy")
    assert "Last copy off this laptop: within the last hour" in sheet.dialog.second.text
    assert "on the same disk" in sheet.dialog.second.text
    assert list(stick.rglob("*.zip"))
    (stick / "newsdesk-backups.txt").rename(tmp_path / "kept")
    sheet.press(sheet.dialog.second.copy)
    assert "is not there" in sheet.dialog.running.text
    sheet.press(sheet.dialog.second.forget)
    wait_until(lambda: "None chosen" in sheet.dialog.second.text, "no second place")
    assert list(stick.rglob("*.zip"))


def test_a_second_place_that_will_not_do_is_refused(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, sheet.context.folder / "inside")
    sheet.press(sheet.dialog.second.choose)
    assert "lies in the folder of the newsroom" in sheet.dialog.running.text
    assert "None chosen" in sheet.dialog.second.text


def test_restores_to_another_folder_and_offers_to_open_it(
    sheet: Sheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet.press(sheet.dialog.make)
    sheet.rows(1)
    choose(monkeypatch, tmp_path / "other")
    sheet.press(sheet.dialog.elsewhere)
    assert "15 articles" in sheet.dialog.running.text
    with open_reader(tmp_path / "other") as reader:
        assert len(reader.every(Article)) == 15
    QTest.mouseClick(sheet.dialog.running.after, Qt.MouseButton.LeftButton)
    assert sheet.used == [tmp_path / "other"]


def test_saves_one_file_and_a_plain_copy(sheet: Sheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(sheet.context, "Typed just now").result()
    choose(monkeypatch, tmp_path / "all.zip")
    sheet.press(sheet.dialog.save)
    assert "all.zip" in sheet.dialog.running.text
    with ZipFile(tmp_path / "all.zip") as archive:
        assert archive.testzip() is None
    there = tmp_path / "there"
    there.mkdir()
    (there / "letter.txt").write_text("mine", encoding="utf-8")
    choose(monkeypatch, there)
    sheet.press(sheet.dialog.plain)
    copy = there / "harbour-weekly-plain-copy"
    assert str(copy) in sheet.dialog.running.text
    assert is_plain_copy(copy)
    assert any("Typed just now" in file.read_text(encoding="utf-8") for file in copy.rglob("*.md"))
    assert plain_folder(copy, "x") == copy


def test_what_fails_is_said_in_the_window(sheet: Sheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.zip").write_bytes(b"mine")
    choose(monkeypatch, tmp_path / "mine.zip")
    sheet.press(sheet.dialog.save)
    assert "is no backup of this newsroom" in sheet.dialog.running.text
    assert sheet.dialog.save.isEnabled()


def test_can_be_stopped(sheet: Sheet) -> None:
    begun = Event()

    def work(_progress: object, cancelled: Callable[[], bool]) -> int:
        begun.set()
        while not cancelled():
            pass
        raise Cancelled("It was stopped.")

    sheet.dialog.running.run("Working…", work, lambda _: Message("done"))
    wait_until(begun.is_set)
    assert not sheet.dialog.make.isEnabled()
    QTest.mouseClick(sheet.dialog.running.stop, Qt.MouseButton.LeftButton)
    wait_until(lambda: not sheet.dialog.running.busy)
    assert sheet.dialog.running.text == "It was stopped."
    assert sheet.dialog.make.isEnabled()


def test_work_goes_on_when_the_window_closes(sheet: Sheet) -> None:
    told: list[str] = []
    sheet.context.told.connect(lambda text, _undo: told.append(str(text)))
    may_end = Event()

    def work(_progress: object, _cancelled: object) -> int:
        may_end.wait()
        return 1

    sheet.dialog.running.run("Working…", work, lambda _: Message("It is done."))
    sheet.dialog.accept()
    wait_until(lambda: not isValid(sheet.dialog))
    may_end.set()
    wait_until(lambda: told)
    assert told == ["It is done."]


def test_every_control_is_named_and_reached_by_keyboard(sheet: Sheet) -> None:
    sheet.press(sheet.dialog.make)
    sheet.rows(1)
    for each in sheet.dialog.findChildren(QPushButton):
        assert each.text() or not each.isVisible()
        assert each.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert sheet.dialog.list.accessibleName()
    mnemonics = [
        text[text.index("&") + 1].lower()
        for text in (each.text() for each in sheet.dialog.findChildren(QPushButton))
        if "&" in text
    ]
    assert len(mnemonics) == len(set(mnemonics))


def test_deleting_needs_the_whole_title(sheet: Sheet) -> None:
    QTest.mouseClick(sheet.dialog.delete, Qt.MouseButton.LeftButton)
    asked = sheet.dialog.findChild(DeleteDialog)
    assert isinstance(asked, DeleteDialog)
    assert not asked.delete.isEnabled()
    QTest.keyClicks(asked.typed, "Harbour")
    assert not asked.delete.isEnabled()
    QTest.keyClicks(asked.typed, " Weekly")
    QTest.mouseClick(asked.delete, Qt.MouseButton.LeftButton)
    assert sheet.used == ["delete"]


NOW = datetime(2026, 3, 21, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(minutes=5), "within the last hour"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=3), "3 hours ago"),
        (timedelta(hours=26), "yesterday"),
        (timedelta(days=12), "12 days ago"),
        (timedelta(hours=-2), "within the last hour"),
    ],
)
def test_how_long_ago_the_last_copy_was(before: timedelta, said: str) -> None:
    assert copied_words(NOW - before, NOW) == f"Last copy off this laptop: {said}"
    assert copied_words(None, NOW) == "Last copy off this laptop: never"


def test_a_backup_of_a_copy_is_marked_and_asked_about(sheet: Sheet, own_place: Path, tmp_path: Path) -> None:
    sheet.press(sheet.dialog.make)
    sheet.rows(1)
    [own] = own_place.rglob("*.zip")
    copy = tmp_path / "copy"
    restore(own, copy)
    remember_newsroom(copy, sheet.context.state)
    back_up(copy, Kind.CLOSING, state=sheet.context.state, clock=sheet.context.clock)
    sheet.dialog.look()
    rows = sheet.rows(2)
    assert [row[1] for row in rows] == ["By hand", "At closing"]
    assert rows[0][5] == "This laptop"
    assert f"made in \u2066{copy}\u2069" in rows[1][5]
    for row, told in ((0, False), (1, True)):
        item = sheet.dialog.list.topLevelItem(row)
        assert item is not None
        sheet.dialog.list.setCurrentItem(item)
        sheet.dialog.bring_back.click()
        [box] = sheet.dialog.findChildren(QMessageBox)
        assert ("made in another folder" in box.informativeText()) is told
        box.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    sheet.dialog.delete.click()
    [asked] = sheet.dialog.findChildren(DeleteDialog)
    said = " ".join(label.text() for label in asked.findChildren(QLabel))
    assert "1 backup that was made in another folder stays" in said
    asked.reject()


def test_what_was_left_of_a_copy_is_said_in_words(sample: Path, own_place: Path, tmp_path: Path) -> None:
    made = back_up(sample, Kind.BY_HAND, state=state_folder(), clock=now).backup
    remember_newsroom(sample, state_folder())
    copy = tmp_path / "copy"
    restore(made.file, copy)
    back_up(copy, Kind.CLOSING, state=state_folder(), clock=now)
    stays, elsewhere = left_words(delete_newsroom(copy, state=state_folder(), clock=now))
    assert "1 backup stays, with its photos" in stays
    assert str(made.file.parent) in stays
    assert str(sample) in elsewhere
    assert list(own_place.rglob("*.zip")) == [made.file]
