"""What marks inside a line do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.model.spans import REACH, Mark, runs


def shown(line: str, mark: Mark) -> list[str]:
    """The texts in a line that have a mark and are no signs."""
    return [line[at : at + size] for at, size, one in runs(line) if one & mark and not one & Mark.SIGN]


@pytest.mark.parametrize(
    ("line", "mark", "wanted"),
    [
        ("a **b c** d", Mark.STRONG, ["b c"]),
        ("a *b* _c_ snake_case_x", Mark.EMPHASIS, ["b", "c"]),
        ("***x***", Mark.STRONG | Mark.EMPHASIS, ["x"]),
        ("`**a**` **b**", Mark.STRONG, ["b"]),
        (r"\*a\* *b*", Mark.EMPHASIS, ["b"]),
        ("[a_b](https://x_y_z.example) _c_", Mark.EMPHASIS, ["c"]),
        ("see [map](a) and https://x.example/a.", Mark.LINK, ["map", "https://x.example/a"]),
        ("TK words, TKO", Mark.TK, ["TK"]),
        ("a[^1]", Mark.NOTE, ["[^1]"]),
        ("2 * 3 * 4", Mark.EMPHASIS, []),
    ],
)
def test_marks_reach_what_they_are_around(line: str, mark: Mark, wanted: list[str]) -> None:
    assert shown(line, mark) == wanted


@given(st.text("*_`[]()\\<>!^ab:/ T.K", max_size=60))
def test_runs_are_in_order_and_inside_the_line(line: str) -> None:
    end = 0
    for at, size, mark in runs(line):
        assert at >= end
        assert size > 0
        assert mark
        end = at + size
    assert end <= len(line)


def test_a_line_of_signs_is_read_to_an_end() -> None:
    assert all(at + size <= REACH for at, size, _mark in runs("*" * 100_000 + "[" * 100_000))
