"""Smart punctuation, language by language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.render.quotes import MARKS, marks_of, smarten, smarten_html


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", "“He said ‘no’ to me.”"),
        ("en-GB", "“He said ‘no’ to me.”"),
        ("pt_BR", "“He said ‘no’ to me.”"),
        ("xx", "“He said ‘no’ to me.”"),
        ("es", "«He said “no” to me.»"),
        ("fr", "«\u202fHe said “no” to me.\u202f»"),
        ("de", "„He said ‚no‘ to me.“"),
        ("ar", "«He said “no” to me.»"),
        ("it", "«He said “no” to me.»"),
        ("sv", "”He said ’no’ to me.”"),
    ],
)
def test_quotes_by_language(language: str, quoted: str) -> None:
    assert smarten("\"He said 'no' to me.\"", language) == quoted


@pytest.mark.parametrize(
    ("text", "smart"),
    [
        ("It's the dogs' bowl, James's too", "It’s the dogs’ bowl, James’s too"),
        ("in the '90s, rock 'n' roll, 'tis", "in the ’90s, rock ’n’ roll, ’tis"),
        ("('a') ['b'] -- 'c'", "(‘a’) [‘b’] – ‘c’"),
        ("\"'Nested' first\"", "“‘Nested’ first”"),
        ("'\"Double first\" then'", "‘“Double first” then’"),
        ('"One." "Two?" ("Three")', "“One.” “Two?” (“Three”)"),
        ('a--"b"', "a–“b”"),
        ("5'10\" tall, a 6\" pipe, 6' 2", "5'10\" tall, a 6\" pipe, 6' 2"),
        ('"a 6 foot 2"', "“a 6 foot 2”"),
        ('a " b', 'a " b'),
        ("a -- b --- c ---- d", "a – b — c ---- d"),
        ("a... b.... c…", "a… b.... c…"),
        ('צה"ל', 'צה"ל'),
        ("“already” ‘smart’", "“already” ‘smart’"),
        ('"', "”"),
        ("", ""),
    ],
)
def test_english_punctuation(text: str, smart: str) -> None:
    assert smarten(text, "en") == smart


@pytest.mark.parametrize(
    ("language", "text", "smart"),
    [
        ("fr", "L'homme \"d'ici\"", "L’homme «\u202fd’ici\u202f»"),
        ("fr", 'l\'"homme" et les amis\'"', "l’«\u202fhomme\u202f» et les amis’\u202f»"),
        ("it", "un po' di 'cosa'", "un po’ di “cosa”"),
        ("es", '¿"Qué"? ¡"No"!', "¿«Qué»? ¡«No»!"),
        ("ar", 'قال "نعم" -- ثم', "قال «نعم» – ثم"),
    ],
)
def test_other_languages(language: str, text: str, smart: str) -> None:
    assert smarten(text, language) == smart


@pytest.mark.parametrize(
    ("html", "smart"),
    [
        ('"<em>word</em>" <em>"word"</em>', "“<em>word</em>” <em>“word”</em>"),
        ('<code>"a" -- b</code> "<code>c</code>"', '<code>"a" -- b</code> “<code>c</code>”'),
        ('"<a href="https://x" title="it\'s">b</a>"', '“<a href="https://x" title="it\'s">b</a>”'),
        ('<a href="https://x--y">https://x--y</a>\'s', '<a href="https://x--y">https://x--y</a>’s'),
        ("it<b>'</b>s", "it<b>’</b>s"),
        ("<pre>'a'</pre>", "<pre>'a'</pre>"),
        ("<kbd>'</kbd> <samp>--</samp>", "<kbd>'</kbd> <samp>--</samp>"),
        ('a <br>"b"', "a <br>“b”"),
    ],
)
def test_marks_in_html_see_through_tags(html: str, smart: str) -> None:
    assert smarten_html(html, "en") == smart


@given(st.text(alphabet="ab \"'-.1\u00a0(\n«"), st.sampled_from(sorted(MARKS)))
def test_only_marks_change(text: str, language: str) -> None:
    smart = smarten(text, language)
    marks = marks_of(language)
    for mark in {marks.opening, marks.closing, marks.inner_opening, marks.inner_closing, "’", "–", "—", "…"}:
        smart = smart.replace(mark, "")
    for mark in ('"', "'", "-", ".", "«"):
        smart, text = smart.replace(mark, ""), text.replace(mark, "")
    assert smart == text


@given(st.text(), st.sampled_from(["en", "fr"]))
def test_any_text_may_be_smartened(text: str, language: str) -> None:
    assert isinstance(smarten(text, language), str)
    assert isinstance(smarten_html(text, language), str)
