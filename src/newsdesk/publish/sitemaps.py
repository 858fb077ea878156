"""Sitemaps for search engines, after the protocol of sitemaps.org, and the robots.txt that names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from xml.sax.saxutils import escape

MOST_ADDRESSES = 50_000
"""How many addresses one sitemap may have."""

_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

Page = tuple[str, datetime]
"""An absolute address, and when what it shows last changed."""


def sitemap_names(count: int) -> tuple[str, ...]:
    """The site paths of the sitemaps for so many addresses: `sitemap.xml`, alone or as the index of its parts."""
    if count <= MOST_ADDRESSES:
        return ("sitemap.xml",)
    parts = -(-count // MOST_ADDRESSES)
    return ("sitemap.xml", *(f"sitemap-{number}.xml" for number in range(1, parts + 1)))


def sitemaps(pages: Sequence[Page], base_url: str) -> Iterator[tuple[str, bytes]]:
    """The sitemaps by their site paths."""
    index, *parts = sitemap_names(len(pages))
    if not parts:
        yield index, _urls(pages)
        return
    chunks = [pages[start : start + MOST_ADDRESSES] for start in range(0, len(pages), MOST_ADDRESSES)]
    for name, chunk in zip(parts, chunks, strict=True):
        yield name, _urls(chunk)
    rows = (
        f"<sitemap>{_place((base_url + name, max(changed for _, changed in chunk)))}</sitemap>"
        for name, chunk in zip(parts, chunks, strict=True)
    )
    yield index, _document("sitemapindex", rows)


def robots(base_url: str) -> bytes:
    """Lets every robot in, and names the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n".encode()


def _urls(pages: Sequence[Page]) -> bytes:
    return _document("urlset", (f"<url>{_place(page)}</url>" for page in pages))


def _document(name: str, rows: Iterator[str]) -> bytes:
    return "\n".join([_HEAD, f"<{name} {_NAMESPACE}>", *rows, f"</{name}>", ""]).encode()


def _place(page: Page) -> str:
    address, changed = page
    time = changed.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return f"<loc>{escape(address)}</loc><lastmod>{time}</lastmod>"
