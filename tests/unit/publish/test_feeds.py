"""Feeds and sitemaps: golden files, and what a feed reader makes of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from newsdesk.publish.feeds import Feed, FeedItem, feed_text
from newsdesk.publish.sitemaps import MOST_ADDRESSES, sitemap_names, sitemaps
from unit.publish.newsrooms import Desk, a_desk, a_piece, fill

MOMENT = datetime(2026, 1, 5, 6, tzinfo=UTC)
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A newsroom with a few articles."""
    with a_desk(tmp_path) as made:
        fill(made)
        yield made


def test_feeds_sitemap_and_robots(desk: Desk, tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    desk.release(
        a_piece(
            "odd", 5, headline='<b>Q&A</b>: "5 < 6"', standfirst="Ends with ]]> and \u0007a bell", slug="odd-ü"
        )
    )
    desk.export(tmp_path / "site")
    for name in ("feed.xml", "es/feed.xml", "politics/feed.xml", "sitemap.xml", "robots.txt"):
        text = (tmp_path / "site" / name).read_text(encoding="utf-8")
        # The picture's bytes, and so its hash, are those of the Pillow that made it.
        golden(f"feeds/{name.replace('/', '-')}", re.sub(r"photos/\w{16}-", "photos/HASH-", text))


def test_a_feed_reader_finds_all_of_it(desk: Desk, tmp_path: Path) -> None:
    desk.release(a_piece("odd", 5, headline='Q&A: "5 < 6"', standfirst="Tom & ]]> <Jerry>"))
    desk.export(tmp_path / "site")
    read = feedparser.parse((tmp_path / "site" / "feed.xml").read_bytes(), sanitize_html=False)
    assert not read.bozo
    assert (read.feed.title, read.feed.link, read.feed.language) == (
        "Harbour Weekly",
        "https://example.org/",
        "en",
    )
    assert read.feed.links[-1].href == "https://example.org/feed.xml"
    odd, night = read.entries[0], read.entries[1]
    assert odd.title == "Q&A: “5 < 6”"
    assert unescape(odd.summary) == "Tom & ]]> <Jerry>"
    assert night.link == "https://example.org/harbour/2026/01/night-shift.html"
    assert (night.id, night.guidislink) == ("night-shift", False)
    assert [author.name for author in night.authors] == ["Inês Costa", "Omar Haddad"]
    assert [tag.term for tag in night.tags] == ["Harbour", "Work"]
    assert night.published_parsed[:6] == (2026, 1, 8, 6, 0, 0)
    assert night.media_content[0]["url"].startswith("https://example.org/photos/")
    assert night.media_credit[0]["content"] == "[Lena Fuchs//AFP/Getty]"
    assert "tomorrow" not in {entry.id for entry in read.entries}


def test_a_feed_is_well_formed_whatever_the_words() -> None:
    words = "<&>\"' ]]> \0\u0007\ud800\ufffe é 漢 \u202e&amp;"
    item = FeedItem("id", "https://example.org/a", words, words, MOMENT, (words,), (words,), None)
    text = feed_text(
        Feed(words, words, "https://example.org/", "https://example.org/feed.xml", "en", MOMENT, [item])
    )
    title = ElementTree.fromstring(text.encode()).findtext("channel/item/title")
    assert title == "<&>\"' ]]>  é 漢 \u202e&amp;"


def test_a_large_site_has_an_index_of_sitemaps() -> None:
    pages = [(f"https://example.org/{n}?a&b", MOMENT + timedelta(seconds=n)) for n in range(MOST_ADDRESSES + 1)]
    files = dict(sitemaps(pages, "https://example.org/"))
    assert tuple(sorted(files)) == ("sitemap-1.xml", "sitemap-2.xml", "sitemap.xml")
    assert set(sitemap_names(len(pages))) == set(files)
    assert [len(ElementTree.fromstring(files[f"sitemap-{n}.xml"])) for n in (1, 2)] == [MOST_ADDRESSES, 1]
    index = ElementTree.fromstring(files["sitemap.xml"])
    assert [place.text for place in index.iter(f"{SPACE}loc")] == [
        "https://example.org/sitemap-1.xml",
        "https://example.org/sitemap-2.xml",
    ]
    assert [place.text for place in index.iter(f"{SPACE}lastmod")] == [
        "2026-01-05T19:53:19Z",
        "2026-01-05T19:53:20Z",
    ]
    assert sitemap_names(MOST_ADDRESSES) == ("sitemap.xml",)
