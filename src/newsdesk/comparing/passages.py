"""Two bodies block by block: what stayed, what was edited, what came and what went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdesk.comparing.aligning import Run, common_runs
from newsdesk.comparing.joining import Span, joined
from newsdesk.comparing.pairing import paired
from newsdesk.comparing.records import Kind, Passage, Piece
from newsdesk.comparing.splitting import splitter
from newsdesk.comparing.words import Cutting, Words, pieces_between
from newsdesk.model.blocks import Block, blocks_of
from newsdesk.model.references import photo_line


@dataclass(frozen=True, slots=True)
class _Body:
    """A body with its blocks, and with the words of those that are not the same in both."""

    lines: list[str]
    blocks: list[Block]
    words: dict[int, Words]

    def words_of(self, span: range, cutting: Cutting) -> Words:
        """The words of some blocks and of what is between them."""
        return self.words[span.start] if len(span) == 1 else cutting.cut(self.text_of(span))

    def text_of(self, span: range) -> str:
        """Some blocks as they are written, with the empty lines between them."""
        if len(span) == 1:
            return self.blocks[span.start].text
        return "\n".join(self.lines[self.blocks[span.start].line : self.blocks[span.stop - 1].end])


def passages_between(before: str, after: str) -> tuple[Passage, ...]:
    """All blocks of two bodies in the order in which one reads them; what went stands before what came."""
    bodies = [_Body(text.split("\n"), blocks_of(text), {}) for text in (before, after)]
    ours, theirs = bodies
    numbers: dict[str, int] = {}
    known = [[numbers.setdefault(block.text, len(numbers)) for block in body.blocks] for body in bodies]
    runs = common_runs(*known)
    differing = [
        _others(runs, [run.before for run in runs], len(ours.blocks)),
        _others(runs, [run.after for run in runs], len(theirs.blocks)),
    ]
    cutting = Cutting(
        splitter(
            *(body.blocks[place].text for body, places in zip(bodies, differing, strict=True) for place in places)
        )
    )
    for body, places in zip(bodies, differing, strict=True):
        body.words.update((place, cutting.cut(body.blocks[place].text)) for place in places)
    return tuple(_passages(_steps(runs, ours, theirs, cutting), ours, theirs, cutting))


def _others(runs: Sequence[Run], starts: Sequence[int], count: int) -> list[int]:
    """The blocks that are in no run."""
    same = {start + shift for run, start in zip(runs, starts, strict=True) for shift in range(run.length)}
    return [place for place in range(count) if place not in same]


def _steps(runs: Sequence[Run], ours: _Body, theirs: _Body, cutting: Cutting) -> Iterator[Span]:
    """Equal blocks, and between them those that were edited, that went (nothing after) and that came."""
    at = there = 0
    for run in [*runs, Run(len(ours.blocks), len(theirs.blocks), 0)]:
        before = [_telling(ours, place, cutting) for place in range(at, run.before)]
        after = [_telling(theirs, place, cutting) for place in range(there, run.after)]
        yield from _steps_in_gap(before, after, at, there)
        for shift in range(run.length):
            at, there = run.before + shift, run.after + shift
            yield range(at, at + 1), range(there, there + 1)
        at, there = run.before + run.length, run.after + run.length


def _telling(body: _Body, place: int, cutting: Cutting) -> list[int]:
    """What a block is known by: its words, and the line of a photo by the photo, whatever its caption says."""
    photo = photo_line(body.blocks[place].text)
    return cutting.cut(photo[1]).numbers if photo else body.words[place].telling


def _steps_in_gap(
    before: Sequence[Sequence[int]], after: Sequence[Sequence[int]], start: int, other_start: int
) -> Iterator[Span]:
    at = there = 0
    ends = range(len(before), len(before)), range(len(after), len(after))
    for gone, come in [*joined(paired(before, after), before, after), ends]:
        for place in range(at, gone.start):
            yield range(start + place, start + place + 1), range(0)
        for place in range(there, come.start):
            yield range(0), range(other_start + place, other_start + place + 1)
        if gone or come:
            yield (
                range(start + gone.start, start + gone.stop),
                range(other_start + come.start, other_start + come.stop),
            )
        at, there = gone.stop, come.stop


def _passages(steps: Iterator[Span], ours: _Body, theirs: _Body, cutting: Cutting) -> Iterator[Passage]:
    last: Block | None = None
    for gone, come in steps:
        follows, place = (last.text, last.end) if last else (None, 0)
        line = ours.blocks[gone.start].line if gone else None
        new_line = theirs.blocks[come.start].line if come else None
        before, after = ours.text_of(gone) if gone else "", theirs.text_of(come) if come else ""
        if new_line is None:
            yield Passage(Kind.REMOVED, before, "", (Piece(Kind.REMOVED, before),), line, None, place, follows)
            continue
        last = theirs.blocks[come.stop - 1]
        if not gone:
            yield Passage(Kind.ADDED, "", after, (Piece(Kind.ADDED, after),), None, new_line, new_line, follows)
        elif before == after:
            yield Passage(Kind.SAME, before, after, (Piece(Kind.SAME, after),), line, new_line, new_line, follows)
        else:
            pieces = pieces_between(ours.words_of(gone, cutting), theirs.words_of(come, cutting))
            yield Passage(Kind.CHANGED, before, after, pieces, line, new_line, new_line, follows)
