"""The deleted articles as rows: headline, edition, when and by whom, and how long they stay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsdesk.i18n import ntr, tr
from newsdesk.model.binned import KEPT, Binned
from newsdesk.model.edition import Edition
from newsdesk.newsroom import zone_of
from newsdesk.ui.context import Context
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import on_look
from newsdesk.ui.models.wording import moment_words

EDGE, ABOVE, LINE, META = 12, 10, 18, 16
HEIGHT = ABOVE + LINE + 4 + META + ABOVE
SOON = timedelta(days=3)
"""So long before it goes for good, the row says so in another colour."""
_LEADING = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
"""Left is where the painter's direction begins."""
FACTS_ROLE, LEFT_ROLE, SOON_ROLE = (Qt.ItemDataRole.UserRole + number for number in (1, 2, 3))

Index = QModelIndex | QPersistentModelIndex


class BinModel(QAbstractListModel):
    """What is in the bin."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.binned: list[Binned] = []
        self._context = context
        self._zone = zone_of(context.read.newsroom())
        self._editions = {edition.id: edition.name for edition in context.read.every(Edition)}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many articles there are."""
        return 0 if parent.isValid() else len(self.binned)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Headline, facts, how long it stays, and what a screen reader says."""
        if not index.isValid():
            return None
        each = self.binned[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return each.headline or tr("Untitled")
            case _ if role == FACTS_ROLE:
                return self._facts(each)
            case _ if role == LEFT_ROLE:
                return self._left(each)
            case _ if role == SOON_ROLE:
                return self._stays(each) <= SOON
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join((each.headline or tr("Untitled"), self._facts(each), self._left(each)))
        return None

    def show_binned(self, binned: Sequence[Binned]) -> None:
        """Show these."""
        self.beginResetModel()
        self.binned = list(binned)
        self.endResetModel()

    def _facts(self, each: Binned) -> str:
        time = moment_words(each.deleted, self._context.clock(), self._zone)
        said = tr("deleted {time}", time=time)
        if each.author:
            said = tr("deleted {time} by {author}", time=time, author=each.author)
        edition = self._editions.get(each.edition, "")
        # It may run the other way than the words around it.
        return tr(" · ").join(text for text in (f"\u2068{edition}\u2069" if edition else "", said) if text)

    def _left(self, each: Binned) -> str:
        days = -(-self._stays(each) // timedelta(days=1))
        if days <= 0:
            return tr("gone for good today")
        return ntr("gone for good in {count} day", "gone for good in {count} days", days)

    def _stays(self, each: Binned) -> timedelta:
        return each.deleted + KEPT - self._context.clock()


class BinDelegate(QStyledItemDelegate):
    """Draws a deleted article on two lines."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All rows are of one height."""
        return QSize(40, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row, state = option.rect, option.state
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, self._look.colour("selection" if selected else "hover"))
        painter.fillRect(QRectF(row.left(), row.bottom(), row.width(), 1), self._look.colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -2), 4, 4)
        self._paint_words(painter, row, index)
        painter.restore()

    def _paint_words(self, painter: QPainter, row: QRect, index: Index) -> None:
        room = float(row.width() - 2 * EDGE)
        headline = QRectF(EDGE, ABOVE, room, LINE)
        self._line(
            painter, headline, row, str(index.data()), self._look.writing(14, QFont.Weight.DemiBold), "text"
        )
        small = self._look.interface(12)
        left, tone = str(index.data(LEFT_ROLE)), "warn" if index.data(SOON_ROLE) else "soft"
        taken = QFontMetricsF(small).horizontalAdvance(left) + 1
        top = ABOVE + LINE + 4
        facts = QRectF(EDGE, top, room - taken - 12, META)
        self._line(painter, facts, row, str(index.data(FACTS_ROLE)), small, "soft")
        self._line(painter, QRectF(EDGE + room - taken, top, taken, META), row, left, small, tone)

    def _line(self, painter: QPainter, place: QRectF, row: QRect, text: str, font: QFont, colour: str) -> None:
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = row.width() - place.right() if mirrored else place.left()
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        on_screen = QRectF(row.left() + left, row.top() + place.top(), place.width(), place.height())
        painter.drawText(on_screen, _LEADING, shown)


class BinList(QListView):
    """`entered` by Enter or a double click, `remove_wanted` by Del, `chosen` when others are selected."""

    entered = Signal()
    chosen = Signal()
    remove_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = BinModel(context, parent)
        self.setModel(self._rows)
        self.setItemDelegate(BinDelegate(context.look, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Deleted articles"))
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.chosen.emit())
        on_look(self, context.look, self.viewport().update)

    @property
    def binned(self) -> list[Binned]:
        """What is shown."""
        return self._rows.binned

    def show_binned(self, binned: Sequence[Binned]) -> None:
        """Show these, with the keyboard about where it was."""
        here = self.currentIndex().row()
        self._rows.show_binned(binned)
        if binned:
            self.setCurrentIndex(self._rows.index(min(max(here, 0), len(binned) - 1)))

    def selected(self) -> list[Binned]:
        """The selected articles, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._rows.binned[row] for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter looks into an article, Del deletes for good."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click looks into an article."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.entered.emit()
