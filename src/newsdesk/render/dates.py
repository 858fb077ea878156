"""Dates and times as the readers of one edition write them."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time

VARIANTS = {"en": "en-GB", "pt": "pt-PT"}
"""Which variety a language tag without a region means here: the one that our labels are written in."""


class Dates:
    """The dates of one language in one time zone, after CLDR; each day and each minute is worded once."""

    def __init__(self, language: str, zone: str) -> None:
        """`language` is a BCP 47 tag, `zone` an IANA time zone. What CLDR does not know is dated in English."""
        self._zone = ZoneInfo(zone)
        self._locale = _locale(language)
        self._join = str(self._locale.datetime_formats["medium"])
        self._kept_day = lru_cache(maxsize=None)(self._worded_day)
        self._kept_time = lru_cache(maxsize=None)(self._worded_time)

    def day(self, moment: datetime) -> str:
        """The date in words: `16 January 2026`."""
        return self._kept_day(moment.astimezone(self._zone).date())

    def day_and_time(self, moment: datetime) -> str:
        """Date and time: `16 January 2026, 06:00`; at midnight the date alone, for it was given without a time."""
        return self.day(moment) if moment.astimezone(self._zone).time() == time() else self.minute(moment)

    def minute(self, moment: datetime) -> str:
        """Date and time, whatever the time: `16 January 2026, 00:00`."""
        local = moment.astimezone(self._zone)
        clock = self._kept_time(time(local.hour, local.minute))
        return self._join.replace("{1}", self._kept_day(local.date())).replace("{0}", clock)

    def iso(self, moment: datetime) -> str:
        """ISO 8601 with the zone's offset, whole seconds: `2026-01-16T06:00:00+00:00`."""
        return moment.astimezone(self._zone).isoformat(timespec="seconds")

    def _worded_day(self, day: date) -> str:
        return format_date(day, "long", self._locale)

    def _worded_time(self, clock: time) -> str:
        return format_time(clock, "short", locale=self._locale)


def _locale(language: str) -> Locale:
    """CLDR's locale for a tag, without its last parts as long as it is not known."""
    parts = VARIANTS.get(language.lower(), language).split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return Locale.parse(VARIANTS["en"], sep="-")
