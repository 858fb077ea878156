"""The head of a page as HTML."""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from newsdesk.render.metadata import Head
from newsdesk.render.place import Place

_GUARD = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'; object-src 'none';"
    " frame-src 'none'; base-uri 'none'; form-action 'none'\">"
)
"""Nothing on the page may run or be framed. It names no place to load from: pages must work from `file:` too."""


def head_html(head: Head, place: Place) -> Markup:
    """The elements of the head but for the style sheet, one a line; what is empty is left out.

    This is written here, not in a template, because half of a page's tags stand in its head.
    """
    lines = ['<meta charset="utf-8">']
    if head.guarded:
        lines.append(_GUARD)
    lines.append('<meta name="viewport" content="width=device-width, initial-scale=1">')
    lines.append(f"<title>{escape(head.title, quote=False)}</title>")
    if head.description:
        lines.append(f'<meta name="description" content="{escape(head.description)}">')
    lines.append(f'<meta name="robots" content="{head.robots}">')
    lines.append('<meta name="color-scheme" content="light dark">')
    if head.canonical:
        lines.append(f'<link rel="canonical" href="{escape(head.canonical)}">')
    for edition in head.alternates:
        lines.append(_alternate(edition.language, place.address(edition.path)))
    if head.default:
        lines.append(_alternate("x-default", head.default))
    for feed in head.feeds:
        named = f'title="{escape(feed.title)}" href="{escape(feed.href)}"'
        lines.append(f'<link rel="alternate" type="application/rss+xml" {named}>')
    for each in head.properties:
        lines.append(f'<meta property="{each.name}" content="{escape(each.content)}">')
    if head.card:
        lines.append(f'<meta name="twitter:card" content="{head.card}">')
    if head.data:
        lines.append(f'<script type="application/ld+json">{head.data}</script>')
    return Markup("\n".join(lines))


def _alternate(language: str, address: str) -> str:
    return f'<link rel="alternate" hreflang="{escape(language)}" href="{escape(address)}">'
