"""Reading a body: newsroom blocks, footnotes, nesting, keys, and texts that nobody would write."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.dialect import marked_lines
from newsdesk.render.body import Block, BlockKind, Body
from newsdesk.render.clean import clean
from newsdesk.render.markup import body_key, read_body

LABELS = frozenset({"READ", "LEER", "اقرأ", "LIRE AUSSI"})


def read(text: str) -> tuple[Block, ...]:
    """The blocks of a text in English."""
    return read_body(text, "en", LABELS).blocks


def html(text: str) -> str:
    """The HTML of a text that makes one block."""
    (block,) = read(text)
    assert block.kind is BlockKind.HTML
    return block.html


class Roots(HTMLParser):
    """Counts the elements at the top of a fragment, and text beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.roots = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.roots += not self.open
        if tag not in ("br", "hr", "wbr", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        assert self.open or not data.strip()


@settings(max_examples=200)
@given(st.one_of(marked_lines, st.text()))
def test_every_html_block_is_one_clean_element(text: str) -> None:
    for block in read(text):
        assert clean(block.html) == block.html
        if block.kind is BlockKind.HTML:
            roots = Roots()
            roots.feed(block.html)
            roots.close()
            assert roots.roots == 1


@given(marked_lines)
def test_a_stored_body_comes_back_equal(text: str) -> None:
    body = read_body(text, "en", LABELS)
    assert Body.from_json(body.to_json()) == body


@pytest.mark.parametrize("text", ["", "x", "[[1]]", "[1]", '[["a","b"]]', '[[0,"","none","","",""]]'])
def test_what_is_no_stored_body_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Body.from_json(text)


def test_a_photo_stands_alone_on_its_line() -> None:
    before, photo, after = read('Before\n![A *red* boat, "Aurora"](photo:p1)\nAfter')
    assert (before.html, after.html) == ("<p>Before</p>", "<p>After</p>")
    assert photo == Block(BlockKind.PHOTO, "A <em>red</em> boat, “Aurora”", "p1", line=1)


def test_brackets_and_titles_in_a_photo_line() -> None:
    assert read('![a \\] [b] c](<photo:p1> "title")')[0] == Block(BlockKind.PHOTO, "a ] [b] c", "p1")
    assert read("![](photo:p1)")[0].html == ""
    assert html("text ![c](photo:p1)") == "<p>text c</p>"
    assert html("> ![c](photo:p1)") == "<blockquote><p>c</p></blockquote>"
    assert html("![c](photo: )") == "<p>c</p>"


@pytest.mark.parametrize(
    ("text", "label", "headline", "target"),
    [
        ("READ: [The *headline*](article:es/foo)", "READ", "The headline", "article:es/foo"),
        ("**READ:** [A](https://x.org/a)", "READ", "A", "https://x.org/a"),
        ("**Read**: A headline", "Read", "A headline", ""),
        ("**READ: [A](article:b)**", "READ", "A", "article:b"),
        ("read:A headline\nthat wraps", "read", "A headline that wraps", ""),
        ("اقرأ: [خبر](article:x)", "اقرأ", "خبر", "article:x"),
        ("Lire aussi\u00a0: Le titre", "Lire aussi", "Le titre", ""),
        ("READ: https://x.org/a", "READ", "https://x.org/a", "https://x.org/a"),
        ("READ: **Bold** headline", "READ", "Bold headline", ""),
    ],
)
def test_related_blocks(text: str, label: str, headline: str, target: str) -> None:
    (block,) = read(text)
    assert (block.kind, block.label, block.text, block.target) == (BlockKind.RELATED, label, headline, target)


@pytest.mark.parametrize(
    "text",
    [
        "READ",
        "READ:",
        "READ: [a](article:b) and [c](article:d)",
        "READ: [a](javascript:x)",
        "READ: [a](article:)",
        "READ: ![a](https://x.org)",
        "READ: see https://x.org today",
        "READ: " + "long " * 60,
        "NOTE: a headline",
        "READ the notice: now",
        "`READ:` a",
        "**READ: a",
    ],
)
def test_paragraphs_that_are_no_related_block(text: str) -> None:
    assert [block.kind for block in read(text)] == [BlockKind.HTML]


def test_an_address_alone_is_a_card_and_otherwise_a_link() -> None:
    assert read("https://x.org/v?a=1&b=2")[0] == Block(BlockKind.CARD, target="https://x.org/v?a=1&b=2")
    assert read("<https://x.org>")[0].kind is BlockKind.CARD
    for text in ("https://x.org/v here", "a\nhttps://x.org/v", "ftp://x.org", "> https://x.org"):
        assert read(text)[0].kind is BlockKind.HTML


def test_quotes_name_their_speaker() -> None:
    assert html("> a\n>\n> -- Lena *Park*") == (
        '<figure class="quote"><blockquote><p>a</p></blockquote>'
        "<figcaption>— Lena <em>Park</em></figcaption></figure>"
    )
    assert html("> — only a dash") == "<blockquote><p>— only a dash</p></blockquote>"
    assert html(">> big\n>> — Lena").startswith('<figure class="pull"><blockquote><p>big</p></blockquote>')
    assert html(">> one\n>>\n>> two") == '<blockquote class="pull"><p>one</p>\n<p>two</p></blockquote>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("1. a\n  - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("1. a\n    - b\n        - c", "<ol><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ol>"),
        ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("- a\n  > b", "<ul><li>a<blockquote><p>b</p></blockquote></li></ul>"),
        ("- a\n  ```\n  b\n\n  ```", "<ul><li>a<pre><code>b</code></pre></li></ul>"),
        ("- a\nb", "<ul><li>ab</li></ul>"),
        ("7. a", '<ol start="7"><li>a</li></ol>'),
        ("-", ""),
        ("> a\n> > b", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>"),
    ],
)
def test_nesting(text: str, expected: str) -> None:
    assert "".join(block.html for block in read(text)).replace("\n", "") == expected


def test_nesting_ends_before_it_hurts() -> None:
    assert html("> " * 500 + "a").count("<blockquote>") < 20
    assert html("\n".join("  " * depth + "- x" for depth in range(200))).count("<ul>") < 20


def test_footnotes_are_numbered_as_mentioned_and_lead_back_once() -> None:
    text = "a[^two] b[^one] c[^two] `[^code]` [^none]\n\n[^one]: First.\n[^two]: Second.\n[^code]: Third."
    paragraph, notes = read(text)
    assert paragraph.html == (
        '<p>a<sup><a href="#fn-1" role="doc-noteref" id="fnref-1">1</a></sup>'
        ' b<sup><a href="#fn-2" role="doc-noteref" id="fnref-2">2</a></sup>'
        ' c<sup><a href="#fn-1" role="doc-noteref">1</a></sup> <code>[^code]</code> [^none]</p>'
    )
    assert [part.split(" <a")[0] for part in notes.html.split('<li id="fn-')[1:]] == [
        '1"><p>Second.',
        '2"><p>First.',
        '3"><p>Third.',
    ]


def test_the_first_definition_of_a_name_counts() -> None:
    assert html("[A  b]\n\n[a b]: https://x.org\n[A B]: https://y.org").startswith('<p><a href="https://x.org">')


def test_text_cannot_pose_as_a_footnote() -> None:
    text = 'a <sup id="fnref-1"><a href="#fn-1" role="doc-noteref" id="x">1</a></sup>'
    text += '\n\n<div id="fn-1" class="notes">b</div>'
    assert [block.html for block in read(text)] == [
        '<p>a <sup><a href="#fn-1">1</a></sup></p>',
        "<div>b</div>",
    ]


def test_tables_keep_code_and_escaped_bars_in_their_cells() -> None:
    cells = html("| a \\| b | `c|d` |\n|--:|:-:|\n| 1 |\n| 2 | 3 | 4 |")
    assert '<th scope="col" class="end">a | b</th><th scope="col" class="center"><code>c|d</code></th>' in cells
    assert '<tr><td class="end">1</td><td class="center"></td></tr>' in cells
    assert "4" not in cells


def test_pieces_that_show_nothing_leave_no_block() -> None:
    assert read("<!-- a -->\n\n[a]: https://x.org\n\n[](https://x.org)\n\n<script>x</script>\n\n#") == ()


def test_raw_html_is_one_element() -> None:
    assert html("<p>a</p><p>b</p>") == "<div><p>a</p><p>b</p></div>"
    assert html("<h1>a</h1>") == "<h2>a</h2>"
    assert html('<p>say "a"</p>') == "<p>say “a”</p>"
    assert html("<td>a</td>") == "<div>a</div>"


def test_headings_keep_to_the_levels_of_a_body() -> None:
    levels = [html("#" * count + " a ##")[:4] for count in range(1, 7)]
    assert levels == ["<h2>", "<h2>", "<h3>", "<h4>", "<h4>", "<h4>"]
    assert html("# a#") == "<h2>a#</h2>"
    assert html("a\nb\n===") == "<h2>a\nb</h2>"


@pytest.mark.parametrize(
    "text",
    [
        "*" * 10_000,
        "> - " * 500 + "x",
        "<div>" * 5_000,
        "x " + "<b>" * 5_000,
        "|" * 10_000,
        "a|b\n-|-\n" + "a|b\n" * 3_000,
        "[^1]: x\n" * 3_000 + "[^1]" * 3_000,
        '"' * 20_000,
        "<!--\n\n" * 2_000,
        "# a" + " " * 20_000 + "b",
        "![x](data:image/png;base64," + "A" * 200_000 + ")",
        "word *em* [l](https://x.org) " * 6_000,
        "\\" * 20_000,
    ],
)
def test_huge_and_broken_texts_are_read_all_the_same(text: str) -> None:
    assert isinstance(read_body(text, "en", LABELS), Body)


def test_a_key_names_everything_that_shapes_a_body() -> None:
    keys = {
        body_key("a", "en", LABELS),
        body_key("b", "en", LABELS),
        body_key("a", "es", LABELS),
        body_key("a", "en", frozenset()),
        body_key("a\ud800", "en", LABELS),
        body_key("", "ena", LABELS),
    }
    assert len(keys) == 6
    assert body_key("a", "en", frozenset({"B", "A"})) == body_key("a", "en", frozenset({"A", "B"}))
