"""Ids sort by time, are unique by their ends, and can be made to order in tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from newsdesk.model.ids import ALPHABET, LENGTH, MIN_END, id_maker

NOON = datetime(2026, 1, 16, 12, tzinfo=UTC)


def test_ids_have_the_layout_of_ulid() -> None:
    made = id_maker(lambda: datetime(2016, 7, 30, 23, 54, 10, 259000, tzinfo=UTC), lambda _bits: 0)()
    assert made == "01arz3ndek" + "0" * 16


def test_ids_sort_by_time() -> None:
    moments = iter(NOON + timedelta(milliseconds=step) for step in range(100))
    new_id = id_maker(lambda: next(moments))
    made = [new_id() for _ in range(100)]
    assert made == sorted(made)
    assert all(len(one) == LENGTH and set(one) <= set(ALPHABET) for one in made)


def test_ends_tell_ids_of_one_moment_apart() -> None:
    new_id = id_maker(lambda: NOON)
    assert len({new_id()[-MIN_END:] for _ in range(200)}) > 195
