"""Draws the rows of the compare view."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsdesk.comparing import Kind, PhotoChange
from newsdesk.i18n import tr
from newsdesk.model.ids import PhotoId
from newsdesk.model.photo import Photo
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.compare_layout import BRING_BACK, MARGIN, TAKE_OUT, Drawn, Layouts, Shape
from newsdesk.ui.dialogs.compare_rows import Row, RowKind
from newsdesk.ui.kit.icons import paint as paint_icon
from newsdesk.ui.kit.tokens import THUMBNAIL

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the `Row`."""
BAR = 3
CHEVRON = 14
_LEADING = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
"""Left is where the painter's direction begins."""
_BARS = {Kind.ADDED: "good", Kind.REMOVED: "bad", Kind.CHANGED: "warn"}

Index = QModelIndex | QPersistentModelIndex


class CompareDelegate(QStyledItemDelegate):
    """Draws heads, fields, photos, passages and folds, and the buttons with which they are brought back.

    `shape` says how; `photos` are those that rows may show; `pointed` is the row whose button is pointed at.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._look = context.look
        self.layouts = Layouts(context.look)
        self.shape = Shape(800, side_by_side=True, buttons=False)
        self.photos: dict[PhotoId, Photo] = {}
        self.pointed = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As high as what the row says at this width."""
        return QSize(40, self._drawn(index).height)

    def button_at(self, index: Index, row: QRect, *, mirrored: bool) -> QRectF | None:
        """Where the button of a row is, if it has one."""
        button = self._drawn(index).button
        return _mirrored(button, row, mirrored) if button is not None else None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row, place, drawn = _row(index), option.rect, self._drawn(index)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, place, option.state, drawn.left, mirrored)
        if row.kind is RowKind.HEAD:
            left = QRectF(drawn.left, 10, place.width() - drawn.left - MARGIN, place.height() - 10)
            self._paint_head(painter, row, _mirrored(left, place, mirrored))
        elif row.kind is RowKind.FOLD:
            self._paint_fold(painter, row, place, mirrored)
        else:
            self._paint_texts(painter, row, drawn, place, mirrored)
        if drawn.button is not None:
            text = tr(TAKE_OUT if _kind(row) is Kind.ADDED else BRING_BACK)
            self._paint_button(
                painter, _mirrored(drawn.button, place, mirrored), text, pointed=index.row() == self.pointed
            )
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, row: Row, place: QRect, state: QStyle.StateFlag, left: float, mirrored: bool
    ) -> None:
        current = bool(state & QStyle.StateFlag.State_Selected)
        if current and row.kind is not RowKind.HEAD:
            painter.fillRect(place, self._look.colour("selection"))
        if row.change is not None:
            bar = QRectF(left - MARGIN / 2 - BAR, 6, BAR, place.height() - 12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(_BARS[_kind(row)]))
            painter.drawRoundedRect(_mirrored(bar, place, mirrored), 1.5, 1.5)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(place).adjusted(2, 1, -2, -1), 4, 4)

    def _paint_head(self, painter: QPainter, row: Row, place: QRectF) -> None:
        font = QFont(self.layouts.head)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        painter.setFont(font)
        painter.setPen(self._look.colour("soft"))
        painter.drawText(place, _LEADING, row.text)

    def _paint_fold(self, painter: QPainter, row: Row, place: QRect, mirrored: bool) -> None:
        font = self.layouts.small
        painter.setFont(font)
        middle = QRectF(place).center()
        width = painter.fontMetrics().horizontalAdvance(row.text) + CHEVRON + 6
        left = middle.x() - width / 2
        painter.setPen(self._look.colour("line"))
        painter.drawLine(QPointF(place.left() + MARGIN, middle.y()), QPointF(left - 12, middle.y()))
        painter.drawLine(QPointF(left + width + 12, middle.y()), QPointF(place.right() - MARGIN, middle.y()))
        whole = QRectF(left, place.top(), width, place.height()).toRect()
        chevron = QRectF(0, (place.height() - CHEVRON) / 2, CHEVRON, CHEVRON)
        paint_icon(painter, _mirrored(chevron, whole, mirrored), "chevron-down", self._look.colour("soft"))
        painter.setPen(self._look.colour("soft"))
        words = _mirrored(QRectF(CHEVRON + 6, 0, width, place.height()), whole, mirrored)
        painter.drawText(words, _LEADING | int(Qt.TextFlag.TextDontClip), row.text)

    def _paint_texts(self, painter: QPainter, row: Row, drawn: Drawn, place: QRect, mirrored: bool) -> None:
        if drawn.between is not None:
            painter.fillRect(_mirrored(drawn.between, place, mirrored), self._look.colour("line"))
        if drawn.photo is not None:
            self._paint_photo(painter, row, _mirrored(drawn.photo, place, mirrored))
        for text in drawn.texts:
            painter.setPen(self._look.colour(text.colour))
            text.layout.draw(painter, _mirrored(text.place, place, mirrored).topLeft())

    def _paint_photo(self, painter: QPainter, row: Row, place: QRectF) -> None:
        photo = self.photos.get(row.photo) if row.photo is not None else None
        if photo is not None:
            ratio = painter.device().devicePixelRatio()
            found = self._context.thumbnails.pixmap(photo.hash, photo.extension, QSize(*THUMBNAIL), ratio)
            if found is not None:
                painter.drawPixmap(place.topLeft(), found)
                return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("chip"))
        painter.drawRoundedRect(place, 5, 5)

    def _paint_button(self, painter: QPainter, place: QRectF, text: str, *, pointed: bool) -> None:
        painter.setPen(QPen(self._look.colour("edge"), 1))
        painter.setBrush(self._look.colour("hover" if pointed else "paper"))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(self.layouts.button)
        painter.setPen(self._look.colour("text"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _drawn(self, index: Index) -> Drawn:
        return self.layouts.drawn(index.row(), _row(index), self.shape)


def _kind(row: Row) -> Kind:
    """What became of a row that changed; a field may be empty and is there."""
    if row.kind is RowKind.FIELD:
        return Kind.CHANGED
    if isinstance(row.change, PhotoChange):
        return row.change.kind
    kinds = {piece.kind for part in row.parts for piece in part.pieces}
    if kinds == {Kind.ADDED}:
        return Kind.ADDED
    return Kind.REMOVED if kinds == {Kind.REMOVED} else Kind.CHANGED


def _row(index: Index) -> Row:
    return cast(Row, index.data(ROW_ROLE))


def _mirrored(place: QRectF, row: QRect, mirrored: bool) -> QRectF:
    """A place of the layout in the row on the screen."""
    left = row.width() - place.right() if mirrored else place.left()
    return QRectF(row.left() + left, row.top() + place.top(), place.width(), place.height())
