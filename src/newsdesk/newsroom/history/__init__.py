"""The history of articles: their versions, what came back of them, and the bin."""

from __future__ import annotations

from newsdesk.newsroom.history.bin import (
    binned,
    clear_old_bin,
    empty_bin,
    take_from_bin,
)
from newsdesk.newsroom.history.listing import (
    compare_versions,
    find_version,
    keep_version,
    version_ends,
    versions,
)
from newsdesk.newsroom.history.records import (
    Restored,
    Version,
)
from newsdesk.newsroom.history.restoring import (
    restore_field,
    restore_passage,
    restore_photo,
    restore_version,
)
from newsdesk.newsroom.history.words import (
    FIELD_NAMES,
    REASONS,
)

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
