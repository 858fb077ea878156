"""Puts what was made for a site into place: each file whole, removals last, the manifest after all."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.publish.addresses import folder_of
from newsdesk.publish.disk import Disk
from newsdesk.publish.folder import cannot_write
from newsdesk.publish.manifest import Entry, Manifest
from newsdesk.publish.outputs import Progress, Written

PLACING = message(N_("Putting files into place"))


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that is to go to the site path `path`; it lies in `ready`, but in a dry run nowhere."""

    path: str
    ready: Path
    is_new: bool
    was_changed: bool


@dataclass(frozen=True, slots=True)
class Work:
    """What a comparison found to be done: files to put into place, and all files as they will be."""

    staged: list[Staged] = field(default_factory=list)
    files: dict[str, Entry] = field(default_factory=dict)


def describe(disk: Disk, work: Work) -> Written:
    """What putting `work` into place would do."""
    remove, leave = disk.unwanted(work.files)
    aside = [(item.path, _free_name(disk.out, item.path)) for item in work.staged if item.was_changed]
    staged = {item.path for item in work.staged}
    return Written(
        new=tuple(item.path for item in work.staged if item.is_new),
        changed=tuple(item.path for item in work.staged if not item.is_new),
        removed=tuple(remove),
        unchanged=tuple(path for path in work.files if path not in staged),
        set_aside=tuple(aside),
        left=tuple(leave),
    )


def put_into_place(disk: Disk, work: Work, progress: Progress) -> Written:
    """Do it, and say what was done.

    Before the first file moves, the coming manifest is on the disk, so that after a stop at any point the next
    export knows all files that are ours. Raises `Trouble` naming the file when the disk does not let us.
    """
    written = describe(disk, work)
    owned = disk.written.folders | disk.pending.folders
    folders = {folder for folder in _folders(work.files) if folder in owned or not disk.has_folder(folder)}
    manifest = Manifest(work.files, frozenset(folders), disk.newsroom)
    if not (work.staged or written.removed or disk.pending_path.exists()) and manifest == disk.written:
        return written
    _check_writable(disk, {folder_of(path) for path in (*(item.path for item in work.staged), *written.removed)})
    _write_durably(disk.pending_path, disk.aside / "next.json", manifest.to_bytes())
    for path, kept in written.set_aside:
        _move(disk.out / path, disk.out / kept)
    for done, item in enumerate(work.staged):
        progress(PLACING, done, len(work.staged))
        _place(item, disk.out / item.path)
    for path in written.removed:
        _remove(disk.out / path)
    for folder in sorted(owned - folders, reverse=True):
        _remove_folder(disk, folder)
    _move(disk.pending_path, disk.manifest_path)
    return written


def _folders(files: dict[str, Entry]) -> set[str]:
    """Every folder that holds one of the files, at any depth."""
    folders: set[str] = set()
    for path in files:
        folder = folder_of(path)
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder_of(folder)
    return folders


def _check_writable(disk: Disk, folders: set[str]) -> None:
    """Find out before the first file moves, rather than half-way through."""
    for folder in sorted(folders):
        there = folder
        while not disk.has_folder(there):
            there = folder_of(there)
        if not os.access(disk.out / there, os.W_OK | os.X_OK):
            raise cannot_write(disk.out / there, PermissionError(13, os.strerror(13)))


def _write_durably(path: Path, aside: Path, content: bytes) -> None:
    """Write a file by way of `aside`, and wait until the disk has it."""
    try:
        with aside.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise cannot_write(path, error) from error
    _move(aside, path)


def _place(item: Staged, final: Path) -> None:
    try:
        try:
            item.ready.replace(final)
        except FileNotFoundError:
            final.parent.mkdir(parents=True, exist_ok=True)
            item.ready.replace(final)
    except OSError as error:
        raise cannot_write(final, error) from error


def _move(source: Path, final: Path) -> None:
    try:
        source.replace(final)
    except OSError as error:
        raise cannot_write(final, error) from error


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error


def _remove_folder(disk: Disk, folder: str) -> None:
    """Remove a folder that we made, if it is empty; what else is in it is somebody's."""
    with suppress(OSError, Trouble):
        if disk.has_folder(folder):
            (disk.out / folder).rmdir()


def _free_name(out: Path, path: str) -> str:
    """A name beside a changed file of ours, under which the change is kept."""
    name, number = f"{path}.changed", 2
    while os.path.lexists(out / name):
        name, number = f"{path}.changed-{number}", number + 1
    return name
