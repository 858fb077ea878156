"""Dates in the words of each language and on the clocks of the newsroom."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsdesk.render.dates import Dates

MORNING = datetime(2026, 1, 16, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "day", "day_and_time"),
    [
        ("en", "16 January 2026", "16 January 2026, 06:00"),
        ("en-US", "January 16, 2026", "January 16, 2026, 6:00\u202fAM"),
        ("es", "16 de enero de 2026", "16 de enero de 2026, 6:00"),
        ("pt", "16 de janeiro de 2026", "16 de janeiro de 2026, 06:00"),
        ("ar", "16 يناير 2026", "16 يناير 2026، 6:00 ص"),
        ("de-AT", "16. Jänner 2026", "16. Jänner 2026, 06:00"),
    ],
)
def test_words_of_a_language(language: str, day: str, day_and_time: str) -> None:
    dates = Dates(language, "UTC")
    assert dates.day(MORNING) == day
    assert dates.day_and_time(MORNING) == day_and_time


@pytest.mark.parametrize("language", ["xx", "en-XX-unknown", "not a tag"])
def test_an_unknown_language_has_dates_all_the_same(language: str) -> None:
    assert "2026" in Dates(language, "UTC").day(MORNING)


def test_the_zone_decides_the_day() -> None:
    late = datetime(2026, 7, 15, 23, 30, 12, tzinfo=UTC)
    dates = Dates("en", "Europe/Lisbon")
    assert dates.day(late) == "16 July 2026"
    assert dates.day_and_time(late) == "16 July 2026, 00:30"
    assert dates.iso(late) == "2026-07-16T00:30:12+01:00"


def test_a_date_given_without_a_time_has_none() -> None:
    dates = Dates("en", "Europe/Lisbon")
    assert dates.day_and_time(datetime(2026, 7, 15, 23, 0, tzinfo=UTC)) == "16 July 2026"
    assert dates.day_and_time(datetime(2026, 7, 16, 0, 0, tzinfo=UTC)) == "16 July 2026, 01:00"
    assert dates.day_and_time(datetime(2026, 7, 15, 23, 0, 1, tzinfo=UTC)) == "16 July 2026, 00:00"
    assert dates.minute(datetime(2026, 7, 15, 23, 0, tzinfo=UTC)) == "16 July 2026, 00:00"
