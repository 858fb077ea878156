"""Inline markup: the fast reader and the engine agree, and both do what the dialect says."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from helpers.dialect import marked_text
from newsdesk.render.clean import clean
from newsdesk.render.markup import read_body
from newsdesk.render.markup.engine import DEPTH, STRESSES, Engine, is_odd
from newsdesk.render.markup.fast import fast_inline


def paragraph(text: str) -> str:
    """What one paragraph reads as in English, without its own tags."""
    (block,) = read_body(text, "en", frozenset()).blocks
    assert block.html.startswith("<p>")
    return block.html[len("<p>") : -len("</p>")]


@settings(max_examples=400)
@given(marked_text)
@example("![a](https://x.org/a_b)")
@example("https://x.org/?a&amp;b")
def test_the_fast_reader_writes_what_the_engine_writes(text: str) -> None:
    fast = fast_inline(text)
    if fast is not None:
        assert clean(f"<p>{fast}</p>") == clean(f"<p>{Engine({}, {}).inline(text)}</p>")


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, R&D and 3 > 2: fine!",
        "*One* and **two** (*three*).",
        "See [the notice](https://x.org/a_b?c=1&d=2), https://y.org/e_f. And [ours](article:es/foo).",
        'It\'s "quoted" text\nover two lines.',
    ],
)
def test_ordinary_sentences_take_the_fast_way(text: str) -> None:
    fast = fast_inline(text)
    assert fast is not None
    assert clean(fast) == clean(Engine({}, {}).inline(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("snake_case_name and _em_ and a*b*c", "snake_case_name and <em>em</em> and a<em>b</em>c"),
        ("***both*** **a *b* c**", "<strong><em>both</em></strong> <strong>a <em>b</em> c</strong>"),
        ("a * b * c, 2*3", "a * b * c, 2*3"),
        ('`a*b* "c" -- <d>`', '<code>a*b* "c" -- &lt;d&gt;</code>'),
        ("``a`b``", "<code>a`b</code>"),
        ("a  \nb\\\nc\nd", "a<br>b<br>c\nd"),
        ("a\\\\\nb", "a\\\nb"),
        ('<abbr title="a\\-b">c</abbr>', '<abbr title="a\\-b">c</abbr>'),
        ('[a](https://x.org "T\'s")', '<a href="https://x.org" title="T\'s">a</a>'),
        ("[a](<https://x.org/a b>)", '<a href="https://x.org/a%20b">a</a>'),
        ("[a [b]](https://x.org/(c))", '<a href="https://x.org/(c)">a [b]</a>'),
        ("(https://x.org/a_(b)).", '(<a href="https://x.org/a_(b)">https://x.org/a_(b)</a>).'),
        (
            "https://x.org/a--b, https:// alone",
            '<a href="https://x.org/a--b">https://x.org/a--b</a>, https:// alone',
        ),
        (
            "<https://x.org> <a@b.org>",
            '<a href="https://x.org">https://x.org</a> <a href="mailto:a@b.org">a@b.org</a>',
        ),
        ("![i](i.png) [![i](https://x.org/i.png)](https://y.org)", 'i <a href="https://y.org">i</a>'),
        ("![](https://x.org/i.png)", '<a href="https://x.org/i.png">https://x.org/i.png</a>'),
        ("[a](javascript:x) [b](//x.org) [c](#top) [d](data:x)", "a b c d"),
        ("[a](java&#115;cript:x) [b](java\nscript:x)", "a b"),
        ('\\*a\\* \\"b\\" c\\--d \\<e>', '*a* "b" c--d &lt;e&gt;'),
        ("&copy; &#65; &amp; & &nope;", "© A &amp; &amp; &amp;nope;"),
        ("<b onclick=x class=y id=z>a</b> <p>b</p> <!-- c -->d", "<b>a</b> b d"),
        ("a <b>b", "a <b>b</b>"),
        ("a <script>b</script> c <style>d", "a  c d"),
        (
            '<a href="javascript:x">a</a> <a href="https://x.org" target=_blank>b</a>',
            'a <a href="https://x.org">b</a>',
        ),
        ('"*word*" and *"word"*', "“<em>word</em>” and <em>“word”</em>"),
    ],
)
def test_inline_markup(text: str, html: str) -> None:
    assert paragraph(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000,
        "[a](" * 3000,
        "*a " * (STRESSES + 1),
        "[" * (DEPTH + 1) + "a" + "](https://x.org)" * (DEPTH + 1),
        "`a`` " * 400,
        "<a " * 2000,
    ],
)
def test_runs_that_nobody_means_as_markup_are_shown_as_they_are(text: str) -> None:
    assert is_odd(text)
    assert paragraph(text).replace("&lt;", "<") == text.strip()


def test_a_long_ordinary_line_is_not_odd() -> None:
    assert not is_odd("word [link](https://x.org) *em* " * 100)
    assert paragraph("word " * 40_000).count("word") == 40_000
