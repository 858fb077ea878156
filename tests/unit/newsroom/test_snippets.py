"""What a search found, without marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.newsroom import readable_snippet

ID = "01m81kprejskc6a9n4e93dce50"


@pytest.mark.parametrize(
    ("snippet", "text"),
    [
        (f"…READ: [Why the quay floods](article:{ID}) In 2018…", "…READ: Why the quay floods In 2018…"),
        ("…until three.\n\nREAD: [Council votes to reopen…", "…until three. READ: Council votes to reopen…"),
        (f"see [the quay](article:{ID[:20]}…", "see the quay…"),
        (f"…the quay](article:{ID}) and after", "…the quay and after"),
        (f"…{ID}) and after", "… and after"),
        ("…two ladders.\n\n**Why a \ue000play\ue001 about…", "…two ladders. Why a \ue000play\ue001 about…"),
        ("…a man** in a *box* and 2 * 3 _so_ snake_case_name", "…a man in a box and 2 * 3 so snake_case_name"),
        ("![The *Aurora* at the quay](photo:p-aurora)\nwords", "The Aurora at the quay words"),
        ("## The \ue000ground\ue001\n> said\n- one\n- two", "The \ue000ground\ue001 said one two"),
        ("a year.[^1] Then `code` and 1\\. [Laughs] (aside) a-b", "a year. Then code and 1. [Laughs] (aside) a-b"),
        ('[map](https://a.example/b_(c) "A map") -5 degrees', "map -5 degrees"),
        ("one\n\n\ttwo", "one two"),
        ("word " + "[" * 1_000_000, "word"),
    ],
)
def test_without_marks(snippet: str, text: str) -> None:
    assert readable_snippet(snippet) == text


@given(st.text(alphabet='ab \n…[]()!*_`\\#>-:/"^\ue000\ue001'))
def test_no_letter_of_a_text_without_links_is_lost(text: str) -> None:
    assert "\n" not in readable_snippet(text)
    if not {"[", "]", "\\"} & set(text):
        letters = [char for char in text if char in "ab\ue000\ue001"]
        assert [char for char in readable_snippet(text) if char in "ab\ue000\ue001"] == letters
