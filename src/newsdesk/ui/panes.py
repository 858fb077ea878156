"""Puts the panes side by side and folds away what there is no room for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.commands.parts import Pane
from newsdesk.ui.edge_bar import edge_bar
from newsdesk.ui.folding import NARROWEST_TEXT, PREVIEW_WIDTH, WIDTHS, instead, with_room
from newsdesk.ui.kit.look import Look


class Panes(QObject):
    """Which panes are wanted, and which of them are shown at the width that the window has now.

    What is wanted by a click although there is no room takes the place of another pane until it is folded again.
    """

    changed = Signal()

    def __init__(self, look: Look, editor: QWidget, panes: Mapping[Pane, QWidget], around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self._panes = dict(panes)
        self._wanted = frozenset({Pane.DESK, Pane.LIST, Pane.INSPECTOR})
        self._forced: Pane | None = None
        self._alone = False
        self._shown: frozenset[Pane] = frozenset()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        editor.setMinimumWidth(380)
        order = (panes[Pane.DESK], panes[Pane.LIST], editor, panes[Pane.PREVIEW], panes[Pane.INSPECTOR])
        for place, widget in enumerate(order):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(place, 1 if widget is editor else 0)
        self._leading = edge_bar(
            look,
            [
                ("desk", tr("Show the desk"), lambda: self.toggle(Pane.DESK)),
                ("articles", tr("Show the articles"), lambda: self.toggle(Pane.LIST)),
            ],
        )
        self._trailing = edge_bar(look, [("info", tr("Show the inspector"), lambda: self.toggle(Pane.INSPECTOR))])
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._leading, self.splitter, self._trailing):
            row.addWidget(widget, 1 if widget is self.splitter else 0)
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrange the panes anew when there is another width."""
        if watched is self._around and event.type() == QEvent.Type.Resize:
            self.arrange()
        return super().eventFilter(watched, event)

    @property
    def alone(self) -> bool:
        """Whether the text stands alone."""
        return self._alone

    def is_shown(self, pane: Pane) -> bool:
        """Whether a pane is there to see."""
        return pane in self._shown

    def toggle(self, pane: Pane) -> None:
        """Fold a pane away, or bring it back."""
        self._alone = False
        if pane in self._shown:
            self._wanted -= {pane}
            self._forced = None if self._forced is pane else self._forced
        else:
            self._wanted |= {pane}
            self._forced = pane if pane is not Pane.PREVIEW else None
        self.arrange()

    def want(self, pane: Pane) -> None:
        """Bring a pane back if it is folded away."""
        if pane not in self._shown:
            self.toggle(pane)

    def toggle_alone(self) -> None:
        """Leave the text alone, or bring everything back."""
        self._alone = not self._alone
        self.arrange()

    def arrange(self) -> None:
        """Show what there is room for now."""
        width = self._around.width()
        shown: frozenset[Pane] = frozenset() if self._alone else with_room(self._wanted, width)
        if self._forced and not self._alone and self._forced not in shown:
            shown = instead(self._forced, self._wanted, width)
        changed = shown != self._shown
        self._shown = shown
        for pane, widget in self._panes.items():
            widget.setVisible(pane in shown)
        self._leading.setVisible(not self._alone and not {Pane.DESK, Pane.LIST} <= shown)
        self._trailing.setVisible(not self._alone and Pane.INSPECTOR not in shown)
        if changed:
            self._share(width)
            self.changed.emit()

    def _share(self, width: int) -> None:
        sizes = {**WIDTHS, Pane.PREVIEW: PREVIEW_WIDTH}
        taken = {pane: sizes[pane] if pane in self._shown else 0 for pane in Pane}
        text = max(NARROWEST_TEXT, width - sum(taken.values()))
        self.splitter.setSizes(
            [taken[Pane.DESK], taken[Pane.LIST], text, taken[Pane.PREVIEW], taken[Pane.INSPECTOR]]
        )
