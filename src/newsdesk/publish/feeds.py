"""News feeds: RSS 2.0 with its Atom, Dublin Core and Media RSS additions.

After the RSS 2.0 specification, the RSS Advisory Board's best practices profile and Media RSS 1.5.1. A reader of
feeds needs absolute addresses, so that feeds exist only with a base URL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

NEWEST = 30
"""How many articles a feed holds."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedPicture:
    """A picture with an address, its media type, its size in pixels and what is told of it."""

    address: str
    type: str
    width: int
    height: int
    caption: str
    credit: str
    copyright: str


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One article. `id` is for ever; `authors` and `subjects` are names; `published` is in the newsroom's zone."""

    id: str
    address: str
    title: str
    summary: str
    published: datetime
    authors: tuple[str, ...]
    subjects: tuple[str, ...]
    picture: FeedPicture | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A channel. `address` is that of the page it belongs to, `own` the feed's; `changed` is None when empty."""

    title: str
    description: str
    address: str
    own: str
    language: str
    changed: datetime | None
    items: Sequence[FeedItem]


def feed_text(feed: Feed) -> str:
    """The feed as XML."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:media="http://search.yahoo.com/mrss/">',
        "<channel>",
        _element("title", feed.title),
        _element("link", feed.address),
        _element("description", feed.description),
        f'<atom:link href={_quoted(feed.own)} rel="self" type="application/rss+xml"/>',
        _element("language", feed.language),
    ]
    if feed.changed:
        lines.append(_element("lastBuildDate", format_datetime(feed.changed)))
    for item in feed.items:
        lines += _item(item)
    return "\n".join([*lines, "</channel>", "</rss>", ""])


def _item(item: FeedItem) -> Iterator[str]:
    yield "<item>"
    yield _element("title", item.title)
    yield _element("link", item.address)
    yield f'<guid isPermaLink="false">{_text(item.id)}</guid>'
    yield _element("pubDate", format_datetime(item.published))
    for author in item.authors:
        yield _element("dc:creator", author)
    for subject in item.subjects:
        yield _element("category", subject)
    if item.summary:
        yield _element("description", escape(item.summary))  # which is HTML to every reader of feeds
    if item.picture:
        yield from _picture(item.picture)
    yield "</item>"


def _picture(picture: FeedPicture) -> Iterator[str]:
    yield (
        f'<media:content url={_quoted(picture.address)} medium="image" type={_quoted(picture.type)}'
        f' width="{picture.width}" height="{picture.height}">'
    )
    if picture.caption:
        yield f'<media:description type="plain">{_text(picture.caption)}</media:description>'
    if picture.credit:
        yield f'<media:credit role="photographer" scheme="urn:ebu">{_text(picture.credit)}</media:credit>'
    if picture.copyright:
        yield _element("media:copyright", picture.copyright)
    yield "</media:content>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{_text(text)}</{name}>"


def _text(text: str) -> str:
    # Readers that take a title for HTML read a numeric reference once more than a named one.
    return (
        escape(_NOT_XML.sub("", text)).replace("&amp;", "&#38;").replace("&lt;", "&#60;").replace("&gt;", "&#62;")
    )


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("", text))
