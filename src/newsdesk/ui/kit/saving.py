"""Whether what was typed is on the disk: one truthful state for the whole window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from newsdesk.errors import Trouble


class SaveState(StrEnum):
    """What can be said of the text: it is on the disk, it will be in a moment, or it is not."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not saved"


@dataclass(frozen=True, slots=True)
class Standing:
    """The state, the local time of the last write (None: nothing was written yet), and why it failed."""

    state: SaveState
    since: datetime | None
    trouble: Trouble | None = None


class Saving(QObject):
    """Knows what is typed and unsaved, what is being written, and what failed. `changed` when any of it does."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._typed: set[str] = set()
        self._writing = 0
        self._lost: dict[str, Trouble] = {}
        self._since: datetime | None = None

    @property
    def standing(self) -> Standing:
        """How it stands now."""
        if self._lost:
            return Standing(SaveState.NOT_SAVED, self._since, next(iter(self._lost.values())))
        state = SaveState.SAVING if self._writing or self._typed else SaveState.SAVED
        return Standing(state, self._since)

    def typed(self, place: str) -> None:
        """Something was typed at a place (such as an article's id) and is not handed over yet."""
        if place not in self._typed:
            self._typed.add(place)
            self.changed.emit()

    def handed_over(self, place: str) -> None:
        """What was typed at the place is on its way to the disk; typed again, it is unsaved again."""
        self._typed.discard(place)

    def lost(self, place: str, trouble: Trouble) -> None:
        """What was typed at the place did not get onto the disk."""
        self._lost[place] = trouble
        self.changed.emit()

    def kept(self, place: str) -> None:
        """What was typed at the place, and handed over last, is on the disk."""
        self._lost.pop(place, None)
        self.changed.emit()

    def began(self) -> None:
        """A write began."""
        self._writing += 1
        self.changed.emit()

    def ended(self, *, wrote: bool) -> None:
        """A write ended, on the disk or not."""
        self._writing -= 1
        if wrote:
            self._since = datetime.now().astimezone()
        self.changed.emit()
