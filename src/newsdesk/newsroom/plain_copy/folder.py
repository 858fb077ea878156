"""The folder of a plain copy: written aside and renamed, and never over what somebody else wrote."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from newsdesk.errors import Trouble
from newsdesk.exchange import PLAIN_MARK
from newsdesk.i18n import N_

NEWSROOM_FILE = "newsroom.yaml"
ARTICLES = "articles"
PHOTOS = "photos"
THEME = "theme"
SUMS = "SHA256SUMS"
READ_ME = "README.txt"

_PIECE = 1 << 20
_DEAD_AFTER = 24 * 60 * 60
"""Seconds after the last file that was written, from which nobody is writing a copy any more."""


class PlainFolder:
    """A folder that is being written. Its paths have `/` between their parts."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._sums: list[tuple[str, str]] = []

    def write(self, path: str, content: bytes) -> None:
        """Write a file."""
        file = self._file(path)
        file.write_bytes(content)
        self._sums.append((sha256(content).hexdigest(), path))

    def copy(self, source: Path, path: str) -> str:
        """Copy a file as it is, and give the SHA-256 of its bytes in hex."""
        hash = copy_file(source, self._file(path))
        self._sums.append((hash, path))
        return hash

    def finish(self) -> None:
        """Write down what all files hold, in the form that `sha256sum -c` reads, and have the disk keep them."""
        lines = "".join(f"{hash}  {path}\n" for hash, path in sorted(self._sums, key=lambda one: one[1]))
        self._file(SUMS).write_bytes(lines.encode(errors="surrogateescape"))
        if hasattr(os, "sync"):  # one wait for ten thousand files; Windows has no such call
            os.sync()

    def _file(self, path: str) -> Path:
        file = self.place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        return file


@contextmanager
def folder_written_aside(out: Path, newsroom: Path) -> Iterator[PlainFolder]:
    """A folder that takes the place of `out` when the block ends well, and of which nothing stays when it fails.

    Raises `Trouble` when `out` will not do: it holds something that is no plain copy, or one that was changed.
    """
    try:
        clear_away(Path(os.path.realpath(out)))
        real = _checked(out, newsroom)
        aside = real.with_name(f".{real.name}.{uuid4().hex[:8]}.part")
        made = [above for above in real.parents if not above.exists()]
        aside.mkdir(parents=True)
        try:
            folder = PlainFolder(aside)
            yield folder
            folder.finish()
            _swap(aside, real)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            with suppress(OSError):
                for above in made:
                    above.rmdir()
            raise
    except OSError as error:
        raise _cannot(N_("“{path}” cannot be written: {reason}."), Path(error.filename or out), error) from error


def clear_away(real: Path) -> None:
    """Remove what processes left beside `real` that were killed, and bring an older copy back to its name.

    What is being written may be somebody's at work: it goes when nothing in it was touched for a day.
    """
    for old in sorted(real.parent.glob(f".{escape(real.name)}.????????.old")):
        if real.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(real)
    oldest = time.time() - _DEAD_AFTER
    for part in real.parent.glob(f".{escape(real.name)}.????????.part"):
        with suppress(OSError):  # somebody else removed it first, or we may not: it is in nobody's way
            if max(path.lstat().st_mtime for path in (part, *part.rglob("*"))) < oldest:
                shutil.rmtree(part)


def is_plain_copy(folder: Path) -> bool:
    """Whether a folder looks like the plain copy of a newsroom."""
    try:
        with (folder / NEWSROOM_FILE).open("rb") as file:
            return file.read(len(PLAIN_MARK) + 1) == f"{PLAIN_MARK}:".encode()
    except OSError:
        return False


def copy_file(source: Path, target: Path) -> str:
    """Copy the bytes of a file and give their SHA-256 in hex."""
    digest = sha256()
    with source.open("rb") as incoming, target.open("wb") as outgoing:
        while piece := incoming.read(_PIECE):
            outgoing.write(piece)
            digest.update(piece)
    return digest.hexdigest()


def _checked(out: Path, newsroom: Path) -> Path:
    real, home, desk = (Path(os.path.realpath(folder)) for folder in (out, Path.home(), newsroom))
    if home.is_relative_to(real) or real.is_relative_to(desk) or desk.is_relative_to(real):
        raise Trouble(
            N_("A plain copy cannot lie in “{path}”: your home or the newsroom itself is there."),
            way_out=N_("Choose a folder of its own, such as a new one."),
            path=str(real),
        )
    if real.exists() and not real.is_dir():
        raise Trouble(
            N_("“{path}” is a file, not a folder."),
            way_out=N_("Choose an empty folder, or one that is not there yet."),
            path=str(real),
        )
    if real.is_dir() and any(real.iterdir()):
        _see_that_it_is_ours(real)
    return real


def _see_that_it_is_ours(folder: Path) -> None:
    """An older copy gives way only while it is just what we wrote: what a person changed in it is theirs."""
    if not is_plain_copy(folder):
        raise Trouble(
            N_("“{path}” is not empty, and what is there is not a plain copy of a newsroom."),
            way_out=N_("Choose an empty folder, or one that is not there yet."),
            path=str(folder),
        )
    sums = _read_sums(folder)
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.is_dir() or path == SUMS:
            continue
        if path not in sums or _hash(file) != sums[path]:
            raise Trouble(
                N_("“{file}” was added or changed by someone since the plain copy was written."),
                way_out=N_("Move that copy away, or choose another folder for the new one."),
                file=str(file),
            )


def _read_sums(folder: Path) -> dict[str, str]:
    try:
        lines = (folder / SUMS).read_bytes().decode(errors="surrogateescape").splitlines()
    except FileNotFoundError:
        return {}
    return {path: hash for hash, _, path in (line.partition("  ") for line in lines)}


def _hash(file: Path) -> str:
    digest = sha256()
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _swap(fresh: Path, real: Path) -> None:
    """Put the new folder in the place of the old one, which goes only when the new one stands there."""
    if not real.exists():
        fresh.rename(real)
        return
    old = real.with_name(f"{fresh.name.removesuffix('.part')}.old")
    real.rename(old)
    try:
        fresh.rename(real)
    except OSError:
        old.rename(real)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _cannot(what: str, path: Path, error: OSError) -> Trouble:
    return Trouble(
        what,
        way_out=N_("Check that there is room on the disk and that you may write there."),
        path=str(path),
        reason=error.strerror or str(error),
    )
