"""Files that are there whole or not at all, read back where it matters."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from newsdesk.disks import settle
from newsdesk.errors import Trouble
from newsdesk.i18n import N_

PIECE = 1 << 20
"""Bytes that are read at a time: enough for hashing and packing to let other threads go on meanwhile."""

_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds to wait for a virus scanner to let go of a file, one after the other."""


def pieces_of(file: Path) -> Iterator[bytes]:
    """The bytes of a file."""
    with file.open("rb") as opened:
        while piece := opened.read(PIECE):
            yield piece


def write_pieces(pieces: Iterable[bytes], target: Path, step: Callable[[int], None]) -> str:
    """Write a new file through to the disk; its SHA-256. `step` is told the bytes written so far."""
    digest, size = sha256(), 0
    with target.open("xb") as opened:
        for piece in pieces:
            opened.write(piece)
            digest.update(piece)
            size += len(piece)
            step(size)
        opened.flush()
        os.fsync(opened.fileno())
    return digest.hexdigest()


def hash_of(file: Path, step: Callable[[int], None] = lambda _: None, *, from_disk: bool = False) -> str:
    """The SHA-256 of a file; `from_disk`: as it came to the disk, not as the system remembers it, where it can."""
    digest, size = sha256(), 0
    with file.open("rb") as opened:
        if from_disk and hasattr(os, "posix_fadvise"):
            with suppress(OSError):  # not every file system takes advice
                os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while piece := opened.read(PIECE):
            digest.update(piece)
            size += len(piece)
            step(size)
    return digest.hexdigest()


def move(source: Path, target: Path) -> None:
    """Give a file that was written through its name, in a way that survives a power cut."""
    target.parent.mkdir(parents=True, exist_ok=True)
    for pause in _PAUSES:
        try:
            source.replace(target)
            break
        except PermissionError:
            if os.name != "nt":
                raise
            time.sleep(pause)
    else:
        source.replace(target)
    settle(target.parent)


@contextmanager
def place_faults(place: Path) -> Iterator[None]:
    """Let what the system refuses in a place of backups come out as Trouble."""
    try:
        yield
    except OSError as error:
        raise place_trouble(place, error) from error


def place_trouble(place: Path, error: OSError) -> Trouble:
    """What to tell of something that the system refuses in a place of backups."""
    return Trouble(
        N_("The backups in {place} cannot be written or read ({reason}). The backups before are kept."),
        N_("See that there is room and that you may read and write there, or choose another place."),
        place=str(place),
        reason=error.strerror or type(error).__name__,
    )
