"""Of which folder a backup was made: of this one, or of a copy of the newsroom in another one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from newsdesk import backups
from newsdesk.backups import Backup
from newsdesk.model.ids import NewsroomId
from newsdesk.newsroom.remembering import folders_known, newsroom_once_in
from newsdesk.store import newsroom_id_of


@dataclass(frozen=True, slots=True)
class Origin:
    """Whether a backup is the folder's `own`; if it is not, the `folder` of which it was made, if that is known.

    A newsroom that was moved has backups of its former folder: they cannot be told from those of a copy.
    """

    own: bool
    folder: Path | None = None


class Origins:
    """The folders of a newsroom that are known on this machine, seen from one of them."""

    def __init__(self, folder: Path, state: Path, newsroom: NewsroomId) -> None:
        self._line = backups.line_of(folder, newsroom)
        self._known = {backups.line_of(one, newsroom): one for one in folders_known(state, newsroom)}

    def of(self, backup: Backup) -> Origin:
        """Where a backup comes from."""
        return Origin(True) if backup.line == self._line else Origin(False, self._known.get(backup.line))


def origin_of(backup: Backup, folder: Path, state: Path) -> Origin:
    """Where a backup comes from that is to be brought back in `folder`."""
    return Origins(folder, state, backup.contents.newsroom).of(backup)


def other_folder_of(newsroom: NewsroomId, folder: Path, state: Path) -> Path | None:
    """Another folder than `folder` that is known to hold this newsroom, or did before it was damaged."""
    others = (one for one in folders_known(state, newsroom) if os.path.realpath(one) != os.path.realpath(folder))
    return next((one for one in others if _holds(one, newsroom, state)), None)


def _holds(folder: Path, newsroom: NewsroomId, state: Path) -> bool:
    try:
        if not folder.is_dir():
            return False
    except OSError:  # it lies where we may not look
        return False
    return (newsroom_id_of(folder) or newsroom_once_in(state, folder)) == newsroom
