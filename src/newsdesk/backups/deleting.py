"""Deleting a newsroom, and its backups: only what is ours, and what would not go is named."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from pathlib import Path

from newsdesk.backups.archive import head_in
from newsdesk.backups.manifest import DATABASE, ORIGINALS, THEME, original_path
from newsdesk.backups.places import list_room, remove_work, room_of, work_in
from newsdesk.backups.records import Spared
from newsdesk.errors import Trouble
from newsdesk.model.ids import Clock, NewsroomId
from newsdesk.store import (
    ASIDE_NAME,
    FRESH_NAME,
    FRESH_THEME,
    LOCK_NAME,
    MARK_NAME,
    OWNER_NAME,
    newsroom_locked,
)

_FILES = (DATABASE, *(f"{DATABASE}{end}" for end in ("-wal", "-shm", "-journal")), FRESH_NAME, MARK_NAME)
_FOLDERS = (THEME, FRESH_THEME, ASIDE_NAME)
_ORIGINAL = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{1,8}")


def delete_folder(folder: Path, clock: Clock) -> tuple[Path, ...]:
    """Delete the newsroom in a folder, and the folder if nothing else is in it; what was left there.

    Nobody may have the newsroom open for writing: NewsroomBusy.
    """
    with newsroom_locked(folder, clock()):
        for name in _FILES:
            with suppress(OSError):
                (folder / name).unlink(missing_ok=True)
        for name in _FOLDERS:
            shutil.rmtree(folder / name, ignore_errors=True)
        _delete_originals(folder)
        with suppress(OSError):
            remove_work(folder)
    for name in (OWNER_NAME, LOCK_NAME):
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
    return _left(folder)


def delete_backups(place: Path, newsroom: NewsroomId, line: str) -> Spared:
    """Delete the backups of a newsroom in a place, which is there, that are of this line; what was left.

    Those of another folder stay whole: a copy that is deleted does not take the backups of the original. What
    cannot be read may be one of them, and so may each original beside it be listed there: both stay.
    """
    room = room_of(place, newsroom)
    if room is None:
        return Spared()
    try:
        with work_in(place):
            listing = list_room(room)
            others = tuple(backup for backup in listing.backups if backup.line != line)
            unreadable = tuple(file for file in listing.unreadable if head_in(file)[1] != line)
            stay = {*unreadable, *(backup.file for backup in others)}
            _delete(file for file in room.glob("*.zip") if file not in stay)
            if not unreadable:
                _delete_originals(room, {original_path(one) for each in others for one in each.contents.photos})
    except Trouble:
        return Spared((room,))
    left = _left(room)
    if stay:
        left = tuple(path for path in left if path not in stay and path.name != ORIGINALS)
    return Spared(left, others, unreadable)


def _delete_originals(folder: Path, kept: Set[str] = frozenset()) -> None:
    originals = folder / ORIGINALS
    _delete(
        path
        for path in originals.glob("*/*")
        if _ORIGINAL.fullmatch(path.name) and path.relative_to(folder).as_posix() not in kept
    )
    _delete(originals.glob(".incoming-*.part"))
    for emptied in (*originals.glob("*"), originals):
        with suppress(OSError):
            emptied.rmdir()


def _delete(files: Iterable[Path]) -> None:
    for file in list(files):
        with suppress(OSError):
            file.unlink()


def _left(folder: Path) -> tuple[Path, ...]:
    """What is in a folder still; nothing, and no folder, when it is empty."""
    with suppress(OSError):
        folder.rmdir()
    return tuple(sorted(_entries(folder)))


def _entries(folder: Path) -> Iterator[Path]:
    try:
        yield from folder.iterdir()
    except FileNotFoundError:
        return
    except OSError:
        yield folder
