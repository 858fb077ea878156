"""Copies that a syncing service made of a file that was changed in two places at once."""

from __future__ import annotations

import re
from pathlib import Path

WORDS = ("conflict", "conflit", "conflito", "conflitto", "konflikt", "konflik", "конфликт", "競合", "冲突", "衝突")
"""How services say it, in the languages they speak; the copy is then one whatever else lies there."""

BESIDE = (
    re.compile(r" \(\d{1,2}\)$"),
    re.compile(r" \d{1,2}$"),
    re.compile(r"-[A-Z][A-Za-z0-9’' -]{1,30}$"),
)
"""What is put behind a name by Google Drive, by iCloud, and by OneDrive, which adds the machine's name."""


def conflicted_copies(folder: Path) -> list[Path]:
    """The conflicted copies directly in `folder`, in the order of their names; none where it cannot be read.

    Without a word that says so, a copy is one only if the file that it is a copy of is there too.
    """
    try:
        names = {path.name for path in folder.iterdir() if path.is_file()}
    except OSError:
        return []
    return [folder / name for name in sorted(names) if _is_copy(name, names)]


def _is_copy(name: str, names: set[str]) -> bool:
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem:
        return False
    if any(word in stem.casefold() for word in WORDS):
        return True
    return any(
        f"{pattern.sub('', stem)}.{ending}" in names for pattern in BESIDE if pattern.search(stem) is not None
    )
