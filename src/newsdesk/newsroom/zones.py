"""Time zones: the newsroom's, and the one that this machine is set to."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo

from newsdesk.model.newsroom import Newsroom

_LOCAL = Path("/etc/localtime")


def zone_of(newsroom: Newsroom) -> ZoneInfo:
    """The newsroom's zone."""
    return ZoneInfo(newsroom.zone)


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
