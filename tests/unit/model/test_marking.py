"""Edits as a person means them, on plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.model.marking import (
    Edited,
    Style,
    belongs_together,
    is_marked,
    moved_in,
    moved_out,
    next_note,
    next_prefix,
    restyled,
    toggled,
    word_around,
    written_link,
    written_photo,
    written_read,
)
from newsdesk.model.references import only_link, photo_line
from newsdesk.model.spans import Mark


@pytest.mark.parametrize(
    ("line", "start", "end", "wanted"),
    [
        ("one two three", 5, 5, Edited("one **two** three", 6, 9)),
        ("one **two** three", 6, 6, Edited("one two three", 4, 7)),
        ("**one two three**", 6, 9, Edited("**one** two **three**", 8, 11)),
        ("one **two** three", 0, 17, Edited("**one two three**", 2, 15)),
        ("- item here", 0, 11, Edited("- **item here**", 4, 13)),
        (" one ", 0, 5, Edited(" **one** ", 3, 6)),
        ("***x***", 3, 4, Edited("*x*", 1, 2)),
        ("a ", 2, 2, Edited("a ****", 4, 4)),
        ("a ****", 4, 4, Edited("a ", 2, 2)),
        ("a **b**", 5, 5, Edited("a **b**", 7, 7)),
        ("One **two.**", 4, 12, Edited("One two.", 4, 8)),
        ("", 0, 0, Edited("****", 2, 2)),
    ],
)
def test_bold_is_set_and_taken_away(line: str, start: int, end: int, wanted: Edited) -> None:
    assert toggled(line, start, end, Mark.STRONG) == wanted


@given(st.lists(st.text("abc é", min_size=1, max_size=6), min_size=1, max_size=4), st.data())
def test_a_mark_set_and_taken_away_leaves_the_words(parts: list[str], data: st.DataObject) -> None:
    line = " ".join(parts)
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    mark = data.draw(st.sampled_from([Mark.STRONG, Mark.EMPHASIS]))
    once = toggled(line, start, end, mark)
    assert once.line.replace("*", "") == line
    if once.line[once.start : once.end].strip():
        assert is_marked(once.line, once.start, once.end, mark)
        assert toggled(once.line, once.start, once.end, mark).line == line


@pytest.mark.parametrize(
    ("lines", "style", "wanted"),
    [
        (["a", "", "b"], Style.BULLETS, ["- a", "- b"]),
        (["a", "", "b"], Style.NUMBERS, ["1. a", "2. b"]),
        (["1. a", "2. b"], Style.NUMBERS, ["a", "", "b"]),
        (["- a", "- b"], Style.QUOTE, ["> a", ">", "> b"]),
        (["> a", ">", "> b"], Style.PARAGRAPH, ["a", "", "b"]),
        (["## a"], Style.HEADING_3, ["### a"]),
        (["### a"], Style.HEADING_3, ["a"]),
        ([""], Style.PULL_QUOTE, [">> "]),
    ],
)
def test_paragraphs_take_another_style(lines: list[str], style: Style, wanted: list[str]) -> None:
    assert restyled(lines, style) == wanted


@pytest.mark.parametrize(
    ("above", "below", "together"),
    [("- a", "- b", True), ("- a", "1. b", False), ("a", "b", False), ("> a", ">", True), ("> a", "> b", True)],
)
def test_only_items_and_quotations_stand_close(above: str, below: str, together: bool) -> None:
    assert belongs_together(above, below) is together


@pytest.mark.parametrize(
    ("line", "wanted"), [("- a", "- "), ("  9. a", "  10. "), ("* ", "* "), ("> a", "> "), ("3)", "4) ")]
)
def test_the_next_item_begins_as_this_one(line: str, wanted: str) -> None:
    assert next_prefix(line) == wanted


def test_items_move_in_and_out() -> None:
    assert moved_in("- a") == "  - a"
    assert moved_out("   - a") == " - a"
    assert moved_out("- a") == "- a"


def test_a_word_is_found_at_its_ends_too() -> None:
    assert word_around("it’s so", 0) == (0, 4)
    assert word_around("it’s so", 4) == (0, 4)
    assert word_around("a - b", 2) == (2, 2)


@given(st.text("ab[]()\\`*! é", max_size=12))
def test_any_caption_and_link_text_can_be_read_again(text: str) -> None:
    found = photo_line(written_photo("p1", text))
    assert found is not None
    assert found[1] == "p1"
    assert found[0].replace("\\", "") == " ".join(text.split()).replace("\\", "")
    link = only_link(written_link(text, "https://example.org/a(b c)"))
    assert link is not None
    assert link.target == "https://example.org/a(b c)"


def test_related_blocks_lead_to_articles_and_pages() -> None:
    assert written_read("READ", "Votes", "01ab") == "READ: [Votes](article:01ab)"
    assert written_read("LEA", "Votos", "https://a.example/x") == "LEA: [Votos](https://a.example/x)"


def test_notes_are_numbered_on() -> None:
    assert next_note("a[^2] b[^log]") == 3
    assert next_note("") == 1
