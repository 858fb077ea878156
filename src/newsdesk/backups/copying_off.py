"""Copying the newest backup to a second place: a stick, another disk, a folder that is synced."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from newsdesk.backups.files import hash_of, move, pieces_of, write_pieces
from newsdesk.backups.photos import copy_photos, names_of
from newsdesk.backups.places import free_name, list_room, new_room, thin_room, work_in
from newsdesk.backups.records import Backup, CopiedOff, Copying
from newsdesk.backups.watching import PACKING, Watch
from newsdesk.disks import same_disk
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, tr

_MARK = "newsdesk-backups.txt"
_SAID = N_(
    "Newsdesk keeps copies of backups in this folder. Leave this file here: Newsdesk knows the folder by it, and"
    " copies nothing into the empty one that may stand for a disk which is not plugged in."
)


def mark_place(place: Path) -> None:
    """Make a folder one that `copy_off` knows again. Raises `Trouble` when it cannot be written."""
    try:
        (place / _MARK).write_text(f"{tr(_SAID)}\n", encoding="utf-8")
    except OSError as error:
        raise Trouble(
            N_("{place} cannot be written ({reason})."),
            N_("Plug the disk in and see that you may write there, or choose another folder."),
            place=str(place),
            reason=error.strerror or type(error).__name__,
        ) from error


def is_marked(place: Path) -> bool:
    """Whether the place is there: the very folder that was chosen, and not what stands for it meanwhile."""
    try:
        return (place / _MARK).is_file()
    except OSError:
        return False


def copy_off(folder: Path, newest: Backup, place: Path, watch: Watch) -> CopiedOff:
    """Copy a backup of the newsroom in `folder`, with originals that are not there yet, to a place that is marked.

    What was copied is read back from the disk before it counts; then the older ones there are thinned. Raises
    `Trouble` when the disk fails or is full: what was there is as it was.
    """
    started = time.monotonic()
    near = same_disk(folder, place)
    contents, source = newest.contents, newest.file.parent
    with work_in(place) as work:
        room = new_room(place, contents.newsroom, contents.title)
        lacking = copy_photos(source, room, contents.photos, work, watch, read_back=True)
        # What the first place lost the newsroom may still have.
        lacking = copy_photos(folder, room, lacking, work, watch, read_back=True)
        known = [there for there in list_room(room).backups if _is_same(there, newest)]
        target = known[0].file if known else free_name(room, newest)
        if not known:
            _copy_zip(newest.file, target, work / "backup.zip", watch)
            thin_room(room)
    return CopiedOff(
        outcome=Copying.UP_TO_DATE if known else Copying.COPIED,
        place=place,
        backup=replace(newest, file=target),
        same_disk=near,
        missing=names_of(lacking),
        seconds=time.monotonic() - started,
    )


def _is_same(one: Backup, other: Backup) -> bool:
    return (one.order, one.line, one.database) == (other.order, other.line, other.database)


def _copy_zip(file: Path, target: Path, aside: Path, watch: Watch) -> None:
    size = file.stat().st_size
    wanted = write_pieces(pieces_of(file), aside, lambda done: watch.tell(PACKING, done, size))
    if hash_of(aside, from_disk=True) != wanted:
        raise Trouble(
            N_("The disk did not give back what was written to {place}: the new backup was not kept."),
            N_("See that this disk is sound, or choose another place for the backups."),
            place=str(target.parent.parent),
        )
    move(aside, target)
