"""Backups that come by themselves, and what is done with a whole newsroom from the window of backups."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from helpers.backups import backups_window, box_over, context_of, place_of_its_own, press_in, write
from helpers.offscreen import windows_with_sizes
from helpers.waiting import wait_until
from newsdesk.app.keeping import Keeper
from newsdesk.app.session import Session
from newsdesk.backups import Cancelled, Kind
from newsdesk.errors import Trouble
from newsdesk.model.article import Article
from newsdesk.newsroom.backing_up import Spot, backups_of, set_second_place
from newsdesk.paths import state_folder
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.backups_sheet import BackupsDialog
from newsdesk.ui.dialogs.start import StartDialog
from newsdesk.ui.dialogs.waiting import WaitingSheet, wait_for
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look


@pytest.fixture
def own_place(sample: Path, tmp_path: Path) -> Iterator[Path]:
    """A first place for this test alone."""
    with place_of_its_own(sample, tmp_path) as place:
        yield place


@pytest.fixture
def session(own_place: Path, sample: Path, look: Look) -> Iterator[Session]:  # noqa: ARG001
    with windows_with_sizes():
        frame = Frame(look, QSize(1440, 900))
        frame.show()
        made = Session(frame, look)
        made.open(sample)
        yield made
        frame.end()
        frame.deleteLater()


def test_brings_back_what_was(session: Session, sample: Path) -> None:
    write(context_of(session), "Before").result()
    dialog = backups_window(session)
    dialog.back_up_now()
    wait_until(lambda: len(dialog.list.texts()) == 1)
    id = context_of(session).read.every(Article)[0].id
    write(context_of(session), "After").result()
    first = session.window
    QTest.mouseClick(dialog.bring_back, Qt.MouseButton.LeftButton)
    box = box_over(dialog)
    assert "kept as a backup first" in box.informativeText()
    press_in(box, "Bring Back")
    wait_until(lambda: session.window is not None and session.window is not first, "the newsroom")
    article = context_of(session).read.get(Article, id)
    assert article
    assert article.kicker == "Before"
    assert session.window
    assert "How it was before is the newest backup" in session.window.banner.text
    kinds = [listed.backup.kind for listed in backups_of(sample, state_folder())]
    assert kinds == [Kind.RESTORE, Kind.BY_HAND]


def test_a_backup_that_is_damaged_leaves_all_as_it_was(session: Session, own_place: Path) -> None:
    dialog = backups_window(session)
    dialog.back_up_now()
    wait_until(lambda: len(dialog.list.texts()) == 1)
    write(context_of(session), "After").result()
    [zip_file] = own_place.rglob("*.zip")
    content = bytearray(zip_file.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 200] = bytes(200)
    zip_file.write_bytes(bytes(content))
    first = session.window
    session.bring_back(zip_file)
    assert session.window is not None
    assert session.window is not first
    assert session.window.banner.text.startswith("The newsroom is as it was.")
    assert context_of(session).read.every(Article)[0].kicker == "After"


def test_deletes_the_newsroom_and_asks_for_another(session: Session, sample: Path, own_place: Path) -> None:
    dialog = backups_window(session)
    dialog.back_up_now()
    wait_until(lambda: len(dialog.list.texts()) == 1)
    session.delete()
    assert session.window is None
    assert not (sample / "newsroom.db").exists()
    assert not list(own_place.rglob("*.zip"))
    asked = session.frame.findChild(StartDialog)
    assert isinstance(asked, StartDialog)
    asked.rejected.disconnect()
    asked.close()


def test_closing_backs_up_what_changed_and_only_that(session: Session, sample: Path, look: Look) -> None:
    write(context_of(session), "Changed").result()
    session.frame.close()
    assert [listed.backup.kind for listed in backups_of(sample, state_folder())] == [Kind.CLOSING]
    frame = Frame(look)
    again = Session(frame, look)
    again.open(sample)
    wait_until(lambda: again.window)
    frame.close()
    frame.deleteLater()
    assert len(backups_of(sample, state_folder())) == 1


def test_quitting_by_its_command_backs_up_and_breaks_nothing(
    session: Session, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: broken.append(error))
    assert session.window
    wait_until(lambda: session.window and session.window.editor.article_id)
    write(context_of(session), "Changed").result()
    session.window.actions_of.by_id["file.quit"].trigger()
    wait_until(lambda: session.window is None)
    assert broken == []
    assert len(backups_of(sample, state_folder())) == 1


@pytest.mark.parametrize("answer", ["Don’t Close", "Close Anyway"])
def test_a_backup_that_fails_is_told_before_closing(session: Session, own_place: Path, answer: str) -> None:
    own_place.rmdir()
    own_place.write_text("in the way", encoding="utf-8")
    write(context_of(session), "Changed").result()
    said: list[str] = []

    def reply() -> None:
        box = session.frame.findChild(QMessageBox)
        if not isinstance(box, QMessageBox) or not box.isVisible():
            QTimer.singleShot(10, reply)
            return
        said.append(box.text())
        press_in(box, answer)

    QTimer.singleShot(0, reply)
    closed = session.frame.close()
    assert closed == (answer == "Close Anyway")
    assert said[0].startswith("No backup could be made.")
    assert (session.window is None) == closed
    if not closed:
        own_place.unlink()
        assert session.may_close()


def test_backs_up_by_itself_and_tells_of_a_failure_once(context: Context, sample: Path, own_place: Path) -> None:
    keeper = Keeper(context)
    troubles: list[Trouble] = []
    context.troubled.connect(troubles.append)
    own_place.rmdir()
    own_place.write_text("in the way", encoding="utf-8")
    for _ in range(3):
        keeper.look(since=3600)
        wait_until(lambda: not keeper.under_way)
    assert len(troubles) == 1
    own_place.unlink()
    keeper.look(since=3600)
    wait_until(lambda: not keeper.under_way)
    assert [listed.backup.kind for listed in backups_of(sample, state_folder())] == [Kind.TIMED]
    keeper.look(since=3600)
    wait_until(lambda: not keeper.under_way)
    assert len(backups_of(sample, state_folder())) == 1


@pytest.mark.usefixtures("own_place")
def test_copies_off_by_itself_when_the_stick_is_back(context: Context, sample: Path, tmp_path: Path) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    set_second_place(state_folder(), context.newsroom_id, sample, stick)
    stick.rename(away)
    keeper = Keeper(context)
    kept: list[None] = []
    keeper.look(since=3600)
    wait_until(lambda: not keeper.under_way)
    assert backups_of(sample, state_folder())[0].places == (Spot.FIRST,)
    away.rename(stick)
    context.kept.connect(lambda: kept.append(None))
    keeper.look()
    wait_until(lambda: kept)
    assert backups_of(sample, state_folder())[0].places == (Spot.FIRST, Spot.SECOND)


def test_waiting_shows_itself_and_can_be_left(application: QApplication) -> None:
    with windows_with_sizes():
        parent = QWidget()
        parent.show()
        shown: list[str] = []

        def leave() -> None:
            [sheet] = [each for each in parent.findChildren(WaitingSheet) if each.isVisible()]
            shown.append(sheet.windowTitle())
            QTest.mouseClick(sheet.stop, Qt.MouseButton.LeftButton)

        def work(_progress: object, cancelled: Callable[[], bool]) -> int:
            while not cancelled():
                pass
            raise Cancelled("Left.")

        QTimer.singleShot(0, leave)
        with pytest.raises(Cancelled):
            wait_for(parent, "Backing up…", "Close Without It", work, 0)
        assert shown == ["Backing up…"]
        may_end = Event()
        QTimer.singleShot(0, leave)
        with pytest.raises(TimeoutError):
            wait_for(parent, "Backing up…", "Close Without It", lambda _p, _c: may_end.wait(), 0, 0)
        may_end.set()
        assert wait_for(parent, "Backing up…", "Close Without It", lambda _p, _c: 7, 0) == 7
        parent.close()
        parent.deleteLater()
        application.processEvents()


def test_the_status_line_says_when_the_last_copy_was(session: Session, sample: Path, tmp_path: Path) -> None:
    assert session.window
    link = session.window.status_line.copied
    assert link.text() == "no copy off this laptop"
    stick = tmp_path / "stick"
    stick.mkdir()
    set_second_place(state_folder(), context_of(session).newsroom_id, sample, stick)
    context_of(session).kept.emit()
    assert link.text() == "last copy off this laptop: never"
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    dialog = session.frame.findChild(BackupsDialog)
    assert isinstance(dialog, QDialog)
    dialog.close()
