"""Time zones: the newsroom's, and the one that this machine is set to."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo

from newsdesk.errors import Trouble
from newsdesk.model.newsroom import Newsroom
from newsdesk.store import open_reader

_LOCAL = Path("/etc/localtime")


def zone_of(newsroom: Newsroom) -> ZoneInfo:
    """The newsroom's zone."""
    return ZoneInfo(newsroom.zone)


def zone_in(folder: Path) -> ZoneInfo:
    """The zone of the newsroom in `folder`; this machine's where it cannot be read, as when it is damaged."""
    try:
        with open_reader(folder) as reader:
            return zone_of(reader.newsroom())
    except (Trouble, LookupError, ValueError):
        return ZoneInfo(system_zone())


def system_zone() -> str:
    """The IANA name of the zone that this machine is set to; UTC where that cannot be told."""
    named = os.environ.get("TZ", "").removeprefix(":")
    linked = str(_LOCAL.resolve()).partition("zoneinfo/")[2]
    for name in (named, linked):
        try:
            if name:
                return ZoneInfo(name).key
        except (OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError
            continue
        except KeyError:
            continue
    return "UTC"
