"""Dates and times as people write them: read in the newsroom's zone unless they name their own."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, UTC, datetime, tzinfo

_FORM = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})(?:[Tt ] *(?P<time>\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)"
    r"(?: *(?P<zone>[Zz]|UTC|[+-]\d{2}(?::?\d{2}(?::\d{2})?)?))?)?"
)


def read_moment(text: str, zone: tzinfo) -> datetime:
    """The moment in UTC that `2026-03-21`, `2026-03-21 10:30` or `2026-03-21T10:30:00+01:00` names.

    Without an offset it is the local time of `zone`; a date alone is its first minute. Raises ValueError, also
    for the first and the last year that there are: in another zone they could be none.
    """
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    offset = (match["zone"] or "").upper().replace("UTC", "Z")
    hour, colon, rest = (match["time"] or "00:00").partition(":")
    try:
        moment = datetime.fromisoformat(f"{match['date']}T{hour.zfill(2)}{colon}{rest}{offset}")
        read = (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError(text) from error
    if not MINYEAR < read.year < MAXYEAR:
        raise ValueError(text)
    return read


def write_moment(moment: datetime, zone: tzinfo) -> str:
    """A moment in `zone` with its offset, so that it reads back as the same moment anywhere."""
    return moment.astimezone(zone).isoformat(" ")
