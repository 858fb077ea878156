"""The top of the History tab: a button that becomes a field for the name of a version to keep."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.kit.tokens import CONTROL
from newsdesk.ui.kit.widgets import button

LONGEST = 80
"""Letters of a name."""


class KeepField(QWidget):
    """`named` brings the name that a person gave."""

    named = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.open = button(tr("&Keep a Version…"), self.open_field)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST)
        self.name.setPlaceholderText(tr("A name, such as “filed v1”"))
        self.name.setAccessibleName(tr("Name of the version"))
        self.keep = button(tr("Keep"), self._take, "primary")
        asking = QWidget()
        row = QHBoxLayout(asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.keep)
        around = QHBoxLayout(self)
        around.setContentsMargins(16, 10, 16, 10)
        # It shows its first page at once: without a place in here that would be a window of its own.
        self._stack = QStackedLayout()
        around.addLayout(self._stack)
        self._stack.addWidget(self.open)
        self._stack.addWidget(asking)
        self.setFixedHeight(CONTROL + 20)
        self.name.returnPressed.connect(self._take)
        self.name.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.keep.setEnabled(False)

    @property
    def is_open(self) -> bool:
        """Whether a name is asked for."""
        return self._stack.currentIndex() == 1

    def open_field(self) -> None:
        """Ask for a name."""
        self._stack.setCurrentIndex(1)
        self.name.setFocus()

    def close_field(self) -> None:
        """Ask no more; what was typed is not wanted."""
        self.name.clear()
        self._stack.setCurrentIndex(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc asks no more."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_field()
            self.open.setFocus()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.close_field()
            self.named.emit(name)
