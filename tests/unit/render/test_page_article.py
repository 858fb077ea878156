"""An article's page, part by part: what leads where, what is left out, and the article alone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from helpers import pages
from newsdesk.model.ids import PhotoId
from newsdesk.render import ArticleView, Figure, Link, Picture, fragment, page, read_body, single_page

THEME = pages.default_theme()
LABELS = frozenset({"READ"})


def html_of(view: ArticleView) -> str:
    """The article's page."""
    return page(view, THEME, pages.locate)


def with_body(text: str, **fields: object) -> ArticleView:
    """The bare article with a body, and other fields changed."""
    return replace(pages.bare_article(), body=read_body(text, "en", LABELS), **fields)  # type: ignore[arg-type]


def test_the_dateline_leads_the_first_paragraph() -> None:
    html = html_of(with_body("It began.", dateline="ALMA <TOWN>"))
    assert '<p><span class="dateline">ALMA &lt;TOWN&gt;</span> — It began.</p>' in html


@pytest.mark.parametrize("text", ["# A heading first", "- a list", "> a quote", ""])
def test_the_dateline_stands_alone_before_anything_else(text: str) -> None:
    assert '<p class="dateline">ALMA</p>' in html_of(with_body(text, dateline="ALMA"))


def test_a_related_article_that_is_online_is_linked_from_this_page() -> None:
    target = Link("Ignored", "politics/vote/index.html")
    view = with_body("READ: [The vote](article:vote)", path="a/b/index.html", targets=(("vote", target),))
    assert '<strong>READ<span>:</span></strong> <a href="../../politics/vote/index.html">The vote</a>' in html_of(
        view
    )


@pytest.mark.parametrize(
    "text", ["READ: [The vote](article:vote)", "READ: The vote", "See [The vote](article:vote)"]
)
def test_an_article_that_is_not_online_keeps_its_words(text: str) -> None:
    html = html_of(with_body(text))
    assert "The vote" in html
    assert "The vote</a>" not in html
    assert "article:" not in html


def test_a_bare_headline_that_is_known_is_linked() -> None:
    view = with_body('READ: The "vote"', headlines=(("The “vote”", Link("The vote", "vote.html")),))
    assert '<a href="vote.html">The “vote”</a>' in html_of(view)


def test_a_related_page_elsewhere_shows_its_host() -> None:
    html = html_of(with_body("READ: [The report](https://www.report.example/a?b=1&c=2)"))
    assert (
        '<a href="https://www.report.example/a?b=1&amp;c=2">The report</a> <small>report.example</small>' in html
    )


def test_a_link_card_names_the_host() -> None:
    assert ">Open on video.example</a>" in html_of(with_body("https://www.video.example/watch?v=1"))


def test_a_photo_has_its_caption_of_this_use_or_its_own() -> None:
    own = Figure(pages.picture("quay"), "The quay's own.", "[A/B]")
    figures = ((PhotoId("quay"), own),)
    assert "<figcaption>Here <em>now</em>. <bdi" in html_of(
        with_body("![Here *now*.](photo:quay)", figures=figures)
    )
    assert "<figcaption>The quay’s own. <bdi" in html_of(with_body("![](photo:quay)", figures=figures))


def test_a_photo_that_is_gone_leaves_nothing() -> None:
    assert "<figure" not in html_of(with_body("Words.\n\n![Caption](photo:gone)"))


@pytest.mark.parametrize(
    ("caption", "credit", "figcaption"),
    [
        ("The quay.", "[A/B]", '<figcaption>The quay. <bdi class="credit">[A/B]</bdi></figcaption>'),
        ("The quay. [A/B]", "[A/B]", "<figcaption>The quay. [A/B]</figcaption>"),
        ("The quay.", "", "<figcaption>The quay.</figcaption>"),
        ("", "[A/B]", '<figcaption><bdi class="credit">[A/B]</bdi></figcaption>'),
    ],
)
def test_the_credit_stands_once(caption: str, credit: str, figcaption: str) -> None:
    view = replace(pages.bare_article(), lead=Figure(pages.picture("quay"), caption, credit))
    assert figcaption in html_of(view)


def test_a_picture_without_words_has_no_caption_element() -> None:
    assert "figcaption" not in html_of(replace(pages.bare_article(), lead=Figure(pages.picture("quay"), "", "")))


def test_pictures_come_in_the_widths_that_exist() -> None:
    lead = Picture(PhotoId("p"), "abc", "webp", 1500, 1000, (480, 1000), 'The "quay" & more')
    html = html_of(replace(pages.bare_article(), path="x/y.html", lead=Figure(lead, "", "")))
    assert (
        '<img src="../photos/abc-1000.webp" srcset="../photos/abc-480.webp 480w, ../photos/abc-1000.webp 1000w"'
        in html
    )
    assert 'width="1000" height="667" alt="The “quay” &amp; more" fetchpriority="high" decoding="async">' in html


@pytest.mark.parametrize("address", ["desk:photo/1", "https://cdn.example/1.jpg"])
def test_an_address_with_a_scheme_stays(address: str) -> None:
    html = page(replace(pages.article(base_url=""), path="a/b.html"), THEME, lambda _picture, _width: address)
    assert f'src="{address}"' in html


def test_a_wide_table_can_be_reached_and_a_narrow_one_is_no_stop() -> None:
    wide = html_of(with_body("| Hour | The *ship* | Tonnes |\n|--|--|--|\n| 1 | 2 | 3 |"))
    assert '<div class="scroll" role="region" tabindex="0" aria-label="Hour, The ship, Tonnes"><table>' in wide
    narrow = html_of(with_body("| Hour | Ship |\n|--|--|\n| 1 | 2 |"))
    assert "tabindex" not in narrow.replace('<main id="main" tabindex="-1">', "")


def test_notes_are_named_in_the_language_of_the_edition() -> None:
    html = html_of(with_body("Words.[^1]\n\n[^1]: More words."))
    assert '<div class="notes" role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">Notes</h2>' in html
    assert 'aria-label="Back to the text"' in html


def test_the_bar_on_top_leads_to_translations_and_to_fronts_of_the_other_editions() -> None:
    bar = html_of(pages.article()).split('<div class="topbar">')[1].split("</nav>")[0]
    assert re.findall(r'href="(?:\.\./)*([^"]+)" lang="(\w+)"', bar) == [
        ("harbour/2026/01/night-shift/index.html", "en"),
        ("es/index.html", "es"),
        ("pt/index.html", "pt"),
        ("ar/harbour/2026/01/night-shift/index.html", "ar"),
    ]
    assert bar.count("aria-current") == 1


def test_the_section_stands_in_for_a_kicker() -> None:
    html = html_of(replace(pages.article(), kicker=""))
    assert '<p class="kicker"><a href="../../../../harbour/index.html">Harbour</a></p>' in html


def test_a_page_is_guarded() -> None:
    html = html_of(pages.article())
    assert "script-src 'none'" in html
    assert html.index("charset") < html.index("Content-Security-Policy") < html.index("<title>")


def test_text_is_escaped_everywhere() -> None:
    evil = "<b>&\"'</b>"
    view = pages.article()
    view = replace(
        view,
        site=replace(view.site, title=evil, tagline=evil),
        headline=evil,
        kicker=evil,
        standfirst=evil,
        dateline=evil,
        bylines=(replace(view.bylines[0], name=evil, role=evil),),
        topics=(Link(evil, "x.html"),),
        section=Link(evil, "y.html"),
        lead=Figure(replace(pages.picture("quay"), alt=evil), evil, evil),
        more=(replace(pages.cards()[0], headline=evil, kicker=evil, standfirst=evil),),
        notice=evil,
    )
    for html in (html_of(view), fragment(view, THEME, pages.locate), single_page(view, THEME, pages.locate, "")):
        assert "<b>" not in html
        assert "</b>" not in html


def test_a_fragment_leads_nowhere_in_the_site() -> None:
    html = fragment(pages.article(), THEME, pages.locate)
    assert html.startswith('<header class="story-head">')
    assert "<h1>Night shift" in html
    assert "Inês Costa" in html
    assert "Council votes to reopen the old customs house" in html
    assert set(re.findall(r'href="([^"]+)"', html)) == {
        "#fn-1",
        "#fnref-1",
        "https://council.example/complaints",
        "https://video.example/watch/night-shift",
    }
    assert "Topics" not in html


def test_one_file_needs_no_other() -> None:
    data = "data:image/jpeg;base64,AAAA"
    css = "body { color: red } </style><script>"
    html = single_page(pages.article(), THEME, lambda _picture, _width: data, css)
    assert '<meta name="robots" content="noindex">' in html
    assert html.startswith("<!DOCTYPE html>")
    assert set(re.findall(r' src="([^"]+)"', html)) == {data}
    assert "srcset" not in html
    assert "<link" not in html
    assert html.count("</style>") == 1
    assert not [href for href in re.findall(r'href="([^"]+)"', html) if not href.startswith(("#", "https://"))]
    assert "harbour.example" not in html


def test_a_notice_stands_on_top() -> None:
    notice = "EMBARGOED UNTIL 18 January 2026, 00:01 GMT"
    html = fragment(replace(pages.article(), notice=notice), THEME, pages.locate)
    assert html.index(notice) < html.index("Working lives") < html.index("<h1>")


@pytest.mark.parametrize(
    ("width", "height", "tall"), [(1600, 2000, True), (1600, 1600, False), (2000, 1125, False)]
)
def test_an_upright_picture_is_told_apart(width: int, height: int, tall: bool) -> None:
    view = replace(pages.bare_article(), lead=Figure(pages.picture("quay", width, height), "", ""))
    assert ('<figure class="tall">' in html_of(view)) is tall


def test_the_section_above_is_marked_for_one_that_the_navigation_lacks() -> None:
    view = replace(pages.article(), section=Link("Ferries", "harbour/ferries/index.html"))
    sections = html_of(view).split('<nav class="sections"')[1].split("</nav>")[0]
    assert re.findall(r'aria-current="true">(\w+)<', sections) == ["Harbour"]
