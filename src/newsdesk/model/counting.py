"""How many words a line of an article's text has, counted as fast as it is typed."""

from __future__ import annotations

import re

from newsdesk.model.lines import LineKind, read_line
from newsdesk.model.references import photo_line

_WORD = re.compile(r"[^\W_]\S*")
_ALONE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Chinese and Japanese characters count each, as a page counts them."""
_TARGET = re.compile(r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\[\^[^\[\]\s]+\]:?")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def words_in(line: str) -> int:
    """The words of one line, without marks, addresses behind link texts, notes' numbers and photos."""
    if "](" in line or "[^" in line:
        if line.lstrip(" ").startswith("![") and photo_line(line):
            return 0
        line = _TARGET.sub("", line)
    if "<" in line:
        line = _TAG.sub("", line)
    if line[:12].lstrip()[:1].isdigit():
        shape = read_line(0, line)
        if shape.kind is LineKind.NUMBER:
            line = line[shape.prefix :]
    if line.isascii() or not _ALONE.search(line):
        return len(_WORD.findall(line))
    return len(_ALONE.findall(line)) + len(_WORD.findall(_ALONE.sub(" ", line)))


def paragraph_at(text: str, line: int) -> int:
    """In which paragraph a line of a text stands, both counted from 0; empty lines are no paragraphs."""
    return sum(1 for above in text.split("\n", line)[:line] if above.strip())
