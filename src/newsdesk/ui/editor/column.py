"""The column in which all that is written stands: head, lead photo and text begin and end on the same lines."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from newsdesk.ui.kit.look import Look

LEAST_MARGIN = 40
"""Pixels beside the column, on either side, where the pane is narrow."""

_LETTERS = "the five boxing wizards jump quickly over a sleepy harbour at the end of the night"
"""A run of usual words: what font files say of their average letter is too wide."""


def column_width(look: Look) -> int:
    """How wide the column is in pixels: as many usual letters of the writing font as the person prefers."""
    advance = QFontMetricsF(look.writing()).horizontalAdvance(_LETTERS) / len(_LETTERS)
    return round(advance * look.preferences.measure)


def side_margin(look: Look, width: int) -> int:
    """What is left on either side of the column in a pane of `width` pixels, its scroll bar included."""
    return max(LEAST_MARGIN, (width - column_width(look)) // 2)
