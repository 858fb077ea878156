"""Help ▸ Check Newsroom: what was found is told calmly, and repaired on request."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from helpers.offscreen import windows_with_sizes
from helpers.waiting import wait_until
from newsdesk.errors import Trouble
from newsdesk.newsroom.checking_up import examine
from newsdesk.store import FILE_NAME, Fault, Finding
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.health import HealthDialog
from newsdesk.ui.dialogs.health_rows import names_words

Open = Callable[[], HealthDialog]


@pytest.fixture(autouse=True)
def own_backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No backup of another test is found, of the same sample."""
    for name in ("DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))


@pytest.fixture
def open_sheet(context: Context) -> Iterator[Open]:
    """Opens the sheet over a window and waits for its check."""
    with windows_with_sizes():
        window = QWidget()
        window.resize(1000, 700)
        window.show()

        def opened() -> HealthDialog:
            sheet = HealthDialog(context, window)
            sheet.open()
            wait_until(lambda: not sheet.bar.isVisible())
            return sheet

        yield opened
        window.close()
        window.deleteLater()


def click(button: QPushButton) -> None:
    wait_until(button.isVisible)
    button.click()


def spoil(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / FILE_NAME, timeout=10)
    connection.execute(statement)
    connection.commit()
    connection.close()


def texts(sheet: HealthDialog) -> list[str]:
    return [shown.text() for shown in sheet.lines.findChildren(QLabel) if shown.text()]


def test_a_sound_newsroom_is_well(open_sheet: Open) -> None:
    sheet = open_sheet()
    assert sheet.said.text().startswith("All is well: 15 articles")
    assert not sheet.mend.isVisible()
    assert not sheet.ways.isVisible()
    assert not sheet.lines.isVisible()
    click(sheet.thorough)
    assert sheet.cancel.isVisible()
    wait_until(lambda: not sheet.bar.isVisible())
    assert sheet.said.text().startswith("All is well: 15 articles")
    repaired: list[bool] = []
    sheet.repaired.connect(lambda: repaired.append(True))
    click(sheet.shut)
    assert repaired == []


def test_what_is_found_is_told_with_names_and_repaired(open_sheet: Open, context: Context) -> None:
    spoil(context.folder, "UPDATE article SET credits = 'wrong' WHERE slug LIKE '%bridge%'")
    original = next((context.folder / "originals").glob("*/*"))
    original.unlink()
    sheet = open_sheet()
    said = texts(sheet)
    assert "The original of 1 photo is missing." in said
    assert any("out of date" in text for text in said)
    assert sheet.mend.hasFocus()
    repaired: list[bool] = []
    sheet.repaired.connect(lambda: repaired.append(True))
    click(sheet.mend)
    wait_until(lambda: not sheet.bar.isVisible())
    assert sheet.said.text() == "1 thing is left."
    assert any("No backup has" in text for text in texts(sheet))
    click(sheet.shut)
    assert repaired == [True]
    assert [finding.fault for finding in examine(context.folder).findings] == [Fault.ORIGINALS_MISSING]


def test_damage_leads_to_the_ways_out(open_sheet: Open, context: Context) -> None:
    spoil(context.folder, "UPDATE article SET status = 'nonsense' WHERE slug LIKE '%bridge%'")
    sheet = open_sheet()
    assert any("damaged" in text for text in texts(sheet))
    assert not sheet.mend.isVisible()
    wanted: list[bool] = []
    sheet.ways_wanted.connect(lambda: wanted.append(True))
    click(sheet.ways)
    assert wanted == [True]


def test_what_is_only_read_is_not_repaired(open_sheet: Open, context: Context) -> None:
    spoil(context.folder, "UPDATE article SET credits = 'wrong'")
    context.refusal = Trouble("It can only be read.")
    sheet = open_sheet()
    assert texts(sheet)
    assert not sheet.mend.isVisible()


def test_a_repair_that_cannot_be_done_is_told(open_sheet: Open, context: Context, tmp_path: Path) -> None:
    spoil(context.folder, "UPDATE article SET credits = 'wrong'")
    sheet = open_sheet()
    context.state = tmp_path / "a file"
    context.state.write_text("where a folder should be")
    held = sqlite3.connect(context.folder / FILE_NAME, isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    click(sheet.mend)
    wait_until(sheet.fault.isVisible)
    held.close()
    assert sheet.fault.text()
    assert sheet.shut.isVisible()


def test_a_check_can_be_cancelled(context: Context, open_sheet: Open) -> None:
    sheet = open_sheet()
    sheet.check()
    sheet.cancel.click()
    assert not sheet.isVisible()
    done: list[bool] = []
    context.work(lambda: None, lambda _: done.append(True))
    wait_until(lambda: done)


def test_more_names_than_are_shown_are_counted() -> None:
    names = tuple(f"photo-{number}.jpg" for number in range(12))
    assert names_words(Finding(Fault.ORIGINALS_MISSING, 2, names[:2])) == "photo-0.jpg · photo-1.jpg"
    assert names_words(Finding(Fault.ORIGINALS_MISSING, 40, names)).endswith("photo-3.jpg and 36 more")
    assert names_words(Finding(Fault.SPARE_CONTENTS, 3)) == ""
