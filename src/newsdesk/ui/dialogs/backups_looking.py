"""What there is to show of a newsroom's backups, looked up away from the main thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsdesk.backups import Usage
from newsdesk.disks import same_disk
from newsdesk.model.ids import NewsroomId
from newsdesk.newsroom.backing_up import (
    ListedBackup,
    backup_place,
    backup_usage,
    backups_of,
    last_copy_off,
    second_place,
    unreadable_backups,
)


@dataclass(frozen=True, slots=True)
class Found:
    """The backups, the newest first, and where they lie.

    `room` is the folder of this newsroom's backups; the first place while there are none. `near` says that the
    second place is on the disk of the newsroom, and `away` that it is not there now.
    """

    backups: tuple[ListedBackup, ...]
    unreadable: tuple[Path, ...]
    usage: Usage | None
    room: Path
    second: Path | None
    copied: datetime | None
    near: bool
    away: bool


def look_for_backups(folder: Path, state: Path, newsroom: NewsroomId) -> Found:
    """What there is now."""
    place, second = backup_place(state, newsroom), second_place(state, newsroom)
    backups = backups_of(folder, state)
    room = next((one.backup.file.parent for one in backups if one.backup.file.is_relative_to(place)), place)
    return Found(
        backups,
        unreadable_backups(folder, state),
        backup_usage(folder, state),
        room,
        second,
        last_copy_off(state, newsroom),
        near=second is not None and same_disk(folder, second),
        away=second is not None and not second.is_dir(),
    )
