"""Copies of a newsroom in another place: made, checked, thinned and brought back."""

from __future__ import annotations

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
    Usage,
)
from newsdesk.backups.restoring import restore, restore_over
from newsdesk.backups.timing import is_due
from newsdesk.backups.watching import Watch

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
