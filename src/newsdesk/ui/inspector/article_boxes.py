"""What the fields of the Article tab have in common: a label, a place for what is wrong, saving as one types."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from newsdesk.errors import Trouble
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import change_article
from newsdesk.newsroom.rescuing import Typed, fingerprint
from newsdesk.ui.context import Context
from newsdesk.ui.kit.entries import Entry
from newsdesk.ui.kit.growing_text import GrowingText
from newsdesk.ui.kit.widgets import label
from newsdesk.ui.unsaved import Unsaved


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
    """Saves the text of one field of an article, such as a note, as it is typed.

    What the newsroom says of the field is shown only while nothing typed is unsaved; `refused(field, Trouble |
    None)` says what stands in the way.
    """

    refused = Signal(str, object)

    def __init__(self, context: Context, name: str, label: str, field: GrowingText) -> None:
        super().__init__(field)
        self._context = context
        self._name = name
        self._label = label
        self._field = field
        self._article: ArticleId | None = None
        self._stored = ""
        self._unsaved = Unsaved(context, self._entries, self)
        self._unsaved.refused.connect(lambda trouble: self.refused.emit(name, trouble))
        field.edited.connect(self._unsaved.note)
        field.left.connect(self.flush)
        field.submitted.connect(self.flush)

    def show(self, article: ArticleId, text: str) -> None:
        """Show the text of an article; that of another is handed over before."""
        if article != self._article:
            self.flush()
            self._article = article
        elif self._unsaved.busy:
            return
        self._stored = text
        newer = self._context.entries.text(self._place(article))
        self._field.set_text(text if newer is None else newer)

    def flush(self) -> None:
        """Hand over what is typed and not yet saved."""
        self._unsaved.flush()

    def _entries(self) -> list[Entry]:
        article, text = self._article, self._field.text()
        if article is None:
            return []
        typed = Typed(self._label, text, article, self._name, based_on=fingerprint(self._stored))
        save = partial(change_article, id=article, values={self._name: text})
        return [Entry(self._place(article), typed, save, partial(self._context.is_gone, article))]

    def _place(self, article: ArticleId) -> str:
        return f"{article} {self._name}"
