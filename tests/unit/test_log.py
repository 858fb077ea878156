"""The log and the reports of crashes say where and what, and nothing of what people write."""

from __future__ import annotations

import errno
import faulthandler
import logging
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdesk import __version__
from newsdesk.errors import Trouble
from newsdesk.log import listen_for_last_words, report_crash, start_log, told

NOW = datetime(2026, 3, 14, 9, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _no_log_stays() -> Iterator[None]:
    log = logging.getLogger("newsdesk")
    before, level = list(log.handlers), log.level
    yield
    for handler in [handler for handler in log.handlers if handler not in before]:
        log.removeHandler(handler)
        handler.close()
    log.setLevel(level)


def failing() -> BaseException:
    """An error with a cause, whose frame holds an article's text."""
    body = "The bridge is closed."
    try:
        try:
            raise OSError(errno.ENOSPC, f"disk full\n[parameters: {body}]", f"{body}.txt")
        except OSError as error:
            raise ValueError(body) from error
    except ValueError as error:
        return error


def test_the_log_is_a_file_in_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "newsdesk"
    start_log(folder)
    logging.getLogger("newsdesk.photos").warning("photo %s has no size", "p1")
    logging.getLogger("elsewhere").error("not ours")
    text = (folder / "newsdesk.log").read_text(encoding="utf-8")
    assert text.endswith(" WARNING newsdesk.photos: photo p1 has no size\n")
    assert "not ours" not in text


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    start_log(tmp_path)
    for number in range(1000):
        logging.getLogger("newsdesk").info("%s %s", number, "x" * 1500)
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == ["newsdesk.log", "newsdesk.log.1", "newsdesk.log.2"]
    assert sum(file.stat().st_size for file in files) < 1_000_000


def test_a_log_that_cannot_be_written_goes_to_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "state").write_text("", encoding="utf-8")
    start_log(tmp_path / "state")
    assert capsys.readouterr().err == ""
    logging.getLogger("newsdesk").warning("still told")
    assert "still told" in capsys.readouterr().err


def test_a_report_says_what_failed_and_on_what(tmp_path: Path) -> None:
    file = report_crash(tmp_path / "state", failing(), "PySide6 6.11, Qt 6.11", NOW)
    assert file is not None
    assert file.name == "crash-20260314-090500.txt"
    text = file.read_text(encoding="utf-8")
    assert text.startswith(f"Newsdesk {__version__}\nPySide6 6.11, Qt 6.11\nPython 3.")
    assert text.index("builtins.OSError: ENOSPC No space left on device\n") < text.index("builtins.ValueError\n")
    assert "in failing" in text
    assert "The bridge" not in text


def test_only_the_last_reports_are_kept(tmp_path: Path) -> None:
    (tmp_path / "newsdesk.log").write_text("", encoding="utf-8")
    files = [report_crash(tmp_path, failing(), "", NOW + timedelta(minutes=number)) for number in range(25)]
    assert sorted(tmp_path.glob("crash-*")) == files[5:]
    assert (tmp_path / "newsdesk.log").exists()


def test_a_report_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("", encoding="utf-8")
    assert report_crash(tmp_path / "state", failing(), "", NOW) is None


def test_two_reports_of_one_second_both_stay(tmp_path: Path) -> None:
    files = {report_crash(tmp_path, failing(), "", NOW) for _ in range(3)}
    assert len(files) == 3
    assert all(file is not None and file.is_file() for file in files)


CANARY = "Harbour master resigns"


def errors_that_hold_text() -> list[BaseException]:
    """Errors as our code and Python's own raise them over an article's text."""
    found: list[BaseException] = []
    database = sqlite3.connect(":memory:")

    def failing_with(call: Callable[[], object]) -> None:
        try:
            call()
        except BaseException as error:  # noqa: BLE001
            found.append(error)

    failing_with(lambda: int(CANARY))
    failing_with(lambda: {"body": 1}[CANARY])
    failing_with(lambda: getattr(object(), CANARY))
    failing_with(lambda: f"{CANARY}\ud800".encode())
    failing_with(lambda: f"{CANARY}é".encode("latin-1").decode())
    failing_with(lambda: Path(f"/nowhere/{CANARY}").read_text(encoding="utf-8"))
    failing_with(lambda: database.execute(f"SELECT * FROM '{CANARY}'"))
    failing_with(lambda: __import__(CANARY))
    database.close()
    noted = ValueError(CANARY)
    noted.add_note(CANARY)
    return [*found, Trouble("“{text}” is too long.", text=CANARY), noted, ExceptionGroup(CANARY, [noted])]


def test_no_report_and_no_log_holds_what_an_error_says_of_a_text(tmp_path: Path) -> None:
    start_log(tmp_path)
    log = logging.getLogger("newsdesk.test")
    errors = errors_that_hold_text()
    assert len(errors) == 11
    for number, error in enumerate(errors):
        assert CANARY in f"{error} {error.args} {getattr(error, 'filename', '')}", type(error)
        report_crash(tmp_path, error, "", NOW + timedelta(seconds=number))
        log.error("something failed", exc_info=error)
    written = "".join(file.read_text(encoding="utf-8") for file in tmp_path.iterdir())
    assert CANARY not in written
    assert "something failed" in written
    assert "“{text}” is too long." in written


def test_names_of_a_program_are_told() -> None:
    with pytest.raises(AttributeError) as caught:
        Path().no_such_thing  # type: ignore[attr-defined]  # noqa: B018
    assert told(caught.value).endswith("builtins.AttributeError: no_such_thing")


def test_errors_that_led_to_themselves_are_told_too() -> None:
    one, two = ValueError("one"), ValueError("two")
    one.__cause__, two.__cause__ = two, one
    assert told(one).count("builtins.ValueError") > 1


DIES = """
import os, sys
from pathlib import Path
from newsdesk.log import listen_for_last_words
kept = listen_for_last_words(Path(sys.argv[1]))
def somewhere(text):
    os.abort()
somewhere("Harbour master resigns")
"""


def test_a_process_that_is_brought_down_leaves_where_it_stood(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", DIES, str(tmp_path)], check=False, stderr=subprocess.DEVNULL)
    opened = listen_for_last_words(tmp_path)
    assert opened is not None
    faulthandler.disable()
    opened.close()
    (report,) = tmp_path.glob("crash-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "in somewhere" in text
    assert CANARY not in text
