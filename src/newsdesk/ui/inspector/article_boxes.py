"""What the fields of the Article tab have in common: a label, a place for what is wrong, saving in pauses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from newsdesk.errors import Trouble
from newsdesk.model.ids import ArticleId
from newsdesk.ui.kit.debounce import Debounce
from newsdesk.ui.kit.growing_text import GrowingText
from newsdesk.ui.kit.widgets import label

QUIET, LONGEST = 1200, 8000
"""Milliseconds without a key, and at most, until a text is handed over."""

Save = Callable[[ArticleId, str, Callable[[], None]], None]
"""Saves a text with an article and calls back when that is over."""


class Boxed(QWidget):
    """A field under its label, and under it what is wrong with what was entered."""

    def __init__(self, text: str, field: QWidget) -> None:
        super().__init__()
        self._fault = label("", "bad", wrap=True)
        self._fault.hide()
        above = QLabel(text)
        above.setProperty("tone", "label")
        above.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(text.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (above, field, self._fault):
            column.addWidget(widget)

    @property
    def fault(self) -> str:
        """What is wrong, or nothing."""
        return self._fault.text()

    def show_fault(self, trouble: Trouble | None) -> None:
        """Say what is wrong and what to do; None: nothing is."""
        self._fault.setText("" if trouble is None else f"{trouble.what}\n{trouble.way_out}")
        self._fault.setVisible(trouble is not None)


class QuietCombo(QComboBox):
    """A combo box that a turn of the wheel on its way through the tab does not change."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        # Qt takes the arrow's place away from the text by itself.
        side = "left" if self.isRightToLeft() else "right"
        self.setStyleSheet(f"QComboBox, QComboBox:focus {{ padding: 0 10px; padding-{side}: 0; }}")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the tab."""
        event.ignore()


class TypedText(QObject):
    """Saves the text of a field in pauses, when the field is left, and when it is asked to.

    What the newsroom says of the field is shown only while nothing typed is unsaved.
    """

    def __init__(self, field: GrowingText, save: Save, parent: QObject) -> None:
        super().__init__(parent)
        self._field = field
        self._save = save
        self._article: ArticleId | None = None
        self._on_the_way = 0
        self._wait = Debounce(self._hand_over, quiet=QUIET, longest=LONGEST, parent=self)
        field.edited.connect(self._wait.note)
        field.left.connect(self.flush)
        field.submitted.connect(self.flush)

    def show(self, article: ArticleId, text: str) -> None:
        """Show the text of an article; that of another is handed over before."""
        if article != self._article:
            self.flush()
            self._article = article
            self._field.set_text(text)
        elif not self._wait.waiting and not self._on_the_way:
            self._field.set_text(text)

    def flush(self) -> None:
        """Hand over what is typed and not yet saved."""
        self._wait.flush()

    def _hand_over(self) -> None:
        if self._article is not None:
            self._on_the_way += 1
            self._save(self._article, self._field.text(), self._came)

    def _came(self) -> None:
        self._on_the_way -= 1
