"""What lies in a site's folder, told apart: what we wrote, what was changed since, and what is not ours."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from hashlib import sha256
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.publish.addresses import collision_key, folder_of, stays_inside
from newsdesk.publish.folder import cannot_read
from newsdesk.publish.manifest import OWN_FOLDER, Entry, read_manifest

_PIECE = 1 << 20


class Standing(Enum):
    """How a file stands to what we wrote at its path."""

    MISSING = auto()
    OURS = auto()
    CHANGED = auto()
    FOREIGN = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """What is at a path, and the SHA-256 of its bytes when they are ours."""

    standing: Standing
    sha256: str = ""


_MISSING, _CHANGED, _FOREIGN = Found(Standing.MISSING), Found(Standing.CHANGED), Found(Standing.FOREIGN)


class Disk:
    """The folder of a site as it is on the disk. It only looks, and never through a link.

    `written` is the manifest of the last export. `pending` is that of an export which was stopped while it put its
    files into place: what it names may be there already, and is ours too. `aside` is for files that are being
    written; whatever lies there is of no use to another export.

    Raises `Trouble` when the folder holds the site of another newsroom than the one with the id `newsroom`.
    """

    def __init__(self, out: Path, newsroom: str) -> None:
        self.out = out
        self.newsroom = newsroom
        self.manifest_path = out / OWN_FOLDER / "manifest.json"
        self.pending_path = out / OWN_FOLDER / "next.json"
        self.aside = out / OWN_FOLDER / "new"
        self.written = read_manifest(self.manifest_path)
        self.pending = read_manifest(self.pending_path)
        if {self.written.newsroom, self.pending.newsroom} - {"", newsroom}:
            raise _of_another(out)
        self._root = f"{out}{os.sep}"
        self._folders: dict[str, bool] = {}
        # A file that was changed after the manifest was written is read; that spares reading all others.
        self._since = self.manifest_path.stat().st_mtime_ns if self.written.files else 0

    def __contains__(self, path: str) -> bool:
        return path in self.written.files or path in self.pending.files

    def look(self, path: str) -> Found:
        """What is at a site path; raises `Trouble` when a link or a file is in the place of one of its folders."""
        if not self.has_folder(folder_of(path)):
            return _MISSING
        entry, pending = self.written.files.get(path), self.pending.files.get(path)
        status = self._status(path)
        if status is None:
            return _MISSING
        if entry is None and pending is None:
            return _FOREIGN
        if not stat.S_ISREG(status.st_mode):
            return _CHANGED
        if entry and pending is None and status.st_size == entry.size and status.st_mtime_ns <= self._since:
            return Found(Standing.OURS, entry.sha256)
        return self._read(path, entry, pending)

    def is_intact(self, path: str, entry: Entry) -> bool:
        """Whether the file is the one that `entry` tells of."""
        return self.look(path).sha256 == entry.sha256

    def has_folder(self, folder: str) -> bool:
        """Whether a folder of the site is there; raises `Trouble` when a link or a file is in its place."""
        known = self._folders.get(folder)
        if known is None:
            known = self._folders[folder] = not folder or self._is_folder(folder)
        return known

    def _is_folder(self, folder: str) -> bool:
        if not self.has_folder(folder_of(folder)):
            return False
        status = self._status(folder)
        if status is None:
            return False
        if not stat.S_ISDIR(status.st_mode):
            raise in_the_way(self.out / folder)
        return True

    def _status(self, path: str) -> os.stat_result | None:
        try:
            return os.lstat(self._root + path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise cannot_read(self.out / path, error) from error

    def _read(self, path: str, entry: Entry | None, pending: Entry | None) -> Found:
        found, size = _digest(self.out / path)
        if found in {known.sha256 for known in (entry, pending) if known}:
            return Found(Standing.OURS, found)
        # Nobody's work is in an empty file, and a power cut leaves such.
        return _CHANGED if size else _MISSING

    def unwanted(self, wanted: Mapping[str, Entry]) -> tuple[list[str], list[str]]:
        """The paths of files that we wrote and that `wanted` does not name: those to remove, and those to leave.

        Left is what was changed, or cannot be reached without going through a link.
        """
        remove, leave = [], []
        candidates = sorted({*self.written.files, *self.pending.files} - wanted.keys())
        twins = {collision_key(path): path for path in wanted} if candidates else {}
        for path in candidates:
            if not stays_inside(path):
                continue  # no export of ours wrote that
            twin = twins.get(collision_key(path))
            if twin and self._is_one_file(path, twin):
                continue  # only its spelling changed
            try:
                standing = self.look(path).standing
            except Trouble:
                standing = Standing.CHANGED
            if standing is Standing.OURS:
                remove.append(path)
            elif standing is Standing.CHANGED:
                leave.append(path)
        return remove, leave

    def _is_one_file(self, path: str, twin: str) -> bool:
        one, other = self._status(path), self._status(twin)
        return bool(one and other and os.path.samestat(one, other))


def in_the_way(path: Path) -> Trouble:
    """The `Trouble` of something at `path` that we did not write and that the site would need the place of."""
    return Trouble(
        N_("“{path}” is in the way of the site, and Newsdesk did not write it."),
        way_out=N_("Move or rename it, or export into another folder."),
        path=str(path),
    )


def _of_another(out: Path) -> Trouble:
    return Trouble(
        N_("“{path}” holds the site of another newsroom, which this export would remove."),
        way_out=N_("Export into another folder, or delete that one first."),
        path=str(out),
    )


def _digest(path: Path) -> tuple[str, int]:
    digest, size = sha256(), 0
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
                size += len(piece)
    except OSError as error:
        raise cannot_read(path, error) from error
    return digest.hexdigest(), size
