"""Which panes there is room for: a rule of its own, so that it can be tested without a window."""

from __future__ import annotations

from newsdesk.ui.commands.parts import Pane
from newsdesk.ui.kit.tokens import DESK_WIDTH, INSPECTOR_WIDTH, LIST_WIDTH

EDGE = 44
"""Pixels of the bar that stands for folded panes."""

NARROWEST_TEXT = 470
"""Pixels: 45 characters in the usual size with their margins."""

PREVIEW_WIDTH = 430
WIDE = 1600
"""From this width on, the preview stands beside everything."""

WIDTHS = {Pane.DESK: DESK_WIDTH, Pane.LIST: LIST_WIDTH, Pane.INSPECTOR: INSPECTOR_WIDTH}
ORDER = (Pane.DESK, Pane.INSPECTOR, Pane.LIST)
"""What goes first when there is no room."""


def with_room(wanted: frozenset[Pane], width: int) -> frozenset[Pane]:
    """Of the panes that are wanted, those that a window of `width` pixels has room for beside the text."""
    shown = set(wanted)
    if Pane.PREVIEW in wanted and width < WIDE:
        shown -= {Pane.LIST, Pane.INSPECTOR}
    for pane in ORDER:
        if text_width(frozenset(shown), width) >= NARROWEST_TEXT:
            break
        shown.discard(pane)
    return frozenset(shown)


def instead(pane: Pane, wanted: frozenset[Pane], width: int) -> frozenset[Pane]:
    """What is shown when a pane is wanted although there is no room: it alone, with the preview if both fit."""
    both = frozenset({pane}) | (wanted & {Pane.PREVIEW})
    return both if text_width(both, width) >= NARROWEST_TEXT else frozenset({pane})


def text_width(shown: frozenset[Pane], width: int) -> int:
    """How many pixels the text has beside these panes."""
    taken = sum(WIDTHS[pane] for pane in ORDER if pane in shown)
    taken += PREVIEW_WIDTH if Pane.PREVIEW in shown else 0
    leading = {Pane.DESK, Pane.LIST} - shown
    return width - taken - (EDGE if leading else 0) - (EDGE if Pane.INSPECTOR not in shown else 0)
