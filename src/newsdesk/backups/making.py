"""Making a backup: copied while others write, packed, opened again and checked before it counts."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from newsdesk.backups.archive import open_archive, unpack
from newsdesk.backups.checking import see_photos
from newsdesk.backups.files import move, pieces_of, place_faults, place_trouble
from newsdesk.backups.manifest import DATABASE, MANIFEST, THEME, head_of, is_safe, manifest_of, original_path
from newsdesk.backups.photos import copy_photos, names_of, photos_altered, photos_lacking
from newsdesk.backups.places import free_name, list_room, new_room, sweep_work, thin_room, work_folder, work_in
from newsdesk.backups.records import BackedUp, Backup, DamagedBackup, KeptFile, Kind
from newsdesk.backups.thinning import after
from newsdesk.backups.watching import CHECKING, COPYING, PACKING, Watch
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import Clock, NewsroomId
from newsdesk.store import Contents, DamagedNewsroom, PhotoFile, contents_of, copy_newsroom, fault_in

_LEVEL = 4
"""How hard to pack: the usual 6 takes twice the time for a fiftieth less."""

_LARGE = 1 << 30
"""Bytes from which a member of a zip may pass the two gigabytes of the older format while it is written."""

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def make_backup(
    folder: Path,
    place: Path,
    kind: Kind,
    clock: Clock,
    watch: Watch,
    *,
    spared: Path | None = None,
    budget: int = 0,
) -> BackedUp:
    """Add a backup of the newsroom in `folder` to a place, and thin the older ones there once it is found good.

    The zip `spared` is not thinned out; all may take `budget` bytes, or as many as the disk has room for (0).
    Raises DamagedNewsroom when the newsroom’s file is damaged; then, as with any `Trouble`, no backup was added
    and none is gone.
    """
    started = time.monotonic()
    with work_in(place) as work:
        contents = _copy(folder, work / DATABASE, watch)
        room = new_room(place, contents.newsroom, contents.title)
        lacking = copy_photos(folder, room, contents.photos, work, watch)
        lost = names_of((*lacking, *photos_lacking(folder, contents.photos)))
        draft = _draft(folder, kind, clock(), contents, lacking)
        before = list_room(room).backups
        if before:
            draft = after(before[0], draft)
        packed = _pack(draft, folder, work, started, watch)
        _check(packed, folder, work, watch)
        final = free_name(room, draft)
        move(packed.file, final)
        thinned = thin_room(room, spared, budget)
    return BackedUp(replace(packed, file=final), thinned, lost, time.monotonic() - started)


def make_whole(folder: Path, out: Path, clock: Clock, watch: Watch) -> BackedUp:
    """Write a backup of the newsroom in `folder` with its originals into the one file `out`, to carry away.

    Raises `Trouble` as `make_backup` does; what was at `out` is then as it was.
    """
    started = time.monotonic()
    parent = out.absolute().parent
    with place_faults(parent):
        parent.mkdir(parents=True, exist_ok=True)
        sweep_work(parent)
    with place_faults(parent), work_folder(parent) as work:
        contents = _copy(folder, work / DATABASE, watch)
        lacking = photos_altered(folder, contents.photos, watch)
        draft = replace(_draft(folder, Kind.BY_HAND, clock(), contents, lacking), whole=True)
        packed = _pack(draft, folder, work, started, watch)
        _check(packed, folder, work, watch)
        move(packed.file, out)
    return BackedUp(replace(packed, file=out), (), names_of(lacking), time.monotonic() - started)


def line_of(folder: Path, newsroom: NewsroomId) -> str:
    """What tells the backups of this folder from those of a copy of the newsroom in another one."""
    where = f"{newsroom}\n{os.path.realpath(folder)}"
    return sha256(where.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _copy(folder: Path, target: Path, watch: Watch) -> Contents:
    """Copy the newsroom’s file as it is at one moment, and say what it holds."""
    try:
        copy_newsroom(folder, target, lambda done, total: watch.tell(COPYING, done, total))
        return contents_of(target)
    except DamagedNewsroom as error:
        raise _damaged(folder, str(error.__cause__ or "")) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE:
            raise _damaged(folder, str(error)) from error
        raise place_trouble(target.parent.parent, OSError(0, str(error))) from error


def _draft(
    folder: Path,
    kind: Kind,
    made: datetime,
    contents: Contents,
    lacking: Sequence[PhotoFile],
) -> Backup:
    """What is known of a backup before it is packed."""
    without = {*lacking}
    return Backup(
        file=Path(),
        size=0,
        made=made,
        order=max(int(made.timestamp()), 0),
        era=0,
        kind=kind,
        line=line_of(folder, contents.newsroom),
        contents=replace(contents, photos=tuple(photo for photo in contents.photos if photo not in without)),
        database=KeptFile(DATABASE, 0, ""),
        theme=(),
        missing=names_of(lacking),
        seconds=0.0,
        whole=False,
    )


def _pack(draft: Backup, folder: Path, work: Path, started: float, watch: Watch) -> Backup:
    """Write the zip of a backup, and say what it is with that."""
    file, photos = work / "backup.zip", draft.contents.photos if draft.whole else ()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as packed:
        database = _add(packed, work / DATABASE, DATABASE, watch)
        (work / DATABASE).unlink()
        theme = [_add(packed, path, name, watch) for path, name in _theme_files(folder)]
        for photo in photos:
            name = original_path(photo)
            _add(packed, folder / name, ZipInfo(name), watch)  # not packed: photos are already
        seconds = round(time.monotonic() - started, 3)
        done = replace(draft, file=file, database=database, theme=tuple(theme), seconds=seconds)
        packed.writestr(MANIFEST, manifest_of(done))
        packed.comment = head_of(done)
    with file.open("rb+") as written:
        os.fsync(written.fileno())
    return replace(done, size=file.stat().st_size)


def _add(packed: ZipFile, file: Path, member: str | ZipInfo, watch: Watch) -> KeptFile:
    """Add a file to a zip."""
    total, digest, size = file.stat().st_size, sha256(), 0
    with packed.open(member, "w", force_zip64=total > _LARGE) as opened:
        for piece in pieces_of(file):
            opened.write(piece)
            digest.update(piece)
            size += len(piece)
            watch.tell(PACKING, size, max(total, size))
    return KeptFile(member if isinstance(member, str) else member.filename, size, digest.hexdigest())


def _theme_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of the newsroom’s theme with their names; no links, which may lead anywhere."""
    for path in sorted((folder / THEME).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and is_safe(name):
            yield path, name


def _check(packed: Backup, folder: Path, work: Path, watch: Watch) -> None:
    """See that the finished zip gives back a sound newsroom, the one that was copied."""
    again = work / "again"
    try:
        with open_archive(packed.file) as archive:
            read = archive.backup
            unpack(archive, DATABASE, read.database.size, read.database.sha256, again, lambda _: None)
            watch.tell(CHECKING, 0, 1)
            fault = fault_in(again)
            if fault:
                raise _damaged(folder, fault)
            see_photos(archive, work / "photo", watch)
    except DamagedBackup as error:
        raise Trouble(
            N_("The disk did not give back what was written to {place}: the new backup was not kept."),
            N_("See that this disk is sound, or choose another place for the backups."),
            place=str(work.parent),
        ) from error


def _damaged(folder: Path, fault: str) -> DamagedNewsroom:
    return DamagedNewsroom(
        N_("{file} is damaged ({fault}). No backup was made of it, and all earlier backups are kept."),
        N_("Look at it with “newsdesk doctor”, then restore the newest backup: that one is good."),
        file=str(folder / DATABASE),
        fault=fault or "no database",
    )
