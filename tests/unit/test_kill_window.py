"""What is measured when the window is killed: which keys are missing, since when, and whether that is too many."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
TYPED = "Rain. \nWind"
START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def killing(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The script, and nothing of it left behind."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield importlib.import_module("kill_window")
    for name in ("kill_window", "reliability_page"):
        sys.modules.pop(name, None)


def keys(killing: ModuleType) -> list[object]:
    """One key each second from the start."""
    return [killing.Key(START.timestamp() + second, letter) for second, letter in enumerate(TYPED)]


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("", 0),
        ("Ra", 2),
        ("Rain.", 7),
        ("Rain. \n\nWi", 9),
        ("Rain. \n\nWind", 11),
        ("Rain. \n\nWindy", 11),
        ("Rain. \n\nWand", None),
        ("Another text", None),
    ],
)
def test_what_is_there_is_the_beginning_of_what_was_typed(
    killing: ModuleType, body: str, kept: int | None
) -> None:
    assert killing.kept_of(keys(killing), body) == kept


@pytest.mark.parametrize(
    ("kept", "stands", "damage", "faults"),
    [
        (11, 10, [], []),
        (9, 8, [], []),
        (None, 8, [], ["another text", "too much lost", "less stands than is said"]),
        (5, 4, [], ["too much lost"]),
        (9, None, [], ["nobody is told"]),
        (9, 10, [], ["less stands than is said"]),
        (11, 10, ["newsroom.db: page 3 is spoilt"], ["newsroom.db: page 3 is spoilt"]),
    ],
)
def test_what_does_not_hold_is_told(
    killing: ModuleType, kept: int | None, stands: int | None, damage: list[str], faults: list[str]
) -> None:
    moment = None if stands is None else START + timedelta(seconds=stands)
    run = killing.Run(1, START.timestamp() + 11, keys(killing), kept, moment, damage)
    assert run.faults == faults


def test_a_table_takes_the_place_of_the_one_before_it(killing: ModuleType, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Before.\n\n<!-- kills begins -->\nold\n<!-- kills ends -->\n\nAfter.\n")
    for text in ("first", "second"):
        importlib.import_module("reliability_page").write_table("kills", text, page)
        expected = f"Before.\n\n<!-- kills begins -->\n\n{text}\n\n<!-- kills ends -->\n\nAfter.\n"
        assert page.read_text() == expected
    with pytest.raises(SystemExit, match="no place for points"):
        importlib.import_module("reliability_page").write_table("points", "text", page)
    assert killing.table(["a", "b"], [[1, 2]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"
