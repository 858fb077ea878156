"""Where backups lie: a place holds a room for each newsroom, a room its zips and the originals of their photos."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from newsdesk.backups.archive import head_in, read_backup
from newsdesk.backups.files import place_faults
from newsdesk.backups.manifest import ORIGINALS, original_path
from newsdesk.backups.records import Backup, Listing, Usage
from newsdesk.backups.thinning import budget_for, bytes_used, thinned
from newsdesk.errors import Trouble
from newsdesk.model.ids import NewsroomId
from newsdesk.model.slug import slug_of
from newsdesk.store import PhotoFile, place_held

_END = 8
"""How much of a newsroom's id its room is named by: its random part."""

_WORK = ".newsdesk-"
_DEAD_AFTER = 24 * 60 * 60
"""Seconds after the last file that was written, from which nobody is at work any more."""


def room_of(place: Path, newsroom: NewsroomId) -> Path | None:
    """The folder of a newsroom's backups in a place; None when there is none."""
    with suppress(OSError):
        return next(iter(sorted(place.glob(f"*-{_ending(newsroom)}"))), None)
    return None


def new_room(place: Path, newsroom: NewsroomId, title: str) -> Path:
    """The folder of a newsroom's backups, made if need be. It keeps its name whatever the newsroom is called."""
    room = room_of(place, newsroom) or place / f"{slug_of(title, 'newsroom')}-{_ending(newsroom)}"
    room.mkdir(parents=True, exist_ok=True)
    return room


def list_room(room: Path | None) -> Listing:
    """The backups in a room; an empty listing when it is not there."""
    found: list[Backup] = []
    unreadable: list[Path] = []
    for file in sorted(room.glob("*.zip")) if room is not None and room.is_dir() else ():
        try:
            found.append(read_backup(file))
        except Trouble:
            unreadable.append(file)
    found.sort(key=lambda backup: (backup.order, backup.made, backup.file.name), reverse=True)
    return Listing(tuple(_sharing(found)), tuple(unreadable))


def free_name(room: Path, backup: Backup) -> Path:
    """A name that tells people when and why, and that no other backup has."""
    name, number = f"{backup.made:%Y-%m-%d-%H%M%S}-{backup.kind}", 1
    while (room / f"{name}.zip").exists():
        number += 1
        name = f"{backup.made:%Y-%m-%d-%H%M%S}-{backup.kind}-{number}"
    return room / f"{name}.zip"


def newest_in(room: Path | None, newsroom: NewsroomId, line: str) -> Backup | None:
    """The newest backup of a newsroom in its room, one of this line before any other; None when none can be read.

    What somebody put there of another newsroom is none.
    """
    files = list(room.glob("*.zip")) if room is not None and room.is_dir() else []
    heads = {file: head_in(file) for file in files}
    for file in sorted(files, key=lambda file: (heads[file][1] == line, heads[file][0], file.name), reverse=True):
        with suppress(Trouble):
            backup = read_backup(file)
            if backup.contents.newsroom == newsroom:
                return backup
    return None


def list_place(place: Path) -> tuple[Listing, ...]:
    """The backups of every newsroom in a place."""
    rooms: list[Path] = []
    with suppress(OSError):
        rooms = sorted(path for path in place.iterdir() if path.is_dir() and not path.name.startswith("."))
    return tuple(listing for listing in map(list_room, rooms) if listing.backups or listing.unreadable)


def usage_of(room: Path, budget: int = 0) -> Usage:
    """What the backups in a room take, and what they may: `budget` bytes, or as the disk has room for (0)."""
    used = bytes_used(list_room(room).backups)
    return Usage(used, budget or budget_for(shutil.disk_usage(room).free, used))


def thin_room(room: Path, spared: Path | None = None, budget: int = 0) -> tuple[Path, ...]:
    """Remove the backups that are too many, but not `spared`, and the originals that none lists; give their zips.

    They may take `budget` bytes, or as many as the disk has room for (0).

    Originals stay while there is a zip that cannot be read: it may list them. Whoever calls holds the place.
    """
    listing = list_room(room)
    used = bytes_used(listing.backups)
    too_many = thinned(listing.backups, budget or budget_for(shutil.disk_usage(room).free, used))
    gone = [backup for backup in too_many if spared is None or backup.file.resolve() != spared.resolve()]
    for backup in gone:
        backup.file.unlink(missing_ok=True)
    if not listing.unreadable:
        _sweep(room, [backup for backup in listing.backups if backup not in gone])
    return tuple(backup.file for backup in gone)


@contextmanager
def work_in(place: Path) -> Iterator[Path]:
    """Hold a place (made if need be), with a folder in it for what is not finished, which goes in the end.

    What the system refuses comes out as Trouble.
    """
    with place_faults(place):
        place.mkdir(parents=True, exist_ok=True)
        with place_held(place):
            remove_work(place)
            with work_folder(place) as work:
                yield work


@contextmanager
def work_folder(folder: Path) -> Iterator[Path]:
    """A folder within another one for what is not finished, which goes in the end."""
    work = folder / f"{_WORK}{uuid4().hex}.part"
    work.mkdir()
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def remove_work(folder: Path) -> None:
    """Remove what processes left that were killed at their work. Whoever calls is the only one at work there."""
    for left in folder.glob(f"{_WORK}*.part"):
        shutil.rmtree(left, ignore_errors=True)


def _sharing(backups: list[Backup]) -> Iterator[Backup]:
    """The same backups: what they say of ten thousand photos is in memory once, where it is the same."""
    photos: tuple[PhotoFile, ...] = ()
    for backup in backups:
        if backup.contents.photos == photos:
            yield replace(backup, contents=replace(backup.contents, photos=photos))
        else:
            photos = backup.contents.photos
            yield backup


def sweep_work(folder: Path) -> None:
    """Remove what killed processes left in a folder where others may be at work: what nobody touched for a day."""
    oldest = time.time() - _DEAD_AFTER
    for left in folder.glob(f"{_WORK}*.part"):
        with suppress(OSError):  # somebody else removed it first, or we may not: it is in nobody's way
            if max(path.lstat().st_mtime for path in (left, *left.rglob("*"))) < oldest:
                shutil.rmtree(left)


def _sweep(room: Path, backups: list[Backup]) -> None:
    """Remove the originals that no backup lists."""
    listed = {original_path(photo) for backup in backups for photo in backup.contents.photos}
    for original in (room / ORIGINALS).glob("*/*"):
        if original.relative_to(room).as_posix() not in listed:
            original.unlink(missing_ok=True)
            with suppress(OSError):
                original.parent.rmdir()  # once it is empty


def _ending(newsroom: NewsroomId) -> str:
    return re.sub("[^0-9a-z]", "-", newsroom[-_END:].lower())
