"""A newsroom that is damaged: said in words, with the ways out, whenever it is met."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from helpers.waiting import wait_until
from newsdesk.app.session import Session
from newsdesk.backups import Kind
from newsdesk.model.article import Article
from newsdesk.newsroom import now
from newsdesk.newsroom.backing_up import back_up
from newsdesk.newsroom.checking_up import examine
from newsdesk.paths import state_folder
from newsdesk.store import FILE_NAME, DamagedNewsroom, open_reader
from newsdesk.store.errors import damaged
from newsdesk.ui.dialogs.damaged import DamagedDialog, Way
from newsdesk.ui.dialogs.health import HealthDialog
from newsdesk.ui.dialogs.start import StartDialog
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look

PAGE = 4096
ARTICLES = 15


def trash(folder: Path, *pages: int) -> None:
    content = bytearray((folder / FILE_NAME).read_bytes())
    for page in pages:
        content[page * PAGE : page * PAGE + PAGE] = b"\xa5" * PAGE
    (folder / FILE_NAME).write_bytes(content)


@pytest.fixture(autouse=True)
def own_backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No backup of another test is found, of the same sample."""
    for name in ("DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))


@pytest.fixture
def session(look: Look, application: QApplication) -> Iterator[Session]:  # noqa: ARG001
    frame = Frame(look)
    frame.show()
    made = Session(frame, look)
    yield made
    for dialog in (DamagedDialog, StartDialog):
        for one in frame.findChildren(dialog):
            one.blockSignals(True)
            one.close()
    # No backup is made of what was damaged, and nobody is asked.
    frame.end()
    frame.deleteLater()


def dialog_of(session: Session) -> DamagedDialog:
    """The dialog with the ways out, once it knows them."""
    (dialog,) = session.frame.findChildren(DamagedDialog)
    assert isinstance(dialog, DamagedDialog)
    wait_until(lambda: dialog.bar.isHidden())
    return dialog


def click(button: QPushButton) -> None:
    wait_until(button.isVisible)
    button.click()


@pytest.fixture
def kept(sample: Path) -> Path:
    """A newsroom with a backup."""
    state_folder().mkdir(parents=True, exist_ok=True)
    back_up(sample, Kind.BY_HAND, state=state_folder(), clock=now)
    return sample


def test_what_can_be_read_is_saved_and_opened(session: Session, sample: Path) -> None:
    trash(sample, 0)
    session.open(sample)
    dialog = dialog_of(session)
    assert session.opened is None
    assert list(dialog.cards) == [Way.SALVAGE]
    assert str(sample / FILE_NAME) in dialog.said.text()
    assert "There is no backup" in dialog.said.text()
    click(dialog.go)
    wait_until(lambda: dialog.open_it.isVisible())
    assert f"{ARTICLES} of {ARTICLES} articles were saved." in dialog.said.text()
    click(dialog.open_it)
    wait_until(lambda: session.window)
    assert session.opened is not None
    assert len(session.opened.context.read.every(Article)) == ARTICLES


def test_the_newest_backup_is_brought_back_and_opened(session: Session, kept: Path) -> None:
    trash(kept, 0)
    session.open(kept)
    dialog = dialog_of(session)
    assert dialog.cards[Way.BACKUP].isChecked()
    assert f"with {ARTICLES} articles" in dialog.cards[Way.BACKUP].accessibleDescription()
    click(dialog.go)
    wait_until(lambda: dialog.open_it.isVisible())
    click(dialog.open_it)
    wait_until(lambda: session.window)
    assert examine(kept).findings == ()


def test_a_backup_that_is_broken_makes_room_for_the_one_before(session: Session, kept: Path) -> None:
    newest = back_up(kept, Kind.BY_HAND, state=state_folder(), clock=now).backup
    trash(kept, 0)
    session.open(kept)
    dialog = dialog_of(session)
    content = bytearray(newest.file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    newest.file.write_bytes(content)
    click(dialog.go)
    wait_until(lambda: dialog.fault.isVisible())
    assert newest.file.name in dialog.fault.text()
    assert dialog.cards[Way.BACKUP].isChecked()
    click(dialog.go)
    wait_until(lambda: dialog.open_it.isVisible())
    assert examine(kept).findings == ()


def test_it_can_be_opened_only_to_be_read(session: Session, sample: Path) -> None:
    session.open(sample)
    assert session.window is not None
    session.window.doors.ways_out()
    wait_until(lambda: session.frame.findChildren(DamagedDialog))
    assert session.opened is None
    dialog = dialog_of(session)
    click_card = dialog.cards[Way.LOOK]
    click_card.click()
    assert "Read" in dialog.go.text()
    click(dialog.go)
    wait_until(lambda: session.window)
    assert session.opened is not None
    assert "damaged" in str(session.opened.context.refusal)


def test_without_a_way_another_newsroom_is_chosen(session: Session, sample: Path) -> None:
    (sample / FILE_NAME).write_bytes(b"hello")
    session.open(sample)
    dialog = dialog_of(session)
    click(dialog.go)
    wait_until(lambda: dialog.fault.isVisible())
    assert "Nothing of a newsroom" in dialog.fault.text()
    assert (sample / FILE_NAME).read_bytes() == b"hello"
    click(dialog.other)
    wait_until(lambda: session.frame.findChildren(StartDialog))


def test_damage_met_in_the_window_offers_a_check(session: Session, sample: Path) -> None:
    session.open(sample)
    assert session.window is not None
    assert session.opened is not None
    session.opened.context.troubled.emit(damaged(sample / FILE_NAME))
    (check,) = [
        button for button in session.window.banner.findChildren(QPushButton) if "Check Newsroom" in button.text()
    ]
    click(check)
    (sheet,) = session.frame.findChildren(HealthDialog)
    assert isinstance(sheet, HealthDialog)
    wait_until(lambda: sheet.bar.isHidden())
    assert "All is well" in sheet.said.text()
    sheet.close()


def test_an_unclean_end_is_followed_by_a_look(session: Session, sample: Path) -> None:
    from newsdesk.app.checking import see_that_it_is_sound

    session.open(sample)
    assert session.window is not None
    notice = session.window.notice
    looked: list[bool] = []
    work = session.window.context.work
    see_that_it_is_sound(session.window, datetime.now().astimezone())
    work(lambda: None, lambda _: looked.append(True))
    wait_until(lambda: looked)
    assert "damaged" not in notice.text
    trash(sample, 60)
    see_that_it_is_sound(session.window, datetime.now().astimezone())
    wait_until(lambda: "damaged" in notice.text)


def test_the_list_lies_in_the_damaged_place(session: Session, sample: Path) -> None:
    with open_reader(sample) as reader:
        pages = reader._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    trash(sample, *range(8, pages))
    try:
        session.open(sample)
    except DamagedNewsroom:
        pytest.fail("the window did not take it")
    dialog = dialog_of(session)
    assert session.opened is None
    assert Way.LOOK not in dialog.cards
