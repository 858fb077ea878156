"""The line under the standfirst: who signs the article, and where it was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.kit.completion import offer_names
from newsdesk.ui.kit.flow import FlowLayout
from newsdesk.ui.kit.icons import icon
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import icon_button, label, on_look


@dataclass(frozen=True, slots=True)
class Signed:
    """Somebody who signs: `key` is the person's id, or the name as it was typed for one who is new."""

    key: str
    name: str
    role: str = ""


class Chip(QFrame):
    """A name with a cross that takes it away."""

    removed = Signal()

    def __init__(self, look: Look, signed: Signed) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("chip")
        shown = tr("{name}, {role}", name=signed.name, role=signed.role) if signed.role else signed.name
        name = label(shown)
        cross = icon_button(look, "close", tr("Remove {name}", name=signed.name), self.removed.emit)
        cross.setIconSize(QSize(12, 12))
        cross.setFixedSize(20, 20)
        cross.setStyleSheet("padding: 0")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 4, 2)
        row.setSpacing(2)
        row.addWidget(name)
        row.addWidget(cross)
        on_look(self, look, lambda: name.setFont(look.interface(12)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the round ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("chip"))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)


class NameField(QLineEdit):
    """As wide as what is in it."""

    def __init__(self, look: Look, name: str, placeholder: str) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._beside = 4
        self.setFrame(False)
        self.setTextMargins(-2, 0, 0, 0)  # what Qt puts there for a frame
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(lambda _text: self.updateGeometry())
        on_look(self, look, lambda: self.setFont(look.interface(13)))

    def mark(self, look: Look, name: str) -> None:
        """Show an icon at the beginning."""
        action = self.addAction(icon(look, name, "soft"), QLineEdit.ActionPosition.LeadingPosition)
        self._beside = 34
        on_look(self, look, lambda: action.setIcon(icon(look, name, "soft")))

    def sizeHint(self) -> QSize:
        """Room for the text, or for the placeholder."""
        shown = self.text() or self.placeholderText()
        return QSize(QFontMetrics(self.font()).horizontalAdvance(shown) + self._beside, 26)

    def minimumSizeHint(self) -> QSize:
        """No less than that."""
        return self.sizeHint()


class BylineRow(QWidget):
    """Chips of those who sign, a field for one more, and the dateline.

    `signed` brings all who sign after a change, `place_edited` follows typing in the dateline; `went_on` and
    `went_back` ask for the field after and before this line.
    """

    signed = Signal(list)
    place_edited = Signal()
    place_left = Signal()
    went_on = Signal()
    went_back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._signed: list[Signed] = []
        self._chips: list[Chip] = []
        self.adding = NameField(look, tr("Add a name to the byline"), tr("Add a name…"))
        self.place = NameField(look, tr("Dateline: where this was written"), tr("Dateline"))
        self._dash = label("—", "soft")
        self._known: dict[str, str] = {}
        self._flow = FlowLayout(self, gap=8)
        for widget in (self.adding, self._with_dash()):
            self._flow.addWidget(widget)
        self.adding.mark(look, "add")
        on_look(self, look, lambda: self.place.setStyleSheet(f"color: {look.tokens.soft}"))
        self.adding.returnPressed.connect(self._entered)
        # A name is not lost because somebody goes on without Enter.
        self.adding.editingFinished.connect(self.take)
        self.place.textEdited.connect(lambda _text: self.place_edited.emit())
        self.place.editingFinished.connect(self.place_left)
        self.place.returnPressed.connect(self.went_on)
        self.place.textChanged.connect(lambda text: self._dash.setVisible(bool(text)))
        for field in (self.adding, self.place):
            field.installEventFilter(self)
        self._dash.hide()

    def show_signed(self, signed: Sequence[Signed]) -> None:
        """Show who signs."""
        if list(signed) == self._signed and len(self._chips) == len(signed):
            return
        self._signed = list(signed)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, one in enumerate(self._signed):
            chip = Chip(self._look, one)
            chip.setParent(self)
            chip.removed.connect(lambda key=one.key: self._remove(key))
            self._flow.insert(place, chip)
            chip.show()
            self._chips.append(chip)
        self.adding.setPlaceholderText(tr("Add…") if signed else tr("Add a name…"))
        self.adding.updateGeometry()
        self._order_tabs()
        self.updateGeometry()

    def offer(self, known: dict[str, str]) -> None:
        """Offer people by their names; the values are their ids."""
        first = self.adding.completer() is None
        self._known = dict(known)
        completer = offer_names(self.adding, sorted(known, key=str.casefold))
        if first:
            # Later: the field first takes the name in, which is then to be cleared away.
            completer.activated.connect(self._add, Qt.ConnectionType.QueuedConnection)

    def show_place(self, place: str) -> None:
        """Show a dateline, unless it is there."""
        if place != self.place.text():
            self.place.setText(place)

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Who signs: for each a person's id, or the name of one who is new, and the role."""
        return [(one.key, one.role) for one in self._signed]

    @property
    def names(self) -> list[tuple[str, str]]:
        """Who signs, by name, and the role."""
        return [(one.name, one.role) for one in self._signed]

    def take(self) -> None:
        """Let whoever is typed sign."""
        if self.adding.text().strip():
            self._add(self.adding.text())

    def enter(self) -> None:
        """Put the caret into the field for one more name."""
        self.adding.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down leave this line; Backspace in the empty field takes the last name away."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Up:
                self.went_back.emit()
                return True
            if event.key() == Qt.Key.Key_Down and watched is self.place:
                self.went_on.emit()
                return True
            if event.key() == Qt.Key.Key_Backspace and watched is self.adding and not self.adding.text():
                self._remove(self._signed[-1].key if self._signed else "")
                return True
        return super().eventFilter(watched, event)

    def _with_dash(self) -> QWidget:
        """The dateline with the dash that readers see behind it: both stay on one line."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.place)
        row.addWidget(self._dash)
        return made

    def _entered(self) -> None:
        if self.adding.text().strip():
            self._add(self.adding.text())
        else:
            self.place.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, text: str) -> None:
        name = " ".join(text.split())
        self.adding.clear()
        by_name = {known.casefold(): (known, key) for known, key in self._known.items()}
        name, key = by_name.get(name.casefold(), (name, name))
        if name and all(key not in (one.key, one.name) for one in self._signed):
            self._change([*self._signed, Signed(key, name)])

    def _remove(self, key: str) -> None:
        rest = [one for one in self._signed if one.key != key]
        if rest != self._signed:
            self.adding.setFocus()
            self._change(rest)

    def _change(self, signed: list[Signed]) -> None:
        self.show_signed(signed)
        self.signed.emit(self.keys)

    def _order_tabs(self) -> None:
        before: QWidget = self
        for chip in self._chips:
            QWidget.setTabOrder(before, chip)
            before = chip
        QWidget.setTabOrder(before, self.adding)
        QWidget.setTabOrder(self.adding, self.place)
