"""Taking steps back and doing them again: field by field, and never over what was written since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from newsdesk.model.article import Article
from newsdesk.model.binned import Binned
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
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
    """Make changes again, each in the order given, as far as nothing stands in its way; tell what was left.

    An article comes or goes whole: with its placements and its place in the bin, or not at all.
    """
    asked = tuple(changes)
    for change in asked:
        record = change.after or change.before
        if record is not None:
            writing.keep_before(record)
    torn: dict[str, Skipped] = {}
    while True:
        made = len(writing.changes)
        try:
            with savepoint(connection):
                return _replayed(connection, read, writing, asked, torn)
        except _Torn as found:
            # Again from the start, and this article stays as it is.
            del writing.changes[made:]
            torn[found.article] = found.left


class _Torn(Exception):
    """A part of an article cannot come or go, so that no part of it may."""

    def __init__(self, article: str, left: Skipped) -> None:
        super().__init__(article)
        self.article = article
        self.left = left


def _replayed(
    connection: Connection,
    read: Reader,
    writing: Writing,
    changes: tuple[Change, ...],
    torn: Mapping[str, Skipped],
) -> tuple[Skipped, ...]:
    skipped = []
    placed = {_part_of(change) for change in changes if change.kind is Placement}
    for change in changes:
        owner = _part_of(change)
        if owner is not None and owner in torn:
            why = torn[owner]
            is_why = (why.kind, why.id) == (change.kind, change.id)
            skipped.append(why if is_why else Skipped(change.kind, change.id))
            continue
        current: Record | None = read.get(change.kind, change.id)
        try:
            with savepoint(connection):
                left = _make(writing, current, change)
        except IntegrityError:
            # Another record took the slug, or refers to what should go, or is gone itself.
            left = Skipped(change.kind, change.id, change.fields)
        if left and owner:
            raise _Torn(owner, left)
        if left and change.kind is Article and change.id in placed - torn.keys() and "body" in left.fields:
            # The text stays, and with it the placements of the photos that stand in it.
            raise _Torn(change.id, left)
        if left:
            skipped.append(left)
    return tuple(skipped)


def _part_of(change: Change) -> str | None:
    """The article that comes or goes with this change, whole or in part; None for any other change."""
    record = change.after or change.before
    if change.before is not None and change.after is not None:
        return None
    if isinstance(record, Placement):
        return record.article
    return record.id if isinstance(record, Article | Binned) else None


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
