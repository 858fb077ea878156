"""When a backup is due."""

from __future__ import annotations

from newsdesk.backups.records import Backup

INTERVAL = 30 * 60.0
"""Seconds between backups that come by themselves, at least."""

_SHARE = 100
"""Backups that come by themselves take at most one second out of so many."""


def is_due(newest: Backup | None, counter: int, elapsed: float, took: float = 0.0) -> bool:
    """Whether the newsroom was written since the newest backup, and enough time went by since one was tried.

    `elapsed` are the seconds since then, by a clock that cannot be set; `took` those that it took, if that is
    known better than the backup itself tells.
    """
    if newest is not None and newest.contents.counter == counter:
        return False
    last = took or (newest.seconds if newest else 0.0)
    return elapsed >= max(INTERVAL, _SHARE * last)
