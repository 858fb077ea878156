"""Filling a body: photos, related blocks, cards and links to articles."""

from __future__ import annotations

from newsdesk.render.body import Block
from newsdesk.render.markup import References, fill, read_body, references

LABELS = frozenset({"READ"})
TEXT = """See [one](article:one) and [*two*](article:es/two "T").

![Caption with [one](article:one)](photo:p1)
![](photo:p2)

READ: [Three](article:three)

READ: [Elsewhere](https://x.org)

READ: A bare headline

https://x.org/video
"""


def filled(paths: dict[str, str]) -> list[str]:
    """The lines of TEXT, filled with stand-ins."""
    html = fill(
        read_body(TEXT, "en", LABELS),
        figure=lambda photo, caption: f"figure {photo} {caption}".strip() if photo != "p2" else "",
        related=lambda block: f"related {block.target or block.text}",
        card=lambda block: f"card {block.target}",
        article_path=paths.get,
    )
    return html.split("\n")


def test_what_a_body_depends_on() -> None:
    assert references(read_body(TEXT, "en", LABELS)) == References(
        photos=("p1", "p2"), articles=("one", "es/two", "three"), headlines=("A bare headline",)
    )


def test_blocks_are_filled_in_order_and_empty_ones_leave_nothing() -> None:
    assert filled({"one": "../one/?a=1&b=2", "es/two": "../es/two/"}) == [
        '<p>See <a href="../one/?a=1&amp;b=2">one</a> and <a href="../es/two/" title="T"><em>two</em></a>.</p>',
        'figure p1 Caption with <a href="../one/?a=1&amp;b=2">one</a>',
        "related article:three",
        "related https://x.org",
        "related A bare headline",
        "card https://x.org/video",
    ]


def test_a_link_to_an_article_that_has_no_page_is_plain_text() -> None:
    assert filled({})[:2] == ["<p>See one and <em>two</em>.</p>", "figure p1 Caption with one"]


def test_a_body_without_outside_needs_none() -> None:
    body = read_body("Only *words* about the article: nothing else.", "en", LABELS)
    assert references(body) == References()

    def never(block: Block) -> str:
        raise AssertionError(block)

    assert fill(body, lambda *_: "", never, never, lambda _: None) == (
        "<p>Only <em>words</em> about the article: nothing else.</p>"
    )
