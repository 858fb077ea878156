"""Where a newsroom lies: warned of before it is made or opened there, and above the panes of its window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from helpers.shares import take_for_a_share
from helpers.waiting import wait_until
from newsdesk.app.session import Session
from newsdesk.settings import Preferences
from newsdesk.ui.dialogs.start import Make, StartDialog
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look


@pytest.fixture
def synced(tmp_path: Path) -> Path:
    """A folder that a service keeps in step."""
    folder = tmp_path / "synced"
    (folder / ".stfolder").mkdir(parents=True)
    return folder


@pytest.fixture
def dialog(look: Look, tmp_path: Path, synced: Path) -> Iterator[StartDialog]:  # noqa: ARG001
    parent = QWidget()
    made = StartDialog(Preferences(), [synced / "weekly"], tmp_path / "home", parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open()
    yield made
    made.close()
    parent.close()
    parent.deleteLater()


def make_in(dialog: StartDialog, folder: Path) -> None:
    dialog.make.click()
    dialog.title.setText("The Weekly")
    dialog.place.setText(str(folder))
    dialog.make_it.click()


def test_a_newsroom_in_a_synced_folder_needs_a_second_click(dialog: StartDialog, synced: Path) -> None:
    make_in(dialog, synced / "new")
    assert dialog.choice is None
    assert "Syncthing" in dialog.fault
    assert "not synced" in dialog.fault
    assert dialog.anyway.isVisible()
    QTest.mouseClick(dialog.anyway, Qt.MouseButton.LeftButton)
    assert dialog.choice is not None
    assert (dialog.choice.make, dialog.choice.folder) == (Make.NEW, synced / "new")


def test_the_second_click_may_be_on_the_same_button(dialog: StartDialog, synced: Path) -> None:
    make_in(dialog, synced / "new")
    dialog.make_it.click()
    assert dialog.choice is not None


def test_another_folder_takes_the_warning_away(dialog: StartDialog, synced: Path, tmp_path: Path) -> None:
    make_in(dialog, synced / "new")
    dialog.place.setText(str(tmp_path / "new"))
    assert dialog.fault == ""
    assert not dialog.anyway.isVisible()
    dialog.place.setText(str(synced / "other"))
    dialog.make_it.click()
    assert dialog.choice is None
    dialog.place.setText(str(tmp_path / "new"))
    dialog.make_it.click()
    assert dialog.choice is not None


def test_a_folder_on_a_share_is_opened_at_the_second_click(
    dialog: StartDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_for_a_share(tmp_path / "share", monkeypatch)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "share" / "desk"))
    dialog.open_folder.click()
    assert dialog.choice is None
    assert "server:/export" in dialog.fault
    dialog.anyway.click()
    assert dialog.choice is not None
    assert dialog.choice.make is Make.OPEN


def test_what_was_opened_before_is_opened_at_the_first_click(dialog: StartDialog, synced: Path) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "weekly").click()
    assert dialog.choice is not None
    assert dialog.choice.folder == synced / "weekly"


def test_documents_that_are_synced_are_not_offered(
    look: Look, synced: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(synced))
    frame = Frame(look)
    session = Session(frame, look)
    session.ask()
    dialog = frame.findChild(StartDialog)
    assert isinstance(dialog, StartDialog)
    assert not dialog.place.text().startswith(str(synced))
    dialog.rejected.disconnect()
    dialog.close()
    frame.close()
    frame.deleteLater()


def opened(folder: Path, look: Look) -> tuple[Frame, Session]:
    frame = Frame(look)
    frame.show()
    session = Session(frame, look)
    session.open(folder)
    assert session.window is not None
    return frame, session


def notice(session: Session) -> str:
    assert session.window is not None
    return session.window.notice.text


def test_the_window_warns_at_each_start_until_nobody_wants_to_hear_of_it(
    sample: Path, synced: Path, look: Look
) -> None:
    folder = Path(shutil.copytree(sample, synced / "desk"))
    for _ in range(2):
        frame, session = opened(folder, look)
        assert "Syncthing" in notice(session)
        assert "backups go to Syncthing" in notice(session)
        assert session.window is not None
        if _:
            hide = next(one for one in session.window.notice.findChildren(QPushButton) if "Again" in one.text())
            QTest.mouseClick(hide, Qt.MouseButton.LeftButton)
        frame.close()
        frame.deleteLater()
    frame, session = opened(folder, look)
    assert notice(session) == ""
    frame.close()
    frame.deleteLater()


def test_the_window_names_conflicted_copies_even_then(sample: Path, look: Look) -> None:
    shutil.copy(sample / "newsroom.db", sample / "newsroom (conflicted copy 2026-04-10 093612).db")
    frame, session = opened(sample, look)
    assert "newsroom (conflicted copy 2026-04-10 093612).db" in notice(session)
    frame.close()
    frame.deleteLater()


def test_a_good_place_needs_no_notice(sample: Path, look: Look) -> None:
    frame, session = opened(sample, look)
    wait_until(lambda: session.window and session.window.editor.article_id, "the article")
    assert notice(session) == ""
    frame.close()
    frame.deleteLater()
