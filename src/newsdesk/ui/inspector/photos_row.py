"""One photo in the Photos tab: its card, and where it may move."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.ids import ArticleId
from newsdesk.model.placement import Role
from newsdesk.newsroom import PhotoUse
from newsdesk.ui.context import Context
from newsdesk.ui.kit.widgets import icon_button, label
from newsdesk.ui.photo_card import PhotoCard


class PhotoRow(QWidget):
    """A card under a line that says which photo it is, with buttons up and down. `moved` brings -1 or 1."""

    moved = Signal(int)

    def __init__(self, context: Context, article: ArticleId, use: PhotoUse) -> None:
        super().__init__()
        self.card = PhotoCard(context, article, use, narrow=True)
        self._name = label("", "label")
        self.up = icon_button(context.look, "up", tr("Move up"), lambda: self.moved.emit(-1))
        self.down = icon_button(context.look, "down", tr("Move down"), lambda: self.moved.emit(1))
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self._name, 1)
        line.addWidget(self.up)
        line.addWidget(self.down)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.card)

    @property
    def key(self) -> tuple[str, Role]:
        """Which photo it is, and as what."""
        return self.card.use.photo.id, self.card.use.role

    def show_place(self, number: int, count: int) -> None:
        """Show which of the `count` photos in the text it is, from 1; the lead has no number."""
        lead = self.card.use.role is Role.LEAD
        self._name.setText(tr("Lead photo") if lead else tr("Photo {number} in the text", number=number))
        self.up.setVisible(not lead and count > 1)
        self.down.setVisible(not lead and count > 1)
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with Up or Down moves the photo."""
        ways = {Qt.Key.Key_Up: (self.up, -1), Qt.Key.Key_Down: (self.down, 1)}
        found = ways.get(Qt.Key(event.key()))
        if found and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if found[0].isVisible() and found[0].isEnabled():
                self.moved.emit(found[1])
        else:
            super().keyPressEvent(event)
