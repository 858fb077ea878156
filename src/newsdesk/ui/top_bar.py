"""The bar on top: new article, import, search, preview, send, publish."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.kit.debounce import Debounce
from newsdesk.ui.kit.icons import icon
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.tokens import TOP_BAR
from newsdesk.ui.kit.widgets import button, on_ground, on_look

QUIET = 120
"""Milliseconds without a key after which the search goes out."""


class TopBar(QWidget):
    """Shows commands as buttons. `searched` brings the words searched for, `down` asks for what was found."""

    searched = Signal(str)
    down = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        on_ground(self, "pane")
        self.setFixedHeight(TOP_BAR)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(8)
        self.search = self._made_search()
        self._leading = 0
        self._row.addStretch(1)
        self._row.addWidget(self.search, 4)
        self._row.addStretch(1)
        self._later = Debounce(
            lambda: self.searched.emit(self.search.text()), quiet=QUIET, longest=3 * QUIET, parent=self
        )

    def add_leading(self, action: QAction, icon_name: str = "") -> QPushButton:
        """Put a command before the search field."""
        made = self._button(action, icon_name)
        self._row.insertWidget(self._leading, made)
        self._leading += 1
        return made

    def add_trailing(self, action: QAction, role: str = "") -> QPushButton:
        """Put a command after the search field."""
        made = self._button(action, role=role)
        self._row.addWidget(made)
        return made

    def add_menu(self, text: str, menu: QMenu) -> QPushButton:
        """Put a menu after the search field."""
        made = button(tr("{name} ▾", name=text), lambda: None)
        made.setAccessibleName(text)
        made.setMenu(menu)
        self._row.addWidget(made)
        return made

    def clear_search(self) -> None:
        """Empty the search field and leave the search."""
        self.search.clear()
        self._later.drop()
        self.searched.emit("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves the search, Down goes to what was found."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.clear_search()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._later.flush()
                self.down.emit()
                return True
        return super().eventFilter(watched, event)

    def _made_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(tr("Search articles"))
        field.setPlaceholderText(tr("Search articles, captions, credits…"))
        field.setClearButtonEnabled(True)
        field.setMaximumWidth(430)
        field.setMinimumWidth(160)
        leading = QAction(field)
        on_look(field, self._look, lambda: leading.setIcon(icon(self._look, "search", "soft")))
        field.addAction(leading, QLineEdit.ActionPosition.LeadingPosition)
        field.textEdited.connect(lambda _text: self._later.note())
        field.textChanged.connect(lambda text: None if text else self.searched.emit(""))
        field.installEventFilter(self)
        return field

    def _button(self, action: QAction, icon_name: str = "", role: str = "") -> QPushButton:
        made = button(action.text().replace("&", ""), action.trigger, role)
        made.setToolTip(action.toolTip())
        made.setIconSize(QSize(16, 16))
        action.changed.connect(lambda: made.setEnabled(action.isEnabled()))
        if action.isCheckable():
            made.setCheckable(True)
            made.setChecked(action.isChecked())
            action.toggled.connect(made.setChecked)
        if icon_name:
            on_look(made, self._look, lambda: made.setIcon(icon(self._look, icon_name, "text")))
        return made
