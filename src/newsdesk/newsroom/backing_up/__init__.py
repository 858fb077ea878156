"""Copies of a newsroom in other places: made, listed, taken off this machine, brought back.

A name is loaded when it is first used: nothing of it is needed to show the window.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "ListedBackup": "newsdesk.newsroom.backing_up.making",
    "Origin": "newsdesk.newsroom.backing_up.origins",
    "Spot": "newsdesk.newsroom.backing_up.making",
    "back_up": "newsdesk.newsroom.backing_up.making",
    "backup_is_due": "newsdesk.newsroom.backing_up.making",
    "backup_place": "newsdesk.newsroom.backing_up.places",
    "backup_usage": "newsdesk.newsroom.backing_up.making",
    "backups_of": "newsdesk.newsroom.backing_up.making",
    "copied_counter": "newsdesk.newsroom.backing_up.places",
    "copy_off": "newsdesk.newsroom.backing_up.making",
    "counter_of": "newsdesk.newsroom.backing_up.making",
    "delete_newsroom": "newsdesk.newsroom.backing_up.restoring",
    "last_copy_off": "newsdesk.newsroom.backing_up.places",
    "newest_backup": "newsdesk.newsroom.backing_up.making",
    "newest_backup_below": "newsdesk.newsroom.backing_up.making",
    "newest_own_backup": "newsdesk.newsroom.backing_up.making",
    "newsroom_in": "newsdesk.newsroom.backing_up.places",
    "origin_of": "newsdesk.newsroom.backing_up.origins",
    "restore": "newsdesk.newsroom.backing_up.restoring",
    "restore_over": "newsdesk.newsroom.backing_up.restoring",
    "second_place": "newsdesk.newsroom.backing_up.places",
    "set_backup_place": "newsdesk.newsroom.backing_up.places",
    "set_second_place": "newsdesk.newsroom.backing_up.places",
    "unreadable_backups": "newsdesk.newsroom.backing_up.making",
    "write_backup_file": "newsdesk.newsroom.backing_up.making",
}

if TYPE_CHECKING:
    from newsdesk.newsroom.backing_up.making import (
        ListedBackup,
        Spot,
        back_up,
        backup_is_due,
        backup_usage,
        backups_of,
        copy_off,
        counter_of,
        newest_backup,
        newest_backup_below,
        newest_own_backup,
        unreadable_backups,
        write_backup_file,
    )
    from newsdesk.newsroom.backing_up.origins import (
        Origin,
        origin_of,
    )
    from newsdesk.newsroom.backing_up.places import (
        backup_place,
        copied_counter,
        last_copy_off,
        newsroom_in,
        second_place,
        set_backup_place,
        set_second_place,
    )
    from newsdesk.newsroom.backing_up.restoring import delete_newsroom, restore, restore_over
else:

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "ListedBackup",
    "Origin",
    "Spot",
    "back_up",
    "backup_is_due",
    "backup_place",
    "backup_usage",
    "backups_of",
    "copied_counter",
    "copy_off",
    "counter_of",
    "delete_newsroom",
    "last_copy_off",
    "newest_backup",
    "newest_backup_below",
    "newest_own_backup",
    "newsroom_in",
    "origin_of",
    "restore",
    "restore_over",
    "second_place",
    "set_backup_place",
    "set_second_place",
    "unreadable_backups",
    "write_backup_file",
]
