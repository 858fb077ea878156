"""An article's body on its page: photos, related articles, cards, tables and notes in their places."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from urllib.parse import urlsplit

from markupsafe import Markup

from newsdesk.model.ids import PhotoId
from newsdesk.render.body import Block, Body
from newsdesk.render.markup import fill
from newsdesk.render.place import Place
from newsdesk.render.plain import inline_text
from newsdesk.render.theme import Theme
from newsdesk.render.view import ArticleView

WIDE = 3
"""Columns from which a table may be wider than a phone."""

_ARTICLE = "article:"
_TABLE = "<table>"
_NOTES = '<div class="notes" role="doc-endnotes">'
_BACK = 'role="doc-backlink">'
_HEADER = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)


def story(view: ArticleView, place: Place, theme: Theme) -> Markup:
    """The children of the body element, the dateline leading a first paragraph."""
    figures = dict(view.figures)
    targets = {reference: place.up + link.path for reference, link in view.targets}
    headlines = {headline: place.up + link.path for headline, link in view.headlines}

    def figure(photo: str, caption: str) -> str:
        found = figures.get(PhotoId(photo))
        if found is None:
            return ""
        return theme.part("figure", place, found, Markup(caption) if caption else place.say(found.caption))

    def related(block: Block) -> str:
        if block.target.startswith(_ARTICLE):
            return theme.part(
                "related", place, Markup(block.html), targets.get(block.target[len(_ARTICLE) :], ""), ""
            )
        if block.target:
            return theme.part("related", place, Markup(block.html), block.target, host_of(block.target))
        return theme.part("related", place, Markup(block.html), headlines.get(block.text, ""), "")

    def card(block: Block) -> str:
        return theme.part("link_card", place, block.target, host_of(block.target))

    html = fill(_dressed(view.body, place), figure, related, card, targets.get)
    if view.dateline and html.startswith("<p>"):
        html = f'<p><span class="dateline">{escape(place.say(view.dateline))}</span> — {html[3:]}'
    return Markup(html)


def host_of(address: str) -> str:
    """The host of an address as people read it: without `www.`."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def _dressed(body: Body, place: Place) -> Body:
    """The body with wide tables in a region that scrolls and can be reached by keyboard, and its notes named."""
    if not any(block.html.startswith(_TABLE) or _BACK in block.html for block in body.blocks):
        return body
    return replace(
        body, blocks=tuple(replace(block, html=_dressed_html(block.html, place)) for block in body.blocks)
    )


def _dressed_html(html: str, place: Place) -> str:
    if html.startswith(_TABLE):
        return _in_region(html)
    if not html.startswith(_NOTES):
        return html
    title = f'<h2 id="notes">{escape(place.labels.notes)}</h2>'
    name = escape(place.labels.back_to_text)
    notes = html[len(_NOTES) :].replace(_BACK, f'role="doc-backlink" aria-label="{name}">')
    return f'<div class="notes" role="doc-endnotes" aria-labelledby="notes">{title}{notes}'


def _in_region(table: str) -> str:
    """A table of several columns in a region named by its column heads; a narrow one as it is."""
    heads = [inline_text(head) for head in _HEADER.findall(table.split("</tr>", 1)[0])]
    if len(heads) < WIDE:
        return table
    name = escape(", ".join(head for head in heads if head))
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">{table}</div>'
