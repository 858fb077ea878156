"""The Publish sheet, from the ticks to the files of the site, with the mouse."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from helpers.offscreen import windows_with_sizes
from helpers.waiting import wait_until
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import edit_text, export_site, publish_all, set_moment, set_status, site_folder
from newsdesk.store import Store
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs import exporting
from newsdesk.ui.dialogs.publish_sheet import PublishSheet
from newsdesk.ui.kit.debounce import Debounce


class Desk:
    """A newsroom with an article to publish, one under embargo, and a window to open the sheet over."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.window = QWidget()
        self.window.resize(900, 700)
        self.window.show()
        articles = {article.headline: article.id for article in context.read.every(Article)}
        self.fresh = articles["The bridge that took forty years to cross"]
        self.embargoed = articles["Hold the council meeting when people can come"]

    def make_embargo(self) -> None:
        opens = self.context.clock() + timedelta(days=20)

        def give(store: Store) -> None:
            set_moment(store, self.embargoed, "embargo", opens)
            set_status(store, [self.embargoed], Status.READY)

        self.context.do(give).result()

    def sheet(self, *selected: ArticleId, out: Path | None = None) -> PublishSheet:
        made = PublishSheet(self.context, selected, self.window)
        made.open()
        if out is not None:
            made.set_folder(out)
        wait_until(lambda: made.rows.widget() is not None, "the list")
        return made


@pytest.fixture
def desk(context: Context, application: QApplication) -> Iterator[Desk]:
    with windows_with_sizes():
        made = Desk(context)
        yield made
        # What was asked of the sheet comes home before the newsroom closes.
        context.do(lambda _store: None).result()
        application.processEvents()
        made.window.close()
        made.window.deleteLater()


def click(button: QPushButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_publishes_what_is_ticked_into_the_folder(desk: Desk, tmp_path: Path) -> None:
    desk.make_embargo()
    out = tmp_path / "site"
    sheet = desk.sheet(desk.fresh, desk.embargoed, out=out)
    assert sheet.rows.chosen() == [desk.fresh]
    assert "Embargoed until" in sheet.rows.facts[desk.embargoed].text()
    assert sheet.go.text() == "&Publish 1 article"
    wait_until(lambda: sheet.outcome.summary.startswith("Writes "), "the dry run")
    assert "changes none, removes none" in sheet.outcome.summary
    assert not out.exists()
    went: list[int] = []
    sheet.published.connect(went.append)

    click(sheet.go)
    wait_until(lambda: sheet.browse.isVisible(), "the end")

    assert went == [1]
    assert sheet.outcome.summary.startswith("Published 1 article. Wrote ")
    assert sheet.windowTitle() == "Published"
    assert not sheet.go.isVisible()
    assert sheet.show_folder.isVisible()
    pages = {path.name for path in out.rglob("*.html")}
    slugs = {id: desk.context.read.get(Article, id).slug for id in (desk.fresh, desk.embargoed)}  # type: ignore[union-attr]
    assert f"{slugs[desk.fresh]}.html" in pages
    assert f"{slugs[desk.embargoed]}.html" not in pages
    assert site_folder(desk.context.state, desk.context.newsroom_id) == out
    sheet.close()


def test_the_dry_run_names_every_file(desk: Desk, tmp_path: Path) -> None:
    sheet = desk.sheet(desk.fresh, out=tmp_path / "site")
    wait_until(lambda: sheet.outcome.unfold.isVisible(), "the dry run")
    click(sheet.outcome.unfold)
    assert "+ index.html" in sheet.outcome.paths.splitlines()
    sheet.close()


def test_warns_of_what_to_look_at(desk: Desk, tmp_path: Path) -> None:
    desk.context.do(lambda store: edit_text(store, desk.fresh, {"body": "Here is <b>TK</b> more."})).result()
    sheet = desk.sheet(desk.fresh, out=tmp_path / "site")
    facts = sheet.rows.facts[desk.fresh].text()
    warn = desk.context.look.tokens.warn
    assert f'<span style="color: {warn}">1 TK is left in the text.' in facts
    sheet.close()


def test_an_article_that_is_held_cannot_be_ticked(desk: Desk, tmp_path: Path) -> None:
    desk.context.do(lambda store: set_status(store, [desk.fresh], Status.HELD)).result()
    sheet = desk.sheet(desk.fresh, out=tmp_path / "site")
    assert not sheet.rows.ticks[desk.fresh].isEnabled()
    assert sheet.rows.chosen() == []
    assert sheet.go.text() == "&Update the site"
    sheet.close()


def test_a_change_goes_out_by_a_persons_own_hand_alone(desk: Desk, tmp_path: Path) -> None:
    def change(store: Store) -> None:
        publish_all(store, [desk.fresh])
        edit_text(store, desk.fresh, {"headline": "The bridge & the river"})

    desk.context.do(change).result()
    sheet = desk.sheet(desk.embargoed, out=tmp_path / "site")
    assert desk.fresh not in sheet.rows.chosen()
    assert "Changed since " in sheet.rows.facts[desk.fresh].text()
    sheet.close()
    sheet = desk.sheet(desk.fresh, out=tmp_path / "site")
    assert sheet.rows.chosen() == [desk.fresh]
    sheet.close()
    sheet = desk.sheet(out=tmp_path / "site")
    assert sheet.rows.chosen() == []
    QTest.keyClick(sheet.rows.ticks[desk.fresh], Qt.Key.Key_Space)
    assert sheet.rows.chosen() == [desk.fresh]
    assert sheet.go.text() == "&Publish 1 article"
    QTest.keyClick(sheet.rows.ticks[desk.fresh], Qt.Key.Key_Space)
    assert sheet.go.text() == "&Update the site"
    sheet.close()


def test_what_is_typed_is_handed_over_before_the_list_is_made(desk: Desk) -> None:
    headline = "The bridge, typed just now"

    def flush() -> None:
        desk.context.do(lambda store: edit_text(store, desk.fresh, {"headline": headline}))

    desk.context.add_flusher(desk.window, flush)
    sheet = desk.sheet(desk.fresh)
    assert sheet.rows.ticks[desk.fresh].accessibleName() == headline
    sheet.close()


def test_without_a_folder_it_asks_for_one(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.context, "state", tmp_path / "state")
    sheet = desk.sheet(desk.fresh)
    assert not sheet.go.isEnabled()
    assert "Choose the folder" in sheet.outcome.summary
    assert sheet.folder.text() == "&Choose a folder…"
    sheet.close()


def test_a_folder_that_will_not_do_is_told_in_the_sheet(desk: Desk) -> None:
    troubled: list[object] = []
    desk.context.troubled.connect(troubled.append)
    inside = desk.context.folder / "site"
    sheet = desk.sheet(desk.fresh, out=inside)
    wait_until(lambda: sheet.outcome.fault, "the trouble")
    assert str(inside) in sheet.outcome.fault
    assert not sheet.go.isEnabled()
    assert troubled == []
    sheet.close()


def test_the_site_of_another_newsroom_is_told_in_the_sheet(desk: Desk, tmp_path: Path) -> None:
    manifest = tmp_path / "site" / ".newsdesk" / "manifest.json"
    manifest.parent.mkdir(parents=True)
    manifest.write_text('{"version":1,"newsroom":"another","folders":[],"files":{}}', encoding="utf-8")
    sheet = desk.sheet(desk.fresh, out=tmp_path / "site")
    wait_until(lambda: sheet.outcome.fault, "the trouble")
    assert "holds the site of another newsroom" in sheet.outcome.fault
    assert not sheet.go.isEnabled()
    sheet.close()


def test_a_folder_that_cannot_be_written_is_told_and_can_be_changed(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    sheet = desk.sheet(desk.fresh, out=tmp_path / "file" / "site")
    if not sheet.outcome.fault:
        click(sheet.go)
    wait_until(lambda: sheet.outcome.fault, "the trouble")
    assert sheet.isVisible()
    sheet.set_folder(tmp_path / "site")
    wait_until(lambda: sheet.outcome.summary.startswith("Writes "), "the dry run")
    assert sheet.outcome.fault == ""
    click(sheet.go)
    wait_until(lambda: sheet.browse.isVisible(), "the end")
    assert (tmp_path / "site" / "index.html").exists()
    sheet.close()


@pytest.fixture
def held_back(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Event, Event]]:
    """Exports that wait, once begun, until they may go on."""
    begun, on = Event(), Event()

    def wait(*args: object, **named: object) -> object:
        begun.set()
        assert on.wait(20)
        return export_site(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(exporting, "export_site", wait)
    yield begun, on
    on.set()


def test_cancel_stops_the_export_and_leaves_the_folder_alone(
    desk: Desk, tmp_path: Path, held_back: tuple[Event, Event]
) -> None:
    begun, on = held_back
    out = tmp_path / "site"
    sheet = desk.sheet(desk.fresh, out=out)
    click(sheet.go)
    wait_until(begun.is_set, "the export")
    click(sheet.cancel)
    assert sheet.isVisible()
    assert not sheet.cancel.isEnabled()
    on.set()
    wait_until(lambda: sheet.outcome.summary.startswith("You stopped it"), "the stop")
    assert not (out / "index.html").exists()
    assert sheet.cancel.isEnabled()
    click(sheet.cancel)
    assert not sheet.isVisible()


def test_a_window_that_goes_takes_the_sheet_with_it_and_stops_the_export(
    desk: Desk, tmp_path: Path, held_back: tuple[Event, Event], application: QApplication
) -> None:
    begun, on = held_back
    sheet = desk.sheet(desk.fresh, out=tmp_path / "site")
    click(sheet.go)
    wait_until(begun.is_set, "the export")
    gone: list[bool] = []
    sheet.destroyed.connect(lambda: gone.append(True))
    sheet.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone == [True]
    on.set()
    wait_until(lambda: not desk.context.findChildren(exporting.Export), "the end of the export")
    assert not (tmp_path / "site" / "index.html").exists()


def test_the_sheet_is_freed_and_what_comes_late_finds_nobody(
    desk: Desk, tmp_path: Path, application: QApplication
) -> None:
    hold = Event()
    sheet = desk.sheet(desk.fresh, out=tmp_path / "site")
    desk.context.do(lambda _store: hold.wait(20))
    sheet.set_folder(tmp_path / "other")
    sheet.findChildren(Debounce)[0].flush()
    sheet.close()
    kept = weakref.ref(sheet)
    del sheet
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    hold.set()
    desk.context.do(lambda _store: None).result()
    application.processEvents()
    gc.collect()
    assert kept() is None


def test_the_browser_opens_the_page_that_went_out(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    sheet = desk.sheet(desk.fresh, out=tmp_path / "site")
    click(sheet.go)
    wait_until(lambda: sheet.browse.isVisible(), "the end")
    click(sheet.browse)
    click(sheet.show_folder)
    page, folder = (Path(url.toLocalFile()) for url in opened)
    assert page.is_file()
    assert "The bridge that took forty years to cross" in page.read_text(encoding="utf-8")
    assert folder == tmp_path / "site"
    sheet.close()


def test_nothing_is_cut_on_a_small_screen(desk: Desk, tmp_path: Path) -> None:
    every = [article.id for article in desk.context.read.every(Article)]

    def change(store: Store) -> None:
        for id in every:
            edit_text(store, id, {"body": "TK\n\nTK"})

    desk.context.do(change).result()
    sheet = desk.sheet(*every, out=tmp_path / "site")
    wait_until(lambda: sheet.outcome.unfold.isVisible(), "the dry run")
    click(sheet.outcome.unfold)
    needed = sheet.layout()
    assert needed is not None
    wait_until(lambda: sheet.height() == needed.totalHeightForWidth(sheet.width()), "the height")
    assert sheet.height() <= 700
    sheet.close()


def test_an_empty_newsroom_has_nothing_new(empty_context: Context, tmp_path: Path) -> None:
    with windows_with_sizes():
        window = QWidget()
        sheet = PublishSheet(empty_context, [], window)
        sheet.open()
        sheet.set_folder(tmp_path / "site")
        wait_until(lambda: sheet.outcome.summary.startswith("Writes "), "the dry run")
        assert sheet.go.text() == "&Update the site"
        click(sheet.go)
        wait_until(lambda: sheet.browse.isVisible(), "the end")
        assert sheet.windowTitle() == "The site is up to date"
        sheet.close()
        window.deleteLater()
