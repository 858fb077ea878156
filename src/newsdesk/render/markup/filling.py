"""A body with its photos, related articles and addresses filled in, and the names of what that takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

from newsdesk.render.body import Block, BlockKind, Body

_ARTICLE_LINK = re.compile(r'<a\b([^>]*?) href="article:([^"]+)"([^>]*)>(.*?)</a>', re.DOTALL)
_ARTICLE = "article:"


@dataclass(frozen=True, slots=True)
class References:
    """What a body needs from outside: photo ids, article references, headlines to find; each once, in order."""

    photos: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    headlines: tuple[str, ...] = ()


def references(body: Body) -> References:
    """What the page of a body depends on."""
    photos: dict[str, None] = {}
    articles: dict[str, None] = {}
    headlines: dict[str, None] = {}
    for block in body.blocks:
        if block.kind is BlockKind.PHOTO:
            photos.setdefault(block.target)
        elif block.kind is BlockKind.RELATED and block.target.startswith(_ARTICLE):
            articles.setdefault(block.target[len(_ARTICLE) :])
        elif block.kind is BlockKind.RELATED and not block.target:
            headlines.setdefault(block.text)
        if _ARTICLE in block.html:
            for link in _ARTICLE_LINK.finditer(block.html):
                articles.setdefault(unescape(link[2]))
    return References(tuple(photos), tuple(articles), tuple(headlines))


def fill(
    body: Body,
    figure: Callable[[str, str], str],
    related: Callable[[Block], str],
    card: Callable[[Block], str],
    article_path: Callable[[str], str | None],
) -> str:
    """The HTML of a body, one block a line.

    `figure` gets a photo's id and caption HTML; `related` and `card` get their block. `article_path` gives the
    address of an article, or None: then the link's text stays without the link. A block that comes out empty
    leaves nothing behind.
    """
    parts = []
    for block in body.blocks:
        inner = link_articles(block.html, article_path)
        match block.kind:
            case BlockKind.HTML:
                parts.append(inner)
            case BlockKind.PHOTO:
                parts.append(figure(block.target, inner))
            case BlockKind.RELATED:
                parts.append(related(block))
            case BlockKind.CARD:
                parts.append(card(block))
    return "\n".join(part for part in parts if part)


def link_articles(html: str, article_path: Callable[[str], str | None]) -> str:
    """HTML whose `article:` links point to the articles' pages, or are plain text where there is none."""
    if f'"{_ARTICLE}' not in html:
        return html

    def link(found: re.Match[str]) -> str:
        path = article_path(unescape(found[2]))
        return found[4] if path is None else f'<a{found[1]} href="{escape(path)}"{found[3]}>{found[4]}</a>'

    return _ARTICLE_LINK.sub(link, html)
