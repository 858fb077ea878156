"""A field of names as chips, each with a cross, and a place to type another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.kit.completion import offer_names
from newsdesk.ui.kit.flow import FlowLayout
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import ElidedLabel, icon_button, on_look


class Chip(QFrame):
    """One name on a wash; `removed` by its cross."""

    removed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.name = name
        text = ElidedLabel(name)
        text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        cross = icon_button(look, "close", tr("Remove {name}", name=name), self.removed.emit)
        cross.setIconSize(QSize(10, 10))
        cross.setFixedSize(18, 18)
        cross.setStyleSheet("QToolButton, QToolButton:focus { padding: 0; }")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 1, 2, 1)
        row.setSpacing(0)
        row.addSpacing(5)
        row.addWidget(text)
        row.addWidget(cross)

        def paint() -> None:
            text.setFont(look.interface(12, QFont.Weight.Medium))
            text.setStyleSheet(f"color: {look.tokens.accent};")
            self.update()

        on_look(self, look, paint)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("wash"))
        painter.drawRoundedRect(self.rect(), 5, 5)


class ChipsField(QFrame):
    """Names as chips. Enter or a comma makes another of what is typed; Backspace before it takes the last away.

    `changed(list)` brings all names after each change that a person makes.
    """

    changed = Signal(list)

    def __init__(self, look: Look, name: str, placeholder: str) -> None:
        super().__init__()
        self._look = look
        self._chips: list[Chip] = []
        self.setAccessibleName(name)
        self.typed = QLineEdit()
        self.typed.setProperty("bare", True)
        self.typed.setFrame(False)
        self.typed.setAccessibleName(name)
        self.typed.setPlaceholderText(placeholder)
        self.typed.setMinimumWidth(72)
        self.typed.setFixedHeight(22)
        self.typed.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.typed)
        self._flow = FlowLayout(self, 5)
        self._flow.setContentsMargins(8, 5, 8, 5)
        self._flow.addWidget(self.typed)
        self.typed.installEventFilter(self)
        self.typed.textEdited.connect(self._split)
        # Enter comes this way alone while names are offered: their list keeps it from every event filter.
        self.typed.returnPressed.connect(self.take)
        # A name is not lost because somebody goes on without Enter.
        self.typed.editingFinished.connect(self.take)
        # The field takes the name in after this.
        offer_names(self.typed, ()).activated.connect(self.take, Qt.ConnectionType.QueuedConnection)
        on_look(self, look, self.update)

    @property
    def names(self) -> list[str]:
        """The names, in order."""
        return [chip.name for chip in self._chips]

    def show_names(self, names: Sequence[str]) -> None:
        """Show these; what is being typed stays."""
        if list(names) == self.names:
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for name in names:
            self._add(name)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these names while one is typed."""
        offer_names(self.typed, names)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in an empty field takes the last name away; focus draws the frame."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        backspace = (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Backspace
        )
        if backspace and not self.typed.text() and self._chips:
            self._remove(self._chips[-1])
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere goes into the field."""
        super().mousePressEvent(event)
        self.typed.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the frame of a field."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.typed.hasFocus()
        width = 2.0 if focused else 1.0
        painter.setPen(QPen(self._look.colour("accent" if focused else "edge"), width))
        painter.setBrush(self._look.colour("paper"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(width / 2, width / 2, -width / 2, -width / 2), 7, 7)

    def _split(self, text: str) -> None:
        if "," in text:
            self.take()

    def take(self) -> None:
        """Make chips of what is typed."""
        popup = self.typed.completer().popup()
        if popup is not None:
            popup.hide()
        typed = [part.strip() for part in self.typed.text().split(",") if part.strip()]
        self.typed.clear()
        new = [name for name in dict.fromkeys(typed) if name.casefold() not in map(str.casefold, self.names)]
        for name in new:
            self._add(name)
        if new:
            self.changed.emit(self.names)

    def _add(self, name: str) -> None:
        chip = Chip(self._look, name)
        chip.removed.connect(lambda: self._remove(chip))
        self._flow.insert(len(self._chips), chip)
        self._chips.append(chip)
        chip.show()
        QWidget.setTabOrder(chip, self.typed)

    def _remove(self, chip: Chip) -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.typed.setFocus()
        self.changed.emit(self.names)
