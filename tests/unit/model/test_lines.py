"""What lines are, one after the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.model.lines import START, LineKind, read_line, state_after


def kinds(text: str) -> list[str]:
    """The kind of each line of a text."""
    state, found = START, []
    for line in text.split("\n"):
        found.append(read_line(state, line).kind.value)
        state = state_after(state, line)
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "blank"),
        ("a\n\nb", "paragraph gap paragraph"),
        ("a\n\n\n\nb", "paragraph gap blank gap paragraph"),
        ("## a\n>> b\n> c\n>\n> d", "heading pull quote gap quote"),
        ("- a\n  1. b\n***\n****", "bullet number rule paragraph"),
        ("```\n\n# a\n```\n# a", "code code code code heading"),
        ("~~~\n```\n~~~~\na", "code code code paragraph"),
        ("a\n    b\n\n    c", "paragraph paragraph gap code"),
        ("[^1]: a\n| a | b |\n#a\n1986.", "note table paragraph number"),
    ],
)
def test_lines_are_what_they_begin_with(text: str, wanted: str) -> None:
    assert " ".join(kinds(text)) == wanted


@given(st.text("`~ >-*#1.[^]:|a\t", max_size=20), st.integers(0, 40))
def test_any_line_is_something(line: str, state: int) -> None:
    found = read_line(state, line)
    assert found.kind in LineKind
    assert 0 <= found.prefix <= len(line)
    assert state_after(state, line) >= 0
