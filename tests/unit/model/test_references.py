"""What a text names, read from its source."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.dialect import marked_lines
from newsdesk.model.references import (
    article_refs,
    image_paths,
    only_link,
    photo_line,
    photo_refs,
    replace_targets,
)
from newsdesk.render.markup import read_body, references

TEXT = """Intro with [one](article:one) and `[no](article:no)`.

![A [small] \\] boat](photo:p1 "title")
![](<photo:p2>)
![b](pictures/my\\ boat.jpg)
![c](<pictures/my boat (2).jpg>)
![d](pictures/boat(3).jpg 'x')
![e](https://x.org/e.jpg)
Inline ![f](photo:p3) and ![g](g.jpg).

- list

      ![no](photo:code-in-list)

  ![h](photo:p4)

```
![no](photo:fenced) [no](article:fenced)
```

    ![no](photo:indented)

> ```
> [no](article:quoted-fence)
> ```
> [two](article:es/two)

READ: [Three](article:three)

[ref]: article:four
"""


def test_photos_stand_on_their_own_line_outside_code() -> None:
    assert photo_refs(TEXT) == ("p1", "p2", "p4")


def test_code_ends_with_the_quote_or_list_that_it_stands_in() -> None:
    assert photo_refs("> ```\n> a\n![b](photo:p)") == ("p",)
    assert photo_refs("- ```\n  a\n![b](photo:p)") == ("p",)


def test_articles_are_linked_outside_code() -> None:
    assert article_refs(TEXT) == ("one", "es/two", "three", "four")


def test_picture_files_stand_on_their_own_line() -> None:
    assert image_paths(TEXT) == ("pictures/my\\ boat.jpg", "pictures/my boat (2).jpg", "pictures/boat(3).jpg")


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("![a](b c.jpg)", "b c.jpg"),
        ("  ![a](b.jpg)  ", "b.jpg"),
        ("![it's](b.jpg)", "b.jpg"),
        ("![a](it's.jpg)", "it's.jpg"),
        ("![a](C:\\pictures\\b.jpg)", "C:\\pictures\\b.jpg"),
        ('![a](../b.jpg "c (d)")', "../b.jpg"),
        ("![a](ä/新闻.jpg)", "ä/新闻.jpg"),
        ("![a\\]b](c.jpg)", "c.jpg"),
        ("![a](b\\(c.jpg)", "b(c.jpg"),
    ],
)
def test_how_a_picture_file_may_be_written(line: str, path: str) -> None:
    assert image_paths(f"text\n{line}\ntext") == (path,)


@pytest.mark.parametrize(
    "line", ["![a](//x.org/b.jpg)", "![a](data:image/png;base64,AA)", "![a](photo:p)", "![a]()", "a ![b](c.jpg)"]
)
def test_what_is_no_picture_file(line: str) -> None:
    assert image_paths(line) == ()


def test_targets_are_replaced_and_nothing_else() -> None:
    new = {
        "article:one": "article:uno",
        "photo:p1": "photo:q1",
        "photo:p2": "photo:q2",
        "pictures/my boat (2).jpg": "photo:q3",
        "pictures/boat(3).jpg": "a b.jpg",
        "photo:p3": "photo:q4",
        "photo:p4": "photo:q5",
        "article:es/two": "article:dos",
        "article:four": "article:cuatro",
        "article:no": "article:wrong",
        "article:fenced": "article:wrong",
        "article:quoted-fence": "article:wrong",
        "photo:fenced": "photo:wrong",
        "photo:indented": "photo:wrong",
        "photo:code-in-list": "photo:wrong",
    }
    expected = (
        TEXT.replace("(article:one)", "(article:uno)")
        .replace("photo:p1", "photo:q1")
        .replace("<photo:p2>", "photo:q2")
        .replace("<pictures/my boat (2).jpg>", "photo:q3")
        .replace("pictures/boat(3).jpg", "<a b.jpg>")
        .replace("photo:p3", "photo:q4")
        .replace("photo:p4", "photo:q5")
        .replace("article:es/two", "article:dos")
        .replace("article:four", "article:cuatro")
    )
    assert replace_targets(TEXT, lambda target: new.get(target, target)) == expected


@given(st.one_of(marked_lines, st.text()))
def test_the_same_targets_give_the_same_text(text: str) -> None:
    assert replace_targets(text, lambda target: target) == text


@settings(max_examples=200)
@example("<p>x</p>\n```\n\n![c](photo:p1)")
@given(marked_lines)
def test_source_and_body_agree_on_what_is_named(text: str) -> None:
    named = references(read_body(text, "en", frozenset({"READ"})))
    assert set(named.photos) <= set(photo_refs(text))
    assert set(named.articles) <= set(article_refs(text))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("![a](photo:p)", ("a", "p")),
        ("   ![a](photo: p)", ("a", "p")),
        ("    ![a](photo:p)", None),
        ("![a](photo:)", None),
        ("![a](p.jpg)", None),
        ("[a](photo:p)", None),
        ("![a](photo:p).", None),
    ],
)
def test_a_photo_line(line: str, found: tuple[str, str] | None) -> None:
    assert photo_line(line) == found


def test_a_link_and_nothing_beside_it() -> None:
    link = only_link(' [a *b*](https://x.org "c") ')
    assert link is not None
    assert (link.image, link.label, link.target) == (False, "a *b*", "https://x.org")
    assert only_link("[a](b) [c](d)") is None
    assert only_link("a [b](c)") is None
    assert only_link("[a [b](c)") is None
