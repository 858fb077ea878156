"""Bringing a newsroom back from a backup: whole and checked, or not at all."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from newsdesk.backups.archive import Archive, open_archive, see_that_it_fits, unpack
from newsdesk.backups.checking import unpack_database
from newsdesk.backups.files import move
from newsdesk.backups.making import make_backup
from newsdesk.backups.manifest import DATABASE, THEME, original_path
from newsdesk.backups.photos import copy_photo, names_of, photos_altered
from newsdesk.backups.places import remove_work, work_folder
from newsdesk.backups.records import Backup, DamagedBackup, Kind, Restored
from newsdesk.backups.watching import PHOTOS, UNPACKING, Watch
from newsdesk.disks import settle
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import Clock
from newsdesk.store import (
    FRESH_NAME,
    FRESH_THEME,
    NEWEST,
    DamagedNewsroom,
    PhotoFile,
    newsroom_id_of,
    newsroom_locked,
    quieten,
    replace_newsroom,
)


def restore(file: Path, folder: Path, watch: Watch) -> Restored:
    """Make a newsroom in a new or empty folder from a backup. Nothing is in the folder before all of it is.

    Raises DamagedBackup, or `Trouble` when the folder will not do.
    """
    started = time.monotonic()
    _see_that_folder_is_free(folder)
    with open_archive(file) as archive, _made_aside(folder) as made:
        backup = archive.backup
        _see_that_we_know(backup)
        see_that_it_fits(_size(backup, backup.contents.photos), made)
        unpack_database(archive, made / DATABASE, watch)
        _unpack_theme(archive, made, watch)
        with work_folder(made) as work:
            missing = _bring_photos(archive, made, backup.contents.photos, work, watch)
    return Restored(folder, backup, missing, seconds=time.monotonic() - started)


def restore_over(
    file: Path, folder: Path, place: Path, clock: Clock, watch: Watch, *, budget: int = 0
) -> Restored:
    """Bring a newsroom back to the state of a backup of it. The present state is backed up into `place` before.

    Nobody may have the newsroom open for writing: NewsroomBusy. The present files are set aside as well, which is
    all that is kept of them when they are damaged. A process that is killed on the way leaves the present state or
    the restored one, or one that `open_store` turns into that. Originals of photos are added, and none is removed.
    """
    started = time.monotonic()
    with newsroom_locked(folder, clock()), open_archive(file) as archive, _faults(folder):
        backup = archive.backup
        _see_that_we_know(backup)
        _see_that_it_is_the_same(folder, backup)
        remove_work(folder)
        with work_folder(folder) as work:
            lacking = photos_altered(folder, backup.contents.photos, watch)
            see_that_it_fits(_size(backup, lacking), folder)
            unpack_database(archive, work / DATABASE, watch)
            _unpack_theme(archive, work, watch)
            missing = _bring_photos(archive, folder, lacking, work, watch)
            before = _back_up_present(folder, place, file, clock, watch, budget)
            if before is not None:  # of a damaged file everything is kept as it is
                quieten(folder)
            _lay_ready(folder, work)
        aside = replace_newsroom(folder, clock())
    return Restored(folder, backup, missing, before, aside, time.monotonic() - started)


def _back_up_present(
    folder: Path, place: Path, spared: Path, clock: Clock, watch: Watch, budget: int
) -> Backup | None:
    """A backup of the state that goes; None when it is damaged or gone, and its files are all that can be kept."""
    if not (folder / DATABASE).is_file():
        return None
    try:
        return make_backup(folder, place, Kind.RESTORE, clock, watch, spared=spared, budget=budget).backup
    except DamagedNewsroom:
        return None


def _lay_ready(folder: Path, work: Path) -> None:
    """Put the restored state beside the present one, from where one move brings each part in place."""
    (folder / FRESH_NAME).unlink(missing_ok=True)
    shutil.rmtree(folder / FRESH_THEME, ignore_errors=True)
    if (work / THEME).is_dir() or (folder / THEME).is_dir():
        (work / THEME).mkdir(exist_ok=True)
        (work / THEME).replace(folder / FRESH_THEME)
    (work / DATABASE).replace(folder / FRESH_NAME)
    settle(folder)


def _unpack_theme(archive: Archive, folder: Path, watch: Watch) -> None:
    files = archive.backup.theme
    for place, one in enumerate(files):
        watch.tell(UNPACKING, place, len(files))
        unpack(archive, one.path, one.size, one.sha256, folder / one.path, lambda _: None)
        settle((folder / one.path).parent)


def _bring_photos(
    archive: Archive, target: Path, photos: Sequence[PhotoFile], work: Path, watch: Watch
) -> tuple[str, ...]:
    """Bring originals from a backup below `target`; the names of those that it has not, or not whole."""
    missing = []
    for place, photo in enumerate(photos):
        step = partial(watch.tell, PHOTOS, place, len(photos))
        step()
        if not _brought(archive, target, photo, work, step):
            missing.append(photo)
    return (*archive.backup.missing, *names_of(missing))


def _brought(archive: Archive, target: Path, photo: PhotoFile, work: Path, step: Callable[[], None]) -> bool:
    name = original_path(photo)
    if not archive.backup.whole:
        return copy_photo(archive.backup.file.parent, target, photo, work, step)
    unpacked = work / name
    try:
        unpack(archive, name, photo.size, photo.hash, unpacked, lambda _: step())
    except DamagedBackup:
        unpacked.unlink(missing_ok=True)
        return False
    move(unpacked, target / name)
    return True


def _size(backup: Backup, photos: Sequence[PhotoFile]) -> int:
    """The bytes that a backup takes unpacked, with these photos."""
    return backup.database.size + sum(one.size for one in backup.theme) + sum(photo.size for photo in photos)


@contextmanager
def _made_aside(folder: Path) -> Iterator[Path]:
    """A folder that becomes `folder` when the block is done, and goes when it fails."""
    whole = folder.absolute()
    aside = whole.with_name(f".{whole.name}.restoring")
    with _faults(folder):
        whole.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        try:
            yield aside
            settle(aside)
            if os.name == "nt" and whole.exists():  # where no folder takes the place of another, even an empty one
                whole.rmdir()
            aside.replace(whole)
            settle(whole.parent)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise


@contextmanager
def _faults(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Trouble(
            N_("The backup could not be restored into {folder} ({reason}). What stood there is as it was."),
            N_("See that there is room and that you may write there, or choose another folder."),
            folder=str(folder),
            reason=error.strerror or type(error).__name__,
        ) from error


def _see_that_folder_is_free(folder: Path) -> None:
    with _faults(folder):
        there = sorted(entry.name for entry in folder.iterdir()) if folder.exists() else []
    if DATABASE in there:
        raise Trouble(
            N_("There is a newsroom in {folder} already."),
            N_("Choose an empty folder, or say that this newsroom is to be brought back to the backup."),
            folder=str(folder),
        )
    if there:
        raise Trouble(
            N_("{folder} is not empty: there is {found}."),
            N_("Choose an empty folder, or one that is not there yet."),
            folder=str(folder),
            found=there[0],
        )


def _see_that_we_know(backup: Backup) -> None:
    if backup.contents.schema > NEWEST:
        raise Trouble(
            N_("The backup {file} was made by a later Newsdesk."),
            N_("Restore it with that version of Newsdesk or a later one."),
            file=str(backup.file),
        )


def _see_that_it_is_the_same(folder: Path, backup: Backup) -> None:
    present = newsroom_id_of(folder)
    if present is not None and present != backup.contents.newsroom:
        raise Trouble(
            N_("{file} is a backup of “{title}”, which is another newsroom than the one in {folder}."),
            N_("Restore it into an empty folder."),
            file=str(backup.file),
            title=backup.contents.title,
            folder=str(folder),
        )
