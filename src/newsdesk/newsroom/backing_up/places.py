"""Where the backups of a newsroom lie on this machine, and where copies of them go."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from newsdesk import backups
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import NewsroomId
from newsdesk.newsroom.memory_file import BackupMemory
from newsdesk.newsroom.remembering import (
    backup_memory,
    moment_copied,
    newsroom_once_in,
    remember_backups,
)
from newsdesk.paths import config_folder, data_folder
from newsdesk.settings import load_preferences
from newsdesk.store import newsroom_id_of

_GIGABYTE = 1000**3
_USUAL = "backups"


def backup_place(state: Path, newsroom: NewsroomId | None) -> Path:
    """The first place of a newsroom's backups: the one that was chosen, else one in the platform's data folder."""
    chosen = backup_memory(state, newsroom).place if newsroom else ""
    return Path(chosen) if chosen else data_folder() / _USUAL


def chosen_budget() -> int:
    """How many bytes this person lets the backups of a newsroom take in the first place; 0 as there is room."""
    return load_preferences(config_folder()).backup_budget * _GIGABYTE


def set_backup_place(state: Path, newsroom: NewsroomId, folder: Path, place: Path | None) -> None:
    """Choose the first place for the backups of the newsroom in `folder`; None brings the usual one back.

    The backups that lie in the place before stay there. Raises `Trouble` when the place will not do.
    """
    memory = backup_memory(state, newsroom)
    if place is not None:
        refuse_inside(folder, place)
        _refuse_same(place, memory.second)
        _make(place)
    _remember(state, newsroom, replace(memory, place=str(place.absolute()) if place else ""))


def second_place(state: Path, newsroom: NewsroomId) -> Path | None:
    """The second place of a newsroom's backups; None when none was chosen."""
    chosen = backup_memory(state, newsroom).second
    return Path(chosen) if chosen else None


def set_second_place(state: Path, newsroom: NewsroomId, folder: Path, place: Path | None) -> None:
    """Choose the second place for the backups of the newsroom in `folder`; None for none.

    Raises `Trouble` when the place is not there, cannot be written, or lies where the first copy does.
    """
    memory = replace(backup_memory(state, newsroom), copied="", counter=0)
    if place is not None:
        refuse_inside(folder, place)
        _refuse_same(place, str(backup_place(state, newsroom)))
        backups.mark_place(place)
    _remember(state, newsroom, replace(memory, second=str(place.absolute()) if place else ""))


def last_copy_off(state: Path, newsroom: NewsroomId) -> datetime | None:
    """When the newest backup was known to be in the second place last, in UTC; None when it never was."""
    return moment_copied(backup_memory(state, newsroom))


def copied_counter(state: Path, newsroom: NewsroomId) -> int | None:
    """The counter of the backup that was newest in the second place then; None when there was none."""
    memory = backup_memory(state, newsroom)
    return memory.counter if moment_copied(memory) else None


def newsroom_in(folder: Path, state: Path) -> NewsroomId | None:
    """The newsroom that is in a folder, or was when it could be read; None when nobody knows."""
    return newsroom_id_of(folder) or newsroom_once_in(state, folder) or _newsroom_backed_up_from(folder)


def _newsroom_backed_up_from(folder: Path) -> NewsroomId | None:
    """The newsroom of which a backup in the usual place was made of this folder."""
    for listing in backups.list_place(data_folder() / _USUAL):
        for backup in listing.backups:
            if backup.line == backups.line_of(folder, backup.contents.newsroom):
                return backup.contents.newsroom
    return None


def refuse_inside(folder: Path, place: Path) -> None:
    """Trouble for a place within the newsroom's folder: it would go with it."""
    if _is_within(place, folder):
        raise Trouble(
            N_("{place} lies in the folder of the newsroom: what happens to that would happen to the backups."),
            N_("Choose a folder outside {folder}, best on another disk."),
            place=str(place),
            folder=str(folder),
        )


def _refuse_same(place: Path, other: str) -> None:
    if other and (_is_within(place, Path(other)) or _is_within(Path(other), place)):
        raise Trouble(
            N_("{place} lies where the other copy of the backups is: there would be one copy, not two."),
            N_("Choose a folder on another disk, such as a stick, or one that is synced elsewhere."),
            place=str(place),
        )


def _is_within(place: Path, folder: Path) -> bool:
    return place.resolve().is_relative_to(folder.resolve())


def _make(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(
            N_("{place} cannot be made ({reason})."),
            N_("See that you may write there, or choose another folder."),
            place=str(place),
            reason=error.strerror or type(error).__name__,
        ) from error


def _remember(state: Path, newsroom: NewsroomId, memory: BackupMemory) -> None:
    if not remember_backups(state, newsroom, memory):
        raise Trouble(
            N_("The place for the backups could not be noted in {folder}."),
            N_("See that there is room and that you may write there, then choose the place again."),
            folder=str(state),
        )
