"""Whether what was typed is on the disk: one truthful state for the whole window."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from newsdesk.errors import Trouble
from newsdesk.newsroom.rescuing import Typed

QUIET = 1_000
LONGEST = 1_800
AGAIN = 5_000
"""Milliseconds until what is typed is handed over: without typing, while typing, and after a save that failed.

Of the two seconds in which every keystroke is to be on the disk, this leaves the disk its part."""

Ticks = Callable[[], int]
"""Gives milliseconds on a clock that nobody sets."""


class SaveState(StrEnum):
    """What can be said of the text: on the disk, on the disk in a moment, waiting for Enter, or lost."""

    SAVED = "saved"
    SAVING = "saving"
    ENTERING = "entering"
    NOT_SAVED = "not saved"


@dataclass(frozen=True, slots=True)
class Standing:
    """The state, the moment of the last write (None: nothing was written yet), why it failed, where one types."""

    state: SaveState
    since: datetime | None
    trouble: Trouble | None = None
    entering: str = ""


class Saving(QObject):
    """Knows what is typed and unsaved, what is being written, and what failed. `changed` when any of it does.

    A place is what is saved by itself, such as the body of one article. `noted` follows every keystroke.
    """

    changed = Signal()
    noted = Signal()

    def __init__(self, ticks: Ticks, parent: QObject) -> None:
        super().__init__(parent)
        self._ticks = ticks
        # Since when: what is typed at a place, and each part of it that is on its way, the oldest first.
        self._typed: dict[str, int] = {}
        self._on_way: dict[str, deque[int]] = {}
        self._entering: dict[str, tuple[str, int]] = {}
        self._lost: dict[str, Trouble] = {}
        self._strokes: dict[str, int] = {}
        self._writing = 0
        self._since: datetime | None = None
        self._holders: list[tuple[QObject, Callable[[], Iterable[Typed]]]] = []

    @property
    def standing(self) -> Standing:
        """How it stands now."""
        if self._lost:
            return Standing(SaveState.NOT_SAVED, self._since, next(iter(self._lost.values())))
        if self._writing or self._typed or self._on_way:
            return Standing(SaveState.SAVING, self._since)
        if self._entering:
            return Standing(SaveState.ENTERING, self._since, None, next(iter(self._entering.values()))[0])
        return Standing(SaveState.SAVED, self._since)

    @property
    def oldest(self) -> int | None:
        """Since when, in ticks, the oldest keystroke waits that is not on the disk; None: nothing waits."""
        entering = (since for _, since in self._entering.values())
        return min([*self._typed.values(), *(way[0] for way in self._on_way.values()), *entering], default=None)

    def add_holder(self, owner: QObject, held: Callable[[], Iterable[Typed]]) -> None:
        """Have `held` give what is typed and not on the disk, as long as `owner` lives."""
        self._holders.append((owner, held))

    def held(self) -> Iterator[Typed]:
        """All that is typed and not on the disk."""
        self._holders = [(owner, held) for owner, held in self._holders if isValid(owner)]
        for _, held in self._holders:
            yield from held()

    def strokes(self, article: str) -> int:
        """How often something was typed or handed over in an article so far; asked on any thread.

        A place in an article begins with its id.
        """
        return self._strokes.get(article, 0)

    def typed(self, place: str) -> None:
        """Something was typed at a place and is not handed over yet."""
        self._count(place)
        if place not in self._typed:
            self._typed[place] = self._ticks()
            self.changed.emit()
        self.noted.emit()

    def entering(self, place: str, name: str) -> None:
        """Something is typed that is no value before it is entered, as by Enter: half a name."""
        if place not in self._entering:
            self._entering[place] = name, self._ticks()
            self.changed.emit()
        self.noted.emit()

    def entered(self, place: str) -> None:
        """What was typed there is a value now, or was given up."""
        if self._entering.pop(place, None):
            self.changed.emit()

    def handed_over(self, place: str) -> None:
        """What was typed at the place is on its way to the disk; typed again, it is unsaved again."""
        self._count(place)
        self._on_way.setdefault(place, deque()).append(self._typed.pop(place, self._ticks()))

    def lost(self, place: str, trouble: Trouble) -> None:
        """What was typed at the place, and handed over first, did not get onto the disk."""
        self._came(place)
        self._lost[place] = trouble
        self.changed.emit()

    def kept(self, place: str) -> None:
        """What was typed at the place, and handed over first, is on the disk, or is not wanted there any more."""
        self._came(place)
        self._lost.pop(place, None)
        self.changed.emit()

    def began(self) -> None:
        """A write began."""
        self._writing += 1
        self.changed.emit()

    def ended(self) -> None:
        """A write ended, on the disk or not."""
        self._writing -= 1
        self.changed.emit()

    def wrote(self, moment: datetime) -> None:
        """Something is on the disk since this moment."""
        self._since = moment
        self.changed.emit()

    def _count(self, place: str) -> None:
        article, _, _ = place.partition(" ")
        self._strokes[article] = self._strokes.get(article, 0) + 1

    def _came(self, place: str) -> None:
        way = self._on_way.get(place)
        if way:
            way.popleft()
        if not way:
            self._on_way.pop(place, None)
