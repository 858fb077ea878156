"""A card that is one of several ways to choose from: its name, and a sentence that says what it is for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.ui.kit.widgets import label


class WayCard(QPushButton):
    """A button with two lines that stays pressed."""

    def __init__(self, name: str, about: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(name.replace("&", ""))
        self.setAccessibleDescription(about)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        title = label(name)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.Bold)
        title.setFont(strong)
        title.setBuddy(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(4)
        for part in (title, label(about, "soft", wrap=True)):
            # A click on the words is a click on the card.
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        """The room that the two lines need."""
        inside = self.layout()
        return inside.totalSizeHint() if inside is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """No less than the lines need."""
        return self.sizeHint()
