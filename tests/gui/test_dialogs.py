"""Start, preferences, the newsroom's settings, the palette and the page of shortcuts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QSpinBox, QWidget

from helpers.offscreen import windows_with_sizes
from helpers.waiting import wait_until
from newsdesk.model.edition import Edition
from newsdesk.paths import config_folder
from newsdesk.settings import Preferences, Theme, Way, load_preferences
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.newsroom_settings import NewsroomDialog
from newsdesk.ui.dialogs.palette import Palette
from newsdesk.ui.dialogs.preferences import PreferencesDialog
from newsdesk.ui.dialogs.shortcuts import ShortcutsDialog
from newsdesk.ui.dialogs.start import Make, Start, StartDialog
from newsdesk.ui.kit.look import Look


@pytest.fixture
def window(look: Look, application: QApplication) -> Iterator[QWidget]:  # noqa: ARG001
    """A window to open dialogs over."""
    with windows_with_sizes():
        made = QWidget()
        made.resize(1000, 700)
        made.show()
        yield made
        made.close()
        made.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def click(button: QAbstractButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# Start


@pytest.fixture
def start(window: QWidget, tmp_path: Path) -> StartDialog:
    made = StartDialog(Preferences(), [tmp_path / "weekly"], tmp_path / "home", window)
    made.open()
    return made


def test_start_takes_the_way_that_is_clicked_and_the_sample(start: StartDialog, tmp_path: Path) -> None:
    assert start.solo.isChecked()
    click(start.desk)
    assert start.desk.isChecked()
    assert not start.solo.isChecked()
    click(start.sample)
    assert start.choice == Start(Way.DESK, Make.SAMPLE, tmp_path / "home" / "sample")


def test_a_click_on_the_words_of_a_card_chooses_it(start: StartDialog, window: QWidget) -> None:
    words = start.desk.findChildren(QLabel)[1]
    place = words.mapTo(start, words.rect().center())
    assert start.childAt(place) is start.desk
    assert window.isVisible()


def test_start_makes_a_newsroom_of_the_title(start: StartDialog, tmp_path: Path) -> None:
    click(start.make)
    assert not start.sample.isVisible()
    click(start.make_it)
    assert start.fault == "Give the newsroom a title first."
    assert start.choice is None
    QTest.keyClicks(start.title, "Port/Alma Ñews")
    assert start.place.text() == str(tmp_path / "home" / "port-alma-news")
    start.language.setCurrentIndex(start.language.findData("pt"))
    click(start.make_it)
    made = Start(Way.SOLO, Make.NEW, tmp_path / "home" / "port-alma-news", "Port/Alma Ñews", "pt")
    assert start.choice == made


def test_start_goes_back_from_the_form(start: StartDialog) -> None:
    click(start.make)
    click(start.make_it)
    click(start.back)
    assert start.sample.isVisible()
    assert not start.form.isVisible()
    assert start.fault == ""


def test_start_opens_what_was_opened_before(start: StartDialog, tmp_path: Path) -> None:
    click(next(button for button in start.findChildren(QAbstractButton) if button.text() == "weekly"))
    assert start.choice == Start(Way.SOLO, Make.OPEN, tmp_path / "weekly")


# Preferences


def test_a_preference_counts_at_once_and_is_kept(context: Context, window: QWidget) -> None:
    dialog = PreferencesDialog(context, window)
    dialog.open()
    theme, size = dialog.fields["theme"], dialog.fields["writing_size"]
    assert isinstance(theme, QComboBox)
    assert isinstance(size, QSpinBox)
    QTest.keyClick(theme, Qt.Key.Key_End)
    QTest.keyClick(size, Qt.Key.Key_Up)
    assert context.preferences.theme is Theme.DARK
    assert context.look.tokens.dark
    assert context.preferences.writing_size == 18
    assert load_preferences(config_folder()) == context.preferences
    dialog.close()
    context.look.apply(Preferences())


def test_preferences_that_cannot_be_kept_are_told(
    context: Context, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr("newsdesk.ui.dialogs.preferences.config_folder", lambda: tmp_path / "file")
    dialog = PreferencesDialog(context, window)
    dialog.open()
    QTest.keyClick(dialog.fields["measure"], Qt.Key.Key_Up)
    said = [shown.text() for shown in dialog.findChildren(QLabel) if shown.property("tone") == "bad"]
    assert "cannot be kept" in said[0]
    assert context.preferences.measure == 67
    dialog.close()


# The newsroom


@pytest.fixture
def newsroom(context: Context, window: QWidget) -> NewsroomDialog:
    made = NewsroomDialog(context, window)
    made.open()
    return made


def write(dialog: NewsroomDialog, name: str, text: str) -> None:
    field = dialog.fields[name]
    if isinstance(field, QComboBox):
        field.setCurrentText(text)
    else:
        assert isinstance(field, QLineEdit)
        field.setText(text)


def test_the_newsroom_is_saved_in_one_step(newsroom: NewsroomDialog, context: Context) -> None:
    write(newsroom, "title", "Quay & Tide")
    write(newsroom, "zone", "America/Lima")
    click(newsroom.save)
    wait_until(lambda: context.read.newsroom().title == "Quay & Tide", "the title")
    assert context.read.newsroom().zone == "America/Lima"
    wait_until(lambda: context.undo_name is not None, "the step")
    context.undo()
    wait_until(lambda: context.read.newsroom().title == "Harbour Weekly", "the former title")
    assert context.read.newsroom().zone == "Europe/Lisbon"


@pytest.mark.parametrize(
    ("name", "wrong", "said"),
    [
        ("zone", "Mars/Base", "“Mars/Base” is not a time zone."),
        ("accent", "bluish", "“bluish” is not a colour."),
        ("address", "{year}", "no place for the slug"),
        ("title", "", "needs a title"),
    ],
)
def test_a_fault_is_told_and_nothing_is_saved(
    newsroom: NewsroomDialog, context: Context, name: str, wrong: str, said: str
) -> None:
    before = context.read.newsroom()
    write(newsroom, "tagline", "Changed as well")
    write(newsroom, name, wrong)
    click(newsroom.save)
    assert said in newsroom.fault
    assert newsroom.isVisible()
    assert newsroom.fields[name].hasFocus()
    context.do(lambda _store: None).result()
    assert context.read.newsroom() == before
    newsroom.close()


def test_an_edition_is_added_and_removed(newsroom: NewsroomDialog, context: Context) -> None:
    rows = newsroom.editions
    there = {edition.language for edition in context.read.every(Edition)}
    assert "cy" not in there
    assert all(rows.languages.findData(language) < 0 for language in there)
    assert not rows.add.isEnabled()
    QTest.keyClicks(rows.languages, "Cym")
    assert {edition.language for edition in context.read.every(Edition)} == there
    click(rows.add)
    wait_until(lambda: "Cymraeg" in rows.names() and len(rows.removers) == len(there), "the edition")
    made = next(edition for edition in context.read.every(Edition) if edition.language == "cy")
    rows.removers[made.id].click()
    wait_until(lambda: made.id not in rows.removers, "the removal")
    assert context.read.get(Edition, made.id) is None
    assert newsroom.fault == ""
    assert rows.languages.findData("cy") > 0
    newsroom.close()


def test_the_wheel_changes_no_zone_and_no_language(newsroom: NewsroomDialog) -> None:
    zone, languages = newsroom.fields["zone"], newsroom.editions.languages
    assert isinstance(zone, QComboBox)
    down = QPoint(0, -120)
    for box, before in ((zone, "Europe/Lisbon"), (languages, "Choose a language…")):
        place = QPointF(box.rect().center())
        QApplication.sendEvent(
            box,
            QWheelEvent(
                place,
                QPointF(box.mapToGlobal(place)),
                QPoint(),
                down,
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
        assert box.currentText() == before
    newsroom.close()


def test_an_edition_with_articles_stays(newsroom: NewsroomDialog, context: Context) -> None:
    rows = newsroom.editions
    spanish = next(edition for edition in context.read.every(Edition) if edition.language == "es")
    rows.removers[spanish.id].click()
    wait_until(lambda: newsroom.fault, "the trouble")
    assert "There are articles in the edition" in newsroom.fault
    assert context.read.get(Edition, spanish.id) == spanish
    newsroom.close()


def test_the_main_edition_has_nothing_to_remove_it(empty_context: Context, window: QWidget) -> None:
    dialog = NewsroomDialog(empty_context, window)
    assert dialog.editions.names() == ["English"]
    assert dialog.editions.removers == {}
    dialog.deleteLater()


# Commands


def commands(window: QWidget, ran: list[str]) -> list[QAction]:
    made = []
    for name, keys in (("&New Article", "Ctrl+N"), ("&Publish…", "Ctrl+Return"), ("Insert &Photo…", "")):
        action = QAction(name, window)
        action.setShortcut(keys)
        action.triggered.connect(lambda _on=False, name=name: ran.append(name))
        made.append(action)
    return made


def shown(palette: Palette) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [palette.list.item(row).data(role) for row in range(palette.list.count())]


def test_the_palette_finds_and_runs_a_command(window: QWidget) -> None:
    ran: list[str] = []
    palette = Palette(commands(window, ran), window)
    palette.open()
    assert shown(palette) == ["New Article", "Publish", "Insert Photo"]
    QTest.keyClicks(palette.field, "P")
    assert shown(palette) == ["Publish", "Insert Photo"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(palette.field, key)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["Insert &Photo…"]
    assert not palette.isVisible()


def test_the_palette_says_why_a_command_cannot_run(window: QWidget) -> None:
    ran: list[str] = []
    actions = commands(window, ran)
    actions[1].setEnabled(False)
    actions[1].setStatusTip("There is no article.")
    palette = Palette(actions, window)
    palette.open()
    QTest.keyClicks(palette.field, "publ")
    assert "There is no article." in [label.text() for label in palette.list.findChildren(QLabel)]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == []
    assert palette.isVisible()
    QTest.keyClicks(palette.field, "xyz")
    assert shown(palette) == []
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    QTest.keyClick(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_click_runs_a_command(window: QWidget) -> None:
    ran: list[str] = []
    palette = Palette(commands(window, ran), window)
    palette.open()
    place = palette.list.visualItemRect(palette.list.item(1)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ran == ["&Publish…"]


def test_the_page_of_shortcuts_names_menus_commands_and_keys(window: QWidget) -> None:
    page = ShortcutsDialog([("File", commands(window, [])[:2]), ("Nothing", [])], window)
    page.open()
    said = [label.text() for label in page.findChildren(QLabel)]
    assert said == ["Keyboard shortcuts", "File", "New Article", "Ctrl+N", "Publish…", "Ctrl+Return"]
    page.close()
