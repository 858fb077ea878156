"""The page on reliability names tests that there are, and its tables leave no job out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from faults.jobs import JOBS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`", PAGE)))


def between_marks(name: str) -> list[list[str]]:
    """The cells of the table between two marks, without its head."""
    text = PAGE.partition(f"<!-- {name} begins -->")[2].partition(f"<!-- {name} ends -->")[0]
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_each_test_that_is_named_is_there(file: str, test: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    there = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert test in there if test else any(name.startswith("test_") for name in there)


def test_every_case_names_something_that_shows_it() -> None:
    cases = PAGE.partition("## Case by case")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in cases.splitlines() if line.startswith("| ")][2:]
    assert len(rows) >= 27
    assert [row[0] for row in rows if "tests/" not in row[2] and "table" not in row[2]] == []


def test_no_point_and_no_kill_in_the_tables_is_bad() -> None:
    points, kills = between_marks("points"), between_marks("kills")
    assert {row[0] for row in points} == JOBS.keys()
    assert sum(int(row[3]) for row in points) >= 200
    assert [row for row in points if row[-1] != "0"] == []
    assert len(kills) >= 50
    assert [row for row in kills if row[-1] != "whole"] == []
