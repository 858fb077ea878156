"""Where pages lie: names that every file system takes, and no two pages in one place."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.publish.addresses import (
    DEVICES,
    Claims,
    article_path,
    comments_path,
    list_path,
    safe_name,
    safe_path,
    stays_inside,
)

DAY = date(2026, 1, 5)
ODD = st.text(alphabet=st.sampled_from('aA1./\\-_ :*?"<>|#%\0\u200d\u202eİé\u0301ß👨~$\n'), max_size=30) | st.text(
    max_size=300
)
PATTERN = st.lists(
    st.sampled_from(["{section}", "{year}", "{month}", "{day}", "{slug}", "/", "..", ".", "con", "-"]) | ODD,
    max_size=8,
).map("".join)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{section}/{year}/{month}/{slug}", "es/politics/votes/2026/01/a-vote.html"),
        ("/{year}-{month}-{day}/{slug}/", "es/2026-01-05/a-vote/index.html"),
        ("{slug}.html", "es/a-vote.html"),
        ("../{slug}", "es/a-vote.html"),
        ("{section}", "es/politics/votes.html"),
        ("", "es/article.html"),
    ],
)
def test_the_pattern_gives_the_path(pattern: str, path: str) -> None:
    assert article_path(pattern, "es", "politics/votes", DAY, "a-vote") == path


def test_an_article_without_a_section_and_in_the_main_edition_leaves_no_empty_segment() -> None:
    assert article_path("{section}/{slug}", "", "", DAY, "a-vote") == "a-vote.html"


def test_an_article_never_takes_the_name_of_an_older_page() -> None:
    assert article_path("{slug}", "", "", DAY, "page-7") == "article-page-7.html"


def test_pages_beside_others() -> None:
    assert list_path("harbour") == "harbour/index.html"
    assert list_path("", 3) == "page-3.html"
    assert comments_path("harbour/a.html") == "harbour/a.comments.html"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("harbour", "harbour"),
        ("con", "page-con"),
        ("LPT1.txt", "page-LPT1.txt"),
        ("COM¹", "page-COM¹"),
        ("..", ""),
        (".htaccess", "htaccess"),
        ("a/b\\c:d", "a-b-c-d"),
        ("trailing. ", "trailing"),
        ("e\u0301te\u0301", "été"),
        ("a\u202eb\u200dc\0", "abc"),
        ("é" * 300, "é" * 100),
    ],
)
def test_names(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(PATTERN, ODD, ODD, ODD)
def test_no_pattern_and_no_slug_leads_to_a_bad_path(pattern: str, prefix: str, section: str, slug: str) -> None:
    path = article_path(pattern, safe_path(prefix), safe_path(section), DAY, slug)
    assert stays_inside(path)
    assert path.endswith(".html")
    assert path.encode().decode() == unicodedata.normalize("NFC", path)
    for name in comments_path(path).split("/"):
        assert not set(name) & set('<>:"/\\|?*\0 ')
        assert name[0] != "."
        assert name[-1] not in ". "
        assert name.split(".")[0].casefold() not in DEVICES
        assert len(name.encode()) <= 255


@given(st.text(max_size=50))
def test_a_safe_name_stays_as_it_is(text: str) -> None:
    assert safe_name(safe_name(text)) == safe_name(text)


@pytest.mark.parametrize("path", ["", "/etc", "../a", "a/../b", "a//b", "a\\b", "c:a", "a/.", "a\0"])
def test_paths_that_lead_out(path: str) -> None:
    assert not stays_inside(path)


def test_the_later_page_gets_a_number() -> None:
    claims = Claims()
    assert [claims.claim("a/Straße.html"), claims.claim("A/STRASSE.html"), claims.claim("a/strasse.html")] == [
        "a/Straße.html",
        "A/STRASSE-2.html",
        "a/strasse-3.html",
    ]
    assert [claims.claim("b/index.html"), claims.claim("B/index.html")] == ["b/index.html", "B-2/index.html"]
    assert [claims.claim("index.html"), claims.claim("index.html")] == ["index.html", "index-2.html"]


def test_a_file_and_a_folder_never_share_a_name() -> None:
    claims = Claims()
    assert claims.claim("a.html/index.html") == "a.html/index.html"
    assert claims.claim("A.html") == "A-2.html"
    assert claims.claim("a-2.html/index.html") == "a-2.html-2/index.html"


@given(
    st.lists(st.lists(st.sampled_from(["a", "A", "a.html", "index.html", "é", "e\u0301"]), min_size=1, max_size=3))
)
def test_claims_never_meet(parts: list[list[str]]) -> None:
    claims = Claims()
    taken = [claims.claim("/".join(part) + ".html") for part in parts]
    keys = [unicodedata.normalize("NFKC", path).casefold() for path in taken]
    assert len(set(keys)) == len(keys)
    folders = {key.rsplit("/", depth)[0] for key in keys for depth in range(1, key.count("/") + 1)}
    assert not folders & set(keys)
