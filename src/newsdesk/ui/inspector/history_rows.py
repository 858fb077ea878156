"""The versions of an article as rows: when, by whom, why, and in words what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsdesk.i18n import tr
from newsdesk.model.ids import Clock
from newsdesk.model.revision import Reason
from newsdesk.newsroom.history import REASONS, Version
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.rows import paint_ground, placed
from newsdesk.ui.models.version_words import short_reason
from newsdesk.ui.models.wording import moment_words

VERSION_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the `Version` of a row, None of the first: Now."""
EDGE, ABOVE, LINE, GAP = 16, 10, 16, 4
CHIP_PADDING, WIDEST_CHIP = 6, 120
HEIGHT = ABOVE + LINE + 2 + GAP + 2 * LINE + ABOVE
_LEADING = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
"""Left is where the painter's direction begins."""

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """Now, and the versions that were read, the last kept first."""

    def __init__(self, clock: Clock, zone: tzinfo, parent: QObject) -> None:
        super().__init__(parent)
        self.versions: list[Version] = []
        self.changed: bool | None = None
        self._clock = clock
        self._zone = zone

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.versions) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The version, its words, its tip, or what a screen reader says."""
        if not index.isValid():
            return None
        version = self.version(index.row())
        if role == VERSION_ROLE:
            return version
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(version)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (self.reason(version), self.words(version))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            author = version.revision.author if version else ""
            said = (self.time(version), author, self.reason(version), self.words(version))
            return ", ".join(text for text in said if text)
        return None

    def version(self, row: int) -> Version | None:
        """The version of a row; None is Now."""
        return self.versions[row - 1] if row else None

    def time(self, version: Version | None) -> str:
        """When a version was kept."""
        if version is None:
            return tr("Now")
        words = moment_words(version.revision.created, self._clock(), self._zone)
        return words[:1].upper() + words[1:]

    def reason(self, version: Version | None) -> str:
        """Why a version was kept, in full."""
        if version is None:
            return ""
        reason = tr(REASONS[version.revision.reason])
        return tr(" · ").join(text for text in (reason, version.revision.name) if text)

    def words(self, version: Version | None) -> str:
        """What changed."""
        if version is None:
            if self.changed is None:
                return ""
            if not self.versions:
                return tr("No version is kept yet")
            return tr("Changed since the last version") if self.changed else tr("As in the last version")
        return tr(" · ").join(str(each) for each in version.words)

    def show_versions(self, versions: Sequence[Version], *, changed: bool | None) -> None:
        """Show these; `changed`: the article is not what the last of them says any more, None until it is read."""
        self.beginResetModel()
        self.versions = list(versions)
        self.changed = changed
        self.endResetModel()

    def show_changed(self, changed: bool) -> None:
        """Say whether the article is what the last version says."""
        self.changed = changed
        self.dataChanged.emit(self.index(0), self.index(0))

    def add(self, versions: Sequence[Version]) -> None:
        """Show further ones after those that are shown."""
        if versions:
            count = self.rowCount()
            self.beginInsertRows(QModelIndex(), count, count + len(versions) - 1)
            self.versions += versions
            self.endInsertRows()


class HistoryDelegate(QStyledItemDelegate):
    """Draws a version: time, author and a chip on one line, below on two lines what changed."""

    def __init__(self, look: Look, model: HistoryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All rows are of one height."""
        return QSize(40, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row, mirrored = option.rect, option.direction is Qt.LayoutDirection.RightToLeft
        version = cast(Version | None, index.data(VERSION_ROLE))
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, row, option.state, self._look, mirrored=mirrored)
        room = float(row.width() - 2 * EDGE)
        taken = self._paint_chip(painter, version, row, mirrored) if version is not None else 0.0
        self._paint_top(painter, version, row, room - taken, mirrored)
        self._paint_words(painter, self._model.words(version), row, room, mirrored)
        painter.restore()

    def _paint_top(
        self, painter: QPainter, version: Version | None, row: QRect, room: float, mirrored: bool
    ) -> None:
        bold = self._look.interface(13, QFont.Weight.DemiBold)
        time = self._model.time(version)
        width = QFontMetricsF(bold).horizontalAdvance(time) + 1
        painter.setFont(bold)
        painter.setPen(self._look.colour("text"))
        painter.drawText(placed(QRectF(EDGE, ABOVE, width, LINE + 2), row, mirrored=mirrored), _LEADING, time)
        if version is None or not version.revision.author:
            return
        small = self._look.interface(12)
        left = EDGE + width + 8
        author = QRectF(left, ABOVE, room - width - 8, LINE + 2)
        painter.setFont(small)
        painter.setPen(self._look.colour("soft"))
        text = QFontMetricsF(small).elidedText(
            version.revision.author, Qt.TextElideMode.ElideRight, max(author.width(), 0)
        )
        painter.drawText(placed(author, row, mirrored=mirrored), _LEADING, text)

    def _paint_chip(self, painter: QPainter, version: Version, row: QRect, mirrored: bool) -> float:
        """Draw why it was kept, and give the room that it takes."""
        named = version.revision.reason is Reason.NAMED
        font = self._look.interface(11, QFont.Weight.DemiBold if named else QFont.Weight.Normal)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(short_reason(version.revision), Qt.TextElideMode.ElideRight, WIDEST_CHIP)
        width = metrics.horizontalAdvance(text) + 2 * CHIP_PADDING
        place = placed(QRectF(row.width() - EDGE - width, ABOVE, width, LINE + 2), row, mirrored=mirrored)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("wash" if named else "chip"))
        painter.drawRoundedRect(place, 5, 5)
        painter.setFont(font)
        painter.setPen(self._look.colour("accent" if named else "soft"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
        return width + 8

    def _paint_words(self, painter: QPainter, words: str, row: QRect, room: float, mirrored: bool) -> None:
        font = self._look.interface(12)
        painter.setFont(font)
        painter.setPen(self._look.colour("soft"))
        top = float(ABOVE + LINE + 2 + GAP)
        for line in _two_lines(words, font, room):
            painter.drawText(placed(QRectF(EDGE, top, room, LINE), row, mirrored=mirrored), _LEADING, line)
            top += LINE


def _two_lines(text: str, font: QFont, width: float) -> list[str]:
    """A text in two lines at most; what does not fit is left out at the end."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    # Qt counts in units of UTF-16.
    units = text.encode("utf-16-le")
    end = 2 * line.textLength()
    first, rest = units[:end].decode("utf-16-le"), units[end:].decode("utf-16-le")
    if not rest:
        return [first]
    return [first.rstrip(), QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
