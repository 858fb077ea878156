"""Reading again after an edit gives what reading the whole text anew gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.dialect import marked_lines, marked_text
from newsdesk.render import Block, Body, BodyReader, read_body
from newsdesk.render.markup import PieceKind, incremental
from newsdesk.render.markup.inline import Inline
from newsdesk.render.markup.reading import read_piece

LABELS = frozenset({"READ", "LEE"})

edits = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), st.one_of(marked_text, marked_lines)), max_size=6)
"""Edits of a text: where (as a share of its length), how much goes, what comes."""


def edited(text: str, share: float, gone: int, come: str) -> str:
    at = int(share * len(text))
    return text[:at] + come + text[at + gone :]


def read_anew(text: str, language: str = "en") -> Body:
    return read_body(text, language, LABELS)


@given(marked_lines, edits)
def test_after_any_edits_the_body_is_that_of_the_whole_text(
    text: str, changes: list[tuple[float, int, str]]
) -> None:
    reader = BodyReader("en", LABELS)
    assert reader.read(text) == read_anew(text)
    for change in changes:
        text = edited(text, *change)
        assert reader.read(text) == read_anew(text)


@given(st.lists(marked_lines, min_size=1, max_size=5))
def test_texts_without_anything_in_common_do_not_colour_one_another(texts: list[str]) -> None:
    reader = BodyReader("en", LABELS)
    for text in [*texts, *texts]:
        assert reader.read(text) == read_anew(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("See [the map][m].\n\nPlain.", "See [the map][m].\n\nPlain.\n\n[m]: https://example.org/map"),
        ("One[^a], two[^b].\n\n[^a]: A\n[^b]: B", "Two[^b], one[^a].\n\n[^a]: A\n[^b]: B"),
        ("One[^a].\n\nOne[^a].\n\n[^a]: A", "First.\n\nOne[^a].\n\nOne[^a].\n\n[^a]: A, longer"),
        ("One[^a].\n\n[^a]: A", "One[^a]."),
        ("READ: Old bridge\n\nA line.", "A line.\n\nREAD: Old bridge"),
        ("- one\n- two", "- one\n\n\n- two"),
    ],
    ids=["link defined", "notes swapped", "note edited and moved", "note gone", "moved", "gap"],
)
def test_what_one_piece_means_to_others_is_followed(before: str, after: str) -> None:
    reader = BodyReader("en", LABELS)
    reader.read(before)
    assert reader.read(after) == read_anew(after)
    assert reader.read(before) == read_anew(before)


def test_only_what_changed_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[list[str]] = []

    def noted(
        kind: PieceKind, lines: list[str], line: int, inline: Inline, labels: frozenset[str]
    ) -> Block | None:
        read.append(lines)
        return read_piece(kind, lines, line, inline, labels)

    monkeypatch.setattr(incremental, "read_piece", noted)
    reader = BodyReader("en", LABELS)
    reader.read("First.\n\nSecond.\n\nThird.[^n]\n\n[^n]: A note.")
    read.clear()
    reader.read("New.\n\nFirst.\n\nSecond, edited.\n\nThird.[^n]\n\n[^n]: A longer note.")
    # The note's own piece shows nothing where it stands.
    assert [lines for lines in read if not lines[0].startswith("[^")] == [["New."], ["Second, edited."]]
