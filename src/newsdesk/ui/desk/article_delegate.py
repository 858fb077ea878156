"""Draws the rows of the article list."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsdesk.model.ids import ArticleId
from newsdesk.model.query import EditionChip
from newsdesk.ui.context import Context
from newsdesk.ui.desk.row_layout import ABOVE, EDGE, SQUARE, Drawn, RowLayouts
from newsdesk.ui.kit.icons import pixmap
from newsdesk.ui.kit.rows import paint_ground, placed
from newsdesk.ui.kit.tokens import THUMBNAIL
from newsdesk.ui.models.article_list import LINE_ROLE, ArticleListModel, Line
from newsdesk.ui.models.row_words import RowWords

NO_PHOTO = 20

Index = QModelIndex | QPersistentModelIndex


class ArticleDelegate(QStyledItemDelegate):
    """Draws photo, headline, section, status, time, notes and editions; `current` is the article that is open."""

    def __init__(self, context: Context, words: RowWords, model: ArticleListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.current: ArticleId | None = None
        self._context = context
        self._look = context.look
        self._model = model
        self._drawn: tuple[tuple[str, float], QPixmap] | None = None
        self.layouts = RowLayouts(context.look, words)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As high as what the row has; as wide as the list is."""
        # Asked for every row whenever one moves: the way over `index.data` would take three times as long.
        return QSize(40, self.layouts.height(self._model.lines[index.row()], self._model.order))

    def chip_at(self, index: Index, row: QRect, point: QPointF, *, mirrored: bool) -> EditionChip | None:
        """The edition whose chip is at a point of the row."""
        drawn = self.layouts.drawn(_line(index), self._model.order, row.width(), mirrored=mirrored)
        for chip, _, place in drawn.chips:
            if placed(place, row, mirrored=mirrored).adjusted(-2, -3, 2, 3).contains(point):
                return chip
        return None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = option.rect
        state = option.state
        direction = option.direction
        mirrored = direction is Qt.LayoutDirection.RightToLeft
        line = _line(index)
        drawn = self.layouts.drawn(line, self._model.order, row.width(), mirrored=mirrored)
        painter.save()
        painter.setLayoutDirection(direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, row, state, self._look, mirrored=mirrored)
        self._paint_photo(painter, line, placed(QRectF(EDGE, ABOVE, *THUMBNAIL), row, mirrored=mirrored))
        text = placed(drawn.text, row, mirrored=mirrored)
        painter.setPen(self._look.colour("text"))
        drawn.headline.draw(painter, text.topLeft())
        self._paint_meta(painter, drawn, row, mirrored)
        if drawn.snippet is not None:
            painter.setPen(self._look.colour("soft"))
            drawn.snippet.draw(painter, QPointF(text.left(), row.top() + drawn.snippet_top))
        self._paint_chips(painter, line, drawn, row, mirrored)
        painter.restore()

    def _paint_photo(self, painter: QPainter, line: Line, place: QRectF) -> None:
        if line.row.photo is not None:
            ratio = painter.device().devicePixelRatio()
            found = self._context.thumbnails.pixmap(*line.row.photo, QSize(*THUMBNAIL), ratio)
            if found is not None:
                painter.drawPixmap(place.topLeft(), found)
                return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("chip"))
        painter.drawRoundedRect(place, 5, 5)
        if line.row.photo is None:
            middle = QRectF(0, 0, NO_PHOTO, NO_PHOTO)
            middle.moveCenter(place.center())
            painter.drawPixmap(middle.topLeft(), self._no_photo(painter.device().devicePixelRatio()))

    def _no_photo(self, ratio: float) -> QPixmap:
        """What stands where an article has no photo: drawn once for each look, for it takes longer than a row."""
        wanted = (self._look.tokens.faint, ratio)
        if self._drawn is None or self._drawn[0] != wanted:
            self._drawn = (wanted, pixmap("article", self._look.colour("faint"), NO_PHOTO, ratio))
        return self._drawn[1]

    def _paint_meta(self, painter: QPainter, drawn: Drawn, row: QRect, mirrored: bool) -> None:
        painter.setFont(self.layouts.meta)
        place = drawn.meta_place
        if drawn.told.section:
            square = QRectF(place.left(), place.center().y() - SQUARE / 2, SQUARE, SQUARE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(drawn.told.colour) if drawn.told.colour else self._look.colour("faint"))
            painter.drawRoundedRect(placed(square, row, mirrored=mirrored), 2, 2)
            place = place.adjusted(SQUARE + 6, 0, 0, 0)
        self._paint_line(painter, drawn.meta, placed(place, row, mirrored=mirrored), "soft")
        for text, tone, place in drawn.notes:
            dot = QRectF(place.left() + 1, place.center().y() - 3, 6, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("warn" if tone == "warn" else "faint"))
            painter.drawEllipse(placed(dot, row, mirrored=mirrored))
            beside = place.adjusted(SQUARE + 6, 0, 0, 0)
            self._paint_line(painter, text, placed(beside, row, mirrored=mirrored), tone)

    def _paint_line(self, painter: QPainter, text: str, place: QRectF, colour: str) -> None:
        painter.setPen(self._look.colour(colour))
        # Left is where the painter's direction begins.
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_chips(self, painter: QPainter, line: Line, drawn: Drawn, row: QRect, mirrored: bool) -> None:
        painter.setFont(self.layouts.chip)
        open_here = {chip.article for chip, _, _ in drawn.chips} & {self.current}
        current = self.current if open_here else line.row.article
        for chip, code, place in drawn.chips:
            shown = placed(place, row, mirrored=mirrored)
            here = chip.article == current
            pen = QPen(self._look.colour("text" if here else "edge"), 1.5 if here else 1)
            if chip.behind or not chip.online:
                pen.setStyle(Qt.PenStyle.CustomDashLine)
                pen.setDashPattern([2.5, 2])
            painter.setPen(pen)
            painter.setBrush(self._look.colour("paper") if here else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(shown.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(self._look.colour("text" if here else "soft"))
            painter.drawText(shown, int(Qt.AlignmentFlag.AlignCenter), code)


def _line(index: Index) -> Line:
    return cast(Line, index.data(LINE_ROLE))
