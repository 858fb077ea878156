"""Whether two folders share a disk."""

from __future__ import annotations

from pathlib import Path


def same_disk(one: Path, other: Path) -> bool:
    """Whether two folders, which may not be there yet, lie on the same file system: one failure takes both."""
    try:
        return _standing(one).stat().st_dev == _standing(other).stat().st_dev
    except OSError:
        return False


def _standing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    here = folder.absolute()
    return next((place for place in (here, *here.parents) if place.exists()), here)
