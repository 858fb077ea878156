"""Rescue copies of the same newsroom under other names: of other folders, and of an earlier version."""

from __future__ import annotations

import json
import re
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.model.ids import NewsroomId
from newsdesk.store import FILE_NAME, open_reader


def forsaken(file: Path, newsroom: NewsroomId, folder: Path) -> list[Path]:
    """The copies beside `file` that belong to the newsroom in `folder`, or to none that is where it was.

    One newsroom may lie in several folders, as a copy does; each of them asks for its own text. A copy is nobody's
    when the newsroom was moved away from its folder, or when an earlier version wrote it, which named no folder.
    """
    name = re.compile(re.escape(newsroom) + r"(-[0-9a-f]+)?\.json")
    found = []
    for other in sorted(file.parent.glob("*.json")):
        named = name.fullmatch(other.name)
        if named is None or other == file:
            continue
        of = _folder_of(other)
        if named[1] is None or (of is not None and (_is_same(of, folder) or not _is_there(of, newsroom))):
            found.append(other)
    return found


def _folder_of(copy: Path) -> Path | None:
    try:
        return Path(json.loads(copy.read_bytes())["folder"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _is_there(folder: Path, newsroom: NewsroomId) -> bool:
    """Whether the newsroom lies in the folder; one that cannot be read may."""
    try:
        if not (folder / FILE_NAME).exists():
            return False
        with open_reader(folder) as reader:
            return reader.newsroom().id == newsroom
    except (OSError, Trouble):
        return True
