"""What was done, so that it can be told and undone. Nothing here touches the file."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdesk.i18n import Message
from newsdesk.store.rows import Kind, Record

LIMIT = 100


class Direction(StrEnum):
    """Whether a step was done, taken back or done again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None stands for its absence. `fields` are those that differ, if it stayed."""

    kind: Kind
    id: str
    before: Record | None
    after: Record | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """What an undo or redo left alone, because it was changed since; no `fields` means the whole record."""

    kind: Kind
    id: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done, under the name it has in the Edit menu, with all that it changed."""

    name: Message
    time: datetime
    author: str
    direction: Direction
    changes: tuple[Change, ...]
    skipped: tuple[Skipped, ...] = ()

    def touches(self, kind: Kind, id: str | None = None) -> bool:
        """Whether a record of this kind (with this id) was changed."""
        return any(change.kind is kind and id in (None, change.id) for change in self.changes)


@dataclass(frozen=True, slots=True)
class Entry:
    """A step that can be undone or redone: its name and its changes in the order in which they were made."""

    name: Message
    changes: tuple[Change, ...]

    def touches(self, id: str) -> bool:
        """Whether it changed the record of this id."""
        return any(change.id == id for change in self.changes)


class Journal:
    """The last 100 steps that can be undone, and those undone that can be done again."""

    def __init__(self) -> None:
        self.done: deque[Entry] = deque(maxlen=LIMIT)
        self.undone: list[Entry] = []

    def add(self, entry: Entry) -> None:
        """Remember a new step; what was undone before it can no longer be done again."""
        self.undone.clear()
        self.done.append(entry)

    def forget(self, id: str) -> None:
        """No longer know of the steps that touched a record."""
        for entry in [entry for entry in self.done if entry.touches(id)]:
            self.done.remove(entry)
        self.undone = [entry for entry in self.undone if not entry.touches(id)]


@dataclass(frozen=True, slots=True)
class Line:
    """What the log keeps of one record in one step: `action` is added, changed or removed."""

    kind: Kind
    id: str
    action: str
    fields: tuple[str, ...]


def lines_of(changes: Iterable[Change]) -> list[Line]:
    """One line a record, over all its changes within a step; a record that came and went has none."""
    first: dict[tuple[Kind, str], Change] = {}
    last: dict[tuple[Kind, str], Change] = {}
    touched: dict[tuple[Kind, str], dict[str, None]] = {}
    for change in changes:
        key = (change.kind, change.id)
        first.setdefault(key, change)
        last[key] = change
        touched.setdefault(key, {}).update(dict.fromkeys(change.fields))
    lines = []
    for key in first:
        before, after = first[key].before, last[key].after
        if before is None and after is None:
            continue
        action = "added" if before is None else "removed" if after is None else "changed"
        lines.append(Line(*key, action, tuple(touched[key]) if action == "changed" else ()))
    return lines
