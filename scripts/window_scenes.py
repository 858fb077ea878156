"""What the pictures of the window show, one scene each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from newsdesk.i18n import message
from newsdesk.model.article import Article
from newsdesk.model.credit import Credit
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.newsroom import Described, delete_articles, describe_photo, edit_text
from newsdesk.newsroom.history import keep_version
from newsdesk.store import Store
from newsdesk.ui.dialogs.bin import BinDialog
from newsdesk.ui.dialogs.compare_dialog import CompareDialog
from newsdesk.ui.dialogs.publish_sheet import PublishSheet
from window_driver import Driver

LARGE = (1440, 900)
SMALL = (1366, 768)
COMPARED = (1120, 780)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is done before the picture is taken, and in which window; `act` may give the picture itself."""

    act: Callable[[Driver], QPixmap | None]
    size: tuple[int, int] = LARGE
    dark: bool = False
    language: str = "en"
    empty: bool = False


def open_slug(driver: Driver, slug: str, language: str = "en") -> Article:
    """Open the article that has this slug in the English edition, or its translation."""
    context = driver.window.context
    editions = {edition.language: edition.id for edition in context.read.every(Edition)}
    english = context.read.article_by_slug(editions["en"], slug)
    if english is None:
        raise SystemExit(f"The sample has no {slug}.")
    article = next(one for one in context.read.story(english.story) if one.edition == editions[language])
    driver.window.open_article(article.id)
    driver.settle(400)
    return article


def _night_shift(driver: Driver) -> None:
    open_slug(driver, "night-shift-dockers")


def _arabic(driver: Driver) -> None:
    open_slug(driver, "night-shift-dockers", "ar")


def _nothing(_driver: Driver) -> None:
    """An empty newsroom says what to do."""


def _preview(driver: Driver) -> None:
    open_slug(driver, "night-shift-dockers")
    driver.run("view.preview")
    driver.wait(lambda: driver.window.preview.is_up_to_date, "The preview")
    driver.settle(800)


def _search(driver: Driver) -> None:
    driver.run("edit.search")
    driver.type("harbour")
    driver.settle(800)


def _alt_missing(driver: Driver) -> None:
    article = open_slug(driver, "council-reopens-customs-house")
    context = driver.window.context

    def forget(store: Store) -> None:
        lead = next(one for one in store.read.placements(article.id) if one.role is Role.LEAD)
        describe_photo(store, article.id, lead.photo, Described(alt_text=""))
        _forget_everywhere(store, lead)

    context.do(forget)
    driver.settle(500)


def _forget_everywhere(store: Store, lead: Placement) -> None:
    photo = store.read.get(Photo, lead.photo)
    if photo is not None:
        with store.step(message("Forget the alt text")):
            store.put(replace(photo, alt_text=""))


def _publish(driver: Driver) -> QPixmap:
    open_slug(driver, "bridge-forty-years")
    driver.run("file.publish")
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, PublishSheet))
    sheet.set_folder(Path(driver.window.context.folder).parent / "sites" / "harbour-weekly")
    driver.settle(2500)
    picture = driver.frame.grab()
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 70))
    place = driver.frame.rect().center() - sheet.rect().center()
    painter.drawPixmap(place, sheet.grab())
    painter.end()
    return picture


def _history(driver: Driver) -> None:
    article = _edited(driver)
    driver.window.open_article(article)
    driver.run("article.history")
    driver.settle(800)


def _compare(driver: Driver) -> QPixmap:
    return _compared(driver, in_line=False)


def _compare_in_line(driver: Driver) -> QPixmap:
    return _compared(driver, in_line=True)


def _compared(driver: Driver, *, in_line: bool) -> QPixmap:
    """What was filed beside the article of now."""
    article = _edited(driver)
    filed = next(one for one in driver.window.context.read.revisions(article) if one.name)
    driver.window.compare(article, filed.id, None)
    (dialog,) = driver.window.findChildren(CompareDialog)
    driver.wait(lambda: dialog.view.rows.rows, "The comparison")
    dialog.resize(*COMPARED)
    if in_line:
        dialog.bar.line.click()
    driver.settle(500)
    return dialog.grab()


def _edited(driver: Driver) -> ArticleId:
    """An article that was filed and edited since, in its headline, two paragraphs, and its lead photo."""
    article = open_slug(driver, "fish-prices-fall")
    context = driver.window.context

    def edit(store: Store) -> None:
        if any(one.name for one in store.read.revisions(article.id)):
            return
        lead = next(one for one in store.read.placements(article.id) if one.role is Role.LEAD)
        keep_version(store, article.id, "filed v1")
        first, second, *others = article.body.split("\n\n")
        texts = [
            first.replace("landed", "brought home", 1),
            "Nobody on the quay calls it a crisis yet.",
            second,
            *others[1:],
        ]
        edit_text(
            store, article.id, {"headline": article.headline.replace("fall", "sink"), "body": "\n\n".join(texts)}
        )
        said = Described(caption=f"{lead.caption} Photographed at six.", credit=Credit("Omar Haddad", "Lusa"))
        describe_photo(store, article.id, lead.photo, said, Role.LEAD)

    context.do(edit).result()
    driver.settle(500)
    return article.id


def _bin(driver: Driver) -> QPixmap:
    articles = [open_slug(driver, slug).id for slug in ("ferry-timetable-spring", "lighthouse-keepers-last-log")]
    driver.window.context.do(lambda store: delete_articles(store, articles)).result()
    driver.run("article.bin")
    driver.settle(500)
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, BinDialog)).grab()


SCENES: Mapping[str, Scene] = {
    "light": Scene(_night_shift),
    "dark": Scene(_night_shift, dark=True),
    "arabic": Scene(_arabic, language="ar"),
    "empty": Scene(_nothing, empty=True),
    "publish": Scene(_publish),
    "preview": Scene(_preview, size=SMALL),
    "alt-text": Scene(_alt_missing),
    "search": Scene(_search),
    "history": Scene(_history),
    "compare": Scene(_compare),
    "compare-dark": Scene(_compare, dark=True),
    "compare-in-line": Scene(_compare_in_line, size=SMALL),
    "bin": Scene(_bin),
}
