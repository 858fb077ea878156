"""Whatever stands in a text, its preview calls nobody and stays where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QDeadlineTimer, QPoint, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QWidget

from helpers.hostile import Calls, hostile_page, hostile_text, listening
from helpers.waiting import wait_until
from helpers.web_engine import answer, page_of, placed, press_at, start_engine
from newsdesk.model.article import Article
from newsdesk.newsroom import PreviewPage
from newsdesk.ui.context import Context
from newsdesk.ui.preview import PreviewPane
from newsdesk.ui.preview.browser import Browser


class SilentPage(QWebEnginePage):
    """A page without guards whose complaints stay out of the log."""

    def javaScriptConsoleMessage(self, *_said: object) -> None:
        pass


GRACE = 700
"""Milliseconds that a page gets to call out; unguarded it needs a third of them."""


@pytest.fixture(scope="session", autouse=True)
def engine(application: QApplication) -> None:  # noqa: ARG001
    start_engine()


@pytest.fixture
def calls() -> Iterator[Calls]:
    with listening() as calls:
        yield calls


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser(lambda _photo, _width, deliver: deliver(None))
    window = placed(made)
    yield made
    window.close()
    window.deleteLater()


def raw(html: str) -> PreviewPage:
    return PreviewPage("harbour/page.html", html, {}, ())


def wait_a_while() -> None:
    deadline = QDeadlineTimer(GRACE)
    wait_until(deadline.hasExpired)


def test_the_page_is_hostile_indeed(calls: Calls) -> None:
    holder = QWidget()
    view = QWebEngineView(holder)
    page = SilentPage(QWebEngineProfile(holder), view)
    page.settings().setAttribute(QWebEngineSettings.WebAttribute.JavascriptEnabled, False)
    view.setPage(page)
    holder.show()
    page.setHtml(hostile_page(calls.at), QUrl(f"{calls.at}/"))
    wait_until(lambda: "/refreshed" in calls.paths, "the refresh")
    assert len(set(calls.paths)) >= 15
    holder.deleteLater()


def test_a_raw_page_calls_nobody_and_stays(browser: Browser, calls: Calls) -> None:
    shown: list[None] = []
    browser.shown.connect(lambda: shown.append(None))
    browser.show_page(raw(hostile_page(calls.at)), {})
    wait_until(lambda: shown, "the page")
    wait_a_while()
    assert calls.paths == []
    assert answer(page_of(browser), "location.href + document.querySelector('p').textContent") == (
        "desk://site/harbour/page.htmlText"
    )


def test_what_is_swapped_in_calls_nobody_either(browser: Browser, calls: Calls) -> None:
    shown: list[None] = []
    browser.shown.connect(lambda: shown.append(None))
    browser.show_page(raw("<!DOCTYPE html><title>Calm</title><p>Calm"), {})
    wait_until(lambda: shown, "the page")
    shown.clear()
    browser.show_page(raw(hostile_page(calls.at)), {})
    wait_until(lambda: shown, "the swap")
    wait_a_while()
    assert calls.paths == []
    assert answer(page_of(browser), "location.href + document.querySelector('p').textContent") == (
        "desk://site/harbour/page.htmlText"
    )


def test_a_link_only_asks(browser: Browser, calls: Calls) -> None:
    led: list[str] = []
    shown: list[None] = []
    browser.led_away.connect(led.append)
    browser.shown.connect(lambda: shown.append(None))
    wide = 'style="position: fixed; inset: 0"'
    for target in (f"{calls.at}/link", "file:///etc/passwd", "other.html", "javascript:alert(1)"):
        shown.clear()
        browser.show_page(raw(f'<!DOCTYPE html><title>Link</title><p><a {wide} href="{target}">x</a>'), {})
        wait_until(lambda: shown, "the page")
        press_at(browser, QPoint(150, 200))
        wait_a_while()
    assert led == [f"{calls.at}/link"]
    assert calls.paths == []
    assert answer(page_of(browser), "location.href") == "desk://site/harbour/page.html"


def test_a_hostile_text_calls_nobody(context: Context, calls: Calls) -> None:
    pane = PreviewPane(context)
    window = placed(pane)
    article = next(found for found in context.read.every(Article) if found.released_revision)
    pane.show_article(replace(article, body=hostile_text(calls.at)))
    wait_until(lambda: pane.is_up_to_date, "the page")
    wait_a_while()
    assert calls.paths == []
    assert str(answer(page_of(pane), "location.href")).startswith("desk://site/")
    assert answer(page_of(pane), "document.querySelectorAll('iframe, object, embed, video, form').length") == 0
    window.close()
    window.deleteLater()
