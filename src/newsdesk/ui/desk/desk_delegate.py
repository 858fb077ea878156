"""Draws the rows of the desk list, and gives a section's row a field for its name."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.desk.desk_model import ENTRY_ROLE, DeskModel
from newsdesk.ui.kit.icons import paint as paint_icon
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.tokens import ROW
from newsdesk.ui.models.desk import Entry, Mark

HEAD = 32
OUTSIDE, INSIDE, MARK, GAP = 10, 8, 8, 10
Index = QModelIndex | QPersistentModelIndex


class DeskDelegate(QStyledItemDelegate):
    """Heads in small capitals with a chevron, rows with mark, name and count."""

    def __init__(self, look: Look, model: DeskModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """One height for heads, one for rows."""
        return QSize(40, HEAD if _entry(index).is_head else ROW)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A field for the name of a section."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(tr("Name of the section"))
        editor.setPlaceholderText(tr("Name of the section"))
        editor.setMaxLength(80)
        editor.setText(_entry(index).text)
        editor.selectAll()
        editor.setStyleSheet(
            "QLineEdit, QLineEdit:focus { min-height: 20px; padding: 0 6px; border-radius: 5px; }"
        )
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What is typed stays, whatever is counted anew meanwhile."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """The field fills the row behind its mark."""
        row = QRect(option.rect)
        start, end = OUTSIDE + INSIDE + MARK + 4, OUTSIDE
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        editor.setGeometry(row.adjusted(end if mirrored else start, 1, -start if mirrored else -end, -1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        entry, row = _entry(index), QRectF(option.rect)
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        if entry.is_head:
            self._paint_head(painter, entry, row, option.state, mirrored)
        else:
            self._paint_row(painter, entry, row, option.state, mirrored)
        painter.restore()

    def _paint_head(
        self, painter: QPainter, entry: Entry, row: QRectF, state: QStyle.StateFlag, mirrored: bool
    ) -> None:
        font = self._look.interface(11, QFont.Weight.DemiBold)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        if not mirrored:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        inner = row.adjusted(OUTSIDE, 6, -OUTSIDE, -2)
        self._paint_focus(painter, inner, state)
        words = inner.adjusted(INSIDE, 0, -INSIDE, 0)
        painter.setFont(font)
        painter.setPen(self._look.colour("soft"))
        painter.drawText(words, _LEADING, entry.text)
        folded = entry.group in self._model.folded
        if folded or state & QStyle.StateFlag.State_MouseOver:
            start = QFontMetricsF(font).horizontalAdvance(entry.text.upper()) + 6
            chevron = _mirrored(QRectF(words.left() + start, 0, 12, 12), words, mirrored)
            chevron.moveTop(words.center().y() - 6)
            closed = "chevron-left" if mirrored else "chevron-right"
            paint_icon(painter, chevron, closed if folded else "chevron-down", self._look.colour("soft"))

    def _paint_row(
        self, painter: QPainter, entry: Entry, row: QRectF, state: QStyle.StateFlag, mirrored: bool
    ) -> None:
        inner = row.adjusted(OUTSIDE, 0, -OUTSIDE, 0)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("wash" if selected else "hover"))
            painter.drawRoundedRect(inner, 6, 6)
        self._paint_focus(painter, inner, state)
        words = inner.adjusted(INSIDE, 0, -INSIDE, 0)
        if entry.mark is not Mark.NONE:
            place = QRectF(words.left(), words.center().y() - MARK / 2, MARK, MARK)
            self._paint_mark(painter, entry, _mirrored(place, words, mirrored))
        start = MARK + GAP if entry.mark is not Mark.NONE else 14 if entry.inset else 0
        painter.setFont(self._look.interface(13, QFont.Weight.DemiBold if selected else QFont.Weight.Normal))
        painter.setPen(self._look.colour("text" if selected else "soft"))
        counted = "" if entry.count is None else QLocale().toString(entry.count)
        taken = QFontMetricsF(painter.font()).horizontalAdvance(counted) + 8 if counted else 0
        name = _mirrored(
            QRectF(words.left() + start, words.top(), words.width() - start - taken, ROW), words, mirrored
        )
        shown = QFontMetricsF(painter.font()).elidedText(entry.text, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, _LEADING, shown)
        font = self._look.interface(12, QFont.Weight.Medium)
        font.setFeature(QFont.Tag("tnum"), 1)
        painter.setFont(font)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), counted)

    def _paint_mark(self, painter: QPainter, entry: Entry, place: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if entry.mark is Mark.BIN:
            paint_icon(painter, place.adjusted(-3, -3, 3, 3), "trash", self._look.colour("soft"))
            return
        if entry.mark is Mark.RING:
            painter.setPen(QPen(self._look.colour("text"), 1.4))
            painter.drawEllipse(place.adjusted(0.7, 0.7, -0.7, -0.7))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        if entry.mark is Mark.DOT:
            painter.setBrush(self._look.status_colour(entry.colour))
            painter.drawEllipse(place)
        else:
            painter.setBrush(QColor(entry.colour) if entry.colour else self._look.colour("faint"))
            painter.drawRoundedRect(place, 2, 2)

    def _paint_focus(self, painter: QPainter, place: QRectF, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 5, 5)


_LEADING = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
"""Left is where the painter's direction begins."""


def _entry(index: Index) -> Entry:
    return cast(Entry, index.data(ENTRY_ROLE))


def _mirrored(place: QRectF, within: QRectF, mirrored: bool) -> QRectF:
    if not mirrored:
        return place
    return QRectF(within.left() + within.right() - place.right(), place.top(), place.width(), place.height())
