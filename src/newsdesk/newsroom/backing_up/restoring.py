"""Bringing a newsroom back from a backup, and deleting one with its backups."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from newsdesk import backups
from newsdesk.backups import Deleted, Restored, Watch
from newsdesk.model.ids import Clock
from newsdesk.newsroom.backing_up.making import never
from newsdesk.newsroom.backing_up.origins import other_folder_of
from newsdesk.newsroom.backing_up.places import backup_place, chosen_budget, newsroom_in, second_place
from newsdesk.newsroom.progress import Progress, silent
from newsdesk.newsroom.remembering import forget_folder, forget_newsroom
from newsdesk.paths import cache_folder


def restore(
    file: Path, folder: Path, *, progress: Progress = silent, cancelled: Callable[[], bool] = never
) -> Restored:
    """Make the newsroom that a backup holds in `folder`, which is new or empty.

    `file` is a zip with its photos beside it, as in a place of backups, or one with everything inside. All of it
    is checked before anything is in the folder. Raises DamagedBackup, or `Trouble` when the folder will not do.
    """
    return backups.restore(file, folder, Watch(progress, cancelled))


def restore_over(
    file: Path,
    folder: Path,
    *,
    state: Path,
    clock: Clock,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = never,
) -> Restored:
    """Bring the newsroom in `folder` back to the state of one of its backups.

    The present state is backed up before, and its files are set aside in the newsroom's folder. Nobody may have it
    open for writing: NewsroomBusy. Raises DamagedBackup or `Trouble`, with all as it was.
    """
    place = backup_place(state, newsroom_in(folder, state))
    return backups.restore_over(file, folder, place, clock, Watch(progress, cancelled), budget=chosen_budget())


def delete_newsroom(folder: Path, *, state: Path, clock: Clock) -> Deleted:
    """Delete the newsroom in `folder`, what was made of it, and its backups as far as their places are there.

    Where it is a copy, the backups of the other folder stay, and what is remembered of the newsroom. Nobody may
    have it open for writing: NewsroomBusy. Files in the folder that are not ours stay, and are named.
    """
    id = newsroom_in(folder, state)
    if id is None:
        left = backups.delete_folder(folder, clock)
        forget_newsroom(state, None, folder)
        return Deleted(folder, left)
    line, elsewhere = backups.line_of(folder, id), other_folder_of(id, folder, state)
    first, second = backup_place(state, id), second_place(state, id)
    left = backups.delete_folder(folder, clock)
    reached = second is not None and backups.is_marked(second)
    places = [first, second] if second is not None and reached else [first]
    spared = [backups.delete_backups(place, id, line) for place in places]
    others = tuple(backup for each in spared for backup in each.others)
    unreadable = tuple(file for each in spared for file in each.unreadable)
    if elsewhere is not None or others or unreadable:
        forget_folder(state, id, folder, elsewhere)
    else:
        shutil.rmtree(cache_folder(id), ignore_errors=True)
        forget_newsroom(state, id, folder)
    left += tuple(path for each in spared for path in each.left)
    return Deleted(folder, left, None if reached else second, others, unreadable, elsewhere)
