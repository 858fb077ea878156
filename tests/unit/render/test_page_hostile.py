"""Texts that try to break out of a page, in every field that one may have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from helpers import pages
from newsdesk.model.ids import PhotoId
from newsdesk.render import fragment, page, plain_text, read_body, single_page
from newsdesk.render.view import ArticleView, Author, Card, CardGroup, Figure, Link, ListKind, ListView, Site

TEXTS = (
    "</script><script>pwned()</script>",
    "<!--<script>",
    '"><img src=x onerror=pwned()>',
    "' onmouseover='pwned()",
    '5\'10" onload=pwned() x="',
    "javascript:pwned()",
    "java\tscript&colon;pwned()",
    "data:text/html,<script>pwned()</script>",
    "</title></style></textarea></noscript><svg onload=pwned()>",
    "{{ 7 * 191 }}{% for x in y %}{{ site.__class__ }}",
    "]]><base href=https://elsewhere.example/><meta http-equiv=refresh content=0>",
    "&lt;script&gt;&#60;script>&quot;onclick=pwned()",
    "\x02wzxhzdk:0\x03 \ufdd0\ufdd1",
    "n\0ul \x0b\x1b\x7f\x85 \ufffe\ud800 \U0001ffff",
    "a\u202eb\u2066c",
)
BODY = """\
# T

[T](T) [x](T "T") [y][r] ![T](T "T") ![z][r] ![a](photo:T) <T> **T** `T`[^n] <a href="T" title='T'>l</a>
<span lang="T" onclick="T" id="T" class="T" style="T">s</span>

[r]: T "T"
[q]: <T> 'T'

| T | b | c |
|:--|--:|:-:|
| T | [x](T) | <b onclick=T> |

> T
> — T

>> T
>> — T

- T
  1. T

```T
T
```

READ: T

READ: [T](T)

READ: [T](article:T)

READ: https://example.org/T

https://example.org/T

![T](photo:oranges)

<div onclick="T">T</div>

<iframe src="T" srcdoc="T"></iframe>

<math><mi xlink:href="T">T</mi></math>

[^n]: T [z](T)
"""
NEVER = frozenset("base button embed form frame iframe input math object script style svg textarea video".split())
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001ffff]")


class Danger(HTMLParser):
    """Finds on a page what could run, load, lead astray or is said twice; reads its data."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.data = ""
        self._in_data = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self._in_data = tag == "script" and values == {"type": "application/ld+json"}
        if tag in NEVER and not self._in_data:
            self.found.append(tag)
        if values.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy":
            self.found.append("http-equiv")
        if len(values) < len(attributes):
            self.found.append(f"{tag} says an attribute twice")
        for name, value in values.items():
            address = re.sub(r"[\x00-\x20]", "", value).lower()
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.found.append(name)
            if name in ("href", "src") and address.startswith(("javascript:", "vbscript:", "data:text")):
                self.found.append(value)
            if name == "src" and "://" in value:
                self.found.append(value)

    def handle_endtag(self, _tag: str) -> None:
        self._in_data = False

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data += data


def hostile_site(text: str) -> Site:
    """A site all of whose names are this text."""
    plain = pages.site()
    labels = replace(plain.edition.labels, by=text, read=text, more=text, topics=text, minutes=text)
    return replace(
        plain,
        title=text,
        tagline=text,
        edition=replace(plain.edition, labels=labels),
        sections=(Link(text, "s/index.html"), Link(text, "t/index.html")),
        editions=tuple(replace(edition, name=text, language=text) for edition in plain.editions),
    )


def hostile_article(text: str) -> ArticleView:
    """An article all of whose fields are this text."""
    link = Link(text, "s/index.html")
    figure = Figure(replace(pages.picture("oranges"), alt=text), text, text, text, text, text)
    return replace(
        pages.article(),
        site=hostile_site(text),
        headline=text,
        kicker=text,
        standfirst=text,
        dateline=text,
        bylines=(Author(text, text, ""), Author(text, "", "people/0/index.html"), Author(text, "", "")),
        section=link,
        further_sections=(link,),
        topics=(link, Link(text, "")),
        lead=figure,
        body=read_body(BODY.replace("T", text), "en", frozenset({"READ"})),
        figures=((PhotoId("oranges"), figure), (PhotoId(text), figure)),
        targets=((text, link),),
        headlines=((text, link),),
        editions=tuple(replace(edition, name=text, language=text) for edition in pages.article().editions),
        more=(hostile_card(text),),
        search_text=text,
        social_text=text,
        notice=text,
    )


def hostile_card(text: str) -> Card:
    """A card all of whose fields are this text."""
    picture = replace(pages.picture("oranges"), alt=text)
    return Card("x/index.html", text, text, text, Link(text, "s/index.html"), pages.MORNING, picture)


def hostile_pages(text: str) -> Iterator[str]:
    """One page of each kind that says this text wherever it can."""
    theme, article = pages.default_theme(), hostile_article(text)
    yield page(article, theme, pages.locate)
    yield fragment(article, theme, pages.locate)
    yield single_page(article, theme, lambda _picture, _width: "data:image/png;base64,AAAA", "")
    for kind in ListKind:
        cards = (hostile_card(text),) * 6
        groups = (CardGroup(Link(text, "s/index.html"), cards[:2]),)
        view = ListView(
            article.site,
            "a/b.html",
            kind,
            text,
            text,
            text,
            cards,
            groups,
            article.editions,
            2,
            "n.html",
            "o.html",
        )
        yield page(view, theme, pages.locate)


def dangers(html: str) -> list[str]:
    """What a page should not hold; its data must be JSON."""
    reader = Danger()
    reader.feed(html.replace("<style>", "").replace("</style>", ""))
    reader.close()
    if reader.data:
        json.loads(reader.data)
    return reader.found


def test_dangers_are_found() -> None:
    html = '<p onclick=x style=y><a href=" javascript:x"></a><img src=https://e.example/><svg></svg><script>x</script>'
    assert len(dangers(html)) == 6


@pytest.mark.parametrize("text", TEXTS)
def test_no_field_breaks_out_of_its_place(text: str) -> None:
    for html in hostile_pages(text):
        assert dangers(html) == []
        assert str(7 * 191) not in html


@pytest.mark.parametrize("text", TEXTS)
def test_no_page_holds_a_character_that_none_may_hold(text: str) -> None:
    assert [UNFIT.findall(html) for html in hostile_pages(text) if UNFIT.search(html)] == []


@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_body_has_a_plain_text(text: str) -> None:
    assert not UNFIT.search(plain_text(hostile_article(text).body, addresses=True))
