"""What is thinned out, whatever the clock did and however little room there is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.backups import Backup, Kind
from newsdesk.backups.thinning import MOST, budget_for, bytes_used, thinned
from unit.backups.made_up import START, a_backup, a_photo_file

PLENTY = MOST
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

moments = st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
kinds = st.sampled_from(Kind)


def kept(backups: Sequence[Backup], budget: int = PLENTY) -> list[int]:
    """The orders of those that stay, of backups with the oldest first."""
    newest_first = sorted(backups, key=lambda backup: backup.order, reverse=True)
    gone = {backup.order for backup in thinned(newest_first, budget)}
    return [backup.order for backup in backups if backup.order not in gone]


def every(step: timedelta, count: int, start: datetime = START) -> list[Backup]:
    return [a_backup(number, start + number * step) for number in range(count)]


def test_of_each_hour_the_newest_of_each_day_and_so_on() -> None:
    backups = every(timedelta(minutes=20), 100 * 72)
    stays = kept(backups)
    ages = [(backups[-1].made - backups[order].made) for order in stays]
    assert stays[-1] == len(backups) - 1
    assert sum(age < DAY for age in ages) == 24
    assert len([age for age in ages if DAY <= age < 6 * DAY]) == 5
    months = {(backups[order].made.year, backups[order].made.month) for order in stays}
    assert len(months) == 4
    assert len(stays) < 24 + 7 + 4 + 4


def test_little_that_was_made_is_all_kept() -> None:
    assert kept(every(timedelta(hours=3), 24)) == list(range(24))


def test_what_was_made_by_hand_or_before_something_drastic_stays_for_days() -> None:
    minutes = timedelta(minutes=1)
    backups = [a_backup(order, START + order * minutes, kind=kind) for order, kind in enumerate(Kind)]
    backups.append(a_backup(9, START + 9 * minutes))
    assert [kind for order, kind in enumerate(Kind) if order not in kept(backups)] == [Kind.TIMED, Kind.CLOSING]
    later = [*backups, *(a_backup(10 + day, START + day * DAY + HOUR) for day in range(1, 9))]
    assert kept(later)[:1] == [9]


def test_copies_of_a_newsroom_do_not_thin_one_another() -> None:
    here = [a_backup(2 * number, START + number * HOUR, line="here") for number in range(20)]
    there = [a_backup(2 * number + 1, START + number * HOUR, line="there") for number in range(20)]
    assert len(kept([backup for pair in zip(here, there, strict=True) for backup in pair])) == 40


@given(st.lists(st.tuples(moments, kinds), min_size=1, max_size=60), st.integers(0, 100))
def test_the_newest_stays_and_thinning_again_changes_nothing(
    made: list[tuple[datetime, Kind]], budget: int
) -> None:
    backups = [a_backup(order, moment, kind=kind) for order, (moment, kind) in enumerate(made)]
    stays = kept(backups, budget)
    assert stays[-1] == len(backups) - 1
    assert kept([backups[order] for order in stays], budget) == stays


@given(st.integers(0, 200), st.timedeltas(timedelta(days=-20_000), timedelta(days=20_000)), st.booleans())
def test_a_clock_that_jumps_thins_nothing_of_the_last_day_at_work(at: int, jump: timedelta, stays: bool) -> None:
    """One backup an hour: the last 24 stay, whether the clock jumped by years, and came back or not."""
    backups = [
        a_backup(number, START + number * HOUR + (jump if number == at or (number > at and stays) else 0 * HOUR))
        for number in range(200)
    ]
    assert kept(backups)[-24:] == list(range(176, 200))


@given(st.integers(1, 380), st.timedeltas(timedelta(days=-20_000), timedelta(days=20_000)))
def test_a_clock_that_jumps_leaves_something_of_each_month(at: int, jump: timedelta) -> None:
    """One backup a day for more than a year: no two months pass without one that stays."""
    backups = [
        a_backup(number, START + number * DAY + (jump if number >= at else timedelta())) for number in range(400)
    ]
    stays = [-1, *kept(backups)]
    assert max(later - earlier for earlier, later in pairwise(stays)) <= 31


@given(st.lists(st.timedeltas(-2 * DAY, timedelta(days=2)), min_size=300, max_size=300))
def test_a_clock_that_wanders_costs_no_more_than_a_month(drifts: list[timedelta]) -> None:
    backups = [a_backup(number, START + number * DAY + drift) for number, drift in enumerate(drifts)]
    stays = [-1, *kept(backups)]
    assert max(later - earlier for earlier, later in pairwise(stays)) <= 35


def test_the_oldest_go_when_there_is_no_room() -> None:
    backups = [a_backup(number, START + number * HOUR, size=10) for number in range(8)]
    assert kept(backups, 50) == [3, 4, 5, 6, 7]
    assert kept(backups, 0) == [7]


def test_originals_count_once() -> None:
    photos = tuple(a_photo_file(number, size=100) for number in range(4))
    backups = [
        a_backup(number, START + number * HOUR, size=10, photos=photos[: number + 1]) for number in range(4)
    ]
    assert bytes_used(backups) == 440
    assert kept(backups, 440) == [0, 1, 2, 3]
    assert kept(backups, 200) == [1, 2, 3]


def test_many_photos_do_not_drive_the_history_out() -> None:
    photos = tuple(a_photo_file(number, size=1000) for number in range(10))
    backups = [a_backup(number, START + number * HOUR, size=10, photos=photos) for number in range(20)]
    assert kept(backups, 1000) == list(range(9, 20))


@given(st.integers(0, 10**15), st.integers(0, 10**12))
def test_the_budget_is_a_tenth_of_what_is_free_and_bounded(free: int, used: int) -> None:
    budget = budget_for(free, used)
    assert budget <= MOST
    assert budget == MOST or budget == (free + used) // 10
