"""The choices of the Article tab: status, section, edition."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.article import Status
from newsdesk.model.workflow import may_follow
from newsdesk.settings import Way
from newsdesk.ui.inspector.article_boxes import QuietCombo
from newsdesk.ui.kit.look import Look
from newsdesk.ui.models.filed import Filed
from newsdesk.ui.models.wording import status_name

DESK_ONLY = frozenset({Status.EDITING, Status.READY})
"""Between two people: somebody alone has no use for these."""
_NEW = "new"


class StatusChoice(QuietCombo):
    """The statuses that may follow, with the one that is; `chosen(Status)`."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setIconSize(QSize(10, 10))
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    def show_filed(self, filed: Filed, way: Way) -> None:
        """Offer what may follow the article's status."""
        now = filed.article.status
        offered = [
            status
            for status in Status
            if status is now or (may_follow(now, status) and (way is Way.DESK or status not in DESK_ONLY))
        ]
        self.clear()
        for status in offered:
            self.addItem(dot(self._look.status_colour(status.value)), status_name(status), status)
        self.setCurrentIndex(offered.index(now))


class EditionChoice(QuietCombo):
    """The editions of the newsroom; `chosen(Edition)`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    def show_filed(self, filed: Filed) -> None:
        """Offer the article's edition and those in which its story has no article."""
        free = {sister.edition.id for sister in filed.sisters if sister.article is None}
        offered = [each for each in filed.editions if each.id == filed.article.edition or each.id in free]
        self.clear()
        for edition in offered:
            self.addItem(edition.name, edition)
        self.setCurrentIndex([each.id for each in offered].index(filed.article.edition))
        self.setEnabled(len(offered) > 1)


class SectionChoice(QWidget):
    """The sections, none, or a new one, whose name is written in the field's place.

    `chosen(SectionId | None)`, and `named(str)` for a new one.
    """

    chosen = Signal(object)
    named = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = 0
        self.choice = QuietCombo()
        self.choice.setIconSize(QSize(10, 10))
        self.choice.setAccessibleName(tr("Section"))
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.setPlaceholderText(tr("Its name"))
        self.name.setAccessibleName(tr("Name of the new section"))
        self.name.installEventFilter(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.choice)
        self._stack.addWidget(self.name)
        self.setFocusProxy(self.choice)
        self.choice.activated.connect(self._choose)

    def show_filed(self, filed: Filed) -> None:
        """Offer the sections of the newsroom."""
        self.choice.clear()
        self.choice.addItem(dot(QColor(0, 0, 0, 0)), tr("No section"), None)
        for section, name in filed.sections:
            colour = QColor(section.colour) if section.colour else self._look.colour("faint")
            self.choice.addItem(square(colour), name, section.id)
        self.choice.insertSeparator(self.choice.count())
        self.choice.addItem(tr("New section…"), _NEW)
        self._row = max(0, self.choice.findData(filed.article.section)) if filed.article.section else 0
        self.choice.setCurrentIndex(self._row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the name of the new section, Escape and leaving give it up."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish(self.name.text().strip())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._finish("")
                return True
        if event.type() is QEvent.Type.FocusOut and not self.name.text().strip():
            self._stack.setCurrentWidget(self.choice)
        return super().eventFilter(watched, event)

    def _choose(self, row: int) -> None:
        if self.choice.itemData(row) == _NEW:
            self.choice.setCurrentIndex(self._row)
            self.name.clear()
            self._stack.setCurrentWidget(self.name)
            self.name.setFocus()
        elif row != self._row:
            self._row = row
            self.chosen.emit(self.choice.itemData(row))

    def _finish(self, name: str) -> None:
        self.name.clear()
        self._stack.setCurrentWidget(self.choice)
        self.choice.setFocus()
        if name:
            self.named.emit(name)


def dot(colour: QColor) -> QIcon:
    """A round mark."""
    return _mark(colour, 10)


def square(colour: QColor) -> QIcon:
    """A square mark."""
    return _mark(colour, 4)


def _mark(colour: QColor, corner: float) -> QIcon:
    picture = QPixmap(20, 20)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(1, 1, 18, 18), corner, corner)
    painter.end()
    return QIcon(picture)
