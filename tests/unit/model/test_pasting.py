"""Texts of other programs become lines that one can write on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.model.addresses import link_around, link_target
from newsdesk.model.pasting import LONGEST_LINE, pasted, pasted_address

LONG = "word " * 20 + "end."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        (f"{LONG}\n{LONG}", f"{LONG}\n\n{LONG}"),
        (f"{LONG}\n\n{LONG}\nx", f"{LONG}\n\n{LONG}\nx"),
        (f"- {LONG}\n- b", f"- {LONG}\n- b"),
        ("a\x00\ufeffb", "ab"),
    ],
)
def test_paragraphs_are_kept_apart(text: str, wanted: str) -> None:
    assert pasted(text) == wanted


@given(st.integers(1, 3), st.sampled_from(["x", "ab ", "longer words "]))
def test_no_line_is_too_long_and_no_letter_is_lost(times: int, piece: str) -> None:
    text = piece * (LONGEST_LINE * times // len(piece) + 7)
    made = pasted(text)
    assert max(map(len, made.split("\n"))) <= LONGEST_LINE
    assert made.replace("\n", "").replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (" https://a.example/b ", "https://a.example/b"),
        ("a.example/b?c", "https://a.example/b?c"),
        ("desk@a.example", "mailto:desk@a.example"),
        ("article:votes", "article:votes"),
        ("javascript:alert(1)", ""),
        ("some words", ""),
        ("Council", ""),
        ("https://", ""),
    ],
)
def test_addresses_are_taken_as_they_are_meant(typed: str, wanted: str) -> None:
    assert link_target(typed) == wanted


def test_only_a_whole_address_makes_a_link() -> None:
    assert pasted_address(" https://a.example ") == "https://a.example"
    assert pasted_address("see https://a.example") == ""


def test_the_link_around_a_place_is_found() -> None:
    found = link_around("a [b](https://c.example) d", 4)
    assert found is not None
    assert (found[0], found[1], found[2].label) == (2, 24, "b")
    assert link_around("a [b](https://c.example) d", 0) is None
    assert link_around("![b](photo:c)", 3) is None
