"""What kind of place a folder is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from newsdesk.disks.mounts import Mount, mount_of, mounted, share_of
from newsdesk.disks.synced import synced_by


class PlaceKind(StrEnum):
    """Where the files of a folder really are."""

    LOCAL = "local"
    NETWORK = "network"
    SYNCED = "synced"


@dataclass(frozen=True, slots=True)
class Place:
    """A kind, and which one: of a share its address or type, of a synced folder the service's name."""

    kind: PlaceKind
    what: str = ""


def place_of(folder: Path, mounts: Iterable[Mount] | None = None, home: Path | None = None) -> Place:
    """What kind of place `folder` is, which may not be there yet.

    `mounts` is the table of what is mounted, else this machine's; `home` this person's folder, else as the
    system says.
    """
    real = _without_links(folder)
    if share := share_of(real):
        return Place(PlaceKind.NETWORK, share)
    mount = mount_of(real, mounted() if mounts is None else mounts)
    if mount is not None and mount.network:
        return Place(PlaceKind.NETWORK, mount.device or mount.type)
    # Where the way there leads over a link, either end can be the synced one.
    for path in (real, folder.absolute()):
        if service := synced_by(path, home or _home()):
            return Place(PlaceKind.SYNCED, service)
    return Place(PlaceKind.LOCAL)


def _without_links(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):  # a ring of links
        return folder.absolute()


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None
