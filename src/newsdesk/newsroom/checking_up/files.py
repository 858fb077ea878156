"""What lies in a newsroom's folder beside its file: originals, leftovers, and what a sync service left."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from newsdesk import photos
from newsdesk.model.photo import Photo
from newsdesk.newsroom.photos import ORIGINALS
from newsdesk.newsroom.placing_newsrooms import second_files
from newsdesk.store import ASIDE_NAME, FILE_NAME, OWNER_NAME, Fault, Finding, found

_PIECE = 1 << 20
DEAD_AFTER = 24 * 60 * 60
"""Seconds after which nobody is writing a half-written file any more."""


def originals_faults(
    folder: Path, records: Sequence[Photo], progress: Callable[[int, int], None]
) -> Iterator[Finding]:
    """The originals that are missing, those that are not what was taken in, and files that belong to no photo."""
    missing, altered = [], []
    for done, photo in enumerate(records):
        progress(done, len(records))
        path = original_of(folder, photo)
        if not path.is_file():
            missing.append(photo.file_name or path.name)
        elif not is_as_taken_in(path, photo):
            altered.append(photo.file_name or path.name)
    yield from found(Fault.ORIGINALS_MISSING, missing)
    yield from found(Fault.ORIGINALS_ALTERED, altered)
    known = {original_of(folder, photo) for photo in records}
    spare = [path.name for path in _files(folder / ORIGINALS) if path not in known and path.name[0] != "."]
    replaced = any(folder.glob(f"{ASIDE_NAME}/*/{FILE_NAME}"))  # its records may be lost that these belong to
    yield from found(Fault.KEPT_ORIGINALS if replaced else Fault.SPARE_ORIGINALS, spare)


def original_of(folder: Path, photo: Photo) -> Path:
    """Where the original of a photo lies in a newsroom's folder."""
    return photos.original_path(folder / ORIGINALS, photo.hash, photo.extension)


def is_as_taken_in(path: Path, photo: Photo) -> bool:
    """Whether a file holds, byte for byte, what was taken in as the photo's original."""
    try:
        return path.stat().st_size == photo.size and _hash(path) == photo.hash
    except OSError:
        return False


def folder_faults(folder: Path) -> Iterator[Finding]:
    """Files that a killed process left, and second files of a sync service."""
    yield from found(Fault.LEFTOVERS, [path.name for path in leftovers(folder)])
    yield from found(Fault.CONFLICTS, second_files(folder))


def leftovers(folder: Path) -> list[Path]:
    """Half-written files that nobody writes any more, and the note of a lock that nobody holds."""
    dead = [folder / f"{FILE_NAME}{ending}" for ending in (".part", ".part-journal", ".part-wal", ".part-shm")]
    dead += sorted((folder / ORIGINALS).glob(".incoming-*.part"))
    oldest = time.time() - DEAD_AFTER
    left = [path for path in dead if path.is_file() and path.stat().st_mtime < oldest]
    owner, beside = folder / OWNER_NAME, folder / f"{FILE_NAME}-wal"
    return [*left, *([owner] if owner.is_file() and not beside.exists() else [])]


def _files(folder: Path) -> Iterable[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place) / name for name in sorted(names))


def _hash(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
