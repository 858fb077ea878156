"""What kind of place a folder is: a disk of this machine, a network share, a folder that is synced elsewhere."""

from __future__ import annotations

from newsdesk.disks.conflicts import conflicted_copies
from newsdesk.disks.mounts import Mount
from newsdesk.disks.place import Place, PlaceKind, place_of
from newsdesk.disks.room import free_space, same_disk

__all__ = ["Mount", "Place", "PlaceKind", "conflicted_copies", "free_space", "place_of", "same_disk"]
