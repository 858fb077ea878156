"""What a body's source text names: its photos, articles and picture files, and how to rename them.

It reads the dialect of docs/dialect.md line by line, without rendering: nothing inside code counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PHOTO = "photo:"
ARTICLE = "article:"

_TARGET = re.compile(
    r"""\(\s*(?:<([^<>\n]*)>|((?:[^()\\\s<>]|\\.|[ ](?!["'])|\((?:[^()\\\n]|\\.){0,500}\)|["']){0,2000}?))"""
    r"""(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)"""
)
_TOKEN = re.compile(r"\\.|(`+)|(!?\[)|(\])|\n[ \t]*\n", re.DOTALL)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]*(?:<([^<>\n]*)>|(\S+))", re.MULTILINE)
_SPAN_END = re.compile(
    r"\n(?=[ \t]*(?:\n|#{1,6}\s|[>|<\[]|!\[|`{3}|~{3}|(?:[-*+]|\d{1,9}[.)])(?:\s|$)"
    r"|([-*_=])[ \t]*\1|[=-]+[ \t]*\n))"
)
"""Where a code span ends at the latest: before a blank line and before what may begin another piece."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_QUOTES = re.compile(r"^(?: {0,3}> ?)+")
_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( +|$)")
_FENCE = re.compile(r" *(`{3,}(?=[^`]*$)|~{3,})")
_SPACE = re.compile(r"[\s<>()]")

BLOCK_TAGS = frozenset(
    "address article aside base blockquote body caption center col colgroup dd details dialog dir div dl dt embed"
    " fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li"
    " link main math menu menuitem meta nav noscript object ol optgroup option p param picture pre script section"
    " select source style summary svg table tbody td template textarea tfoot th thead title tr track ul video"
    " audio canvas".split()
)
"""Elements whose tag at the start of a line opens a piece of raw HTML, as in CommonMark 0.31 section 4.6."""

_RAW = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$)")


@dataclass(frozen=True, slots=True)
class Link:
    """One image or link of a text: what its brackets hold, where it points, and where both stand.

    `start` and `end` bound the whole construct, `target_start` and `target_end` the target as written.
    """

    image: bool
    label: str
    target: str
    start: int
    end: int
    target_start: int
    target_end: int


def only_link(text: str) -> Link | None:
    """The image or link that a text consists of, or None when there is none or anything beside it."""
    text = text.strip()
    if not text.endswith(")"):
        return None
    for link in _inline_links(text, 0):
        if link.start == 0 and link.end == len(text):
            return link
    return None


def image_line(line: str) -> Link | None:
    """The image that stands alone on a line, at most three spaces in, or None."""
    stripped = line.lstrip(" ")
    if not stripped.startswith("![") or len(line) - len(stripped) > 3:
        return None
    link = only_link(stripped)
    return link if link and link.image else None


def photo_line(line: str) -> tuple[str, str] | None:
    """Caption and photo id of a line that holds one photo and nothing else, or None."""
    link = image_line(line)
    if link is None or not link.target.startswith(PHOTO) or not link.target[len(PHOTO) :].strip():
        return None
    return link.label, link.target[len(PHOTO) :].strip()


def photo_lines(text: str) -> tuple[tuple[str, str], ...]:
    """Caption and id of the photos that stand on a line of their own, in order, as often as they do."""
    lines = (photo_line(line) for line in _prose_lines(text))
    return tuple(found for found in lines if found)


def photo_refs(text: str) -> tuple[str, ...]:
    """The ids of the photos that stand on a line of their own, each once, in order."""
    return tuple(dict.fromkeys(id for _, id in photo_lines(text)))


def article_refs(text: str) -> tuple[str, ...]:
    """What the `article:` links of a text name (a slug or an id), each once, in order."""
    targets = (link.target for link in _links(text) if not link.image and link.target.startswith(ARTICLE))
    return tuple(dict.fromkeys(target[len(ARTICLE) :] for target in targets if target != ARTICLE))


def image_paths(text: str) -> tuple[str, ...]:
    """The picture files that stand on a line of their own, as written, each once, in order."""
    lines = (image_line(line) for line in _prose_lines(text))
    targets = (link.target for link in lines if link and link.target)
    return tuple(dict.fromkeys(target for target in targets if not _SCHEME.match(target)))


def replace_targets(text: str, change: Callable[[str], str]) -> str:
    """The text with the target of every image, link and link definition passed through `change`."""
    parts, at = [], 0
    for link in _links(text):
        new = change(link.target)
        if new != link.target:
            parts += [text[at : link.target_start], _written(new)]
            at = link.target_end
    return "".join([*parts, text[at:]])


def _written(target: str) -> str:
    if not _SPACE.search(target):
        return target
    bare = re.sub(r"[<>\n]", "", target)
    return f"<{bare}>"


def _links(text: str) -> list[Link]:
    """Every image, link and link definition outside code, ordered by where its target stands."""
    found: list[Link] = []
    for start, end in _prose(text):
        part = text[start:end]
        found += _inline_links(part, start)
        for match in _DEFINITION.finditer(part):
            group = 1 if match[1] is not None else 2
            low, high = match.start(group), match.end(group)
            if group == 1:
                low, high = low - 1, high + 1
            found.append(Link(False, "", match[group], start, start, start + low, start + high))
    found.sort(key=lambda link: link.target_start)
    return found


def _inline_links(part: str, offset: int) -> Iterator[Link]:
    """The images and links of one run of prose; brackets pair innermost first, never across a blank line."""
    opened: list[tuple[int, bool]] = []
    ticks = {len(run[0]) for run in re.finditer("`+", part)} if "`" in part else set()
    at = 0
    while token := _TOKEN.search(part, at):
        at = token.end()
        if token[1]:
            at = _after_code(part, token, ticks)
        elif token[2]:
            opened.append((token.start(), token[2] == "!["))
        elif token[3] and opened:
            start, image = opened.pop()
            target = _TARGET.match(part, at)
            if target is None:
                continue
            at = target.end()
            label = part[start + (2 if image else 1) : token.start()]
            yield _link(image, label, offset + start, offset, target)
        elif token[0][0] == "\n":
            opened.clear()


def _link(image: bool, label: str, start: int, offset: int, found: re.Match[str]) -> Link:
    low, high = (found.start(1) - 1, found.end(1) + 1) if found[1] is not None else found.span(2)
    target = found[1] if found[1] is not None else found[2]
    written = _ESCAPED.sub(r"\1", target.strip())
    return Link(image, label, written, start, offset + found.end(), offset + low, offset + high)


def _after_code(part: str, opening: re.Match[str], ticks: set[int]) -> int:
    """Where the code span that `opening` begins ends; right after the backticks when nothing closes them."""
    length = len(opening[1])
    if length not in ticks:
        return opening.end()
    limit = _SPAN_END.search(part, opening.end())
    stop = limit.start() if limit else len(part)
    close = re.compile(rf"(?<!`)`{{{length}}}(?!`)").search(part, opening.end(), stop)
    return close.end() if close else opening.end()


def _prose_lines(text: str) -> Iterator[str]:
    for start, end in _prose(text):
        yield from re.split(r"\r\n|\r|\n", text[start:end])


def _prose(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of a text that are not fenced or indented code, as (start, end)."""
    state, start, at = _CodeState(), 0, 0
    for line in re.findall(r"[^\n]*\n|[^\n]+$", text):
        if state.is_code(line.rstrip("\r\n").expandtabs(4)):
            if start < at:
                yield start, at
            start = at + len(line)
        at += len(line)
    if start < at:
        yield start, at


class _CodeState:
    """Follows a text line by line and knows which lines are code, inside lists and quotes too."""

    def __init__(self) -> None:
        self.fence = ""
        self.fence_quotes = 0
        self.content = 0  # the column at which the text of the current list item begins, 0 outside lists
        self.raw = False  # within a piece of raw HTML, which goes on to the next blank line
        self.after_blank = True
        self.after_text = False

    def is_code(self, line: str) -> bool:
        """Whether the next line is code or a fence around it."""
        text = _QUOTES.sub("", line, count=1)
        quotes = line[: len(line) - len(text)].count(">")
        indent = len(text) - len(text.lstrip(" "))
        blank = not text.strip()
        if self.fence:
            if quotes >= self.fence_quotes and (blank or indent >= min(2, self.content)):
                self._go_on_in_fence(text.strip())
                return True
            self.fence = ""
        if blank:
            self.raw, self.after_blank, self.after_text = False, True, False
            return False
        return self._prose_or_code(text, indent, quotes)

    def _go_on_in_fence(self, text: str) -> None:
        if len(text) >= len(self.fence) and not text.strip(self.fence[0]):
            self.fence = ""
        self.after_blank, self.after_text = False, False

    def _prose_or_code(self, text: str, indent: int, quotes: int) -> bool:
        if self.after_blank and indent < 2:
            self.content = 0
        item = _ITEM.match(text)
        if item and item.end() < len(text) and indent < self.content + 4:
            self.content = indent = item.end()
            text = text[indent:]
        if indent < self.content + 4 and not self.raw:
            tag = _RAW.match(text.lstrip(" "))
            self.raw = tag is not None and tag[1].lower() in BLOCK_TAGS
        fence = None if self.raw else _FENCE.match(text)
        if fence and indent < self.content + 4:
            self.fence, self.fence_quotes = fence[1], quotes
            self.after_blank, self.after_text = False, False
            return True
        if indent >= self.content + 4 and not self.after_text:
            return True
        self.after_blank, self.after_text = False, True
        return False
