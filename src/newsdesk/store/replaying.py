"""Taking steps back and doing them again: field by field, and never over what was written since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from newsdesk.model.photo import Photo
from newsdesk.model.revision import Revision
from newsdesk.store.connection import savepoint
from newsdesk.store.journal import Change, Skipped
from newsdesk.store.reader import Reader
from newsdesk.store.rows import Record, changed_fields
from newsdesk.store.writing import Writing


def backwards(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take these back, in the order in which they must be made."""
    return tuple(
        Change(change.kind, change.id, change.after, change.before, change.fields)
        for change in reversed(list(changes))
    )


def undoable(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that undo knows: revisions are kept for ever."""
    return tuple(change for change in changes if change.kind is not Revision)


def replay(
    connection: Connection, read: Reader, writing: Writing, changes: Iterable[Change]
) -> tuple[Skipped, ...]:
    """Make changes again, each in the order given, as far as nothing stands in its way; tell what was left."""
    skipped = []
    for change in changes:
        current: Record | None = read.get(change.kind, change.id)
        touched = change.after or change.before
        if touched is not None:
            writing.keep_before(touched)
        try:
            with savepoint(connection):
                left = _make(writing, current, change)
        except IntegrityError:
            # Another record took the slug, or refers to what should go, or is gone itself.
            left = Skipped(change.kind, change.id, change.fields)
        if left:
            skipped.append(left)
    return tuple(skipped)


def _make(writing: Writing, current: Record | None, change: Change) -> Skipped | None:
    if change.before is None and change.after is not None:
        if current is not None:
            return Skipped(change.kind, change.id)
        writing.add(change.after)
        return None
    if current is None or change.before is None:
        return Skipped(change.kind, change.id, change.fields)
    if change.after is None:
        touched = changed_fields(current, change.before)
        if touched or (change.kind is Photo and writing.in_text(change.id)):
            return Skipped(change.kind, change.id, touched)
        writing.drop(current)
        return None
    touched = changed_fields(current, change.before)
    left = tuple(name for name in change.fields if name in touched)
    values = {name: getattr(change.after, name) for name in change.fields if name not in left}
    writing.change(current, replace(current, **values))
    return Skipped(change.kind, change.id, left) if left else None
