"""What this machine remembers of newsrooms: which were opened, where each was exported and is backed up."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import NewsroomId
from newsdesk.newsroom.memory_file import BackupMemory, read_memory, write_memory

_MOST = 10


def last_opened(state: Path) -> Path | None:
    """The newsroom that was opened last; None when that is not known."""
    return next(iter(map(Path, read_memory(state).opened)), None)


def recent_newsrooms(state: Path) -> list[Path]:
    """The newsrooms that were opened here, the last one first, at most 10, as far as their folders are there."""
    return [folder for folder in map(Path, read_memory(state).opened) if _is_folder(folder)]


def remember_newsroom(folder: Path, state: Path) -> None:
    """Note that the newsroom in `folder` was opened. Not to be able to is no failure."""
    remembered, opened = read_memory(state), str(folder.absolute())
    others = [other for other in remembered.opened if other != opened]
    write_memory(state, remembered, replace(remembered, opened=(opened, *others)[:_MOST]))


def site_folder(state: Path, newsroom: NewsroomId) -> Path | None:
    """Where the site of a newsroom was exported last from this machine; None when that is not known."""
    found = read_memory(state).sites.get(newsroom)
    return Path(found) if found else None


def remember_site_folder(state: Path, newsroom: NewsroomId, out: Path) -> None:
    """Note where the site of a newsroom was exported. Not to be able to is no failure."""
    remembered = read_memory(state)
    sites = {**remembered.sites, newsroom: str(out.absolute())}
    write_memory(state, remembered, replace(remembered, sites=sites))


def is_place_warning_hidden(folder: Path, state: Path) -> bool:
    """Whether nobody wants to be warned again of where the newsroom in `folder` lies."""
    return str(folder.absolute()) in read_memory(state).accepted


def hide_place_warning(folder: Path, state: Path) -> None:
    """Note that the place of the newsroom in `folder` was accepted. Not to be able to is no failure."""
    remembered = read_memory(state)
    accepted = dict.fromkeys((*remembered.accepted, str(folder.absolute())))
    write_memory(state, remembered, replace(remembered, accepted=tuple(accepted)))


def backup_memory(state: Path, newsroom: NewsroomId) -> BackupMemory:
    """What is remembered of the backups of a newsroom."""
    remembered = read_memory(state)
    return remembered.backups.get(newsroom, BackupMemory(known=remembered.known))


def remember_backups(state: Path, newsroom: NewsroomId, memory: BackupMemory) -> bool:
    """Remember this of the backups of a newsroom; whether that could be written."""
    if not memory.known:
        return False
    remembered = read_memory(state)
    return write_memory(state, remembered, replace(remembered, backups={**remembered.backups, newsroom: memory}))


def newsroom_once_in(state: Path, folder: Path) -> NewsroomId | None:
    """The newsroom of which a backup was made last when it lay in `folder`; None when that is not known."""
    known = read_memory(state).backups.items()
    return next((NewsroomId(id) for id, memory in known if memory.folder == str(folder.absolute())), None)


def folders_known(state: Path, newsroom: NewsroomId) -> list[Path]:
    """The folders in which this newsroom may lie: those opened last, and where it lay when it was backed up."""
    remembered = read_memory(state)
    backed_up = remembered.backups.get(newsroom, BackupMemory()).folder
    return [Path(folder) for folder in dict.fromkeys((*remembered.opened, backed_up)) if folder]


def forget_folder(state: Path, newsroom: NewsroomId, folder: Path, other: Path | None) -> None:
    """Remember no more that a newsroom lay in `folder`, but all else that is known of it, in an `other` one."""
    forget_newsroom(state, None, folder)
    memory = backup_memory(state, newsroom)
    if memory.folder == str(folder.absolute()):
        remember_backups(state, newsroom, replace(memory, folder=str(other.absolute()) if other else ""))


def forget_newsroom(state: Path, newsroom: NewsroomId | None, folder: Path) -> None:
    """Remember nothing of a newsroom any more. Not to be able to is no failure."""
    remembered, gone = read_memory(state), str(folder.absolute())
    write_memory(
        state,
        remembered,
        replace(
            remembered,
            opened=tuple(opened for opened in remembered.opened if opened != gone),
            sites={id: out for id, out in remembered.sites.items() if id != newsroom},
            accepted=tuple(accepted for accepted in remembered.accepted if accepted != gone),
            backups={id: memory for id, memory in remembered.backups.items() if id != newsroom},
        ),
    )


def moment_copied(memory: BackupMemory) -> datetime | None:
    """When the newest backup was copied to the second place last; None when it never was."""
    try:
        return datetime.fromisoformat(memory.copied)
    except ValueError:
        return None


def forgetting_warning(folders: Sequence[Path]) -> Trouble | None:
    """What to tell when folders for what is remembered, which may not be there yet, cannot be written."""
    closed = [str(folder) for folder in folders if not _can_be_written(folder)]
    if not closed:
        return None
    return Trouble(
        N_("Your preferences, and which newsrooms you opened, cannot be kept: {folder} cannot be written."),
        N_("They hold until Newsdesk ends. Give yourself the right to write there."),
        folder=", ".join(closed),
    )


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it lies where we may not look
        return False


def _can_be_written(folder: Path) -> bool:
    try:
        standing = next(place for place in (folder, *folder.absolute().parents) if place.exists())
        return standing.is_dir() and os.access(standing, os.W_OK | os.X_OK)
    except (OSError, StopIteration):
        return False
