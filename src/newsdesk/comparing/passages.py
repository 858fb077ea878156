"""Two bodies block by block: what stayed, what was edited, what came and what went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdesk.comparing.aligning import Run, common_runs
from newsdesk.comparing.pairing import paired
from newsdesk.comparing.records import Kind, Passage, Piece
from newsdesk.comparing.splitting import splitter
from newsdesk.comparing.words import Cutting, Words, pieces_between
from newsdesk.model.blocks import Block, blocks_of

Step = tuple[int | None, int | None]
"""A block before and the one that it became; None where there is none."""


def passages_between(before: str, after: str) -> tuple[Passage, ...]:
    """All blocks of two bodies in the order in which one reads them; what went stands before what came."""
    ours, theirs = blocks_of(before), blocks_of(after)
    if before == after:
        steps: Iterator[Step] = ((number, number) for number in range(len(ours)))
        return tuple(_passages(steps, ours, theirs, {}, {}))
    numbers: dict[str, int] = {}
    known = [[numbers.setdefault(block.text, len(numbers)) for block in blocks] for blocks in (ours, theirs)]
    runs = common_runs(*known)
    cutting = Cutting(splitter(before, after))
    words = _cut_up(cutting, ours, {place for run in runs for place in range(run.before, run.before + run.length)})
    other = _cut_up(cutting, theirs, {place for run in runs for place in range(run.after, run.after + run.length)})
    return tuple(_passages(_steps(runs, words, other, len(ours), len(theirs)), ours, theirs, words, other))


def _cut_up(cutting: Cutting, blocks: Sequence[Block], same: set[int]) -> dict[int, Words]:
    """The words of the blocks that are not the same in both."""
    return {number: cutting.cut(block.text) for number, block in enumerate(blocks) if number not in same}


def _steps(
    runs: Sequence[Run], words: dict[int, Words], other: dict[int, Words], ours: int, theirs: int
) -> Iterator[Step]:
    """Equal blocks, and between them those that were edited, that went and that came."""
    at = there = 0
    for run in [*runs, Run(ours, theirs, 0)]:
        gap, other_gap = range(at, run.before), range(there, run.after)
        pairs = paired([words[place].numbers for place in gap], [other[place].numbers for place in other_gap])
        for i, j in [*pairs, (len(gap), len(other_gap))]:
            yield from ((place, None) for place in range(at, gap.start + i))
            yield from ((None, place) for place in range(there, other_gap.start + j))
            at, there = gap.start + i + 1, other_gap.start + j + 1
            if i < len(gap):
                yield gap[i], other_gap[j]
        yield from ((run.before + shift, run.after + shift) for shift in range(run.length))
        at, there = run.before + run.length, run.after + run.length


def _passages(
    steps: Iterator[Step],
    before: Sequence[Block],
    after: Sequence[Block],
    words: dict[int, Words],
    other: dict[int, Words],
) -> Iterator[Passage]:
    last: Block | None = None
    for i, j in steps:
        old = before[i] if i is not None else None
        new = after[j] if j is not None else None
        follows, place = last.text if last else None, last.end if last else 0
        if old and new:
            same = old.text == new.text
            pieces = (Piece(Kind.SAME, old.text),) if same else pieces_between(words[i or 0], other[j or 0])
            kind = Kind.SAME if same else Kind.CHANGED
            yield Passage(kind, old.text, new.text, pieces, old.line, new.line, new.line, follows)
        elif old:
            gone = (Piece(Kind.REMOVED, old.text),)
            yield Passage(Kind.REMOVED, old.text, "", gone, old.line, None, place, follows)
        elif new:
            come = (Piece(Kind.ADDED, new.text),)
            yield Passage(Kind.ADDED, "", new.text, come, None, new.line, new.line, follows)
        last = new or last
