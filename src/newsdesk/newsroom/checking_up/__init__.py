"""The health of a newsroom: examined, repaired, saved row by row."""

from __future__ import annotations

from newsdesk.newsroom.checking_up.examining import (
    CheckStopped,
    Health,
    examine,
    looks_sound,
)
from newsdesk.newsroom.checking_up.repairing import (
    Repaired,
    repair,
)
from newsdesk.newsroom.checking_up.ways import (
    repair_newsroom,
    salvage_newsroom,
)
from newsdesk.newsroom.checking_up.words import (
    found_words,
    help_words,
    left_words,
    mended_words,
    salvage_words,
    saved_words,
)

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
