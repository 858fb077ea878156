"""Deleting a newsroom, and its backups: only what is ours, and what would not go is named."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from newsdesk.backups.manifest import DATABASE, ORIGINALS, THEME
from newsdesk.backups.places import remove_work, room_of, work_in
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


def delete_backups(place: Path, newsroom: NewsroomId) -> tuple[Path, ...]:
    """Delete all backups of a newsroom in a place, which is there; what was left of them."""
    room = room_of(place, newsroom)
    if room is None:
        return ()
    try:
        with work_in(place):
            _delete(room.glob("*.zip"))
            _delete_originals(room)
    except Trouble:
        return (room,)
    return _left(room)


def _delete_originals(folder: Path) -> None:
    originals = folder / ORIGINALS
    _delete(path for path in originals.glob("*/*") if _ORIGINAL.fullmatch(path.name))
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
