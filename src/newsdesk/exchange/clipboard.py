"""One article for the clipboard: to paste into a letter or a text document, where pictures cannot follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

from newsdesk.exchange.as_text import caption_line, captioned, head
from newsdesk.exchange.parcel import Parcel
from newsdesk.render import ArticleView, Block, BlockKind, Body, Picture, fragment, plain_text, smarten


@dataclass(frozen=True, slots=True)
class Copied:
    """The same article twice: as an HTML fragment, and as plain text with blank lines between paragraphs."""

    html: str
    text: str


def as_clipboard(parcel: Parcel) -> Copied:
    """The article without its pictures: a number where one stands, and at the end its caption and credit."""
    view = parcel.view
    label, language = view.site.edition.labels.photo, view.site.edition.language
    photos = [
        smarten(f"{label} {number}: {caption_line(figure, text)}", language)
        for number, (figure, text) in enumerate(captioned(view), start=1)
    ]
    bare = replace(view, lead=None, figures=(), body=_numbered(view, label))
    listed = "<br>\n".join(map(escape, photos))
    html = fragment(bare, parcel.theme, _nowhere) + (f"\n<p>{listed}</p>\n" if photos else "")
    text = [view.notice, *head(parcel), plain_text(bare.body, addresses=True), "\n".join(photos)]
    return Copied(html, "\n\n".join(part.strip() for part in text if part.strip()) + "\n")


def _numbered(view: ArticleView, label: str) -> Body:
    """The body with a number in place of each photo; the lead, which stands above it, is the first."""
    known = {id for id, _ in view.figures}
    number = 1 if view.lead else 0
    blocks = []
    for block in view.body.blocks:
        if block.kind is BlockKind.PHOTO and block.target in known:
            number += 1
            # With its class it is no first paragraph, which the dateline would lead.
            mark = f'<p class="photo">[{escape(label)} {number}]</p>'
            block = Block(BlockKind.HTML, mark, line=block.line)
        blocks.append(block)
    return replace(view.body, blocks=tuple(blocks))


def _nowhere(_picture: Picture, _width: int) -> str:
    raise RuntimeError("an article for the clipboard shows no picture")
