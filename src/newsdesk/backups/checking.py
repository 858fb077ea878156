"""Whether a backup is good: opened from its finished zip, as one day it will have to be."""

from __future__ import annotations

import tempfile
from pathlib import Path

from newsdesk.backups.archive import Archive, open_archive, see_that_it_fits, unpack
from newsdesk.backups.files import hash_of
from newsdesk.backups.manifest import DATABASE, damaged_backup, original_path
from newsdesk.backups.records import Backup
from newsdesk.backups.watching import CHECKING, UNPACKING, Watch
from newsdesk.store import contents_of, fault_in


def unpack_database(archive: Archive, target: Path, watch: Watch) -> None:
    """Write the newsroom's file of a backup to `target`; DamagedBackup unless it is sound and the one it was."""
    backup = archive.backup
    total = backup.database.size
    unpack(
        archive,
        DATABASE,
        total,
        backup.database.sha256,
        target,
        lambda done: watch.tell(UNPACKING, done, total),
    )
    watch.tell(CHECKING, 0, 1)
    if fault_in(target):
        raise damaged_backup(backup.file)
    found, told = contents_of(target), backup.contents
    if (found.newsroom, found.schema, found.counter) != (told.newsroom, told.schema, told.counter):
        raise damaged_backup(backup.file)


def check_backup(file: Path, watch: Watch) -> Backup:
    """Open a backup and check all of it, its originals too; DamagedBackup when anything is wrong or not there."""
    with open_archive(file) as archive, tempfile.TemporaryDirectory(prefix="newsdesk-") as work:
        backup = archive.backup
        see_that_it_fits(backup.database.size + sum(one.size for one in backup.theme), Path(work))
        unpack_database(archive, Path(work) / DATABASE, watch)
        for number, one in enumerate(backup.theme):
            unpack(archive, one.path, one.size, one.sha256, Path(work) / str(number), lambda _: None)
        see_photos(archive, Path(work) / "photo", watch)
        _see_photos_beside(backup, watch)
    return backup


def see_photos(archive: Archive, work: Path, watch: Watch) -> None:
    """Read each original of a whole backup, by way of the file `work`; DamagedBackup when one is not whole."""
    photos = archive.backup.contents.photos if archive.backup.whole else ()
    for place, photo in enumerate(photos):
        watch.tell(CHECKING, place, len(photos))
        unpack(archive, original_path(photo), photo.size, photo.hash, work, lambda _: None)
        work.unlink()


def _see_photos_beside(backup: Backup, watch: Watch) -> None:
    photos = () if backup.whole else backup.contents.photos
    for place, photo in enumerate(photos):
        watch.tell(CHECKING, place, len(photos))
        try:
            good = hash_of(backup.file.parent / original_path(photo), from_disk=True) == photo.hash
        except OSError:
            good = False
        if not good:
            raise damaged_backup(backup.file)
