"""Words of lines, as the page counts them."""

from __future__ import annotations

import pytest

from newsdesk.model.counting import paragraph_at, words_in
from newsdesk.render import read_body, word_count


@pytest.mark.parametrize(
    "line",
    [
        "One two three.",
        "It’s half-past six — and **bold** *too*.",
        "See the [time table](https://ferries.example/times) and https://harbour.example.",
        "## Two words",
        "- an item",
        "12. a numbered one",
        "> a quote",
        "![A caption](photo:p1)",
        "H<sub>2</sub>O and `code` here",
        "三月の港 harbour",
        "",
        "* * *",
        "2 of 3 boats (all) late",
    ],
)
def test_a_line_has_the_words_that_its_page_has(line: str) -> None:
    assert words_in(line) == word_count(read_body(line, "en", frozenset()))


def test_a_note_is_counted_without_its_number() -> None:
    assert words_in("[^1]: Harbour Act") == 2
    assert words_in("Figures.[^1]") == 1


@pytest.mark.parametrize(("line", "paragraph"), [(0, 0), (1, 1), (2, 1), (4, 2), (6, 3), (99, 3)])
def test_empty_lines_are_no_paragraphs(line: int, paragraph: int) -> None:
    assert paragraph_at("One.\n\nTwo.\n  \nThree.\n\n", line) == paragraph
