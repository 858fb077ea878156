"""Two texts word by word, in pieces that read well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsdesk.comparing.aligning import common_runs
from newsdesk.comparing.records import Kind, Piece
from newsdesk.comparing.splitting import Split
from newsdesk.comparing.tidying import Change, slid, tidied


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut up. `places` are the tokens that are no spaces, and `numbers` stand for what these are."""

    tokens: list[str]
    places: list[int]
    numbers: list[int]

    @property
    def telling(self) -> list[int]:
        """The numbers of what tells texts apart: words without signs, if there are any."""
        words = [number for place, number in zip(self.places, self.numbers, strict=True) if self._is_word(place)]
        return words or self.numbers

    def _is_word(self, place: int) -> bool:
        return self.tokens[place][0].isalnum()


class Cutting:
    """Cuts texts that shall be compared with each other: equal words have equal numbers."""

    def __init__(self, split: Split) -> None:
        self._split = split
        self._numbers: dict[str, int] = {}

    def cut(self, text: str) -> Words:
        """The words of a text."""
        tokens = self._split(text)
        places = [place for place, token in enumerate(tokens) if not token.isspace()]
        known = self._numbers
        return Words(tokens, places, [known.setdefault(tokens[place], len(known)) for place in places])


def pieces_between(before: Words, after: Words) -> tuple[Piece, ...]:
    """What stayed, what went and what came, in the order in which it is read; what went before what came."""
    changes = list(_changes(before, after))
    changes = tidied(changes, before.tokens, after.tokens)
    return tuple(_pieces(slid(changes, before.tokens, after.tokens), before.tokens, after.tokens))


def whole(before: str, after: str) -> tuple[Piece, ...]:
    """Pieces for values that are no running text: one went, the other came."""
    return tuple(piece for piece in (Piece(Kind.REMOVED, before), Piece(Kind.ADDED, after)) if piece.text)


def _changes(before: Words, after: Words) -> Iterator[Change]:
    """Where the tokens differ between the words that both have, spaces in common left out."""
    a = b = 0
    for place, other in _pairs(before, after):
        if place > a or other > b:
            yield from _trimmed(Change(a, place, b, other), before.tokens, after.tokens)
        a, b = place + 1, other + 1


def _pairs(before: Words, after: Words) -> Iterator[tuple[int, int]]:
    """The tokens of equal words, and the two ends."""
    for run in common_runs(before.numbers, after.numbers):
        places = before.places[run.before : run.before + run.length]
        yield from zip(places, after.places[run.after : run.after + run.length], strict=True)
    yield len(before.tokens), len(after.tokens)


def _trimmed(change: Change, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    a, a_end, b, b_end = change.a, change.a_end, change.b, change.b_end
    while a < a_end and b < b_end and before[a] == after[b] and before[a].isspace():
        a, b = a + 1, b + 1
    while a < a_end and b < b_end and before[a_end - 1] == after[b_end - 1] and before[a_end - 1].isspace():
        a_end, b_end = a_end - 1, b_end - 1
    if a < a_end or b < b_end:
        yield Change(a, a_end, b, b_end)


def _pieces(changes: Iterable[Change], before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    at = 0
    for change in changes:
        if change.a > at:
            yield Piece(Kind.SAME, "".join(before[at : change.a]))
        if change.a_end > change.a:
            yield Piece(Kind.REMOVED, "".join(before[change.a : change.a_end]))
        if change.b_end > change.b:
            yield Piece(Kind.ADDED, "".join(after[change.b : change.b_end]))
        at = change.a_end
    if at < len(before):
        yield Piece(Kind.SAME, "".join(before[at:]))
