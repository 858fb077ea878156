"""Writes a file that is there whole or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

_START, _END = ".incoming-", ".part"

DEAD_AFTER = 24 * 60 * 60
"""Seconds after the last byte that was written, from which nobody is writing a file any more."""


@contextmanager
def passing_name(folder: Path) -> Iterator[Path]:
    """A name in `folder` (made if need be) for a file that is being written and not yet trusted.

    What still has that name at the end of the block, for whatever reason, is removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_START}{uuid4().hex}{_END}"
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove the files with passing names in `folder` that a killed process left; what may be in use stays."""
    oldest = time.time() - DEAD_AFTER
    for path in folder.glob(f"{_START}*{_END}"):
        with suppress(OSError):  # another process swept first, or we may not: it is not in anyone's way
            if path.lstat().st_mtime < oldest:
                path.unlink()


def put_in_place(path: Path, final: Path) -> None:
    """Give a written file its final name, in a way that survives a power cut; raises `OSError`."""
    _sync(path)
    final.parent.mkdir(parents=True, exist_ok=True)
    path.replace(final)
    if os.name == "posix":  # elsewhere a folder cannot be opened, and a rename is on the disk by itself
        _sync(final.parent)
        _sync(final.parent.parent)


def _sync(path: Path) -> None:
    # Windows flushes only what is open for writing; a folder can only be opened for reading.
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)
