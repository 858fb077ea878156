"""Whole pages: compared with golden files, and parsed for parts that hold nothing."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from helpers import pages
from newsdesk.render import page
from newsdesk.render.view import View

VIEWS: dict[str, View] = {
    "article": pages.article(),
    "article-arabic": pages.article("ar"),
    "article-bare": pages.bare_article(),
    "front": pages.front(),
    "front-arabic": pages.front("ar"),
    "section": pages.section(),
    "section-older": pages.older(base_url=""),
    "topic": pages.topic(),
    "author": pages.author(),
    "comments": pages.comments(),
}
VOID = frozenset({"img", "br", "hr", "meta", "link", "wbr", "col"})


class Emptiness(HTMLParser):
    """Finds the elements that hold neither text nor a picture, and the tags that do not match."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self._fill()
        else:
            self.open.append((tag, False))

    def handle_endtag(self, tag: str) -> None:
        opened, filled = self.open.pop()
        if opened != tag:
            self.found.append(f"{opened} closed by {tag}")
        if filled:
            self._fill()
        else:
            self.found.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._fill()

    def _fill(self) -> None:
        if self.open:
            self.open[-1] = (self.open[-1][0], True)


def empty_elements(html: str) -> list[str]:
    """The names of the elements that hold nothing."""
    reader = Emptiness()
    reader.feed(html)
    reader.close()
    return reader.found


def test_an_empty_element_is_found() -> None:
    assert empty_elements("<div><p>a</p><p> </p></div>") == ["p"]


@pytest.mark.parametrize("name", VIEWS)
def test_page_is_as_it_was(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"pages/{name}.html", page(VIEWS[name], pages.default_theme(), pages.locate))


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_is_empty(name: str) -> None:
    assert empty_elements(page(VIEWS[name], pages.default_theme(), pages.locate)) == []
