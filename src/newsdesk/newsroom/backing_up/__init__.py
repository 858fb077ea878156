"""Copies of a newsroom in other places: made, listed, taken off this machine, brought back."""

from __future__ import annotations

from newsdesk.newsroom.backing_up.making import (
    ListedBackup,
    Spot,
    back_up,
    backup_is_due,
    backup_usage,
    backups_of,
    check_backup,
    copy_off,
    counter_of,
    newest_backup,
    unreadable_backups,
    write_backup_file,
)
from newsdesk.newsroom.backing_up.places import (
    backup_place,
    copied_counter,
    last_copy_off,
    second_place,
    set_backup_place,
    set_second_place,
)
from newsdesk.newsroom.backing_up.restoring import (
    delete_newsroom,
    restore,
    restore_over,
)

__all__ = [
    "ListedBackup",
    "Spot",
    "back_up",
    "backup_is_due",
    "backup_place",
    "backup_usage",
    "backups_of",
    "check_backup",
    "copied_counter",
    "copy_off",
    "counter_of",
    "delete_newsroom",
    "last_copy_off",
    "newest_backup",
    "restore",
    "restore_over",
    "second_place",
    "set_backup_place",
    "set_second_place",
    "unreadable_backups",
    "write_backup_file",
]
