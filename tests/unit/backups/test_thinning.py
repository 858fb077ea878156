"""What is thinned out, whatever the clock did and however little room there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.backups import Backup, Kind
from newsdesk.backups.thinning import MOST, after, budget_for, bytes_used, thinned
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
    assert sum(age < HOUR for age in ages) == 3
    assert sum(HOUR <= age < DAY for age in ages) == 23
    assert len([age for age in ages if DAY <= age < 6 * DAY]) == 5
    months = {(backups[order].made.year, backups[order].made.month) for order in stays}
    assert len(months) == 4
    assert len(stays) < 2 + 24 + 7 + 4 + 4


def test_little_that_was_made_is_all_kept() -> None:
    assert kept(every(timedelta(hours=3), 24)) == list(range(24))


def test_what_was_made_by_hand_or_before_something_drastic_stays_for_days() -> None:
    minutes = timedelta(minutes=1)
    backups = [a_backup(order, START + order * minutes, kind=kind) for order, kind in enumerate(Kind)]
    backups += [a_backup(9, START + 9 * minutes), a_backup(10, START + 2 * HOUR)]
    assert [kind for order, kind in enumerate(Kind) if order not in kept(backups)] == [Kind.TIMED, Kind.CLOSING]
    later = [*backups, *(a_backup(10 + day, START + day * DAY + HOUR) for day in range(1, 9))]
    assert kept(later)[:1] == [9]


def test_what_was_made_within_the_last_hour_all_stays() -> None:
    assert kept(every(timedelta(minutes=1), 200)) == [59, 119, *range(140, 200)]


def test_one_by_hand_does_not_push_out_the_timed_one_a_minute_before() -> None:
    timed, by_hand = a_backup(0), a_backup(1, START + timedelta(minutes=1), kind=Kind.BY_HAND)
    later = [a_backup(2 + hour, START + hour * HOUR) for hour in range(1, 10)]
    assert kept([timed, by_hand]) == [0, 1]
    assert kept([timed, by_hand, *later])[:2] == [0, 1]


@given(st.lists(st.tuples(moments, kinds), min_size=1, max_size=60))
def test_those_that_came_by_themselves_stay_whatever_a_person_makes_beside(
    made: list[tuple[datetime, Kind]],
) -> None:
    backups = made_in_turn([moment for moment, _ in made], [kind for _, kind in made])
    passing = [one for one in backups if one.kind in (Kind.TIMED, Kind.CLOSING)]
    assert set(kept(passing)) <= set(kept(backups))


def test_copies_of_a_newsroom_do_not_thin_one_another() -> None:
    here = [a_backup(2 * number, START + number * HOUR, line="here") for number in range(20)]
    there = [a_backup(2 * number + 1, START + number * HOUR, line="there") for number in range(20)]
    assert len(kept([backup for pair in zip(here, there, strict=True) for backup in pair])) == 40


def made_in_turn(moments: Sequence[datetime], kinds: Sequence[Kind] = (Kind.TIMED,)) -> list[Backup]:
    """Backups as they are made one after the other, none of which is thinned."""
    backups: list[Backup] = []
    for number, moment in enumerate(moments):
        made = a_backup(0, moment, kind=kinds[number % len(kinds)], counter=number)
        backups.append(after(backups[-1], made) if backups else made)
    return backups


def thinned_in_turn(moments: Sequence[datetime]) -> list[int]:
    """The numbers of those that are left of backups that are made one after the other, each time thinned."""
    left: list[Backup] = []
    for number, moment in enumerate(moments):
        made = a_backup(0, moment, counter=number)
        left.insert(0, after(left[0], made) if left else made)
        gone = {backup.order for backup in thinned(left, PLENTY)}
        left = [backup for backup in left if backup.order not in gone]
    return [backup.contents.counter for backup in reversed(left)]


def longest_gap(left: Sequence[int]) -> int:
    return max(later - earlier for earlier, later in pairwise([-1, *left]))


jumps = st.lists(
    st.tuples(st.integers(0, 250), st.timedeltas(timedelta(days=-20_000), timedelta(days=20_000))), max_size=4
)


def told_by(clock_jumps: Sequence[tuple[int, timedelta]], step: timedelta, count: int) -> list[datetime]:
    """What a clock says every `step`, that jumps at some of them by so much."""
    return [
        START + number * step + sum((jump for at, jump in clock_jumps if at <= number), timedelta())
        for number in range(count)
    ]


@given(st.lists(st.tuples(moments, kinds), min_size=1, max_size=60), st.integers(0, 100))
def test_the_newest_stays_and_thinning_again_changes_nothing(
    made: list[tuple[datetime, Kind]], budget: int
) -> None:
    backups = made_in_turn([moment for moment, _ in made], [kind for _, kind in made])
    stays = kept(backups, budget)
    assert stays[-1] == backups[-1].order
    assert kept([backup for backup in backups if backup.order in stays], budget) == stays


@given(jumps)
def test_a_clock_that_jumps_thins_nothing_of_the_last_day(
    clock_jumps: list[tuple[int, timedelta]],
) -> None:
    """One backup an hour: the last 24 stay, wherever the clock jumped to and whether it came back."""
    assert thinned_in_turn(told_by(clock_jumps, HOUR, 260))[-24:] == list(range(236, 260))


@given(jumps)
def test_a_clock_that_jumps_leaves_something_of_each_month(clock_jumps: list[tuple[int, timedelta]]) -> None:
    """One backup a day: no two months pass without one that stays."""
    assert longest_gap(thinned_in_turn(told_by(clock_jumps, DAY, 300))) <= 31


def test_a_clock_that_starts_anew_each_day_loses_no_day() -> None:
    """As in a laptop whose battery for the clock is empty: each morning it is the first of January 1970."""
    morning = datetime(1970, 1, 1, tzinfo=UTC)
    told = [morning + hour * HOUR for _ in range(90) for hour in range(9)]
    left = thinned_in_turn(told)
    assert left[-24:] == list(range(len(told) - 24, len(told)))
    assert longest_gap(left) <= 9


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


def test_the_newest_of_each_folder_stays_though_a_copy_fills_the_budget() -> None:
    here = [a_backup(number, START + number * HOUR, line="here", size=10) for number in range(5)]
    there = [a_backup(number, START + number * HOUR, line="there", size=1000) for number in range(5, 9)]
    assert kept([*here, *there], 1000) == [4, 8]


def test_two_hundred_small_ones_fit_into_a_gigabyte() -> None:
    backups = every(HOUR, 200)
    assert kept(backups, 1000**3) == kept(backups)
    assert kept([replace(one, size=50 * 1000**2) for one in backups], 1000**3) == kept(backups)[-20:]
