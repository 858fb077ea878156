"""Backing a newsroom up: into its first place, from there to the second, and into one file to carry away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from newsdesk import backups, store
from newsdesk.backups import BackedUp, Backup, CopiedOff, Copying, Kind, Listing, Usage, Watch
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import Clock, NewsroomId
from newsdesk.newsroom.backing_up.origins import Origin, Origins
from newsdesk.newsroom.backing_up.places import (
    backup_place,
    chosen_budget,
    newsroom_in,
    refuse_inside,
    second_place,
)
from newsdesk.newsroom.progress import Progress, silent
from newsdesk.newsroom.remembering import backup_memory, remember_backups
from newsdesk.store import Store, newsroom_id_of

_MANY = 10
"""From so many files on, an import is preceded by a backup."""


class Spot(StrEnum):
    """One of the two places."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class ListedBackup:
    """A backup, the places in which it lies, and its origin; its file is the one in the first of the places."""

    backup: Backup
    places: tuple[Spot, ...]
    origin: Origin


def never() -> bool:
    """Nobody stops the work."""
    return False


def back_up(
    folder: Path,
    kind: Kind,
    *,
    state: Path,
    clock: Clock,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = never,
) -> BackedUp:
    """Make one more backup of the newsroom in `folder` in its first place, check it, then thin the older ones.

    It reads beside whoever writes the newsroom. Raises DamagedNewsroom, or `Trouble` when it could not be made or
    was stopped; then the backups are as they were.
    """
    id = newsroom_id_of(folder)
    place = backup_place(state, id or newsroom_in(folder, state))
    refuse_inside(folder, place)
    made = backups.make_backup(folder, place, kind, clock, Watch(progress, cancelled), budget=chosen_budget())
    known = made.backup.contents.newsroom
    remember_backups(state, known, replace(backup_memory(state, known), folder=str(folder.absolute())))
    return made


def write_backup_file(
    folder: Path,
    out: Path,
    *,
    clock: Clock,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = never,
) -> BackedUp:
    """Write one zip with all of the newsroom in `folder`, photos included. An older one of it is replaced.

    Raises `Trouble` for any other file that is there.
    """
    refuse_inside(folder, out)
    if out.exists() and not _is_older(out, newsroom_id_of(folder)):
        raise Trouble(
            N_("{file} is there already, and is no backup of this newsroom."),
            N_("Choose another name."),
            file=str(out),
        )
    return backups.make_whole(folder, out, clock, Watch(progress, cancelled))


def counter_of(folder: Path) -> int:
    """A number that differs whenever something was written in the newsroom in `folder`, read beside its writer."""
    return store.counter_of(folder)


def backup_is_due(newest: Backup | None, counter: int, elapsed: float, took: float = 0.0) -> bool:
    """Whether it is time for a backup that comes by itself; see `newsdesk.backups.is_due`."""
    return backups.is_due(newest, counter, elapsed, took)


def back_up_before_upgrade(folder: Path, state: Path, clock: Clock) -> None:
    """Back up a newsroom of an earlier version that is about to be brought up to date."""
    back_up(folder, Kind.MIGRATION, state=state, clock=clock)


def back_up_before_import(written: Store, files: int, update: bool, state: Path, progress: Progress) -> None:
    """Back the newsroom up before many files are taken in, or articles changed by files.

    It is not done where there is nothing to lose: no article yet, or nothing written since the last backup. Raises
    `Trouble` when it cannot be; then nothing should be taken in.
    """
    if not (update or files >= _MANY) or not sum(written.read.counts().values()):
        return
    newest = newest_own_backup(written.folder, state)
    if newest is not None and newest.contents.counter == counter_of(written.folder):
        return
    try:
        back_up(written.folder, Kind.IMPORT, state=state, clock=written.clock, progress=progress)
    except Trouble as trouble:
        raise Trouble(
            N_("Nothing was imported: the backup before it could not be made. {why}"),
            N_("{advice} To import without a backup, use “newsdesk import --no-backup”."),
            why=str(trouble.what),
            advice=str(trouble.way_out),
        ) from trouble


def backups_of(folder: Path, state: Path) -> tuple[ListedBackup, ...]:
    """The backups of the newsroom in `folder` in both places, the newest first; also when it is damaged.

    After those of this folder come those of another one, as of a copy of the newsroom.
    """
    id = newsroom_in(folder, state)
    if id is None:
        return ()
    origins = Origins(folder, state, id)
    listed: dict[tuple[int, str, str], ListedBackup] = {}
    for spot, listing in _listings(folder, state):
        for backup in listing.backups:
            if backup.contents.newsroom != id:  # somebody put it there: it would be refused here
                continue
            same = (backup.order, backup.line, backup.database.sha256)
            known = listed.get(same)
            places = (*known.places, spot) if known else (spot,)
            listed[same] = ListedBackup(known.backup if known else backup, places, origins.of(backup))
    return tuple(sorted(listed.values(), key=_rank, reverse=True))


def unreadable_backups(folder: Path, state: Path) -> tuple[Path, ...]:
    """The zips among the backups of the newsroom in `folder` that cannot be read."""
    return tuple(file for _, listing in _listings(folder, state) for file in listing.unreadable)


def newest_backup(folder: Path, state: Path) -> Backup | None:
    """The newest backup of the newsroom in `folder`, in the first place before the second; None if there is none.

    Backups of this folder come before those of a copy of the newsroom in another one.
    """
    id = newsroom_in(folder, state)
    if id is None:
        return None
    line = backups.line_of(folder, id)
    rooms = [backups.room_of(place, id) for _, place in _places(id, state)]
    found = [backup for backup in (backups.newest_in(room, id, line) for room in rooms) if backup is not None]
    return next((backup for backup in found if backup.line == line), found[0] if found else None)


def newest_own_backup(folder: Path, state: Path) -> Backup | None:
    """The newest backup of this very folder; None if there is none.

    What a copy of the newsroom has counted says nothing about this one, though the number may be the same.
    """
    newest = newest_backup(folder, state)
    if newest is None or newest.line != backups.line_of(folder, newest.contents.newsroom):
        return None
    return newest


def newest_backup_below(folder: Path) -> Backup | None:
    """The newest backup in a place, or in a newsroom's room in one, of whichever newsroom; None if there is none.

    Only among several newsrooms does the clock count, for each has an order of its own.
    """
    listings = (backups.list_room(folder), *backups.list_place(folder))
    newest = [listing.backups[0] for listing in listings if listing.backups]
    return max(newest, key=lambda backup: backup.made, default=None)


def backup_usage(folder: Path, state: Path) -> Usage | None:
    """How much the backups of the newsroom in `folder` take in the first place; None when there are none."""
    id = newsroom_in(folder, state)
    room = backups.room_of(backup_place(state, id), id) if id else None
    return backups.usage_of(room, chosen_budget()) if room else None


def copy_off(
    folder: Path,
    *,
    state: Path,
    by_hand: bool,
    clock: Clock,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = never,
) -> CopiedOff:
    """Copy the newest backup of the newsroom in `folder` with its photos to the second place, and note that.

    A place that is not there, as a stick that is not plugged in, is Trouble only `by_hand`. Raises `Trouble` when
    the disk there is full or fails.
    """
    id = newsroom_in(folder, state)
    place = second_place(state, id) if id else None
    if id is None or place is None:
        return CopiedOff(Copying.NO_PLACE)
    if not backups.is_marked(place):
        if by_hand:
            raise _not_there(place)
        return CopiedOff(Copying.NOT_THERE, place)
    newest = backups.newest_in(backups.room_of(backup_place(state, id), id), id, backups.line_of(folder, id))
    if newest is None:
        return CopiedOff(Copying.NO_BACKUP, place)
    copied = backups.copy_off(folder, newest, place, Watch(progress, cancelled))
    memory = backup_memory(state, id)
    done = replace(memory, copied=clock().isoformat(), counter=newest.contents.counter)
    remember_backups(state, id, done)
    return copied


def _rank(listed: ListedBackup) -> tuple[bool, int, datetime]:
    return listed.origin.own, listed.backup.order, listed.backup.made


def _listings(folder: Path, state: Path) -> list[tuple[Spot, Listing]]:
    id = newsroom_in(folder, state)
    if id is None:
        return []
    return [(spot, backups.list_room(backups.room_of(place, id))) for spot, place in _places(id, state)]


def _places(id: NewsroomId, state: Path) -> list[tuple[Spot, Path]]:
    second = second_place(state, id)
    places = [(Spot.FIRST, backup_place(state, id))]
    return places if second is None else [*places, (Spot.SECOND, second)]


def _is_older(out: Path, newsroom: NewsroomId | None) -> bool:
    try:
        there = backups.read_backup(out)
    except Trouble:
        return False
    return there.whole and there.contents.newsroom == newsroom


def _not_there(place: Path) -> Trouble:
    return Trouble(
        N_("The second place for the backups, {place}, is not there."),
        N_("Plug its disk in, or choose the place again."),
        place=str(place),
    )
