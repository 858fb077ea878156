"""What is known of a backup, as its zip tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.store import Contents


class Kind(StrEnum):
    """Why a backup was made."""

    TIMED = "timed"
    CLOSING = "closing"
    BY_HAND = "by-hand"
    IMPORT = "import"
    MIGRATION = "migration"
    RESTORE = "restore"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in a zip: its path, its size in bytes and the SHA-256 of its bytes in hexadecimal."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: the zip `file` of `size` bytes, and what its `backup.json` says.

    `order` grows from one backup of a newsroom to the next, whatever the clock said; `made` is what it said, and
    `era` how often it was set back before.
    `line` tells backups apart of which the newsroom lay in different folders. `database` and `theme` lie in the
    zip; the originals of `contents.photos` beside it or, if `whole`, in it. `missing` are the names of photos of
    which it has no original, since that was gone or damaged. `seconds` is what making it took.
    """

    file: Path
    size: int
    made: datetime
    order: int
    era: int
    kind: Kind
    line: str
    contents: Contents
    database: KeptFile
    theme: tuple[KeptFile, ...]
    missing: tuple[str, ...]
    seconds: float
    whole: bool


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made and found good, and the files of older ones that made room for it.

    `lost` are the names of photos of which the newsroom has no good original any more; the backup may have one
    from before. `seconds` is what all of it took, checking included.
    """

    backup: Backup
    thinned: tuple[Path, ...]
    lost: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Listing:
    """The backups of a newsroom in a place, the newest first, and the zips there that cannot be read."""

    backups: tuple[Backup, ...]
    unreadable: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """How many bytes the backups of a newsroom take in a place, and how many they may."""

    bytes: int
    budget: int


class Copying(StrEnum):
    """How copying to the second place ended."""

    COPIED = "copied"
    UP_TO_DATE = "up-to-date"
    NOT_THERE = "not-there"
    NO_PLACE = "no-place"
    NO_BACKUP = "no-backup"


@dataclass(frozen=True, slots=True)
class CopiedOff:
    """What came of copying the newest backup to the second place.

    `same_disk` warns: the place is on the disk of the newsroom, and goes with it. `missing` are the names of
    originals that could not be copied.
    """

    outcome: Copying
    place: Path | None = None
    backup: Backup | None = None
    same_disk: bool = False
    missing: tuple[str, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Restored:
    """A newsroom brought back into `folder` from `backup`.

    `missing` are the names of photos whose originals could not be brought back. When it replaced another state,
    `before` is the backup of that (None when it was too damaged), and `aside` the folder in which its files lie.
    """

    folder: Path
    backup: Backup
    missing: tuple[str, ...] = ()
    before: Backup | None = None
    aside: Path | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Deleted:
    """What was left when a newsroom and its backups were deleted: what is not ours, and what would not go.

    `others` are backups that were made of another folder, and stay. So do zips that are `unreadable`, for they may
    be such. `elsewhere` is another folder with the same newsroom, for which all that is remembered of it stays.
    `unreached` is the second place when it was not there.
    """

    folder: Path
    left: tuple[Path, ...] = ()
    unreached: Path | None = None
    others: tuple[Backup, ...] = ()
    unreadable: tuple[Path, ...] = ()
    elsewhere: Path | None = None


@dataclass(frozen=True, slots=True)
class Spared:
    """What was left in a place when the backups of one folder were deleted there, as `Deleted` has it."""

    left: tuple[Path, ...] = ()
    others: tuple[Backup, ...] = ()
    unreadable: tuple[Path, ...] = ()


class DamagedBackup(Trouble):
    """A zip is no backup, or not whole."""


class Cancelled(Trouble):
    """The person stopped the work; nothing half-made is left."""
