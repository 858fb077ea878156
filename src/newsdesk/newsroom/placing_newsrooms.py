"""Where a newsroom should not lie: what to tell before one is kept on a network share or in a synced folder."""

from __future__ import annotations

from pathlib import Path

from newsdesk.disks import PlaceKind, conflicted_copies, place_of
from newsdesk.errors import Trouble
from newsdesk.i18n import N_

_SAID = {
    PlaceKind.NETWORK: (
        N_(
            "{folder} lies on a network share ({name}). A newsroom there can be damaged when the network fails "
            "or when two computers open it."
        ),
        N_("Keep the newsroom on this computer’s own disk, and have its backups go to the share as well."),
    ),
    PlaceKind.SYNCED: (
        N_(
            "{folder} lies in a folder of {name}, which copies files while they are being written: a newsroom "
            "there can be damaged, and one computer can undo what another has written."
        ),
        N_("Keep the newsroom in a folder that is not synced, and have its backups go to {name} as well."),
    ),
}


def place_warning(folder: Path) -> Trouble | None:
    """Why a newsroom should not lie in `folder`, which may not be there yet; None where nothing is against it."""
    place = place_of(folder)
    if place.kind not in _SAID:
        return None
    what, way_out = _SAID[place.kind]
    return Trouble(what, way_out, folder=str(folder), name=place.what)


def second_files(folder: Path) -> list[str]:
    """The names of the copies of the newsroom's file in `folder` that a service made when two computers wrote."""
    return [copy.name for copy in conflicted_copies(folder) if copy.name.startswith("newsroom")]


def conflict_warning(folder: Path) -> Trouble | None:
    """What to tell of copies of the newsroom that a service made when two computers wrote at once, if any."""
    copies = second_files(folder)
    if not copies:
        return None
    return Trouble(
        N_(
            "Two computers wrote this newsroom at once: beside it in {folder} lies what the other one wrote, as "
            "{names}."
        ),
        N_(
            "To look into such a copy, put it into an empty folder under the name newsroom.db and open that "
            "folder. Then move the newsroom out of the synced folder."
        ),
        folder=str(folder),
        names=", ".join(copies),
    )
