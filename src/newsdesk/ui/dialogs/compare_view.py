"""The compared rows under the pointer and the keyboard: going from change to change, unfolding, bringing back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from newsdesk.i18n import tr
from newsdesk.model.ids import PhotoId
from newsdesk.model.photo import Photo
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.compare_delegate import ROW_ROLE, CompareDelegate, Index
from newsdesk.ui.dialogs.compare_layout import Shape
from newsdesk.ui.dialogs.compare_rows import Row, RowKind, spoken
from newsdesk.ui.kit.widgets import on_look

EDGE = 6
"""Pixels above the first row."""


class CompareModel(QAbstractListModel):
    """The rows of a comparison."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or what a screen reader says of it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are only read."""
        if not index.isValid() or self.rows[index.row()].kind is RowKind.HEAD:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()


class CompareView(QListView):
    """Tells what a person does: `moved` to another row, `restore_wanted(Row)`, `unfold_wanted(Row)`."""

    moved = Signal()
    restore_wanted = Signal(object)
    unfold_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = CompareModel(self)
        self._delegate = CompareDelegate(context, self)
        self._side_by_side = True
        self._buttons = False
        self._alike = False
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Changes"))
        self.setAccessibleDescription(tr("F7 goes to the next change. Enter brings one back, or unfolds."))
        self.setViewportMargins(0, EDGE, 0, 0)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.moved.emit())
        on_look(self, context.look, self._relook)
        context.thumbnails.arrived.connect(self._picture_arrived)

    @property
    def changes(self) -> list[int]:
        """The rows that have a change, by their places."""
        return [place for place, row in enumerate(self.rows.rows) if row.change is not None]

    @property
    def current(self) -> Row | None:
        """The row that the keyboard is at."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def show_rows(
        self, rows: Sequence[Row], photos: Mapping[PhotoId, Photo], *, buttons: bool, alike: bool
    ) -> None:
        """Show a comparison, with or without buttons to bring back; of sides that are `alike` one is enough."""
        self._buttons = buttons
        self._alike = alike
        self._delegate.photos = dict(photos)
        self._delegate.layouts.forget()
        self._delegate.pointed = -1
        self._reshape()
        self.rows.show_rows(rows)

    def set_side_by_side(self, on: bool) -> None:
        """Show both sides in columns of their own, or in one text."""
        self._side_by_side = on
        self._reshape()
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def go_to(self, place: int) -> None:
        """Make a row the current one, and show it."""
        index = self.rows.index(place)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def go(self, delta: int) -> None:
        """Go to the next change, or with -1 to the one before; at the end there is none."""
        here = self.currentIndex().row()
        places = [place for place in self.changes if (place > here if delta > 0 else place < here)]
        if places:
            self.go_to(places[0] if delta > 0 else places[-1])

    def button_at(self, index: QModelIndex) -> QRectF | None:
        """Where the button of a row is, if it has one."""
        return self._delegate.button_at(index, self.visualRect(index), mirrored=self.isRightToLeft())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for another width."""
        self._reshape()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter brings back or unfolds; Copy takes the text that was there."""
        row = self.current
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._act(row)
        elif row is not None and event.matches(QKeySequence.StandardKey.Copy):
            texts = [part.before or part.after or "" for part in row.parts]
            QGuiApplication.clipboard().setText("\n".join(texts))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a button brings back, one on a fold unfolds it."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        row = self.rows.rows[index.row()]
        if row.kind is RowKind.FOLD or self._on_button(index, point):
            self._act(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which button is pointed at."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        fold = index.isValid() and self.rows.rows[index.row()].kind is RowKind.FOLD
        pointed = index.row() if index.isValid() and self._on_button(index, point) else -1
        hand = fold or pointed >= 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        if pointed != self._delegate.pointed:
            self._delegate.pointed = pointed
            self.viewport().update()

    def _act(self, row: Row) -> None:
        if row.kind is RowKind.FOLD:
            self.unfold_wanted.emit(row)
        elif row.change is not None and row.returns and self._buttons:
            self.restore_wanted.emit(row)

    def _on_button(self, index: QModelIndex, point: QPoint) -> bool:
        place = self.button_at(index)
        return place is not None and place.contains(point.toPointF())

    def _reshape(self) -> None:
        side_by_side = self._side_by_side and not self._alike
        shape = Shape(self.viewport().width(), side_by_side=side_by_side, buttons=self._buttons)
        if shape != self._delegate.shape:
            self._delegate.shape = shape
            self.scheduleDelayedItemsLayout()

    def _relook(self) -> None:
        cast(CompareDelegate, self.itemDelegate()).layouts.relook()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _picture_arrived(self, hash: str) -> None:  # noqa: ARG002
        self.viewport().update()
