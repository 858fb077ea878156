"""The bar above the article list: how it is sorted, and how much there is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from newsdesk.i18n import N_, tr
from newsdesk.model.query import Order
from newsdesk.ui.kit.tokens import BAR
from newsdesk.ui.kit.widgets import label

ORDERS = {
    Order.CHANGED: N_("Last changed"),
    Order.CREATED: N_("Newest"),
    Order.HEADLINE: N_("Headline"),
    Order.DEADLINE: N_("Deadline"),
}
NEWEST, BEST = N_("Newest"), N_("Best match")


class ListHeader(QWidget):
    """A menu of orders and a count; `sorting_changed` when a person chose another order."""

    sorting_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.order = Order.CHANGED
        self.best_first = False
        self.setFixedHeight(BAR)
        self.sorting = QToolButton()
        self.sorting.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.sorting)
        self._group = QActionGroup(self.menu)
        self.sorting.setMenu(self.menu)
        self.count = label("", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.sorting)
        row.addStretch(1)
        row.addWidget(self.count)
        row.addSpacing(8)
        self._searching = False
        self._fill()

    def show_sorting(self, *, searching: bool) -> None:
        """Offer the orders of a list or those of what a search found."""
        if searching != self._searching:
            self._searching = searching
            self._fill()

    def show_count(self, text: str) -> None:
        """Say how much there is."""
        self.count.setText(text)

    def _fill(self) -> None:
        self.menu.clear()
        if self._searching:
            for text, best in ((NEWEST, False), (BEST, True)):
                self._add(text, best is self.best_first).triggered.connect(
                    lambda _=False, best=best: self._rank(best)
                )
        else:
            for order, text in ORDERS.items():
                chosen = self._add(text, order is self.order)
                chosen.triggered.connect(lambda _=False, order=order: self._sort(order))
        self._say()

    def _add(self, text: str, checked: bool) -> QAction:
        action = self.menu.addAction(tr(text))
        action.setCheckable(True)
        action.setChecked(checked)
        self._group.addAction(action)
        return action

    def _sort(self, order: Order) -> None:
        self.order = order
        self._say()
        self.sorting_changed.emit()

    def _rank(self, best: bool) -> None:
        self.best_first = best
        self._say()
        self.sorting_changed.emit()

    def _say(self) -> None:
        text = tr((BEST if self.best_first else NEWEST) if self._searching else ORDERS[self.order])
        self.sorting.setText(tr("{name} ▾", name=text))
        self.sorting.setAccessibleName(tr("Sorted by: {order}", order=text))
        self.sorting.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
