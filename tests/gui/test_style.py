"""The style sheet where Qt has its own mind: what is high, where it stands, and that states can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from helpers.offscreen import windows_with_sizes
from helpers.waiting import wait_until
from newsdesk.ui.kit.completion import offer_names
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.tokens import CONTROL
from newsdesk.ui.kit.widgets import button, number_box


class Form:
    """A window with a row for each widget; the first that was put in has no focus."""

    def __init__(self) -> None:
        self.window = QWidget()
        self._column = QVBoxLayout(self.window)
        self._idle = QLineEdit()

    def show(self, *widgets: QWidget) -> None:
        for widget in (self._idle, *widgets):
            self._column.addWidget(widget)
        self.window.resize(300, 300)
        self.window.show()
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow)
        self._idle.setFocus()


@pytest.fixture
def form(look: Look) -> Iterator[Form]:  # noqa: ARG001
    with windows_with_sizes():
        made = Form()
        yield made
        made.window.close()
        made.window.deleteLater()


def drawn(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_a_number_stands_in_its_box_as_text_in_its_field(form: Form) -> None:
    number, line = number_box(1, 99, 18), QLineEdit()
    form.show(number, line)
    inner = number.lineEdit()
    assert number.height() == line.height() == CONTROL
    assert number.rect().contains(inner.geometry())
    number.setFocus()
    QTest.keyClick(number, Qt.Key.Key_Home)
    first = inner.mapTo(number, inner.cursorRect().center()).x()
    assert abs(first - line.cursorRect().center().x()) <= 2
    assert number.height() == CONTROL


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_shows_the_keyboard_and_stays_as_large(form: Form, kind: type[QCheckBox | QRadioButton]) -> None:
    box = kind("Tick")
    form.show(box)
    before, hint = drawn(box), box.sizeHint()
    box.setFocus(Qt.FocusReason.TabFocusReason)
    after = drawn(box)
    words = QRect(26, 0, box.width() - 26, box.height())
    assert before != after
    assert before.copy(words) == after.copy(words)
    assert box.sizeHint() == hint


def test_a_tick_is_seen_where_it_cannot_be_changed(form: Form) -> None:
    on, off = QCheckBox("Tick"), QCheckBox("Tick")
    on.setChecked(True)
    form.show(on, off)
    for box in (on, off):
        box.setEnabled(False)
    assert drawn(on) != drawn(off)


def test_a_link_that_cannot_be_followed_looks_so(form: Form) -> None:
    link = button("Change…", lambda: None, "link")
    form.show(link)
    before = drawn(link)
    link.setEnabled(False)
    assert drawn(link) != before


@pytest.fixture
def from_the_right(application: QApplication) -> Iterator[None]:
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("from_the_right")
@pytest.mark.parametrize("editable", [False, True])
def test_a_choice_is_mirrored_with_its_arrow(form: Form, editable: bool) -> None:
    combo = QComboBox(editable=editable)
    combo.addItem("ההה")
    form.show(combo)
    assert 8 <= first_ink(drawn(combo).flipped(Qt.Orientation.Horizontal)) <= 16


def first_ink(image: QImage) -> int:
    """How far from its left edge anything is written; the frame does not count."""
    frame, middle = 4, range(image.height() // 3, image.height() * 2 // 3)
    across = range(frame, image.width())
    return next(x for x in across if any(image.pixelColor(x, y).value() < 120 for y in middle))


def test_the_list_under_a_field_stands_on_paper(form: Form, look: Look) -> None:
    line = QLineEdit()
    names = offer_names(line, ["Lena Fuchs", "Lena Roth"])
    form.show(line)
    line.setFocus()
    QTest.keyClicks(line, "lena")
    popup = names.popup()
    assert popup is not None
    assert popup.isVisible()
    assert drawn(popup).pixelColor(QPoint(3, popup.height() - 3)) == look.colour("paper")
    assert not popup.verticalScrollBar().isVisible()
