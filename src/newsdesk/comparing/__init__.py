"""What differs between two versions of an article, in fields, passages and words.

A name is loaded when it is first used: nothing of it is needed to show the window.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "Comparison": "newsdesk.comparing.records",
    "FieldChange": "newsdesk.comparing.records",
    "Kind": "newsdesk.comparing.records",
    "Passage": "newsdesk.comparing.records",
    "PhotoChange": "newsdesk.comparing.records",
    "Piece": "newsdesk.comparing.records",
    "compare": "newsdesk.comparing.comparing",
}

if TYPE_CHECKING:
    from newsdesk.comparing.comparing import compare
    from newsdesk.comparing.records import Comparison, FieldChange, Kind, Passage, PhotoChange, Piece
else:

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "Comparison",
    "FieldChange",
    "Kind",
    "Passage",
    "PhotoChange",
    "Piece",
    "compare",
]
