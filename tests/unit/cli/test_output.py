"""Columns, widths and what a terminal must not get."""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.cli import output
from newsdesk.cli.output import cut, print_table, printable, width
from newsdesk.cli.progress_bar import Bar
from newsdesk.i18n import message


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("\u2068ab\u2069", 2), ("ميناء", 5), ("", 0)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(), st.integers(2, 30))
def test_what_is_cut_fits(text: str, room: int) -> None:
    assert width(cut(text, room)) <= max(room, 0)
    if width(text) <= room:
        assert cut(text, room) == text


def test_no_character_steers_the_terminal() -> None:
    assert printable("a\x1b[2Jb\tc\nd\x9b") == "a\ufffd[2Jb c\nd\ufffd"


def test_columns_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([["a", "日本", "last one"], ["bcd", "x", "ميناء"], ["", "", ""]])
    assert capsys.readouterr().out == "a    日本  last one\nbcd  x     ميناء\n\n"
    print_table([["two\nlines", "a"], ["b", "c\n\nd"]])
    assert capsys.readouterr().out == "two lines  a\nb          c  d\n"
    print_table([])
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("columns", "shown"), [(34, "a headline of some thi…"), (16, "a headline of some…")])
def test_columns_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int, shown: str
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(output, "get_terminal_size", lambda: os.terminal_size((columns, 20)))
    print_table([["ab", "ميناء", "a headline of some thirty letters"], ["c", "x", "short"]])
    assert capsys.readouterr().out == f"ab  \u2068ميناء\u2069  {shown}\nc   x      short\n"


def test_a_bar_on_a_terminal_and_none_in_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Bar() as bar:
        bar(message("Reading"), 1, 3)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with Bar() as bar:
        for stage in ("Reading", "Writing"):
            for done in range(4):
                bar(message(stage), done, 3)
        bar(message("Nothing"), 0, 0)
    shown = capsys.readouterr().err
    assert "Reading" in shown
    assert "Writing" in shown
    assert "100%" in shown
    assert "Nothing" not in shown
