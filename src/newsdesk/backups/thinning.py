"""Which backups go, so that the others are enough and fit: decided from what is known of them alone.

The order is that of their making, never that of their times: a clock that jumps, by years or back, makes a backup
look younger or older than it is, and none may go for that. An hour after the clock was set back is another hour
than the one of that name before: each backup keeps its era, for the ones that could tell may be gone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from newsdesk.backups.records import Backup, Kind

MOST = 10_000_000_000
"""Bytes that the backups of a newsroom may take in a place, however much is free."""

_RULES: tuple[tuple[Callable[[datetime], Hashable], int | None], ...] = (
    (lambda made: (made.date(), made.hour), 24),
    (lambda made: made.date(), 7),
    (lambda made: made.isocalendar()[:2], 4),
    (lambda made: (made.year, made.month), None),
)
"""Of each hour, day, week and month the newest is kept, and how many of them: None for all there are."""

_HOUR = timedelta(hours=1)
"""What was made so shortly before the newest all stays."""

_DAYS = 1
"""The rule that says how long one stays that was made by hand, or before something that could go wrong."""

_PASSING = frozenset({Kind.TIMED, Kind.CLOSING})


@dataclass(frozen=True, slots=True)
class Point:
    """What counts of a backup: when it was made, whether it came by itself, and its files with their sizes."""

    era: int
    made: datetime
    passing: bool
    size: int
    originals: tuple[tuple[str, int], ...] = ()


def after(last: Backup, backup: Backup) -> Backup:
    """A backup in its place behind the last one that was made before it, whatever the clock said."""
    set_back = backup.made < last.made
    return replace(backup, order=max(backup.order, last.order + 1), era=last.era + set_back)


def thinned(backups: Sequence[Backup], budget: int) -> tuple[Backup, ...]:
    """Those of the backups, the newest first, that are to go; the newest never is.

    Of a newsroom that was copied to another folder each has a line of its own: one does not thin out the other,
    and for no budget goes the newest of a line.
    """
    stays: set[int] = set()
    newest: set[int] = set()
    for line in {backup.line for backup in backups}:
        places = [place for place, backup in enumerate(backups) if backup.line == line]
        newest.add(places[0])
        stays |= {places[kept] for kept in spread([_point(backups[place]) for place in places])}
    left = sorted(stays)
    fits = fitting([_point(backups[place]) for place in left], budget)
    stays = newest | {*left[:fits]}
    return tuple(backup for place, backup in enumerate(backups) if place not in stays)


def spread(points: Sequence[Point]) -> set[int]:
    """The places of those, among backups with the newest first, that are kept when there is room for all.

    Those that came by themselves are looked at alone as well: one that a person made pushes none of them out.
    """
    passing = [place for place, point in enumerate(points) if point.passing]
    return _ruled(points) | {passing[kept] for kept in _ruled([points[place] for place in passing])}


def _ruled(points: Sequence[Point]) -> set[int]:
    """The places of those that are young, the newest of their time, or made on purpose some days ago."""
    kept = set(range(_young(points)))
    for rule, (period, most) in enumerate(_RULES):
        seen: list[Hashable] = []
        for place, point in enumerate(points):
            label = (point.era, period(point.made))
            if label not in seen[-1:]:
                if len(seen) == most:
                    break
                seen.append(label)
                kept.add(place)
            elif rule == _DAYS and not point.passing:
                kept.add(place)
    return kept


def _young(points: Sequence[Point]) -> int:
    """How many, the newest first, were made in the hour that ends with the newest, as far as the clock ran on."""
    for place, point in enumerate(points):
        if point.era != points[0].era or points[0].made - point.made >= _HOUR:
            return place
    return len(points)


def fitting(points: Sequence[Point], budget: int) -> int:
    """How many of the points, the newest first, fit into `budget` bytes; never less than one, if there is one.

    An original counts once. Where the newest alone fills the budget, as with many photos, the older ones may
    still take a tenth of it: they mostly share its photos, and would be given up for nothing.
    """
    used, there, room = 0, set[str](), budget
    for place, point in enumerate(points):
        used += point.size + sum(size for name, size in point.originals if name not in there)
        there.update(name for name, _ in point.originals)
        if place == 0:
            room = max(budget, used + budget // 10)
        elif used > room:
            return place
    return len(points)


def budget_for(free: int, used: int) -> int:
    """How many bytes the backups of a newsroom may take, where `free` are free and they take `used`."""
    return min(MOST, (free + used) // 10)


def bytes_used(backups: Sequence[Backup]) -> int:
    """What the backups take with their originals, each of which counts once."""
    originals = {name: size for backup in backups for name, size in _point(backup).originals}
    return sum(backup.size for backup in backups) + sum(originals.values())


def _point(backup: Backup) -> Point:
    originals = () if backup.whole else tuple((photo.hash, photo.size) for photo in backup.contents.photos)
    return Point(backup.era, backup.made, backup.kind in _PASSING, backup.size, originals)
