"""Fields that offer names: the list stands in nobody's way, and Enter takes what is typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from helpers.offscreen import windows_with_sizes
from helpers.waiting import wait_until
from newsdesk.ui.editor.head_byline import BylineRow
from newsdesk.ui.kit.chips import ChipsField
from newsdesk.ui.kit.completion import offer_names
from newsdesk.ui.kit.look import Look

TOPICS = ("Port Alma", "Port of call", "Harbour")


class Form:
    """A window with a field in it, and far below it another field and a button."""

    def __init__(self, field: QWidget) -> None:
        self.window = QWidget()
        self.other = QLineEdit()
        self.button = QPushButton("Done")
        column = QVBoxLayout(self.window)
        column.addWidget(field)
        column.addSpacing(260)
        column.addWidget(self.other)
        column.addWidget(self.button)
        self.window.resize(400, 460)
        self.window.show()
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow)
        field.setFocus()

    def click(self, widget: QWidget) -> None:
        """Click there by the mouse: the system brings it to whatever is open."""
        handle = self.window.windowHandle()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=widget.mapTo(self.window, widget.rect().center()))


@pytest.fixture
def line() -> QLineEdit:
    made = QLineEdit()
    offer_names(made, ["Lena Fuchs", "Lena Roth"])
    return made


@pytest.fixture
def form(line: QLineEdit) -> Iterator[Form]:
    with windows_with_sizes():
        made = Form(line)
        yield made
        made.window.close()
        made.window.deleteLater()


@pytest.fixture
def topics(look: Look) -> Iterator[ChipsField]:
    with windows_with_sizes():
        made = ChipsField(look, "Topics", "Add…")
        made.offer(TOPICS)
        form = Form(made)
        yield made
        form.window.close()
        form.window.deleteLater()


def type_into_focus(text: str) -> None:
    """Type as a person does, into the list if it is open: it passes on what it does not take itself."""
    for letter in text:
        QTest.keyClicks(taker(), letter)
        QApplication.processEvents()


def taker() -> QWidget:
    taking = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert taking is not None
    return taking


def list_of(line: QLineEdit) -> QAbstractItemView:
    completer = line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    return popup


def test_a_click_beside_the_list_counts(form: Form, line: QLineEdit) -> None:
    pressed: list[bool] = []
    form.button.clicked.connect(lambda: pressed.append(True))
    type_into_focus("lena")
    assert list_of(line).isVisible()
    form.click(form.button)
    assert not list_of(line).isVisible()
    assert len(pressed) == 1
    assert form.button.hasFocus()


def test_the_keyboard_goes_where_the_click_beside_the_list_was(form: Form, line: QLineEdit) -> None:
    type_into_focus("lena")
    form.click(form.other)
    assert form.other.hasFocus()
    type_into_focus("Farol Sete")
    assert (line.text(), form.other.text()) == ("lena", "Farol Sete")


def test_a_click_in_the_list_takes_the_name(form: Form, line: QLineEdit) -> None:
    type_into_focus("lena")
    offered = list_of(line)
    place = offered.visualRect(offered.model().index(1, 0)).center()
    QTest.mouseClick(offered.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert line.text() == "Lena Roth"
    assert form.window.isVisible()


def test_the_list_closes_once_it_says_what_is_typed(form: Form, line: QLineEdit) -> None:
    type_into_focus("LENA FUCH")
    assert list_of(line).isVisible()
    type_into_focus("S")
    wait_until(lambda: not list_of(line).isVisible(), "the end of the list")
    form.click(form.other)
    assert form.other.hasFocus()


def test_other_names_take_the_place_of_the_first(form: Form, line: QLineEdit) -> None:
    offer_names(line, ["Ada Moe"])
    type_into_focus("lena")
    assert not list_of(line).isVisible()
    line.clear()
    type_into_focus("ada")
    assert list_of(line).isVisible()
    assert form.window.isVisible()


@pytest.mark.parametrize("typed", ["Port", "Port Alma"])
def test_enter_takes_a_known_topic_and_leaves_the_field_empty(topics: ChipsField, typed: str) -> None:
    type_into_focus(typed)
    QTest.keyClick(taker(), Qt.Key.Key_Return)
    assert topics.names == [typed]
    assert topics.typed.text() == ""
    type_into_focus("Harbour")
    QTest.keyClick(taker(), Qt.Key.Key_Return)
    assert topics.names == [typed, "Harbour"]


def test_a_topic_is_chosen_in_the_list_by_the_keys(topics: ChipsField) -> None:
    type_into_focus("port")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(taker(), key)
    QApplication.processEvents()
    assert topics.names == ["Port of call"]
    assert topics.typed.text() == ""
    assert not list_of(topics.typed).isVisible()


def test_a_topic_is_chosen_in_the_list_by_a_click(topics: ChipsField) -> None:
    type_into_focus("port")
    offered = list_of(topics.typed)
    place = offered.visualRect(offered.model().index(0, 0)).center()
    QTest.mouseClick(offered.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wait_until(lambda: topics.names == ["Port Alma"], "the topic")
    assert topics.typed.text() == ""


def test_somebody_known_signs_by_enter_with_the_list_open(look: Look) -> None:
    with windows_with_sizes():
        row = BylineRow(look)
        row.offer({"Lena Fuchs": "p1", "Lena Roth": "p2"})
        signed: list[list[tuple[str, str]]] = []
        row.signed.connect(signed.append)
        form = Form(row)
        row.enter()
        type_into_focus("lena")
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(taker(), key)
        QApplication.processEvents()
        assert signed == [[("p1", "")]]
        assert row.adding.text() == ""
        form.window.close()
        form.window.deleteLater()
