"""The ways on from what a check found: a repair with the backups at hand, or a salvage."""

from __future__ import annotations

from pathlib import Path

from newsdesk import backups
from newsdesk.backups import Kind
from newsdesk.i18n import N_, message
from newsdesk.model.ids import Clock, id_maker
from newsdesk.newsroom.backing_up.making import back_up
from newsdesk.newsroom.backing_up.places import backup_place, newsroom_in, second_place
from newsdesk.newsroom.checking_up.examining import Health
from newsdesk.newsroom.checking_up.repairing import Repaired, Source, from_folder, repair
from newsdesk.newsroom.opening import author_name
from newsdesk.newsroom.photos import ORIGINALS
from newsdesk.newsroom.progress import Progress, silent
from newsdesk.store import (
    ASIDE_NAME,
    FILE_NAME,
    DamagedNewsroom,
    SalvagedInPlace,
    Store,
    copy_newsroom,
    salvage_in_place,
)


def repair_newsroom(store: Store, health: Health, *, state: Path, progress: Progress = silent) -> Repaired:
    """Put right what `health` names, after a backup, with originals out of the places of backups; see `repair`.

    Of a newsroom in which something refers to nothing no backup is made, for it would not be a good one: a copy of
    its file is kept in `set-aside`.
    """

    def keep() -> Path:
        try:
            return back_up(store.folder, Kind.REPAIR, state=state, clock=store.clock).backup.file
        except DamagedNewsroom:
            aside = store.folder / ASIDE_NAME / f"{store.clock():%Y-%m-%d-%H%M%S}"
            aside.mkdir(parents=True, exist_ok=True)
            copy_newsroom(store.folder, aside / FILE_NAME, lambda _done, _total: None)
            return aside / FILE_NAME

    return repair(store, health, back_up=keep, sources=_sources(store.folder, state), progress=progress)


def salvage_newsroom(folder: Path, *, clock: Clock, progress: Progress = silent) -> SalvagedInPlace:
    """Save what can be read of a damaged newsroom, and keep the damaged files aside; see `salvage_in_place`."""
    doing = message(N_("Saving what can be read"))
    return salvage_in_place(
        folder,
        clock=clock,
        ids=id_maker(clock),
        author=author_name(),
        progress=lambda done, total: progress(doing, done, total),
    )


def _sources(folder: Path, state: Path) -> list[Source]:
    id = newsroom_in(folder, state)
    if id is None:
        return []
    places = (backup_place(state, id), second_place(state, id))
    rooms = [backups.room_of(place, id) for place in places if place is not None]
    return [from_folder(room / ORIGINALS) for room in rooms if room is not None]
