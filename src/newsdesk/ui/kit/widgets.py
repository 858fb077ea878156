"""Small widgets in one form each: labels, buttons, rules, fields with their labels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QSpinBox, QToolButton, QVBoxLayout, QWidget

from newsdesk.ui.kit.icons import icon
from newsdesk.ui.kit.look import Look

NUMBER_INSET = 10
"""Pixels between the edge of a box and its number."""


def label(text: str, tone: str = "", *, wrap: bool = False) -> QLabel:
    """A text; `tone` is one of soft, label, head, title, good, warn, bad, or empty."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a label another tone."""
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def button(text: str, clicked: Callable[[], object], role: str = "") -> QPushButton:
    """A button; `role` is primary, link, quiet, danger or empty."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor if role in ("link", "quiet") else Qt.CursorShape.ArrowCursor)
    if role:
        made.setProperty("role", role)
    made.clicked.connect(lambda: clicked())
    return made


def icon_button(look: Look, name: str, text: str, clicked: Callable[[], object]) -> QToolButton:
    """A button that shows an icon alone; `text` is read out and shown as its tip."""
    made = QToolButton()
    made.setAccessibleName(text)
    made.setToolTip(text)
    made.setIconSize(QSize(18, 18))
    made.clicked.connect(lambda: clicked())

    def paint() -> None:
        made.setIcon(icon(look, name, "soft"))

    on_look(made, look, paint)
    return made


def on_look(owner: QObject, look: Look, paint: Callable[[], None]) -> None:
    """Paint now and whenever the look changes, as long as the owner lives."""
    look.changed.connect(_Painting(owner, paint).run)
    paint()


class _Painting(QObject):
    """A call that ends with its owner: what is connected to it goes with its parent."""

    def __init__(self, parent: QObject, paint: Callable[[], None]) -> None:
        super().__init__(parent)
        self._paint = paint

    def run(self) -> None:
        """Make the call."""
        self._paint()


def rule(*, upright: bool = False) -> QFrame:
    """A thin line between parts."""
    made = QFrame()
    made.setProperty("rule", "upright" if upright else "true")
    return made


def on_ground(widget: QWidget, ground: str) -> QWidget:
    """The widget on one of the grounds: ground, pane, paper."""
    widget.setProperty("ground", ground)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def field(text: str, widget: QWidget) -> QWidget:
    """A widget under its label, which names it for screen readers and takes a mnemonic."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    above = QLabel(text)
    above.setProperty("tone", "label")
    above.setBuddy(widget)
    if not widget.accessibleName():
        widget.setAccessibleName(text.replace("&", ""))
    column.addWidget(above)
    column.addWidget(widget)
    return made


def number_box(least: int, most: int, value: int) -> QSpinBox:
    """A box with a number, which stands as far from the edge as the text of other fields."""
    made = QSpinBox(minimum=least, maximum=most, value=value)
    made.lineEdit().setTextMargins(NUMBER_INSET, 0, NUMBER_INSET, 0)
    return made


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room for all of it; the whole text is its tip."""

    def __init__(self, text: str = "", tone: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if tone:
            self.setProperty("tone", tone)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw what there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.setFont(self.font())
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
