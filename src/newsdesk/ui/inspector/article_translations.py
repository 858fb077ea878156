"""The story's other editions: how each stands, a way to it, and a way to make one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import button, label, on_look
from newsdesk.ui.models.filed import Filed, Sister


class Translations(QFrame):
    """One line for each other edition; `open_wanted(ArticleId)`, or `wanted(EditionId)` for one to be made."""

    open_wanted = Signal(object)
    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Sister, ...] | None = None
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 4, 6, 4)
        self._column.setSpacing(0)
        on_look(self, look, self.update)

    def show_filed(self, filed: Filed) -> None:
        """Show the other editions of the story."""
        if filed.sisters == self._shown:
            return
        self._shown = filed.sisters
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(sister) for sister in filed.sisters]
        for line in self._lines:
            self._column.addWidget(line)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the frame of a field."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("edge"), 1))
        painter.setBrush(self._look.colour("paper"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    def _line(self, sister: Sister) -> QWidget:
        edition = sister.edition
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(6)
        if sister.article is None:
            add = button(tr("+ {edition}", edition=edition.name), lambda: self.wanted.emit(edition.id), "link")
            add.setAccessibleName(tr("Translate into {edition}", edition=edition.name))
            row.addWidget(add)
            row.addStretch(1)
            return line
        go = button(edition.name, lambda: self.open_wanted.emit(sister.article), "link")
        go.setAccessibleName(tr("Open {edition}: {standing}", edition=edition.name, standing=sister.standing))
        row.addWidget(go)
        row.addStretch(1)
        sign = tr("✓ {standing}", standing=sister.standing) if sister.tone == "good" else sister.standing
        row.addWidget(label(sign, sister.tone))
        return line
