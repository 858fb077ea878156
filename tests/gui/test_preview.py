"""The preview follows the text, keeps its place, and leads back to the line that was clicked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

import newsdesk
from helpers.waiting import wait_until
from helpers.web_engine import answer, page_of, placed, press_at, start_engine
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.newsroom import PreviewPage, change_article, edit_text
from newsdesk.ui.context import Context
from newsdesk.ui.kit.banner import Banner
from newsdesk.ui.preview import PreviewPane
from newsdesk.ui.preview.browser import Browser


@pytest.fixture(scope="session", autouse=True)
def engine(application: QApplication) -> None:  # noqa: ARG001
    start_engine()


@pytest.fixture
def pane(context: Context) -> Iterator[PreviewPane]:
    """A preview on which nothing is shown yet."""
    made = PreviewPane(context)
    window = placed(made)
    yield made
    window.close()
    window.deleteLater()


def article_in(context: Context, language: str) -> Article:
    """The longest released article in a language."""
    editions = [edition.id for edition in context.read.every(Edition) if edition.language.startswith(language)]
    found = [each for each in context.read.every(Article) if each.edition in editions and each.released_revision]
    return max(found, key=lambda each: len(each.body))


def shown(pane: PreviewPane, article: Article) -> QWebEnginePage:
    """Show an article and wait until it is there."""
    pane.show_article(article)
    settled(pane)
    return page_of(pane)


def settled(pane: PreviewPane) -> None:
    wait_until(lambda: pane.is_up_to_date, "the page")


def press(pane: PreviewPane, name: str) -> None:
    buttons = [*pane.findChildren(QToolButton), *pane.findChildren(QPushButton)]
    next(each for each in buttons if name in (each.text(), each.accessibleName())).click()


def heading(page: QWebEnginePage) -> object:
    return answer(page, "document.querySelector('h1').textContent")


def test_without_an_article_it_says_so(pane: PreviewPane) -> None:
    pane.show_article(None)
    assert "No article" in [each.text() for each in pane.findChildren(QLabel)]
    assert pane.findChild(QWebEngineView) is None


def test_the_page_is_the_one_that_readers_get_with_its_pictures(context: Context, pane: PreviewPane) -> None:
    article = article_in(context, "en")
    page = shown(pane, article)
    assert heading(page) == article.headline.replace("'", "’")
    loaded = "[...document.querySelectorAll('.lead img')].every(img => img.complete && img.naturalWidth > 0)"
    wait_until(lambda: answer(page, loaded) is True, "the lead picture")
    assert answer(page, "getComputedStyle(document.body).fontFamily") != "serif", "no style sheet"


def test_an_edit_swaps_only_what_it_changed(context: Context, pane: PreviewPane) -> None:
    article = article_in(context, "en")
    page = shown(pane, article)
    answer(page, "for (const each of document.querySelectorAll('p, img, h2')) each.kept = true; 1")
    marked = answer(page, "[...document.querySelectorAll('*')].filter(each => each.kept).length")
    pane.refresh(replace(article, headline="Another headline", body=f"A first paragraph.\n\n{article.body}"))
    assert not pane.is_up_to_date
    settled(pane)
    assert heading(page) == "Another headline"
    assert answer(page, "document.querySelector('.body').textContent.includes('A first paragraph.')") is True
    kept = answer(page, "[...document.querySelectorAll('*')].filter(each => each.kept).length")
    # The paragraph that had the dateline gave it to the first.
    assert isinstance(marked, float)
    assert isinstance(kept, float)
    assert marked - 1 <= kept <= marked


def test_after_many_edits_the_page_is_as_if_it_were_loaded_anew(context: Context, pane: PreviewPane) -> None:
    article = article_in(context, "en")
    page = shown(pane, article)
    texts = [
        "Short.",
        "# Head\n\n- one\n- two\n\n> q",
        f"{article.body}\n\nEnd[^1].\n\n[^1]: Note.",
        "",
        article.body,
    ]
    for text in [*texts, *reversed(texts)]:
        pane.refresh(replace(article, body=text, standfirst=text[:9], kicker=text[:3]))
        settled(pane)
    last = answer(page, "document.documentElement.outerHTML")
    pane.hide()
    pane.show()
    settled(pane)
    assert answer(page_of(pane), "document.documentElement.outerHTML") == last


def test_the_place_is_kept_when_text_comes_above_it(context: Context, pane: PreviewPane) -> None:
    article = article_in(context, "en")
    page = shown(pane, article)
    last = "[...document.querySelector('.body').children].at(-1)"
    visible = f"{last}.getBoundingClientRect().top"
    answer(page, f"{last}.scrollIntoView(); 1")
    wait_frame(page)
    top = float(str(answer(page, visible)))
    pane.refresh(replace(article, body=("A new paragraph.\n\n" * 8) + article.body))
    settled(pane)
    assert abs(float(str(answer(page, visible))) - top) < 2


def test_what_is_typed_out_of_sight_comes_into_sight(context: Context, pane: PreviewPane) -> None:
    article = article_in(context, "en")
    page = shown(pane, article)
    text = f"{article.body.rstrip()}\n\n" + "A line of the end.\n\n" * 30
    pane.refresh(replace(article, body=text))
    pane.show_line(text.rstrip().count("\n"))
    settled(pane)
    end = "(() => { const r = [...document.querySelectorAll('.body p')].at(-1).getBoundingClientRect();"
    end += " return r.top < innerHeight && r.bottom > 0; })()"
    wait_until(lambda: answer(page, end) is True, "the last block")


def wait_frame(page: QWebEnginePage) -> None:
    answer(page, "window.frames_ = 0; requestAnimationFrame(() => requestAnimationFrame(() => frames_ = 1)); 1")
    wait_until(lambda: answer(page, "window.frames_") == 1)


def test_a_click_brings_the_line_of_its_block(context: Context, pane: PreviewPane) -> None:
    lines: list[int] = []
    pane.block_clicked.connect(lines.append)
    body = (
        "First.\n\nSecond,\nover two lines.\n\n![Gone](photo:nothing)\n\n- a list\n\n[a link](https://example.org)"
    )
    page = shown(pane, replace(article_in(context, "en"), body=body))
    for number, line in ((0, 0), (1, 2), (2, 7)):
        click(pane, page, f"document.querySelector('.body').children[{number}]")
        wait_until(lambda: lines, "a line")
        assert lines.pop() == line
    click(pane, page, "document.querySelector('h1')")
    click(pane, page, "document.querySelector('.body').children[0]")
    wait_until(lambda: lines, "a line")
    assert lines == [0]


def click(pane: PreviewPane, page: QWebEnginePage, element: str) -> None:
    """Click on the beginning of an element."""
    answer(page, f"{element}.scrollIntoView({{block: 'center'}}); 1")
    wait_frame(page)
    place = (
        f"(() => {{ const r = {element}.getBoundingClientRect(); return `${{r.left + 8}} ${{r.top + 8}}`; }})()"
    )
    x, y = map(float, str(answer(page, place)).split())
    spot = QPointF(x, y) * page.zoomFactor()
    press_at(pane, spot.toPoint())


class Opener(QObject):
    """Takes the place of the person's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Note what would be opened."""
        self.urls.append(url.toString())


def test_a_link_leads_out_only_after_a_question(context: Context, pane: PreviewPane) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("https", opener, "take")  # type: ignore[arg-type]
    body = "[a link](https://example.org/page?a=1)"
    page = shown(pane, replace(article_in(context, "en"), body=body))
    click(pane, page, "document.querySelector('.body a')")
    banner = pane.findChild(Banner)
    assert banner is not None
    wait_until(lambda: banner.text, "the question")
    assert banner.text == "Open example.org in the browser?"
    assert opener.urls == []
    press(pane, "Open")
    QDesktopServices.unsetUrlHandler("https")
    assert opener.urls == ["https://example.org/page?a=1"]
    assert banner.isHidden()


@pytest.mark.parametrize(("device", "width"), [("Phone", 390), ("Tablet", 820), ("Desktop", 1280)])
def test_a_page_is_as_wide_as_on_the_device(context: Context, pane: PreviewPane, device: str, width: int) -> None:
    page = shown(pane, article_in(context, "en"))
    press(pane, device)
    wait_until(lambda: abs(float(str(answer(page, "innerWidth"))) - width) <= 3, f"a width of {width}")


def test_dark_and_light_are_those_of_the_page(context: Context, pane: PreviewPane) -> None:
    page = shown(pane, article_in(context, "en"))
    ground = (
        "getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).colorScheme"
    )
    light = answer(page, ground)
    press(pane, "Show the page in dark")
    wait_until(lambda: str(answer(page, ground)).endswith("dark"), "the dark page")
    assert answer(page, ground) != light
    pane.refresh(replace(article_in(context, "en"), body="Typed."))
    settled(pane)
    assert str(answer(page, ground)).endswith("dark")
    press(pane, "Show the page in light")
    wait_until(lambda: answer(page, ground) == light, "the light page")


def test_a_page_of_an_arabic_edition_runs_from_the_right(context: Context, pane: PreviewPane) -> None:
    page = shown(pane, article_in(context, "ar"))
    assert answer(page, "document.documentElement.dir") == "rtl"
    assert answer(page, "scrollX") == 0


def test_what_is_changed_beside_the_text_is_followed(context: Context, pane: PreviewPane) -> None:
    article = article_in(context, "en")
    page = shown(pane, article)
    typed = replace(article, headline="Typed and not saved")
    pane.refresh(typed)
    settled(pane)
    context.do(lambda store: change_article(store, article.id, {"dateline": "FAR AWAY"}))
    wait_until(
        lambda: "FAR AWAY" in str(answer(page, "document.querySelector('.column').textContent")), "the step"
    )
    assert heading(page) == "Typed and not saved"
    context.do(lambda store: edit_text(store, article.id, {"headline": "Typed and"}))
    wait_until(lambda: context.read.get(Article, article.id).headline == "Typed and")  # type: ignore[union-attr]
    settled(pane)
    assert heading(page) == "Typed and not saved"


def test_the_engine_comes_back_once_by_itself(context: Context, pane: PreviewPane) -> None:
    article = article_in(context, "en")
    page = shown(pane, article)
    kill(page)
    wait_until(lambda: not pane.is_up_to_date, "the end of the engine's process")
    settled(pane)
    assert heading(page) == article.headline.replace("'", "’")
    kill(page)
    wait_until(lambda: pane.findChild(QWebEngineView) is None, "the end of the preview")
    assert "The preview stopped" in [each.text() for each in pane.findChildren(QLabel)]
    press(pane, "Load again")
    settled(pane)
    assert heading(page_of(pane)) == article.headline.replace("'", "’")


def kill(page: QWebEnginePage) -> None:
    os.kill(page.renderProcessPid(), signal.SIGKILL)


def test_a_broken_theme_is_said_in_the_pane(context: Context, pane: PreviewPane, sample: Path) -> None:
    (sample / "theme").mkdir(exist_ok=True)
    template = sample / "theme" / "story.html"
    template.write_text("{{ view.nothing }}", encoding="utf-8")
    pane.show_article(article_in(context, "en"))
    wait_until(lambda: any("story.html" in each.text() for each in pane.findChildren(QLabel)), "the trouble")
    template.unlink()
    press(pane, "Load again")
    settled(pane)


def test_a_hidden_preview_lets_the_engine_go(context: Context, pane: PreviewPane) -> None:
    page = shown(pane, article_in(context, "en"))
    gone: list[str] = []
    profile = page.profile()
    page.destroyed.connect(lambda: gone.append("page"))
    profile.destroyed.connect(lambda: gone.append("profile"))
    pane.hide()
    assert gone == ["page", "profile"]
    pane.refresh(replace(article_in(context, "en"), headline="While hidden"))
    pane.show()
    settled(pane)
    assert heading(page_of(pane)) == "While hidden"


def test_it_may_be_hidden_at_any_moment(context: Context, pane: PreviewPane) -> None:
    article = article_in(context, "en")
    pane.show_article(article)
    there = "document.querySelector('h1') ? 1 : 0"
    for rounds in range(6):
        pane.hide()
        pane.show()
        if rounds % 2:
            wait_until(lambda: pane.findChild(QWebEngineView), "the engine")
    settled(pane)
    wait_until(lambda: answer(page_of(pane), there) == 1)


def test_the_engine_is_loaded_with_the_first_page_only() -> None:
    code = "import sys, newsdesk.ui.preview\nprint([name for name in sys.modules if 'WebEngine' in name])"
    assert run_python(code) == "[]\n"


def test_a_large_page_is_shown(application: QApplication) -> None:
    browser = Browser(lambda _photo, _width, deliver: deliver(None))
    window = placed(browser)
    there: list[None] = []
    browser.shown.connect(lambda: there.append(None))
    paragraphs = "<p>" + "word " * 100 + "</p>\n"
    html = f"<!DOCTYPE html><title>Large</title><div class=body>{paragraphs * 6000}</div>"
    assert len(html) > 3_000_000
    browser.show_page(PreviewPage("large.html", html, {}, ()), {})
    wait_until(lambda: there, "the large page")
    assert answer(page_of(browser), "document.querySelector('.body').children.length") == 6000
    window.close()
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def run_python(code: str) -> str:
    source = Path(newsdesk.__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": str(source)}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return ran.stdout
