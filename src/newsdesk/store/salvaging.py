"""A damaged newsroom replaced by what can be read of it, the damaged files kept aside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import Clock, Ids
from newsdesk.store.backup import fault_in
from newsdesk.store.connection import FILE_NAME
from newsdesk.store.errors import folder_faults
from newsdesk.store.lock import Lock
from newsdesk.store.salvage import OnTable, Salvaged, salvage
from newsdesk.store.setting_aside import FRESH_NAME, put_in_place


@dataclass(frozen=True, slots=True)
class SalvagedInPlace:
    """What became of everything, and the folder where the damaged files are kept."""

    salvaged: Salvaged
    aside: Path


def salvage_in_place(folder: Path, *, clock: Clock, ids: Ids, author: str, progress: OnTable) -> SalvagedInPlace:
    """Put what can be read of the newsroom in `folder` in its place, and keep the damaged files in `set-aside`.

    Nobody may have it open, in this process neither: NewsroomBusy. Raises what `salvage` raises, and `Trouble`
    when there is no file or no room; then all is as it was.
    """
    file, fresh = folder / FILE_NAME, folder / FRESH_NAME
    if not file.is_file():
        raise Trouble(
            N_("There is no newsroom in {folder}."), N_("Choose the folder of a newsroom."), folder=str(folder)
        )
    with folder_faults(folder):
        lock = Lock(folder, clock())
        try:
            done = salvage(file, fresh, clock=clock, ids=ids, author=author, progress=progress)
            fault = fault_in(fresh)
            if fault:
                raise Trouble(
                    N_("What was saved of {folder} is not whole on the disk ({reason}). Nothing was replaced."),
                    N_("Copy the newsroom’s folder to another disk, then do it there."),
                    folder=str(folder),
                    reason=fault,
                )
            aside = put_in_place(folder, fresh, clock())
        finally:
            fresh.unlink(missing_ok=True)
            lock.release()
    assert aside is not None
    return SalvagedInPlace(done, aside)
