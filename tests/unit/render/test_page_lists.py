"""Front page, sections, topics, people and comments, part by part."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from helpers import pages
from newsdesk.render import CommentsView, ListKind, ListView, page

THEME = pages.default_theme()


def html_of(view: ListView | CommentsView) -> str:
    """The list's or the comments' page."""
    return page(view, THEME, pages.locate)


def title_of(html: str) -> str:
    """The title in the head."""
    found = re.search("<title>(.*?)</title>", html)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("view", "title"),
    [
        (pages.front(), "Harbour Weekly · News from both quays of Port Alma, in print on Fridays"),
        (pages.section(), "Harbour · Harbour Weekly"),
        (pages.older(), "Harbour · Page 2 · Harbour Weekly"),
        (pages.author(), "Inês Costa · Harbour Weekly"),
        (pages.comments(), "Comments: Night shift: the dockers who keep the harbour lit · Harbour Weekly"),
    ],
)
def test_every_title_is_its_own(view: ListView | CommentsView, title: str) -> None:
    assert title_of(html_of(view)) == title


@pytest.mark.parametrize("view", [pages.front(), pages.section(), pages.topic(), pages.author(), pages.comments()])
def test_there_is_one_first_heading(view: ListView | CommentsView) -> None:
    html = html_of(view)
    assert html.count("<h1") == 1
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("view", [pages.section(), pages.older()])
def test_the_section_is_marked_on_its_new_and_old_pages(view: ListView) -> None:
    assert re.findall(r'aria-current="true">(\w+)</a></li>\n<li><a href="\S*politics', html_of(view)) == [
        "Harbour"
    ]


@pytest.mark.parametrize("view", [pages.topic(), pages.author(), pages.front()])
def test_elsewhere_no_section_is_marked(view: ListView) -> None:
    sections = html_of(view).split('<nav class="sections"')[1].split("</nav>")[0]
    assert "aria-current" not in sections


def test_older_and_newer_pages_are_linked() -> None:
    html = html_of(pages.older())
    assert '<a class="newer" rel="prev" href="../../harbour/index.html">Newer</a>' in html
    assert '<a class="older" rel="next" href="../../harbour/page-1/index.html">Older</a>' in html
    assert 'class="newer"' not in html_of(pages.section())


def test_a_list_of_nothing_says_so() -> None:
    html = html_of(replace(pages.section(), cards=(), older=""))
    assert "There is nothing here yet." in html
    assert "There is nothing here yet." in html_of(replace(pages.front(), cards=(), groups=()))


def test_a_list_with_its_own_feed_names_both() -> None:
    feeds = re.findall(r'type="application/rss\+xml" title="([^"]+)" href="([^"]+)"', html_of(pages.section()))
    assert feeds == [
        ("Harbour Weekly: Harbour", "https://harbour.example/harbour/feed.xml"),
        ("Harbour Weekly", "https://harbour.example/feed.xml"),
    ]


def test_only_one_picture_is_fetched_first() -> None:
    assert html_of(pages.front()).count('fetchpriority="high"') == 1
    assert html_of(pages.section()).count('fetchpriority="high"') == 1


def test_a_section_on_the_front_without_articles_is_left_out() -> None:
    view = pages.front()
    empty = replace(view.groups[0], cards=())
    html = html_of(replace(view, groups=(empty, *view.groups[1:])))
    assert html.count('<section class="group"') == 5


def test_a_logo_stands_for_the_title_and_says_it() -> None:
    view = pages.front()
    html = html_of(replace(view, site=replace(view.site, logo="logo.svg")))
    assert '<h1 class="title"><img src="logo.svg" alt="Harbour Weekly"></h1>' in html


def test_an_author_has_job_and_about() -> None:
    html = html_of(pages.author())
    assert '<p class="subtitle">Harbour reporter</p>' in html
    assert ">Articles by Inês Costa</h2>" in html
    assert pages.author().kind is ListKind.AUTHOR


def test_comments_in_words_are_paragraphs() -> None:
    html = html_of(pages.comments('Write to "us" & them.\n\nOr do not: 1 < 2.'))
    assert "<p>Write to “us” &amp; them.</p>\n<p>Or do not: 1 &lt; 2.</p>" in html


def test_a_comments_address_is_a_link() -> None:
    html = html_of(pages.comments("https://talk.example/night?a=1&b=2"))
    assert '<a href="https://talk.example/night?a=1&amp;b=2">Open on talk.example</a>' in html


def test_a_comments_snippet_is_the_only_place_where_a_script_may_run() -> None:
    snippet = '<div id="talk">Loading</div>\n<script src="https://talk.example/embed.js"></script>'
    html = html_of(pages.comments(snippet))
    assert snippet in html
    assert "Content-Security-Policy" not in html
    assert '<meta name="robots" content="noindex">' in html


def test_comments_lead_back_to_the_article() -> None:
    back = "../../../../../harbour/2026/01/night-shift/index.html"
    assert f'<a href="{back}">Back to the article</a>' in html_of(pages.comments())
