"""Errors of ours that nobody caught: the text is kept, a report without it is written, the window goes on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from helpers.waiting import wait_until
from newsdesk.app.crashes import Crashes
from newsdesk.app.session import Session
from newsdesk.log import start_log
from newsdesk.model.article import Article
from newsdesk.store import Store, open_reader
from newsdesk.ui.editor import autosave
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look
from newsdesk.ui.main_window import MainWindow

CANARY = "Harbour master resigns over sunken ledger"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Where the reports and the log go."""
    return tmp_path / "reports"


@pytest.fixture
def session(sample: Path, look: Look, reports: Path, application: QApplication) -> Iterator[Session]:
    log = logging.getLogger("newsdesk")
    handlers = list(log.handlers)
    start_log(reports)
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    frame = Frame(look)
    frame.show()
    made = Session(frame, look)
    crashes = Crashes(reports, application)
    crashes.install()
    crashes.happened.connect(made.tell_of_crash)
    made.open(sample)
    yield made
    frame.close()
    frame.deleteLater()
    crashes.remove()
    sys.excepthook, threading.excepthook, sys.unraisablehook = before
    for handler in [handler for handler in log.handlers if handler not in handlers]:
        log.removeHandler(handler)
        handler.close()


@pytest.fixture
def window(session: Session) -> MainWindow:
    shown = session.window
    assert shown is not None
    wait_until(lambda: shown.editor.article_id, "the article")
    shown.editor.focus_body()
    QTest.keyClicks(shown.editor.body, f"{CANARY}. ")
    return shown


def fail(*_: object) -> None:
    raise ValueError(CANARY)


def is_kept(window: MainWindow, folder: Path) -> bool:
    id = window.editor.article_id
    assert id is not None
    with open_reader(folder) as reader:
        article = reader.get(Article, id)
    return article is not None and CANARY in article.body


def from_a_slot(_window: MainWindow) -> None:
    QTimer.singleShot(0, fail)


def from_a_thread(_window: MainWindow) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def from_the_lane(window: MainWindow) -> None:
    def on_lane(_store: Store) -> None:
        fail()

    window.context.do(on_lane)


def from_a_job(window: MainWindow) -> None:
    window.context.work(fail)


@pytest.mark.parametrize("crash", [from_a_slot, from_a_thread, from_the_lane, from_a_job])
def test_an_error_anywhere_is_told_once_the_text_is_kept(
    crash: object, window: MainWindow, sample: Path, reports: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert callable(crash)
    crash(window)
    wait_until(lambda: "Your text is kept" in window.notice.text, "the notice")
    assert is_kept(window, sample)
    (report,) = reports.glob("crash-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert "in fail" in text
    written = "".join(file.read_text(encoding="utf-8") for file in reports.iterdir()) + "".join(capfd.readouterr())
    assert "builtins.ValueError" in written.replace(text, "")
    assert CANARY not in written
    QTest.keyClicks(window.editor.body, "And on it goes. ")
    window.context.flush()
    wait_until(lambda: "Saved" in window.status_line.saved_text, "the next save")


def test_the_notice_shows_the_report_and_lets_one_go_on(
    window: MainWindow, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda address: opened.append(address.toLocalFile()))
    for text in ("Show the Report", "Go On"):
        from_a_thread(window)
        wait_until(lambda: "kept" in window.notice.text, "the notice")
        next(one for one in window.notice.findChildren(QPushButton) if one.text() == text).click()
        assert window.notice.text == ""
    assert opened == [str(next(reports.glob("crash-*.txt")))]


def test_many_errors_in_a_row_are_one_notice_with_a_number_and_one_report(
    window: MainWindow, reports: Path
) -> None:
    for _ in range(40):
        from_a_slot(window)
    wait_until(lambda: "40 times" in window.notice.text, "the notice")
    wait_until(lambda: "kept" in window.notice.text, "the save")
    assert len(list(reports.glob("crash-*.txt"))) == 1


def test_a_save_that_fails_by_our_fault_is_no_endless_round_and_not_said_to_be_kept(
    window: MainWindow, sample: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.context.flush()
    wait_until(lambda: "Saved" in window.status_line.saved_text, "the first save")
    tries: list[int] = []

    def fail_to_save(*_: object) -> Article:
        tries.append(1)
        raise ValueError(CANARY)

    with monkeypatch.context() as patch:
        patch.setattr(autosave, "edit_text", fail_to_save)
        QTest.keyClicks(window.editor.body, "More. ")
        window.context.flush()
        wait_until(lambda: "times" in window.notice.text, "the second failure")
        # What would come round would come now.
        for _ in range(20):
            window.context.do(lambda _store: None).result()
            QApplication.processEvents()
    assert len(tries) == 2
    assert "kept" not in window.notice.text
    assert "NOT SAVED" in window.status_line.saved_text
    assert len(list(reports.glob("crash-*.txt"))) == 1
    QTest.keyClicks(window.editor.body, "And more. ")
    window.context.flush()
    wait_until(lambda: "Saved" in window.status_line.saved_text, "the next save")
    assert is_kept(window, sample)


def test_a_pane_that_fails_does_not_keep_another_from_saving(window: MainWindow, sample: Path) -> None:
    window.context.add_flusher(window, fail)
    window.context._flushers.insert(0, window.context._flushers.pop())
    from_a_slot(window)
    wait_until(lambda: "went wrong" in window.notice.text, "the notice")
    wait_until(lambda: is_kept(window, sample), "the save")
    window.context._flushers.pop(0)


def test_a_notice_that_fails_itself_is_survived(
    session: Session, window: MainWindow, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[int] = []

    def fail_too() -> None:
        failures.append(1)
        raise KeyError("while telling")

    with monkeypatch.context() as patch:
        patch.setattr(window.context, "flush", fail_too)
        from_a_slot(window)
        wait_until(lambda: failures, "the second failure")
        QApplication.processEvents()
        assert len(failures) == 1
    assert "went wrong" in window.notice.text
    session.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert is_kept_after(sample)


def is_kept_after(folder: Path) -> bool:
    with open_reader(folder) as reader:
        return any(CANARY in article.body for article in reader.every(Article))


def test_where_no_report_can_be_written_the_text_is_kept_all_the_same(
    window: MainWindow, sample: Path, reports: Path
) -> None:
    for file in reports.iterdir():
        file.unlink()
    reports.rmdir()
    reports.write_text("", encoding="utf-8")
    from_a_thread(window)
    wait_until(lambda: "Your text is kept" in window.notice.text, "the notice")
    assert is_kept(window, sample)
    assert {one.text() for one in window.notice.findChildren(QPushButton) if one.text()} == {"Go On"}


def test_without_a_newsroom_a_message_says_so_once(
    look: Look, application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = Frame(look)
    session = Session(frame, look)
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "open", lambda box: told.append(box.text()))
    session.tell_of_crash(None, 1)
    session.tell_of_crash(None, 2)
    assert len(told) == 1
    assert "went wrong" in told[0]
    frame.close()
    frame.deleteLater()
    application.processEvents()
