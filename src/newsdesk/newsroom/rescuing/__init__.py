"""The rescue file: text that could not be saved, kept outside the newsroom and brought back.

A name is loaded when it is first used: nothing of it is needed to show the window.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "Copy": "newsdesk.newsroom.rescuing.copy",
    "Difference": "newsdesk.newsroom.rescuing.back",
    "Offer": "newsdesk.newsroom.rescuing.back",
    "RescueFile": "newsdesk.newsroom.rescuing.file",
    "Rescued": "newsdesk.newsroom.rescuing.file",
    "Typed": "newsdesk.newsroom.rescuing.file",
    "compared": "newsdesk.newsroom.rescuing.back",
    "copies": "newsdesk.newsroom.rescuing.copy",
    "fingerprint": "newsdesk.newsroom.rescuing.file",
    "grouped": "newsdesk.newsroom.rescuing.file",
    "keep_rescued": "newsdesk.newsroom.rescuing.back",
    "make_article_of_rescued": "newsdesk.newsroom.rescuing.back",
    "offers": "newsdesk.newsroom.rescuing.back",
    "rescue_path": "newsdesk.newsroom.rescuing.file",
    "signature_lines": "newsdesk.newsroom.rescuing.back",
    "take_rescued": "newsdesk.newsroom.rescuing.back",
    "write_copies": "newsdesk.newsroom.rescuing.copy",
}

if TYPE_CHECKING:
    from newsdesk.newsroom.rescuing.back import (
        Difference,
        Offer,
        compared,
        keep_rescued,
        make_article_of_rescued,
        offers,
        signature_lines,
        take_rescued,
    )
    from newsdesk.newsroom.rescuing.copy import Copy, copies, write_copies
    from newsdesk.newsroom.rescuing.file import Rescued, RescueFile, Typed, fingerprint, grouped, rescue_path
else:

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "Copy",
    "Difference",
    "Offer",
    "RescueFile",
    "Rescued",
    "Typed",
    "compared",
    "copies",
    "fingerprint",
    "grouped",
    "keep_rescued",
    "make_article_of_rescued",
    "offers",
    "rescue_path",
    "signature_lines",
    "take_rescued",
    "write_copies",
]
