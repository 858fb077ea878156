"""Edits of an article's text as a person means them: bold, a link, another style, a list that goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.model.lines import LISTED, Line, LineKind, read_line
from newsdesk.model.references import ARTICLE, PHOTO, only_link
from newsdesk.model.spans import Mark, runs


class Style(StrEnum):
    """What a paragraph can be made into."""

    PARAGRAPH = "paragraph"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    QUOTE = "quote"
    PULL_QUOTE = "pull_quote"
    BULLETS = "bullets"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Edited:
    """A line after an edit, and what is selected in it then."""

    line: str
    start: int
    end: int


SIGNS = {Mark.STRONG: "**", Mark.EMPHASIS: "*"}

_WORD = re.compile(r"[^\W_](?:[\w’'‑-]*[^\W_])?")
_NOTE = re.compile(r"\[\^(\d+)\]")
_PREFIXES = {
    Style.PARAGRAPH: "",
    Style.HEADING_2: "## ",
    Style.HEADING_3: "### ",
    Style.QUOTE: "> ",
    Style.PULL_QUOTE: ">> ",
    Style.BULLETS: "- ",
}
_BETWEEN = {Style.QUOTE: [">"], Style.BULLETS: [], Style.NUMBERS: []}
"""The lines that keep two paragraphs of a style apart: an empty one, where nothing else is said."""

STEP = "  "
"""What an item is moved in by."""


def word_around(line: str, at: int) -> tuple[int, int]:
    """Where the word begins and ends that a place is in or beside; twice the place when there is none."""
    for word in _WORD.finditer(line):
        if word.start() <= at <= word.end():
            return word.span()
    return at, at


def is_marked(line: str, start: int, end: int, mark: Mark) -> bool:
    """Whether all that stands from `start` to `end`, or the letter before `start`, has the mark."""
    marks = _marks(line)
    if start == end:
        beside = marks[max(0, start - 1) : start + 1]
        return bool(beside) and any(one & mark for one in beside)
    there = [one for one, letter in zip(marks[start:end], line[start:end], strict=True) if not letter.isspace()]
    bare = [one for one in there if one & mark or not one & Mark.SIGN]
    return bool(bare) and all(one & mark for one in bare)


def toggled(line: str, start: int, end: int, mark: Mark) -> Edited:
    """The line with the mark set on what is selected, or on the word at the caret; taken away when it is there."""
    sign = SIGNS[mark]
    low = min(read_line(0, line).prefix, len(line))
    start, end = max(start, low), max(end, low)
    if start == end:
        if passed := _past_sign(line, start, sign):
            return passed
        start, end = word_around(line, start)
        if start == end:
            at = start + len(sign)
            return Edited(line[:start] + sign * 2 + line[start:], at, at)
    start, end = _trimmed(line, start, end)
    if is_marked(line, start, end, mark):
        return _unmarked(line, start, end, mark)
    return _marked(line, start, end, mark)


def _past_sign(line: str, at: int, sign: str) -> Edited | None:
    """A caret before the closing sign steps over it; between two signs with nothing inside both go."""
    stars = len(line[at:]) - len(line[at:].lstrip("*"))
    if not line.startswith(sign, at) or stars not in (len(sign), 3):
        return None
    if line[:at].endswith(sign) and not line[: at - len(sign)].endswith("*"):
        return Edited(line[: at - len(sign)] + line[at + len(sign) :], at - len(sign), at - len(sign))
    if _marks(line)[at] & Mark.SIGN and at and not line[at - 1].isspace() and line[at - 1] != "*":
        return Edited(line, at + len(sign), at + len(sign))
    return None


def _unmarked(line: str, start: int, end: int, mark: Mark) -> Edited:
    marks = _marks(line)
    while start < end and not marks[start] & mark:
        start += 1
    while start < end and not marks[end - 1] & mark:
        end -= 1
    low, high = _region(marks, start, end, mark)
    sign = len(SIGNS[mark])
    before, after = _wrapped(line[low:start], mark), _wrapped(line[end:high], mark)
    head = line[: low - sign] + before
    return Edited(head + line[start:end] + after + line[high + sign :], len(head), len(head) + end - start)


def _marked(line: str, start: int, end: int, mark: Mark) -> Edited:
    """The mark set around a selection; what of it has the mark already becomes one with it."""
    marks = _marks(line)
    sign = len(SIGNS[mark])
    drop: set[int] = set()
    at = start
    while at < end:
        if marks[at] & mark:
            low, high = _region(marks, at, at + 1, mark)
            drop |= {*range(low - sign, low), *range(high, high + sign)}
            start, end, at = min(start, low - sign), max(end, high + sign), high
        at += 1
    inner = "".join(line[place] for place in range(start, end) if place not in drop)
    head, written = line[:start], _wrapped(inner, mark)
    begin = len(head) + written.index(SIGNS[mark]) + sign if inner.strip() else len(head)
    return Edited(head + written + line[end:], begin, begin + len(inner.strip()))


def _region(marks: list[Mark], start: int, end: int, mark: Mark) -> tuple[int, int]:
    """The whole run of letters with a mark that a selection is part of."""
    while start and marks[start - 1] & mark:
        start -= 1
    while end < len(marks) and marks[end] & mark:
        end += 1
    return start, end


def _wrapped(text: str, mark: Mark) -> str:
    """A text between the signs of a mark, its spaces outside them; a text of spaces alone as it is."""
    bare = text.strip()
    if not bare:
        return text
    low = text.index(bare)
    return f"{text[:low]}{SIGNS[mark]}{bare}{SIGNS[mark]}{text[low + len(bare) :]}"


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    text = line[start:end]
    if not text.strip():
        return start, end
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())


def _marks(line: str) -> list[Mark]:
    found = [Mark(0)] * len(line)
    for start, length, mark in runs(line, read_line(0, line).prefix):
        found[start : start + length] = [mark] * length
    return found


def style_of(line: Line) -> Style:
    """The style that a line has."""
    match line.kind:
        case LineKind.HEADING:
            return Style.HEADING_2 if line.level < 3 else Style.HEADING_3
        case LineKind.QUOTE:
            return Style.QUOTE
        case LineKind.PULL:
            return Style.PULL_QUOTE
        case LineKind.BULLET:
            return Style.BULLETS
        case LineKind.NUMBER:
            return Style.NUMBERS
        case _:
            return Style.PARAGRAPH


def restyled(lines: list[str], style: Style) -> list[str]:
    """Some whole lines as paragraphs of another style; paragraphs that have it already become plain again."""
    written = [line for line in lines if read_line(0, line).kind not in (LineKind.GAP, LineKind.BLANK)] or [""]
    if style is not Style.PARAGRAPH and all(style_of(read_line(0, line)) is style for line in written):
        style = Style.PARAGRAPH
    found: list[str] = []
    for number, line in enumerate(written, start=1):
        shape = read_line(0, line)
        bare = line[shape.prefix :] if style_of(shape) is not Style.PARAGRAPH else line.lstrip()
        prefix = f"{number}. " if style is Style.NUMBERS else _PREFIXES[style]
        if found:
            found += _BETWEEN.get(style, [""])
        found.append(prefix + bare)
    return found


def belongs_together(above: str, below: str) -> bool:
    """Whether two lines may stand one under the other as items of a list or lines of a quotation."""
    first, second = read_line(0, above).kind, read_line(0, below).kind
    if second is LineKind.GAP or first is LineKind.GAP:
        return True
    return first is second and first in LISTED | {LineKind.QUOTE}


def next_prefix(line: str) -> str:
    """What the line begins with that goes on after an item: its mark again, its number and one."""
    shape = read_line(0, line)
    prefix = line[: shape.prefix]
    if not prefix.endswith((" ", "\t")):
        prefix += " "
    if shape.kind is not LineKind.NUMBER:
        return prefix
    return re.sub(r"\d+", lambda number: str(int(number[0]) + 1), prefix, count=1)


def moved_in(line: str) -> str:
    """An item one level further in."""
    return STEP + line


def moved_out(line: str) -> str:
    """An item one level further out, where it is further in."""
    return line[min(len(STEP), len(line) - len(line.lstrip(" "))) :]


def written_link(text: str, target: str) -> str:
    """A link as the dialect writes it."""
    shown = _plain_brackets(" ".join(text.split()))
    return f"[{shown}]({_target(target)})"


def written_photo(photo: str, caption: str) -> str:
    """The line of a photo with the caption of this use."""
    return f"![{_plain_brackets(' '.join(caption.split()))}]({_target(PHOTO + photo)})"


def written_read(label: str, headline: str, target: str) -> str:
    """The line of a related block; `target` is an article's id, or an address on the web."""
    where = target if "://" in target or target.startswith(ARTICLE) else ARTICLE + target
    return f"{label}: {written_link(headline, where)}"


def next_note(text: str) -> int:
    """The number that the next footnote of a text gets."""
    return max((int(number) for number in _NOTE.findall(text)), default=0) + 1


def _plain_brackets(text: str) -> str:
    """A text that can stand in square brackets and be read again."""
    link = only_link(f"[{text}](x:x)")
    if link and link.label == text:
        return text
    return re.sub(r"([\\\[\]`])", r"\\\1", text)


def _target(target: str) -> str:
    return f"<{re.sub('[<>]', '', target)}>" if re.search(r"[\s()<>]", target) else target
