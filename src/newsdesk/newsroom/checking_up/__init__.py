"""The health of a newsroom: examined, repaired, saved row by row.

A name is loaded when it is first used: nothing of it is needed to show the window.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "CheckStopped": "newsdesk.newsroom.checking_up.examining",
    "Health": "newsdesk.newsroom.checking_up.examining",
    "Repaired": "newsdesk.newsroom.checking_up.repairing",
    "examine": "newsdesk.newsroom.checking_up.examining",
    "found_words": "newsdesk.newsroom.checking_up.words",
    "help_words": "newsdesk.newsroom.checking_up.words",
    "left_words": "newsdesk.newsroom.checking_up.words",
    "looks_sound": "newsdesk.newsroom.checking_up.examining",
    "mended_words": "newsdesk.newsroom.checking_up.words",
    "repair": "newsdesk.newsroom.checking_up.repairing",
    "repair_newsroom": "newsdesk.newsroom.checking_up.ways",
    "salvage_newsroom": "newsdesk.newsroom.checking_up.ways",
    "salvage_words": "newsdesk.newsroom.checking_up.words",
    "saved_words": "newsdesk.newsroom.checking_up.words",
}

if TYPE_CHECKING:
    from newsdesk.newsroom.checking_up.examining import CheckStopped, Health, examine, looks_sound
    from newsdesk.newsroom.checking_up.repairing import Repaired, repair
    from newsdesk.newsroom.checking_up.ways import repair_newsroom, salvage_newsroom
    from newsdesk.newsroom.checking_up.words import (
        found_words,
        help_words,
        left_words,
        mended_words,
        salvage_words,
        saved_words,
    )
else:

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "CheckStopped",
    "Health",
    "Repaired",
    "examine",
    "found_words",
    "help_words",
    "left_words",
    "looks_sound",
    "mended_words",
    "repair",
    "repair_newsroom",
    "salvage_newsroom",
    "salvage_words",
    "saved_words",
]
