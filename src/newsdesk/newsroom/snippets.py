"""What a search found, for people to read: without the marks and addresses of Markdown."""

from __future__ import annotations

import re

_LONGEST = 1000  # characters: a few words may have any number of signs between them
_MARKS = (
    # An image or a link, whole or cut off at either end of the snippet.
    (re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()]*…\Z"), r"\1…"),
    (re.compile(r"\A…([^\[\]]*)\]\([^()\s]*(?:\)|…\Z)"), r"…\1"),
    (re.compile(r"\A…\S*[0-9a-z]{26}\)"), "…"),
    (re.compile(r"!?\[(?=[^\]]*\Z)"), ""),
    (re.compile(r"\[\^[^\[\]]+\]:?"), ""),
    # What begins a line: a heading, a quotation, an item.
    (re.compile(r"^[ \t]*(?:#{1,6}|>{1,2}|[-*+])[ \t]+", re.MULTILINE), ""),
    # Strong words may have lost one of their marks where the snippet is cut.
    (re.compile(r"\*\*(?=\S)|(?<=\S)\*\*"), ""),
    (re.compile(r"\*(?=\S)([^*\n]+)(?<=\S)\*"), r"\1"),
    (re.compile(r"(?<!\w)(_{1,2})(?=\S)([^_\n]+)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`+"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def readable_snippet(snippet: str) -> str:
    """The snippet of a `Hit` as text on one line; the marks around the found words stay where they are shown."""
    snippet = snippet[:_LONGEST]
    for mark, instead in _MARKS:
        snippet = mark.sub(instead, snippet)
    return " ".join(snippet.split())
