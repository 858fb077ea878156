"""A body as plain text, its words and its reading time."""

from __future__ import annotations

import pytest
from hypothesis import given

from helpers.dialect import marked_lines
from newsdesk.render.body import Body
from newsdesk.render.markup import read_body
from newsdesk.render.plain import inline_text, plain_text, reading_minutes, word_count

TEXT = """The *ferry* was [late](https://x.org/late), said <desk@x.org>.[^1]

![A **boat**](photo:p1)
![](photo:p2)

READ: [More](https://x.org/more)

> We waited.
> -- Lena

3. three
   - nested
4. four

- loose

  second

| a | b |
|---|---|
| 1 | 2 |

```
code  "here"
```

---

https://x.org/video

last\\
line

[^1]: A note.
"""

PLAIN = """The ferry was late, said desk@x.org.[1]

READ: More

We waited.

— Lena

3. three
  - nested
4. four

- loose

  second

a | b
1 | 2

code  "here"

* * *

https://x.org/video

last
line

1. A note."""


def body(text: str) -> Body:
    """The body of a text in English."""
    return read_body(text, "en", frozenset({"READ"}))


def test_plain_text_keeps_the_shape_of_the_text() -> None:
    assert plain_text(body(TEXT)) == PLAIN


def test_captions_stand_where_the_photos_stood_when_asked() -> None:
    text = plain_text(body(TEXT), lambda photo: f"Own caption of {photo}")
    assert text == PLAIN.replace("READ", "A boat\n\nOwn caption of p2\n\nREAD", 1)
    assert plain_text(body("![](photo:p1)"), lambda _: "") == ""


def test_addresses_follow_their_links_when_asked() -> None:
    text = plain_text(body(TEXT + "\n\n[in](article:a) https://x.org/bare here"), addresses=True)
    assert "late (https://x.org/late), said desk@x.org." in text
    assert "READ: More (https://x.org/more)" in text
    assert "in https://x.org/bare here" in text


def test_inline_html_as_text() -> None:
    assert inline_text('A <em>r&amp;d</em> <a href="https://x.org" title="a>b">l</a>') == "A r&d l"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One, two -- three's *fo*ur.", 4),
        ("a\\\nb", 2),
        ("- a\n- b\n\n| c | d |\n|---|---|", 4),
        ("a\n\n![b c](photo:p)\n\nREAD: d e\n\nhttps://x.org", 1),
        ("a [^1]\n\n[^1]: b", 2),
        ("[a b](https://x.org)", 2),
        ("新闻编辑室 works", 6),
        ("한국어 신문", 2),
        ("قال نعم", 2),
        ("... -- !", 0),
    ],
)
def test_words_are_what_a_reader_reads(text: str, words: int) -> None:
    assert word_count(body(text)) == words


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("", 1), ("word " * 238, 1), ("word " * 239, 2), ("新" * 1001, 3), ("word " * 238 + "新", 2)],
)
def test_reading_time_is_rounded_up(text: str, minutes: int) -> None:
    assert reading_minutes(body(text)) == minutes


@given(marked_lines)
def test_any_body_has_a_plain_text(text: str) -> None:
    plain = plain_text(body(text), lambda _: "c", addresses=True)
    assert plain == plain.strip("\n")
