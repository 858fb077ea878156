"""Dates and times as the readers of one edition write them."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time

VARIANTS = {"en": "en-GB", "pt": "pt-PT"}
"""Which variety a language tag without a region means here: the one that our labels are written in."""


class Dates:
    """The dates of one language in one time zone, after CLDR; each date and time is worked out once."""

    def __init__(self, language: str, zone: str) -> None:
        """`language` is a BCP 47 tag, `zone` an IANA time zone. What CLDR does not know is dated in English."""
        self._zone = ZoneInfo(zone)
        locale = _locale(language)
        self._join = str(locale.datetime_formats["medium"])
        self._day = lru_cache(maxsize=None)(lambda day: format_date(day, "long", locale))
        self._time = lru_cache(maxsize=None)(lambda time: format_time(time, "short", locale=locale))

    def local(self, moment: datetime) -> datetime:
        """The same moment on the clocks of the zone."""
        return moment.astimezone(self._zone)

    def day(self, moment: datetime) -> str:
        """The date in words: `16 January 2026`."""
        return self._day(self.local(moment).date())

    def day_and_time(self, moment: datetime) -> str:
        """Date and time: `16 January 2026, 06:00`."""
        local = self.local(moment)
        time = self._time(local.time().replace(second=0, microsecond=0, tzinfo=None))
        return self._join.replace("{1}", self._day(local.date())).replace("{0}", time)

    def iso(self, moment: datetime) -> str:
        """ISO 8601 with the zone's offset, whole seconds: `2026-01-16T06:00:00+00:00`."""
        return self.local(moment).isoformat(timespec="seconds")

    def date(self, moment: datetime) -> date:
        """The date in the zone."""
        return self.local(moment).date()


def _locale(language: str) -> Locale:
    """CLDR's locale for a tag, without its last parts as long as it is not known."""
    parts = VARIANTS.get(language.lower(), language).split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return Locale.parse(VARIANTS["en"], sep="-")
