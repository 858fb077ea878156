"""What two sequences have in common, in the same order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

_AT_ONCE = 4_000_000
"""Up to so many pairs the longest common subsequence is found at once, and it is the best that there is."""
_AT_MOST = 400_000_000
"""Beyond so many pairs, which take 50 MB, what has no anchor in it counts as different."""
_ANCHORS = (8, 3, 1)
"""How many in a row make an anchor, the surest first."""
_DEEPEST = 6
"""So often what is between anchors is looked through for more."""


@dataclass(frozen=True, slots=True)
class Run:
    """So many in a row are equal, from `before` in the one sequence and from `after` in the other."""

    before: int
    after: int
    length: int


def common_runs(before: Sequence[int], after: Sequence[int]) -> list[Run]:
    """What both have in common, in order and as much as can be. Long ones are cut at what occurs once in each."""
    found: list[Run] = []
    _align(before, after, 0, 0, found, 0)
    return found


def _align(before: Sequence[int], after: Sequence[int], a: int, b: int, found: list[Run], depth: int) -> None:
    """Add the runs of two parts, which begin at `a` and at `b`."""
    head = _common_start(before, after)
    tail = _common_start(before[head:][::-1], after[head:][::-1])
    _add(found, a, b, head)
    inner, other = before[head : len(before) - tail], after[head : len(after) - tail]
    if inner and other:
        _align_inner(inner, other, a + head, b + head, found, depth)
    _add(found, a + len(before) - tail, b + len(after) - tail, tail)


def _align_inner(
    before: Sequence[int], after: Sequence[int], a: int, b: int, found: list[Run], depth: int
) -> None:
    pairs = len(before) * len(after)
    anchors = [] if pairs <= _AT_ONCE or depth == _DEEPEST else _anchors(before, after)
    if anchors:
        at, there = 0, 0
        for i, j in [*anchors, (len(before), len(after))]:
            if i > at or j > there:
                _align(before[at:i], after[there:j], a + at, b + there, found, depth + 1)
            if i < len(before):
                _add(found, a + i, b + j, 1)
            at, there = i + 1, j + 1
    elif pairs <= _AT_MOST:
        for step in LCSseq.opcodes(before, after):
            if step.tag == "equal":
                _add(found, a + step.src_start, b + step.dest_start, step.src_end - step.src_start)


def _anchors(before: Sequence[int], after: Sequence[int]) -> list[tuple[int, int]]:
    """Places that surely belong together: what follows there occurs once in each, and their order is the same."""
    for length in _ANCHORS:
        ours, theirs = _single(before, length), _single(after, length)
        pairs = [(place, theirs[row]) for row, place in ours.items() if row in theirs]
        if pairs:
            return _in_order(pairs)
    return []


def _single(sequence: Sequence[int], length: int) -> dict[tuple[int, ...], int]:
    """Where each row of so many stands that occurs once, in order."""
    places: dict[tuple[int, ...], int] = {}
    several: set[tuple[int, ...]] = set()
    for place, row in enumerate(zip(*(sequence[shift:] for shift in range(length)), strict=False)):
        if row in places:
            several.add(row)
        places[row] = place
    return {row: place for row, place in places.items() if row not in several}


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs that grow in both: they come in the order of the first, each number once."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, (_, place) in enumerate(pairs):
        rank = bisect_left(ends, place)
        before.append(last[rank - 1] if rank else None)
        if rank == len(ends):
            ends.append(place)
            last.append(number)
        else:
            ends[rank], last[rank] = place, number
    chain: list[tuple[int, int]] = []
    at = last[-1] if last else None
    while at is not None:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _common_start(before: Sequence[int], after: Sequence[int]) -> int:
    length = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        length += 1
    return length


def _add(found: list[Run], a: int, b: int, length: int) -> None:
    """Add a run, to the one before it where it goes on."""
    if not length:
        return
    if found and found[-1].before + found[-1].length == a and found[-1].after + found[-1].length == b:
        run = found.pop()
        a, b, length = run.before, run.after, run.length + length
    found.append(Run(a, b, length))
