"""Windows that are asked to end, by the system or at the end of a session: what was typed is there afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import socket
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from helpers.waiting import wait_until
from helpers.windows import said, window
from newsdesk.app.session import Session
from newsdesk.app.signals import EndingSignals
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.store import Store, open_reader
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look

WORDS = "Typed at the very last moment before the lights went out. "


@pytest.fixture(autouse=True)
def _short_path(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))


def body(folder: Path, id: str) -> str:
    with open_reader(folder) as reader:
        article = reader.get(Article, ArticleId(id))
    assert article is not None
    return article.body


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_window_that_is_asked_to_end_saves_all_that_is_typed(number: signal.Signals, sample: Path) -> None:
    with window(sample, WORDS) as process:
        id = said(process, "open")
        process.send_signal(number)
        assert process.wait(60) == 0
        assert process.stderr is not None
        assert "Error" not in process.stderr.read()
    assert WORDS in body(sample, id)
    assert not (sample / "newsroom.lock.txt").exists()


def test_a_window_can_be_asked_to_end_before_it_is_all_there(sample: Path) -> None:
    with window(sample) as process:
        wait_until(lambda: (sample / "newsroom.lock.txt").exists(), "the opening")
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0


def test_signals_wake_a_loop_that_waits_and_are_given_back(application: QObject) -> None:
    before = signal.getsignal(signal.SIGTERM)
    ending, came = EndingSignals(application), []
    ending.came.connect(lambda: came.append(1))
    os.kill(os.getpid(), signal.SIGTERM)
    wait_until(lambda: came, "the signal")
    ending.close()
    assert signal.getsignal(signal.SIGTERM) is before
    reading, writing = socket.socketpair()
    with reading, writing:
        writing.setblocking(False)
        assert signal.set_wakeup_fd(-1) != writing.fileno()


def test_the_end_of_a_session_saves_what_is_typed_and_asks_nothing(
    sample: Path, look: Look, monkeypatch: pytest.MonkeyPatch, application: QApplication
) -> None:
    monkeypatch.setattr(QMessageBox, "warning", lambda *_: pytest.fail("a question"))
    signal_of_qt = SIGNAL("commitDataRequest(QSessionManager&)")
    before = application.receivers(signal_of_qt)
    frame = Frame(look)
    session = Session(frame, look)
    assert application.receivers(signal_of_qt) == before + 1
    session.open(sample)
    typed = session.window
    assert typed is not None
    wait_until(lambda: typed.editor.article_id, "the article")
    typed.editor.focus_body()
    QTest.keyClicks(typed.editor.body, WORDS)
    session.settle_in_time()
    assert WORDS in body(sample, str(typed.editor.article_id))
    shutil.rmtree(sample)
    QTest.keyClicks(typed.editor.body, "Typed too late. ")
    assert frame.close()
    frame.deleteLater()


def test_the_end_of_a_session_does_not_wait_for_ever(
    sample: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdesk.app.session.AT_SESSION_END", 0.05)
    frame = Frame(look)
    session = Session(frame, look)
    session.open(sample)
    assert session.opened is not None
    go_on, may_go_on = os.pipe()

    def wait(_store: Store) -> None:
        os.read(go_on, 1)

    waiting = session.opened.context.do(wait)
    session.settle_in_time()
    assert not waiting.done()
    os.write(may_go_on, b"!")
    waiting.result()
    frame.close()
    frame.deleteLater()
    os.close(go_on)
    os.close(may_go_on)
