"""Which blocks became which: an edited paragraph is found by the words that it kept."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel

LEAST = 0.4
"""Two blocks that share less of their words are two texts."""
_FEW = 4096
"""Up to so many pairs of blocks each is looked at."""
_COMMON = 16
"""Three words in a row that stand in more blocks tell none of them."""
_CLOSEST = 4
"""So many blocks are looked at that share the most with one."""
_LONG = 30_000
"""Of blocks with so many words only the threes in a row are counted that both have, in any order."""


def paired(before: Sequence[Sequence[int]], after: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The pairs of like blocks, given by the numbers of their words, that share the most and stay in order."""
    if not before or not after:
        return []
    if len(before) * len(after) <= _FEW:
        likely: Iterator[Sequence[int]] = (range(len(after)) for _ in before)
    else:
        likely = _likely(before, after)
    return _heaviest(_weighed(before, after, likely))


def _weighed(
    before: Sequence[Sequence[int]], after: Sequence[Sequence[int]], likely: Iterator[Sequence[int]]
) -> Iterator[tuple[int, int, float]]:
    """Pairs with how many words they share, by the first; of one first the last come first."""
    for i, others in enumerate(likely):
        for j, likeness in sorted(_alike(before[i], {j: after[j] for j in others}), reverse=True):
            yield i, j, likeness * (len(before[i]) + len(after[j])) / 2


def _alike(block: Sequence[int], others: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, float]]:
    """The blocks that are most like one, with the share of their words that they have in common with it."""
    short = {j: other for j, other in others.items() if min(len(block), len(other)) < _LONG}
    scorer = Indel.normalized_similarity
    for _, likeness, j in process.extract(block, short, scorer=scorer, score_cutoff=LEAST, limit=_CLOSEST):
        yield j, likeness
    for j in others.keys() - short.keys():
        ours, theirs = _threes(block), _threes(others[j])
        likeness = 2 * len(ours & theirs) / max(len(ours) + len(theirs), 1)
        if likeness >= LEAST:
            yield j, likeness


def _likely(before: Sequence[Sequence[int]], after: Sequence[Sequence[int]]) -> Iterator[Sequence[int]]:
    """For each block those that have three words in a row with it, and those that stand about where it stands."""
    places: dict[tuple[int, ...], list[int]] = {}
    for j, block in enumerate(after):
        for row in _threes(block):
            places.setdefault(row, []).append(j)
    for i, block in enumerate(before):
        shared = Counter(j for row in _threes(block) for j in places.get(row, ()) if len(places[row]) <= _COMMON)
        middle = i * len(after) // len(before)
        around = range(max(middle - 1, 0), min(middle + 2, len(after)))
        yield sorted({*around, *(j for j, _ in shared.most_common(_CLOSEST))})


def _threes(block: Sequence[int]) -> set[tuple[int, ...]]:
    return set(zip(block, block[1:], block[2:], strict=False))


def _heaviest(pairs: Iterator[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The pairs that grow in both and weigh the most together."""
    # Of all chains that end at one place or before, the heaviest: places grow, and so do the weights.
    ends: list[int] = []
    chains: dict[int, tuple[float, Chain]] = {}
    for i, j, weight in pairs:
        at = bisect_left(ends, j)
        total, chain = chains[ends[at - 1]] if at else (0.0, None)
        total += weight
        if at < len(ends) and ends[at] == j and chains[j][0] >= total:
            continue
        if at and chains[ends[at - 1]][0] >= total:
            continue
        if j not in chains:
            insort(ends, j)
        chains[j] = total, (i, j, chain)
        while at + 1 < len(ends) and chains[ends[at + 1]][0] <= total:
            del chains[ends.pop(at + 1)]
    return list(_unrolled(chains[ends[-1]][1] if ends else None))[::-1]


Chain = tuple[int, int, "Chain"] | None
"""A pair behind those before it."""


def _unrolled(chain: Chain) -> Iterator[tuple[int, int]]:
    while chain:
        i, j, chain = chain
        yield i, j
