"""The head of an article: its fields, its byline, and how it makes room for the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QWidget

from helpers.waiting import wait_until
from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId
from newsdesk.ui.editor.head import Head
from newsdesk.ui.editor.head_byline import Signed
from newsdesk.ui.editor.head_fold import LINE, Page, furthest, height, is_folded
from newsdesk.ui.kit.look import Look

ENGLISH = Edition(EditionId("e"), "en", "English", "ltr")
ARABIC = Edition(EditionId("a"), "ar", "العربية", "rtl")
LONG = Page(head=440, room=580, text=3000, line=29)


@pytest.fixture
def head(look: Look) -> Iterator[Head]:
    """A head in a window."""
    window = QWidget()
    window.resize(600, 400)
    made = Head(look)
    made.setParent(window)
    made.setGeometry(0, 0, 600, 400)
    window.show()
    window.activateWindow()
    wait_until(window.isActiveWindow)
    yield made
    window.close()
    window.deleteLater()


def offer(head: Head, known: dict[str, str]) -> None:
    """Offer names, without the list that drops down: the platform of the tests warns of such windows."""
    head.byline.offer(known)
    head.byline.adding.completer().setCompletionMode(QCompleter.CompletionMode.InlineCompletion)


def test_the_whole_head_stands_over_a_long_text_before_it_is_scrolled() -> None:
    assert height(replace(LONG, room=900), 0) == 440


def test_a_low_window_keeps_six_lines_of_text() -> None:
    assert LONG.room - height(LONG, 0) == 6 * LONG.line


def test_scrolled_away_the_head_is_one_line_and_twelve_lines_of_text_show() -> None:
    away = furthest(LONG)
    assert height(LONG, away) == LINE
    assert is_folded(LONG, away)
    assert (LONG.room - LINE) // LONG.line >= 12


def test_the_head_stays_where_everything_fits() -> None:
    assert furthest(replace(LONG, text=100)) == 0


def test_the_head_goes_no_further_than_brings_more_text_to_sight() -> None:
    page = replace(LONG, text=200)
    away = furthest(page)
    assert away == 60
    assert height(page, away) + page.text == page.room


def test_scrolling_pixel_by_pixel_never_jumps() -> None:
    heights = [height(LONG, offset) for offset in range(furthest(LONG) + 1)]
    assert all(0 <= before - after <= 1 for before, after in pairwise(heights))


def test_enter_goes_from_field_to_field_and_into_the_body(head: Head) -> None:
    went: list[None] = []
    head.went_on.connect(lambda: went.append(None))
    head.enter("kicker")
    for name in ("headline", "standfirst"):
        QTest.keyClick(head.window().focusWidget(), Qt.Key.Key_Return)
        assert head.fields[name].hasFocus()
    QTest.keyClick(head.fields["standfirst"], Qt.Key.Key_Return)
    assert went == [None]


def test_enter_goes_through_the_byline_into_the_body(head: Head) -> None:
    went: list[None] = []
    head.went_on.connect(lambda: went.append(None))
    head.byline.enter()
    QTest.keyClick(head.byline.adding, Qt.Key.Key_Return)
    assert head.byline.place.hasFocus()
    QTest.keyClick(head.byline.place, Qt.Key.Key_Return)
    assert went == [None]


def test_up_and_down_leave_a_field_only_at_its_ends(head: Head) -> None:
    head.show_text("headline", "A headline that is long enough for two lines of its large letters")
    head.enter("kicker")
    QTest.keyClick(head.fields["kicker"], Qt.Key.Key_Down)
    assert head.fields["headline"].hasFocus()
    QTest.keyClick(head.fields["headline"], Qt.Key.Key_Up)
    assert head.fields["headline"].hasFocus()
    QTest.keyClick(head.fields["headline"], Qt.Key.Key_Up)
    assert head.fields["kicker"].hasFocus()


def test_ctrl_z_takes_back_what_was_typed_in_the_field_alone(head: Head) -> None:
    head.show_text("headline", "Tide")
    head.forget_typing()
    head.enter("kicker")
    QTest.keyClicks(head.fields["kicker"], "News")
    head.enter("headline")
    QTest.keyClicks(head.fields["headline"], "s")
    QTest.keySequence(head.fields["headline"], "Ctrl+Z")
    assert (head.text("kicker"), head.text("headline")) == ("News", "Tide")
    QTest.keySequence(head.fields["headline"], "Ctrl+Z")
    assert head.text("headline") == "Tide"


def test_only_a_person_edits(head: Head, look: Look) -> None:
    edited: list[str] = []
    head.edited.connect(edited.append)
    head.show_edition(ENGLISH)
    head.show_text("headline", "Tide")
    look.changed.emit()
    assert edited == []
    head.enter("standfirst")
    QTest.keyClicks(head.fields["standfirst"], "x")
    assert edited == ["standfirst"]


def test_scripts_that_join_their_letters_have_no_capitals_and_no_spacing(head: Head) -> None:
    head.show_edition(ENGLISH)
    assert head.fields["kicker"].font().capitalization() is QFont.Capitalization.AllUppercase
    head.show_edition(ARABIC)
    font = head.fields["kicker"].font()
    assert font.capitalization() is QFont.Capitalization.MixedCase
    assert font.letterSpacing() in (0, 100)
    assert head.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_enter_adds_a_name_and_backspace_takes_the_last_away(head: Head) -> None:
    changes: list[list[tuple[str, str]]] = []
    head.signed.connect(changes.append)
    offer(head, {"Inês Costa": "p1", "Omar Haddad": "p2"})
    head.byline.show_signed([Signed("p1", "Inês Costa", "Text")])
    head.byline.enter()
    QTest.keyClicks(head.byline.adding, "omar haddad")
    QTest.keyClick(head.byline.adding, Qt.Key.Key_Return)
    assert changes[-1] == [("p1", "Text"), ("p2", "")]
    QTest.keyClicks(head.byline.adding, "Nia New")
    QTest.keyClick(head.byline.adding, Qt.Key.Key_Return)
    assert changes[-1] == [("p1", "Text"), ("p2", ""), ("Nia New", "")]
    QTest.keyClick(head.byline.adding, Qt.Key.Key_Backspace)
    assert changes[-1] == [("p1", "Text"), ("p2", "")]


def test_nobody_signs_twice(head: Head) -> None:
    changes: list[list[tuple[str, str]]] = []
    head.signed.connect(changes.append)
    offer(head, {"Omar Haddad": "p2"})
    head.byline.show_signed([Signed("p2", "Omar Haddad")])
    head.byline.enter()
    QTest.keyClicks(head.byline.adding, "Omar Haddad")
    QTest.keyClick(head.byline.adding, Qt.Key.Key_Return)
    assert changes == []


def test_a_name_from_the_offer_is_added_once_and_leaves_the_field_empty(head: Head) -> None:
    changes: list[list[tuple[str, str]]] = []
    head.signed.connect(changes.append)
    offer(head, {"Omar Haddad": "p2"})
    head.byline.enter()
    head.byline.adding.completer().activated.emit("Omar Haddad")
    head.byline.adding.setText("Omar Haddad")
    wait_until(lambda: not head.byline.adding.text())
    assert changes == [[("p2", "")]]
