"""Whether two folders share a disk."""

from __future__ import annotations

from pathlib import Path


def same_disk(one: Path, other: Path) -> bool:
    """Whether two folders lie on the same file system, so that one failure takes both; not if one is not there."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
