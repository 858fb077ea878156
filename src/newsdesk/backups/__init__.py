"""Copies of a newsroom in another place: made, checked, thinned and brought back."""

from __future__ import annotations

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
]
