"""The address of the article: the folder that follows from what is filed, and the slug that a person may write."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from newsdesk.i18n import tr
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.tokens import CONTROL
from newsdesk.ui.kit.widgets import label, on_look
from newsdesk.ui.models.filed import Filed

FOLDER_WIDTH = 160
"""Pixels that the folder takes at most."""


class AddressField(QFrame):
    """Folder and slug in one frame; `entered(str)` when a person wrote another slug."""

    entered = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._slug = ""
        # An address runs from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.folder = label("", "soft")
        self.slug = QLineEdit()
        self.slug.setProperty("bare", True)
        self.slug.setFrame(False)
        self.slug.setTextMargins(-2, 0, 0, 0)
        self.slug.setAccessibleName(tr("Address: the last part"))
        self.slug.installEventFilter(self)
        self.slug.editingFinished.connect(self.take)
        self.setFocusProxy(self.slug)
        self.setFixedHeight(CONTROL)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 0, 8, 0)
        row.setSpacing(1)
        row.addWidget(self.folder)
        row.addWidget(self.slug, 1)
        on_look(self, look, self.update)

    def show_filed(self, filed: Filed) -> None:
        """Show where the article's page is, or would be; what is being typed stays."""
        self._slug = filed.article.slug
        metrics = self.folder.fontMetrics()
        self.folder.setText(metrics.elidedText(filed.folder, Qt.TextElideMode.ElideLeft, FOLDER_WIDTH))
        self.folder.setVisible(bool(filed.folder))
        self.setToolTip(f"{filed.folder}{self._slug}")
        if not (self.slug.hasFocus() and self.slug.isModified()):
            self.slug.setText(self._slug)
            self.slug.setCursorPosition(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Focus draws the frame."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the frame of a field."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.slug.hasFocus()
        width = 2.0 if focused else 1.0
        painter.setPen(QPen(self._look.colour("accent" if focused else "edge"), width))
        painter.setBrush(self._look.colour("paper"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(width / 2, width / 2, -width / 2, -width / 2), 7, 7)

    def take(self) -> None:
        """Take what was typed as the slug."""
        if self.slug.isModified():
            self.slug.setModified(False)
            if self.slug.text().strip() != self._slug:
                self.entered.emit(self.slug.text().strip())
