"""Blocks that were split or joined: a paragraph that became two is shown beside both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

_SHARE = 0.6
"""So much of a neighbour must stand in the other version for it to be a part that was split off."""
_WORDS = 3
"""And so many words, which a short line may have in common with any text."""
_LONG = 10_000
"""Blocks with more words are taken as they are."""

Numbers = Sequence[Sequence[int]]
Span = tuple[range, range]
"""Blocks before and the blocks that they became; one of the two is a single one."""


def joined(pairs: Sequence[tuple[int, int]], before: Numbers, after: Numbers) -> Iterator[Span]:
    """The pairs, each with the neighbours between it and the next that belong to it as well."""
    low, low_other = 0, 0
    for number, (i, j) in enumerate(pairs):
        high, high_other = pairs[number + 1] if number + 1 < len(pairs) else (len(before), len(after))
        span = range(i, i + 1), range(j, j + 1)
        ours, theirs = _grown(*span, range(low, high), range(low_other, high_other), before, after)
        yield ours, theirs
        low, low_other = ours.stop, theirs.stop


def _grown(ours: range, theirs: range, room: range, other_room: range, before: Numbers, after: Numbers) -> Span:
    if room == ours and other_room == theirs:
        return ours, theirs
    shared = _shared(_words(before, ours), _words(after, theirs))
    growing = True
    while growing:
        growing = False
        for more, others in _steps(ours, theirs, room, other_room):
            words, other_words = _words(before, more), _words(after, others)
            extra = len(words) - len(_words(before, ours)) + len(other_words) - len(_words(after, theirs))
            if max(len(words), len(other_words)) > _LONG:
                continue
            gain = _shared(words, other_words) - shared
            if gain >= max(_SHARE * extra, _WORDS):
                ours, theirs, shared, growing = more, others, shared + gain, True
                break
    return ours, theirs


def _steps(ours: range, theirs: range, room: range, other_room: range) -> Iterator[Span]:
    """The ways to take in one block more."""
    if len(ours) == 1:
        yield from ((ours, more) for more in _wider(theirs, other_room))
    if len(theirs) == 1:
        yield from ((more, theirs) for more in _wider(ours, room))


def _wider(span: range, room: range) -> Iterator[range]:
    if span.stop < room.stop:
        yield range(span.start, span.stop + 1)
    if span.start > room.start:
        yield range(span.start - 1, span.stop)


def _words(blocks: Numbers, span: range) -> list[int]:
    return [word for place in span for word in blocks[place]]


def _shared(words: Sequence[int], other: Sequence[int]) -> int:
    return LCSseq.similarity(words, other) if max(len(words), len(other)) <= _LONG else 0
