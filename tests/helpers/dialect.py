"""Texts for property tests of the dialect: lines and marks that are likely to get in one another's way."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = ["a", "word", "Ünï", "é", " ", "  \n", "\n", ".", ",", "1", "\u00a0", "\u200f", "ا", "’", "“"]
_MARKS = [
    "*",
    "**",
    "_",
    "__",
    "[",
    "]",
    "(",
    ")",
    "](",
    "!",
    "![",
    "`",
    "``",
    "\\",
    "-",
    "--",
    "---",
    "...",
    "#",
    "|",
]
_MARKS += ['"', "'", "&", ";", "<", ">", "@", "{", "}", "~", "^", ":", "/"]
_LINKS = ["](https://x.org/a_b)", "](article:es/foo)", "[x](", "https://", "https://x.org/a?b=1&c=2", "a@b.c"]
_RAW = ["&amp;", "&lt;", "<b>", "</b>", "<i lang='fr'>", "<script>", "</script>", "<!--", "-->", "[^1]", "[r]"]

marked_text = st.lists(st.sampled_from(_WORDS + _MARKS + _LINKS + _RAW), max_size=40).map("".join)
"""One run of inline markup, mostly broken."""

_PLAIN = ["", "", "text", "text more", "x  ", "x\\", "READ: [a](article:b)", "READ: head", "https://x.org/y"]
_BEGINNINGS = [
    "# h",
    "#### h4 ##",
    "===",
    "---",
    "***",
    "* * *",
    "- a",
    "-",
    "+",
    "  - b",
    "    - c",
    "1. a",
    "2) b",
]
_BEGINNINGS += ["1986. y", "> q", ">", ">> pull", "> — Name", "```", "~~~", "    code", "\tcode", "| a | b |"]
_BEGINNINGS += [
    "|---|---|",
    "|:-:|",
    "a | b",
    "--- | ---",
    "![c](photo:p1)",
    '![c [x]](photo:p2 "t")',
    "![c](a b.jpg)",
]
_BEGINNINGS += ["  ![c](photo:p3)", "[r]: https://x.org", "[^1]: note", "[^1]:", "    more", "x[^1] [r] [y][r]"]
_BEGINNINGS += ["<div>", "</div>", "<!-- c", "-->", "<p>x</p>", "<script>", "</script>", "<b>x", "`code", "code`"]
_STRANGE = ["\x00\x01", "\x02\x03", "\ud800", "\ufdd0", "\u2028x\x85y", "\r", "\x02wzxhzdk:0\x03"]

marked_lines = st.lists(st.one_of(st.sampled_from(_PLAIN + _BEGINNINGS + _STRANGE), marked_text), max_size=14).map(
    "\n".join
)
"""A whole text in which anything may follow anything."""
