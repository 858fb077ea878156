"""The bars at the edges of the window that stand for the panes that are folded away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.ui.folding import EDGE
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import icon_button, on_ground

Item = tuple[str, str, Callable[[], object]]
"""An icon, what it brings back, and what a click does."""


def edge_bar(look: Look, items: Sequence[Item]) -> QWidget:
    """A narrow column of icons."""
    bar = QWidget()
    on_ground(bar, "ground")
    bar.setFixedWidth(EDGE)
    column = QVBoxLayout(bar)
    column.setContentsMargins(4, 10, 4, 10)
    column.setSpacing(6)
    for icon, text, act in items:
        column.addWidget(icon_button(look, icon, text, act))
    column.addStretch(1)
    return bar
