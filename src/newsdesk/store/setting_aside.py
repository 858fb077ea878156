"""Another file in the place of a newsroom's, with all that stood there kept aside and nothing lost on the way."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path

from newsdesk.disks import settle
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.store.connection import FILE_NAME

ASIDE_NAME = "set-aside"
"""The folder in a newsroom's folder where files are kept that were replaced, each time in a folder of its own."""

FRESH_NAME = f"{FILE_NAME}.part"
"""What a file is called in the newsroom's folder until it stands in its place."""

_BESIDE = tuple(f"{FILE_NAME}{ending}" for ending in ("-wal", "-shm", "-journal"))
"""What SQLite keeps beside the file: it belongs to that file alone and would spoil another."""


def set_aside(folder: Path, now: datetime) -> Path | None:
    """Keep the newsroom's file with all that belongs to it in `set-aside`, in a new folder, whose path it gives.

    The files stay where they are as well. None when there is no file. Whoever calls holds the lock of the newsroom
    and has no connection open. Raises `Trouble` when they cannot be kept; then nothing is changed.
    """
    there = [name for name in (FILE_NAME, *_BESIDE) if (folder / name).is_file()]
    if not there:
        return None
    try:
        aside = _new_folder(folder / ASIDE_NAME, f"{now:%Y-%m-%d-%H%M%S}")
        for name in there:
            _keep(folder / name, aside / name)
        settle(aside)
        settle(aside.parent)
        settle(folder)
    except OSError as error:
        raise _cannot_replace(folder, error) from error
    return aside


def put_in_place(folder: Path, fresh: Path, now: datetime) -> Path | None:
    """Put the finished file `fresh` in the place of the newsroom's, and give the folder where the old ones lie.

    `fresh` is moved when it stands in the newsroom's folder, else copied; nothing may belong to it that stands
    beside it. Whoever calls holds the lock of the newsroom and has no connection open. A process that is killed on
    the way leaves the old file or the new one in place, and the old files whole in `set-aside`.
    """
    part = folder / FRESH_NAME
    try:
        if fresh.parent.resolve() != folder.resolve():
            shutil.copyfile(fresh, part)
            fresh = part
        with fresh.open("rb+") as written:
            os.fsync(written.fileno())
    except OSError as error:
        raise _cannot_replace(folder, error) from error
    aside = set_aside(folder, now)
    try:
        # Before the new file comes: SQLite would write into it what belonged to the old one.
        for name in _BESIDE:
            (folder / name).unlink(missing_ok=True)
        settle(folder)
        fresh.replace(folder / FILE_NAME)
        settle(folder)
    except OSError as error:
        raise _cannot_replace(folder, error) from error
    return aside


def _new_folder(parent: Path, name: str) -> Path:
    parent.mkdir(exist_ok=True)
    number = 1
    while True:
        made = parent / (name if number == 1 else f"{name}-{number}")
        try:
            made.mkdir()
        except FileExistsError:
            number += 1
        else:
            return made


def _keep(source: Path, target: Path) -> None:
    """A second name for the file, where the disk knows such; else a copy."""
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copy2(source, target)
        with target.open("rb+") as written:
            os.fsync(written.fileno())


def _cannot_replace(folder: Path, error: OSError) -> Trouble:
    return Trouble(
        N_("The newsroom in {folder} could not be replaced ({reason}). What stood there is kept."),
        N_("See that there is room and that you may write there, then do it again."),
        folder=str(folder),
        reason=error.strerror or type(error).__name__,
    )
