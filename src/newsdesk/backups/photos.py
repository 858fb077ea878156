"""Originals of photos copied once, each proved to be the photo that its name says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from newsdesk.backups.files import hash_of, move, pieces_of, write_pieces
from newsdesk.backups.manifest import is_known, original_path
from newsdesk.backups.watching import PHOTOS, Watch
from newsdesk.store import PhotoFile

_ASIDE = "photo"


class _Unreadable(Exception):
    """The source fails, not the disk that is written to."""


def copy_photos(
    source: Path, target: Path, photos: Sequence[PhotoFile], work: Path, watch: Watch, *, read_back: bool = False
) -> tuple[PhotoFile, ...]:
    """Copy the originals below `source` that `target` has not, and give the photos that it has not even then.

    An original is copied when its bytes are those that its name stands for; `read_back` reads each once more
    from the disk. `work` is on the disk of `target`. Raises `OSError` when that cannot be written.
    """
    lacking = []
    for place, photo in enumerate(photos):
        step = partial(watch.tell, PHOTOS, place, len(photos))
        step()
        if not is_there(target, photo) and not copy_photo(source, target, photo, work, step, read_back=read_back):
            lacking.append(photo)
    return tuple(lacking)


def photos_lacking(folder: Path, photos: Iterable[PhotoFile]) -> tuple[PhotoFile, ...]:
    """The photos whose originals a folder has not, or not of their size."""
    return tuple(photo for photo in photos if not is_there(folder, photo))


def photos_altered(folder: Path, photos: Sequence[PhotoFile], watch: Watch) -> tuple[PhotoFile, ...]:
    """The photos whose originals a folder has not, or not with the bytes that their names stand for."""
    altered = []
    for place, photo in enumerate(photos):
        watch.tell(PHOTOS, place, len(photos))
        try:
            good = is_known(photo) and hash_of(folder / original_path(photo)) == photo.hash
        except OSError:
            good = False
        if not good:
            altered.append(photo)
    return tuple(altered)


def names_of(photos: Iterable[PhotoFile]) -> tuple[str, ...]:
    """What people call these photos, each once."""
    return tuple(dict.fromkeys(photo.name for photo in photos))


def is_there(folder: Path, photo: PhotoFile) -> bool:
    """Whether the original is there and of its size."""
    try:
        return is_known(photo) and (folder / original_path(photo)).stat().st_size == photo.size
    except OSError:
        return False


def copy_photo(
    source: Path, target: Path, photo: PhotoFile, work: Path, step: Callable[[], None], *, read_back: bool = False
) -> bool:
    """Copy one original, whatever stands in its place; whether it was there, readable and the right one."""
    name = original_path(photo)
    try:
        if not is_there(source, photo) or not put_photo(_source(source / name), photo, target, work, step):
            return False
    except _Unreadable:
        return False
    if read_back and hash_of(target / name, lambda _: step(), from_disk=True) != photo.hash:
        (target / name).unlink()
        return False
    return True


def put_photo(
    pieces: Iterable[bytes], photo: PhotoFile, target: Path, work: Path, step: Callable[[], None]
) -> bool:
    """Write an original below `target` from its bytes; whether they were what its name stands for."""
    aside = work / _ASIDE
    aside.unlink(missing_ok=True)
    if write_pieces(pieces, aside, lambda _: step()) != photo.hash:
        aside.unlink()
        return False
    move(aside, target / original_path(photo))
    return True


def _source(file: Path) -> Iterator[bytes]:
    try:
        yield from pieces_of(file)
    except OSError as error:
        raise _Unreadable from error
