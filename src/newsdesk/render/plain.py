"""A body as plain text, and how long it is to read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape
from html.parser import HTMLParser

from newsdesk.model.reading_time import minutes_for
from newsdesk.render.body import Block, BlockKind, Body

_TAG = r"(?:\s(?:\"[^\"]*\"|[^\">])*)?>"
_APART = re.compile(r'<a href="[^"]*" role="doc-(?:noteref|backlink)"(?: id="[^"]*")?>[^<]*</a>')
_INLINE = re.compile(
    rf"</?(?:a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var"
    rf"|wbr){_TAG}"
)
_ANY = re.compile(rf"</?[a-z][a-z0-9]*{_TAG}")
_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_]\S*")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAKING = frozenset(
    {"p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "figure", "figcaption", "pre", "div", "hr"}
    | {"table", "thead", "tbody", "tfoot", "tr", "caption", "dl", "dt", "dd"}
)


def plain_text(body: Body, photo_caption: Callable[[str], str] | None = None, *, addresses: bool = False) -> str:
    """The body as text: paragraphs apart by blank lines, list items and table rows one a line.

    `photo_caption` gives a photo's own caption by its id; photos then stand as a line of their caption, and
    without it they are left out. With `addresses` a link's text is followed by where it leads on the web.
    """
    parts = (_block_text(block, photo_caption, addresses) for block in body.blocks)
    return "\n\n".join(part for part in parts if part)


def inline_text(html: str) -> str:
    """Inline HTML, such as a caption's, as text on one line."""
    return " ".join(unescape(_ANY.sub("", html)).split(" ")).strip()


def word_count(body: Body) -> int:
    """The words of the text, without captions and related blocks; Chinese and Japanese characters count each."""
    return body.words + body.characters


def reading_minutes(body: Body) -> int:
    """Whole minutes to read the text, rounded up, at least 1."""
    return minutes_for(body.words, body.characters)


def lengths(blocks: Iterable[Block]) -> tuple[int, int]:
    """Words written with spaces between them, and Chinese and Japanese characters, as `Body` keeps them."""
    words = characters = 0
    for block in blocks:
        if block.kind is BlockKind.HTML:
            html = _APART.sub("", block.html)
            text = unescape(_ANY.sub(" ", _INLINE.sub("", html)))
            spaced = _WITHOUT_SPACES.sub(" ", text)
            characters += len(_WITHOUT_SPACES.findall(text)) if spaced != text else 0
            words += len(_WORD.findall(spaced))
    return words, characters


def _block_text(block: Block, photo_caption: Callable[[str], str] | None, addresses: bool) -> str:
    match block.kind:
        case BlockKind.HTML:
            return _html_text(block.html, addresses)
        case BlockKind.PHOTO:
            if photo_caption is None:
                return ""
            return inline_text(block.html) or photo_caption(block.target).strip()
        case BlockKind.RELATED:
            linked = addresses and block.target.startswith(("http://", "https://"))
            tail = f" ({block.target})" if linked and block.target != block.text else ""
            return f"{block.label}: {block.text}{tail}"
        case BlockKind.CARD:
            return block.target


def _html_text(html: str, addresses: bool) -> str:
    reader = _TextReader(addresses)
    reader.feed(html)
    reader.close()
    return reader.text()


class _TextReader(HTMLParser):
    """Collects the text of one cleaned block, line by line."""

    def __init__(self, addresses: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses = addresses
        self.lines: list[tuple[str, bool]] = []  # a line, and whether it follows the one before closely
        self.current = ""
        self.marker = ""
        self.lists: list[int] = []  # the next number of each open list, 0 for bullets
        self.links: list[tuple[str, int]] = []
        self.silent = False
        self.in_code = False
        self.was_item = False  # whether the line before this one is part of a list
        self.next_row = False

    def text(self) -> str:
        """What was read."""
        self._flush()
        text = ""
        for line, close in self.lines:
            text += ("\n" if close else "\n\n") + line if text else line
        return text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, an item, a cell or a link."""
        values = {name: value or "" for name, value in attrs}
        if tag in _BREAKING:
            self._flush()
        if tag in ("ul", "ol"):
            start = values.get("start", "1")
            self.lists.append(0 if tag == "ul" else int(start) if start.isdigit() else 1)
        elif tag == "li" and self.lists:
            number = self.lists[-1]
            self.lists[-1] += number > 0
            self.marker = "  " * (len(self.lists) - 1) + (f"{number}. " if number else "- ")
        elif tag in ("td", "th"):
            self.current += " | " if self.current else ""
        elif tag == "br":
            self.current = self.current.rstrip(" ") + "\n"
        elif tag == "hr":
            self.current = "* * *"
        elif tag == "pre":
            self.in_code = True
        elif tag == "a":
            self._open_link(values)

    def handle_endtag(self, tag: str) -> None:
        """End a line, a list or a link."""
        if tag == "a":
            self._close_link()
        elif tag == "pre":
            self.current = self.current.strip("\n")
            self._flush()
            self.in_code = False
        elif tag in _BREAKING:
            self._flush()
            self.next_row = tag in ("tr", "thead")
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()

    def handle_data(self, data: str) -> None:
        """Add text to the line."""
        if self.silent:
            return
        if self.in_code:
            self.current += data
            return
        data = _SPACE.sub(" ", data)
        self.current += data.lstrip(" ") if not self.current or self.current[-1] in " \n" else data

    def _open_link(self, values: dict[str, str]) -> None:
        role = values.get("role", "")
        self.silent = role == "doc-backlink"
        if role == "doc-noteref":
            self.current += "["
        self.links.append((role or values.get("href", ""), len(self.current)))

    def _close_link(self) -> None:
        target, start = self.links.pop() if self.links else ("", 0)
        self.silent = False
        if target == "doc-noteref":
            self.current += "]"
        elif self.addresses and target.startswith(("http", "mailto:")):
            address = target.removeprefix("mailto:")
            if self.current[start:] != address:
                self.current += f" ({address})"

    def _flush(self) -> None:
        line = self.current if self.in_code else self.current.strip(" \n")
        self.current = ""
        if not line:
            return
        lead = self.marker or "  " * len(self.lists)
        close = self.next_row or (bool(self.marker) and self.was_item)
        self.lines.append((lead + line, close))
        self.was_item, self.next_row, self.marker = bool(self.lists), False, ""
