"""What becomes of a text that is pasted: the paragraphs that another program meant, lines one can work with."""

from __future__ import annotations

import re

from newsdesk.model.lines import LineKind, read_line

LONGEST_LINE = 20_000
"""Characters: a longer line is broken at spaces, since no editor can set it while one types."""

LONGEST_TEXT = 4_000_000
"""Characters: more than any article, and what can be taken in within a second."""

_PROSE = 80
"""Characters: a line that is longer was not broken by hand."""

_UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffc\ufdd0\ufdd1]")
_END = re.compile(r"\r\n|[\r\u2028\u2029\x85]")
_ADDRESS = re.compile(r"(?:https?://[^\s<>]+|mailto:[^\s<>@]+@[^\s<>@]+)")


def pasted(text: str) -> str:
    """A text as it goes into an article. Lines that other programs end a paragraph with become paragraphs."""
    text = _UNWANTED.sub("", _END.sub("\n", text)).strip("\n")
    lines = text.split("\n")
    if len(lines) > 1 and all(line.strip() for line in lines) and max(map(len, lines)) > _PROSE:
        text = "\n\n".join(lines) if all(_is_prose(line) for line in lines) else text
    if len(text) <= LONGEST_LINE:
        return text
    return "\n".join(part for line in text.split("\n") for part in _broken(line))


def pasted_address(text: str) -> str:
    """The address that a text consists of, "" when it is something else."""
    return text.strip() if _ADDRESS.fullmatch(text.strip()) else ""


def _is_prose(line: str) -> bool:
    return read_line(0, line).kind is LineKind.PARAGRAPH and "|" not in line


def _broken(line: str) -> list[str]:
    """A line in parts that are not too long, cut at spaces where there are some."""
    parts = []
    at = 0
    while len(line) - at > LONGEST_LINE:
        cut = line.rfind(" ", at, at + LONGEST_LINE)
        cut = cut if cut > at else at + LONGEST_LINE
        parts.append(line[at:cut])
        at = cut + (line[cut] == " ")
    return [*parts, line[at:]]
