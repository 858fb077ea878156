"""The bar over the text, and the small sheets that ask for links and articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from helpers.writing import card, edition
from newsdesk.model.article import Status
from newsdesk.model.ids import ArticleId, EditionId, StoryId
from newsdesk.model.query import ArticleRow
from newsdesk.ui.editor.body import Body, Style
from newsdesk.ui.editor.format_bar import FormatBar
from newsdesk.ui.editor.link_field import LinkField
from newsdesk.ui.editor.pickers import pick_link, pick_read
from newsdesk.ui.editor.read_picker import ReadPicker
from newsdesk.ui.kit.look import Look

HEADLINES = ("Council votes", "Fish prices fall", "The bridge")


def headlines(words: str) -> Sequence[ArticleRow]:
    """Articles by their headlines."""
    now = datetime(2026, 1, 16, tzinfo=UTC)
    return [
        ArticleRow(
            ArticleId(f"a{number}"),
            "slug",
            headline,
            Status.DRAFT,
            None,
            EditionId("en"),
            now,
            StoryId("s"),
            None,
            False,
        )
        for number, headline in enumerate(HEADLINES)
        if words.lower() in headline.lower()
    ]


@pytest.fixture
def body(look: Look) -> Iterator[Body]:
    """A pane with the caret in its first word."""
    made = Body(look, card)
    made.resize(600, 500)
    made.show_text("One two.\n\nThree.", edition("en"))
    made.show()
    made.setFocus()
    yield made
    made.close()
    made.deleteLater()


def press(bar: FormatBar, name: str) -> None:
    """Click the button of that name."""
    next(shown for item, shown in bar._items if item.name == name).click()


def test_the_bar_shows_and_changes_what_is_at_the_caret(look: Look, body: Body) -> None:
    bar = FormatBar(look, body)
    bar.resize(900, bar.height())
    press(bar, "Bold")
    assert body.text().startswith("**One** two.")
    bold = next(shown for item, shown in bar._items if item.name == "Bold")
    assert bold.isChecked()
    body.moveCursor(QTextCursor.MoveOperation.End)
    assert not bold.isChecked()
    press(bar, "Quotation")
    assert body.text().endswith("> Three.")
    assert bar.style_button.accessibleName() == "Paragraph style: Quotation"
    heading = next(action for action in bar.style_button.menu().actions() if action.text().startswith("Heading"))
    heading.trigger()
    assert body.style_at_caret() is Style.HEADING_2
    bar.deleteLater()


def test_every_button_has_a_name_and_a_tip_with_its_keys(look: Look, body: Body) -> None:
    bar = FormatBar(look, body)
    for item, shown in bar._items:
        assert shown.accessibleName() == item.name
        assert "Ctrl+" in shown.toolTip()
        assert shown.focusPolicy() is Qt.FocusPolicy.TabFocus
    bar.deleteLater()


def test_what_has_no_room_is_in_a_menu(look: Look, body: Body) -> None:
    bar = FormatBar(look, body)
    bar.resize(1000, bar.height())
    bar.show()
    assert bar.more.isHidden()
    bar.resize(330, bar.height())
    assert not bar.more.isHidden()
    assert all(shown.geometry().right() < 330 for _item, shown in bar._items if not shown.isHidden())
    bar.more.menu().aboutToShow.emit()
    names = [action.text() for action in bar.more.menu().actions()]
    assert names[-1] == "Footnote"
    asked: list[bool] = []
    bar.link_wanted.connect(lambda: asked.append(True))
    bar.more.menu().actions()[names.index("Link")].trigger()
    assert asked
    bar.close()
    bar.deleteLater()


def test_the_strong_buttons_are_the_last_to_lose_their_place(look: Look, body: Body) -> None:
    bar = FormatBar(look, body)
    bar.show()
    kept = []
    for width in range(700, 300, -10):
        bar.resize(width, bar.height())
        shown = [item.name for item, button in bar._items if not button.isHidden()]
        strong = [item.name for item, _button in bar._items if item.strong]
        if len(shown) > len(strong):
            assert set(strong) <= set(shown)
        kept.append(len(shown))
    assert kept == sorted(kept, reverse=True)
    assert kept[0] == len(bar._items) > kept[-1] > 0
    bar.close()
    bar.deleteLater()


def test_a_button_has_its_place_back_as_soon_as_there_is_room(look: Look, body: Body) -> None:
    bar = FormatBar(look, body)
    bar.show()
    bar.resize(700, bar.height())
    ends = max(shown.geometry().right() for _item, shown in bar._items)
    layout = bar.layout()
    assert layout is not None
    wanted = ends + layout.contentsMargins().right() + 1
    bar.resize(wanted - 1, bar.height())
    assert not bar.more.isHidden()
    bar.resize(wanted, bar.height())
    assert bar.more.isHidden()
    bar.close()
    bar.deleteLater()


def test_a_related_article_is_picked_by_the_keyboard(body: Body) -> None:
    body.moveCursor(QTextCursor.MoveOperation.End)
    sheet = pick_read(body, headlines)
    picker = sheet.findChild(ReadPicker)
    assert picker is not None
    assert picker.found.count() == len(HEADLINES)
    QTest.keyClicks(picker.words, "i")
    QTest.keyClick(picker.words, Qt.Key.Key_Down)
    QTest.keyClick(picker.words, Qt.Key.Key_Return)
    assert body.text() == "One two.\n\nThree.\n\nREAD: [Fish prices fall](article:a1)\n\n"


def test_a_page_elsewhere_is_asked_for_its_title(body: Body) -> None:
    body.moveCursor(QTextCursor.MoveOperation.End)
    sheet = pick_read(body, headlines)
    picker = sheet.findChild(ReadPicker)
    assert picker is not None
    picker.words.setText("https://harbour.example/notices")
    QTest.keyClick(picker.words, Qt.Key.Key_Return)
    assert "READ" not in body.text()
    QTest.keyClicks(picker.title, "Notices")
    QTest.keyClick(picker.title, Qt.Key.Key_Return)
    assert "READ: [Notices](https://harbour.example/notices)" in body.text()


def test_a_link_is_set_on_the_word_and_changed_afterwards(body: Body) -> None:
    sheet = pick_link(body, headlines)
    asked = sheet.findChild(LinkField)
    assert asked is not None
    assert asked.text.text() == "One"
    QTest.keyClicks(asked.target, "no address")
    QTest.keyClick(asked.target, Qt.Key.Key_Return)
    assert body.text().startswith("One two.")
    asked.target.setText("example.org")
    QTest.keyClick(asked.target, Qt.Key.Key_Return)
    assert body.text().startswith("[One](https://example.org) two.")
    cursor = body.textCursor()
    cursor.setPosition(2)
    body.setTextCursor(cursor)
    sheet = pick_link(body, headlines)
    asked = sheet.findChild(LinkField)
    assert asked is not None
    assert (asked.text.text(), asked.target.text()) == ("One", "https://example.org")
    asked.target.setText("fish")
    QTest.keyClick(asked.target, Qt.Key.Key_Return)
    assert body.text().startswith("[One](article:a1) two.")


def test_escape_closes_and_changes_nothing(body: Body) -> None:
    sheet = pick_link(body, headlines)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert not body.textCursor().hasSelection()
    assert body.text() == "One two.\n\nThree."
