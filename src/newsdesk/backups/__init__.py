"""Copies of a newsroom in another place: made, checked, thinned and brought back.

A name is loaded when it is first used: nothing of it is needed to show the window.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "BackedUp": "newsdesk.backups.records",
    "Backup": "newsdesk.backups.records",
    "Cancelled": "newsdesk.backups.records",
    "CopiedOff": "newsdesk.backups.records",
    "Copying": "newsdesk.backups.records",
    "DamagedBackup": "newsdesk.backups.records",
    "Deleted": "newsdesk.backups.records",
    "KeptFile": "newsdesk.backups.records",
    "Kind": "newsdesk.backups.records",
    "Listing": "newsdesk.backups.records",
    "Restored": "newsdesk.backups.records",
    "Spared": "newsdesk.backups.records",
    "Usage": "newsdesk.backups.records",
    "Watch": "newsdesk.backups.watching",
    "check_backup": "newsdesk.backups.checking",
    "copy_off": "newsdesk.backups.copying_off",
    "delete_backups": "newsdesk.backups.deleting",
    "delete_folder": "newsdesk.backups.deleting",
    "is_due": "newsdesk.backups.timing",
    "is_marked": "newsdesk.backups.copying_off",
    "line_of": "newsdesk.backups.making",
    "list_place": "newsdesk.backups.places",
    "list_room": "newsdesk.backups.places",
    "make_backup": "newsdesk.backups.making",
    "make_whole": "newsdesk.backups.making",
    "mark_place": "newsdesk.backups.copying_off",
    "newest_in": "newsdesk.backups.places",
    "read_backup": "newsdesk.backups.archive",
    "restore": "newsdesk.backups.restoring",
    "restore_over": "newsdesk.backups.restoring",
    "room_of": "newsdesk.backups.places",
    "usage_of": "newsdesk.backups.places",
}

if TYPE_CHECKING:
    from newsdesk.backups.archive import read_backup
    from newsdesk.backups.checking import check_backup
    from newsdesk.backups.copying_off import copy_off, is_marked, mark_place
    from newsdesk.backups.deleting import delete_backups, delete_folder
    from newsdesk.backups.making import line_of, make_backup, make_whole
    from newsdesk.backups.places import list_place, list_room, newest_in, room_of, usage_of
    from newsdesk.backups.records import (
        BackedUp,
        Backup,
        Cancelled,
        CopiedOff,
        Copying,
        DamagedBackup,
        Deleted,
        KeptFile,
        Kind,
        Listing,
        Restored,
        Spared,
        Usage,
    )
    from newsdesk.backups.restoring import restore, restore_over
    from newsdesk.backups.timing import is_due
    from newsdesk.backups.watching import Watch
else:

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "BackedUp",
    "Backup",
    "Cancelled",
    "CopiedOff",
    "Copying",
    "DamagedBackup",
    "Deleted",
    "KeptFile",
    "Kind",
    "Listing",
    "Restored",
    "Spared",
    "Usage",
    "Watch",
    "check_backup",
    "copy_off",
    "delete_backups",
    "delete_folder",
    "is_due",
    "is_marked",
    "line_of",
    "list_place",
    "list_room",
    "make_backup",
    "make_whole",
    "mark_place",
    "newest_in",
    "read_backup",
    "restore",
    "restore_over",
    "room_of",
    "usage_of",
]
