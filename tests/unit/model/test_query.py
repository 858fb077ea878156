"""Searches as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.model.query import Phrase, Words, beginnings, parse


def wanted(*phrases: Phrase) -> Words:
    return Words(phrases)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", Words()),
        ("  - \" ' ", Words()),
        ("river", wanted(Phrase(("river",), prefix=True))),
        ("high river", wanted(Phrase(("high",)), Phrase(("river",), prefix=True))),
        ('"high river"', wanted(Phrase(("high", "river")))),
        ('"high riv', wanted(Phrase(("high", "riv"), prefix=True))),
        (
            'flood "high river" ba',
            wanted(Phrase(("flood",)), Phrase(("high", "river")), Phrase(("ba",), prefix=True)),
        ),
        ("river -dam", Words((Phrase(("river",)),), (Phrase(("dam",)),))),
        (
            'river -"old dam" fl',
            Words((Phrase(("river",)), Phrase(("fl",), prefix=True)), (Phrase(("old", "dam")),)),
        ),
        ("-dam", Words((), (Phrase(("dam",)),))),
        ("prime-minister", wanted(Phrase(("prime-minister",), prefix=True))),
        ("don’t", wanted(Phrase(("don’t",), prefix=True))),
        ("a* OR NEAR(", wanted(Phrase(("a*",)), Phrase(("OR",)), Phrase(("NEAR(",), prefix=True))),
        ("a\0b", wanted(Phrase(("a", "b"), prefix=True))),
        ("a\udcffb", wanted(Phrase(("a", "b"), prefix=True))),
        ("الن", wanted(Phrase(("الن",), prefix=True))),
    ],
)
def test_words_phrases_and_minus(text: str, words: Words) -> None:
    assert parse(text) == words


@given(st.text())
def test_any_text_is_a_search(text: str) -> None:
    found = parse(text)
    phrases = found.wanted + found.unwanted
    assert all(phrase.words and all(phrase.words) for phrase in phrases)
    assert [phrase.prefix for phrase in phrases].count(True) <= 1


def test_every_word_may_go_on_where_beginnings_are_asked_for() -> None:
    words = [Phrase((word,), prefix=True) for word in ("high", "riv", "dam")]
    assert beginnings('"high riv" - -dam') == wanted(*words)
