"""What machines read: JSON-LD, Open Graph and the links in the head."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import cast

import pytest

from helpers import pages
from newsdesk.render import ArticleView, page, read_body
from newsdesk.render.metadata import first_words


def html_of(view: ArticleView) -> str:
    """The article's page."""
    return page(view, pages.default_theme(), pages.locate)


def data_of(html: str) -> dict[str, object]:
    """The JSON-LD of a page."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found is not None
    return cast("dict[str, object]", json.loads(found[1]))


def properties_of(html: str) -> dict[str, str]:
    """The Open Graph properties of a page; of repeated ones the last."""
    return dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', html))


def test_the_article_as_data() -> None:
    data = data_of(html_of(pages.article()))
    assert data["@type"] == "NewsArticle"
    assert data["url"] == "https://harbour.example/harbour/2026/01/night-shift/"
    assert data["datePublished"] == "2026-01-16T06:00:00+00:00"
    assert data["dateModified"] == "2026-01-17T14:30:00+00:00"
    assert data["articleSection"] == ["Harbour", "Markets"]
    assert data["dateline"] == "PORT ALMA"
    assert data["author"] == [
        {"@type": "Person", "name": "Inês Costa", "url": "https://harbour.example/people/0/"},
        {"@type": "Person", "name": "Omar Haddad", "url": "https://harbour.example/people/1/"},
        {
            "@type": "Person",
            "name": "Lena Fuchs",
            "jobTitle": "Photographs",
            "url": "https://harbour.example/people/2/",
        },
    ]
    assert data["image"] == [
        {
            "@type": "ImageObject",
            "contentUrl": "https://harbour.example/photos/north-quay-dawn-1200.jpg",
            "width": 1200,
            "height": 800,
            "caption": "Cranes at the north quay shortly before dawn on 12 January 2026.",
            "creditText": "Lena Fuchs/Harbour Weekly",
            "creator": {"@type": "Person", "name": "Lena Fuchs"},
            "copyrightNotice": "© 2026 Harbour Weekly",
        }
    ]


def test_without_a_base_url_nothing_claims_an_address() -> None:
    html = html_of(pages.article(base_url=""))
    assert "canonical" not in html
    assert "x-default" not in html
    assert 'rel="alternate" hreflang' not in html
    assert {"og:url", "og:image", "article:author"}.isdisjoint(properties_of(html))
    assert '"url"' not in html
    assert "contentUrl" not in html
    assert 'href="../../../../feed.xml"' in html
    assert data_of(html)["headline"] == "Night shift: the dockers who keep the harbour lit"


def test_what_is_not_there_is_not_said() -> None:
    data = data_of(html_of(pages.bare_article()))
    assert set(data) == {"@context", "@type", "headline", "description", "publisher", "inLanguage", "wordCount"}


def test_data_cannot_end_its_element() -> None:
    html = html_of(replace(pages.bare_article(), headline="</script><script>alert(1)</script>"))
    assert "<script>alert" not in html
    assert data_of(html)["headline"] == "</script><script>alert(1)</script>"


def test_the_picture_for_other_sites() -> None:
    properties = properties_of(html_of(pages.article()))
    assert properties["og:image"] == "https://harbour.example/photos/north-quay-dawn-1200.jpg"
    assert properties["og:image:alt"] == "Drawn scene: north quay dawn."
    assert (properties["og:image:width"], properties["og:image:height"]) == ("1200", "800")


def test_only_editions_that_have_the_article_are_alternates() -> None:
    html = html_of(pages.article("ar"))
    assert re.findall(r'hreflang="([\w-]+)" href="(https[^"]+)"', html) == [
        ("en", "https://harbour.example/harbour/2026/01/night-shift/"),
        ("ar", "https://harbour.example/ar/harbour/2026/01/night-shift/"),
        ("x-default", "https://harbour.example/harbour/2026/01/night-shift/"),
    ]


def test_there_is_no_default_when_the_main_edition_lacks_the_article() -> None:
    view = replace(pages.article("ar"), editions=pages.edition_links("a/index.html", "ar", ("es", "ar")))
    assert "x-default" not in html_of(view)


def test_the_description_is_the_best_that_there_is() -> None:
    view = replace(pages.article(), search_text="For a search.", standfirst="Stands first.")
    assert '<meta name="description" content="For a search.">' in html_of(view)
    assert '<meta name="description" content="Stands first.">' in html_of(replace(view, search_text=""))
    bare = html_of(replace(view, search_text="", standfirst=""))
    assert '<meta name="description" content="The first crate comes off at ten past twelve.' in bare


def test_a_social_text_is_for_other_sites_only() -> None:
    html = html_of(replace(pages.article(), social_text="Soup at two."))
    assert properties_of(html)["og:description"] == "Soup at two."
    assert '<meta name="description" content="Soup at two.">' not in html


@pytest.mark.parametrize(("language", "locale"), [("en", None), ("pt-BR", "pt_BR"), ("zh-Hant", None)])
def test_a_locale_needs_a_region(language: str, locale: str | None) -> None:
    view = pages.article()
    site = replace(view.site, edition=replace(view.site.edition, language=language))
    assert properties_of(html_of(replace(view, site=site))).get("og:locale") == locale


def test_first_words_end_with_a_word() -> None:
    text = "# Head\n\n" + "word " * 20 + "**bold**, " + "more " * 30
    found = first_words(read_body(text, "en", frozenset()))
    assert len(found) <= 160
    assert found.startswith("word word")
    assert "bold, more" in found
    assert found.endswith("more…")
    assert first_words(read_body("# Head", "en", frozenset())) == ""
