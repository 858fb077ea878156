"""Zips of backups, opened with suspicion: nothing comes out but what `backup.json` lists, as large as it says."""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from newsdesk.backups.files import PIECE, write_pieces
from newsdesk.backups.manifest import MANIFEST, damaged_backup, read_head, read_manifest
from newsdesk.backups.records import Backup
from newsdesk.errors import Trouble
from newsdesk.i18n import N_

_MOST_TOLD = 256 << 20
"""Bytes of a `backup.json`: that of a million photos."""

_SMALL = 64 << 20
_RATIO = 250
"""Larger members than the small ones are not packed tighter than this: no newsroom is, and zeros are."""

_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError)
"""What reading a zip raises that is cut, altered, encrypted or no zip at all."""


@dataclass(frozen=True, slots=True)
class Archive:
    """An open zip and the backup that it is."""

    zip: ZipFile
    backup: Backup


@contextmanager
def open_archive(file: Path) -> Iterator[Archive]:
    """Open the zip of a backup and read its `backup.json`; DamagedBackup when that cannot be."""
    with _reading(file):
        opened = ZipFile(file)
    with opened:
        with _reading(file):
            told = _member(opened, file, MANIFEST)
            if told > _MOST_TOLD:
                raise damaged_backup(file)
            content = opened.read(MANIFEST)
        yield Archive(opened, read_manifest(content, file, file.stat().st_size))


def read_backup(file: Path) -> Backup:
    """What the zip of a backup says of itself; DamagedBackup when it does not."""
    with open_archive(file) as archive:
        return archive.backup


def head_in(file: Path) -> tuple[int, str]:
    """Order and line of a backup, as the comment of its zip tells; -1 and no line when it does not."""
    try:
        with _reading(file), ZipFile(file) as opened:
            return read_head(opened.comment)
    except Trouble:
        return -1, ""


def unpack(
    archive: Archive, member: str, size: int, sha256: str, target: Path, step: Callable[[int], None]
) -> None:
    """Write a member of `size` bytes to the new file `target`; DamagedBackup when it is not what it should be.

    Raises `OSError` when `target` cannot be written.
    """
    file = archive.backup.file
    if _member(archive.zip, file, member) != size:
        raise damaged_backup(file)
    target.parent.mkdir(parents=True, exist_ok=True)
    if write_pieces(_pieces(archive, member, size), target, step) != sha256:
        raise damaged_backup(file)


def see_that_it_fits(size: int, folder: Path) -> None:
    """Trouble when there is no room for `size` bytes on the disk of a folder."""
    if size > shutil.disk_usage(folder).free:
        raise Trouble(
            N_("There is no room in {folder} for the {size} MB of this backup."),
            N_("Free some space on that disk, or choose a folder on another one."),
            folder=str(folder),
            size=size // 1_000_000 + 1,
        )


def _pieces(archive: Archive, member: str, size: int) -> Iterator[bytes]:
    file, left = archive.backup.file, size
    with _reading(file):
        opened = archive.zip.open(member)
    with opened:
        while True:
            with _reading(file):
                piece = opened.read(PIECE)
            if not piece:
                return
            left -= len(piece)
            if left < 0:
                raise damaged_backup(file)
            yield piece


def _member(zip: ZipFile, file: Path, name: str) -> int:
    """The size of a member, which is there and not packed tighter than any newsroom."""
    info = zip.NameToInfo.get(name)
    if info is None or (info.file_size > _SMALL and info.file_size > _RATIO * info.compress_size):
        raise damaged_backup(file)
    return info.file_size


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise damaged_backup(file) from error
    except OSError as error:
        raise Trouble(
            N_("The backup {file} cannot be read ({reason})."),
            N_("See that it is there and that you may read it, or choose another backup."),
            file=str(file),
            reason=error.strerror or type(error).__name__,
        ) from error
