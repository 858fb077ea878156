"""The history of articles: their versions, what came back of them, and the bin.

A name is loaded when it is first used: nothing of it is needed to show the window.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "FIELD_NAMES": "newsdesk.newsroom.history.words",
    "REASONS": "newsdesk.newsroom.history.words",
    "Restored": "newsdesk.newsroom.history.records",
    "Version": "newsdesk.newsroom.history.records",
    "binned": "newsdesk.newsroom.history.bin",
    "clear_old_bin": "newsdesk.newsroom.history.bin",
    "compare_versions": "newsdesk.newsroom.history.listing",
    "empty_bin": "newsdesk.newsroom.history.bin",
    "find_version": "newsdesk.newsroom.history.listing",
    "keep_version": "newsdesk.newsroom.history.listing",
    "restore_field": "newsdesk.newsroom.history.restoring",
    "restore_passage": "newsdesk.newsroom.history.restoring",
    "restore_photo": "newsdesk.newsroom.history.restoring",
    "restore_version": "newsdesk.newsroom.history.restoring",
    "take_from_bin": "newsdesk.newsroom.history.bin",
    "version_ends": "newsdesk.newsroom.history.listing",
    "versions": "newsdesk.newsroom.history.listing",
}

if TYPE_CHECKING:
    from newsdesk.newsroom.history.bin import binned, clear_old_bin, empty_bin, take_from_bin
    from newsdesk.newsroom.history.listing import (
        compare_versions,
        find_version,
        keep_version,
        version_ends,
        versions,
    )
    from newsdesk.newsroom.history.records import Restored, Version
    from newsdesk.newsroom.history.restoring import restore_field, restore_passage, restore_photo, restore_version
    from newsdesk.newsroom.history.words import FIELD_NAMES, REASONS
else:

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "FIELD_NAMES",
    "REASONS",
    "Restored",
    "Version",
    "binned",
    "clear_old_bin",
    "compare_versions",
    "empty_bin",
    "find_version",
    "keep_version",
    "restore_field",
    "restore_passage",
    "restore_photo",
    "restore_version",
    "take_from_bin",
    "version_ends",
    "versions",
]
