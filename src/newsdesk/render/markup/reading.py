"""From a body's source text to its value: a pure function, so that the value can be kept by its key."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import blake2b
from html import unescape
from html.parser import HTMLParser

from newsdesk.model.references import photo_line
from newsdesk.model.related import ADDRESS, read_related
from newsdesk.render.body import Block, BlockKind, Body
from newsdesk.render.clean import clean
from newsdesk.render.markup.cutting import spans, text_lines
from newsdesk.render.markup.definitions import Definitions, gather
from newsdesk.render.markup.elements import element, elements, running_text
from newsdesk.render.markup.inline import Inline
from newsdesk.render.markup.pieces import PieceKind
from newsdesk.render.plain import lengths

DIALECT = 1
"""The dialect's version, part of every key: raise it when the same text comes to read differently."""

_TAG = re.compile(r"<[^>]*>")
_LINK_TAG = re.compile(r"</?a\b[^>]*>")
_MENTION = re.compile(r'<a href="#fn-(\d+)" role="doc-noteref">')
_SILENT = (PieceKind.DEFINITION, PieceKind.NOTE, PieceKind.BLANK)
_VOID = frozenset({"br", "hr", "wbr", "col"})


def body_key(text: str, language: str, labels: frozenset[str]) -> str:
    """The key under which a body may be kept: the same key means the same body."""
    digest = blake2b(digest_size=20)
    for part in (str(DIALECT), language, *sorted(labels), "", text):
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def read_body(text: str, language: str, labels: frozenset[str]) -> Body:
    """The body that a text means in a language; `labels` begin related blocks. Any text is good."""
    lines = text_lines(text)
    pieces = [(span.kind, lines[span.start : span.end], span.start) for span in spans(lines, top=True)]
    definitions = gather((kind, own) for kind, own, _ in pieces)
    inline = Inline(language, definitions)
    known = known_labels(labels)
    blocks = [block for piece in pieces if (block := read_piece(*piece, inline, known))]
    if definitions.notes:
        first = next(line for kind, _, line in pieces if kind is PieceKind.NOTE)
        blocks = with_return_places([*blocks, replace(notes_block(definitions, inline), line=first)])
    return Body(tuple(blocks), *lengths(blocks))


def known_labels(labels: frozenset[str]) -> frozenset[str]:
    """The words that begin a related block, as `read_piece` compares them."""
    return frozenset(label.strip(" :").casefold() for label in labels)


def read_piece(
    kind: PieceKind, lines: list[str], line: int, inline: Inline, labels: frozenset[str]
) -> Block | None:
    """The block that one piece becomes, or None for a piece that shows nothing."""
    if kind in _SILENT:
        return None
    if kind is PieceKind.PHOTO and (photo := photo_line(lines[0])):
        return Block(BlockKind.PHOTO, _inline_html(photo[0], inline), photo[1], line=line)
    if kind is PieceKind.PARAGRAPH and (special := _newsroom_block(lines, line, inline, labels)):
        return special
    html = clean(element(kind, lines, inline))
    if kind is not PieceKind.RULE and not _shows(html):
        return None
    if (kind is PieceKind.HTML or any("<" in own for own in lines)) and not _has_one_root(html):
        html = clean(f"<div>{html}</div>")
    return Block(BlockKind.HTML, html, line=line)


def _newsroom_block(lines: list[str], line: int, inline: Inline, labels: frozenset[str]) -> Block | None:
    """A paragraph that is a link card or a related block."""
    text = lines[0].strip()
    if len(lines) == 1 and (address := ADDRESS.fullmatch(text)):
        return Block(BlockKind.CARD, target=address[1], line=line)
    if ":" not in text[:50] and "：" not in text[:50]:
        return None
    related = read_related(running_text(lines), labels)
    if related is None:
        return None
    html = _LINK_TAG.sub("", _inline_html(related.headline, inline))
    shown = " ".join(unescape(_TAG.sub("", html)).split())
    return Block(BlockKind.RELATED, html, related.target, related.label, shown, line) if shown else None


def _inline_html(text: str, inline: Inline) -> str:
    return clean(inline.html(text.strip())) if text.strip() else ""


def _shows(html: str) -> bool:
    """Whether anything is left to see of a block."""
    return bool(_TAG.sub("", html).strip()) or "<hr" in html


def notes_block(definitions: Definitions, inline: Inline) -> Block:
    """The footnotes as a last block, each with a way back to where the text first mentions it."""
    items = []
    for note in sorted(definitions.notes.values(), key=lambda note: note.number):
        html = elements(list(note.lines), inline, 1)
        back = f' <a href="#fnref-{note.number}" role="doc-backlink">↩</a>'
        html = html[: -len("</p>")] + back + "</p>" if html.endswith("</p>") else f"{html}<p>{back}</p>"
        items.append(f'<li id="fn-{note.number}">{html}</li>')
    html = '<div class="notes" role="doc-endnotes">\n<ol>\n' + "\n".join(items) + "\n</ol>\n</div>"
    return Block(BlockKind.HTML, clean(html))


def with_return_places(blocks: list[Block]) -> list[Block]:
    """The blocks with an id at the first mention of each note, for the note's way back."""
    seen: set[str] = set()

    def place(mention: re.Match[str]) -> str:
        if mention[1] in seen:
            return mention[0]
        seen.add(mention[1])
        return f'<a href="#fn-{mention[1]}" role="doc-noteref" id="fnref-{mention[1]}">'

    return [
        Block(block.kind, _MENTION.sub(place, block.html), block.target, block.label, block.text, block.line)
        for block in blocks
    ]


class _Roots(HTMLParser):
    """Counts what stands at the top of a fragment."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Count an element at the top."""
        self.count += self.depth == 0
        self.depth += tag not in _VOID

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        """Leave an element."""
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        """Count text at the top, so that it is not taken for one element."""
        self.count += 2 * (self.depth == 0 and not data.isspace())


def _has_one_root(html: str) -> bool:
    roots = _Roots()
    roots.feed(html)
    roots.close()
    return roots.count == 1
