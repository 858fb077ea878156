"""Changes put so that they read well: none torn apart by a lone word, each beginning where a sentence does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_FEW = 3
"""Between two changes so many words in common, if they are no longer than what changed, only disturb."""
_TOO_MANY = 12
"""So many tokens in common are never few words."""
_FARTHEST = 200
"""By so many tokens a change is moved at most."""
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_CLOSING = "”’\"')]»"


@dataclass(frozen=True, slots=True)
class Change:
    """Tokens `a` to `a_end` of the text before became tokens `b` to `b_end` of the text after."""

    a: int
    a_end: int
    b: int
    b_end: int


def tidied(changes: Sequence[Change], before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """The changes, those as one that a few words in common stand between."""
    done: list[Change] = []
    sizes: list[int] = []
    for change in changes:
        size = _size(change, before, after)
        while done and (common := _disturbing(done[-1], sizes[-1], change, size, before)):
            last = done.pop()
            change = Change(last.a, change.a_end, last.b, change.b_end)
            size += sizes.pop() + common
        done.append(change)
        sizes.append(size)
    return done


def _disturbing(one: Change, size: int, other: Change, other_size: int, before: Sequence[str]) -> int:
    """How many characters in common only disturb between two changes, 0 when these shall stay apart."""
    if other.a - one.a_end > _TOO_MANY or _grows(one) == _grows(other) != 0:
        return 0
    tokens = before[one.a_end : other.a]
    if any("\n" in token for token in tokens):
        return 0
    words = [token for token in tokens if token[0].isalnum()]
    if len(words) > _FEW or sum(map(len, words)) > min(size, other_size):
        return 0
    return sum(map(len, tokens))


def _grows(change: Change) -> int:
    """1 for what only came, -1 for what only went, 0 for what was replaced."""
    return (change.a == change.a_end) - (change.b == change.b_end)


def _size(change: Change, before: Sequence[str], after: Sequence[str]) -> int:
    went = sum(map(len, before[change.a : change.a_end]))
    came = sum(map(len, after[change.b : change.b_end]))
    return max(went, came)


def slid(changes: Sequence[Change], before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """The changes, those that only came or only went put where a line, a sentence or a word begins.

    “A b. [A c. ]A d.” reads better than “A b. A [c. A ]d.”, and says the same.
    """
    done: list[Change] = []
    for number, change in enumerate(changes):
        low = done[-1].a_end + 1 if done else 0
        high = changes[number + 1].a - 1 if number + 1 < len(changes) else len(before)
        grown = _grows(change)
        if grown > 0:
            by = _best_slide(after, change.b, change.b_end, change.a - low, high - change.a)
        elif grown < 0:
            by = _best_slide(before, change.a, change.a_end, change.a - low, high - change.a_end)
        else:
            by = 0
        done.append(Change(change.a + by, change.a_end + by, change.b + by, change.b_end + by))
    return done


def _best_slide(tokens: Sequence[str], start: int, end: int, back: int, on: int) -> int:
    """By how many tokens to move a part, back or on by so many at most, that it may be said to be just as well."""
    best, score = 0, _standing(tokens, start) + _standing(tokens, end)
    for sign, most in ((-1, back), (1, on)):
        by = 0
        while abs(by) < min(most, _FARTHEST):
            leaving, coming = (end + by - 1, start + by - 1) if sign < 0 else (start + by, end + by)
            if tokens[leaving] != tokens[coming]:
                break
            by += sign
            here = _standing(tokens, start + by) + _standing(tokens, end + by)
            if here > score:
                best, score = by, here
    return best


def _standing(tokens: Sequence[str], place: int) -> int:
    """How good a place between tokens is to part a text there."""
    if place in (0, len(tokens)):
        return 5
    before = tokens[place - 1]
    if "\n" in before:
        return 4
    if not before.isspace():
        return 0 if tokens[place][0].isalnum() and before[0].isalnum() else 1
    at = place - 2
    while at > 0 and tokens[at] in _CLOSING:
        at -= 1
    return 3 if at >= 0 and tokens[at] in _ENDS else 2
