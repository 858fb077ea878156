"""The log and the reports of crashes say where and what, and nothing of what people write."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdesk import __version__
from newsdesk.log import report_crash, start_log

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
            raise OSError(f"disk full\n[parameters: {body}]")
        except OSError as error:
            raise ValueError("photo 7") from error
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
    assert text.index("builtins.OSError: disk full\n") < text.index("builtins.ValueError: photo 7\n")
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
