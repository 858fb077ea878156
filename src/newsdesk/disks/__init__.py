"""What kind of place a folder is, a disk of this machine, a share, a synced folder; and care for its names."""

from __future__ import annotations

from newsdesk.disks.conflicts import conflicted_copies
from newsdesk.disks.mounts import Mount
from newsdesk.disks.place import Place, PlaceKind, place_of
from newsdesk.disks.room import same_disk
from newsdesk.disks.settling import settle

__all__ = ["Mount", "Place", "PlaceKind", "conflicted_copies", "place_of", "same_disk", "settle"]
