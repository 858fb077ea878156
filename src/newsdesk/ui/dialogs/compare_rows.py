"""What the compare view shows, row by row: fields, photos, passages, and the unchanged ones folded together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from newsdesk.comparing import Comparison, FieldChange, Kind, Passage, PhotoChange, Piece
from newsdesk.i18n import ntr, tr
from newsdesk.model.counting import words_in
from newsdesk.model.ids import PhotoId
from newsdesk.model.placement import Role
from newsdesk.model.references import photo_line
from newsdesk.newsroom.history import FIELD_NAMES

FEWEST_FOLDED = 3
"""So many unchanged passages in a row are folded together."""

HEADLINE = "headline"
STAYS = frozenset({"released", "first_released"})
"""When it was published: no version brings that back."""
WRITTEN = frozenset({"headline", "kicker", "standfirst"})
"""The fields that readers read in the writing font."""
_HEADING = re.compile(r"#{1,6} +")
_ID = re.compile(r"\]\((?:photo|article):[0-9a-z]+\)")

Change = FieldChange | Passage | PhotoChange


class RowKind(StrEnum):
    """What a row is."""

    HEAD = "head"
    FIELD = "field"
    PHOTO = "photo"
    PASSAGE = "passage"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Part:
    """One text with its two sides, under a label, as it is `written` or as plain words; `strong` is a headline.

    `before` or `after` is None where it is not there at all.
    """

    label: str
    pieces: tuple[Piece, ...]
    written: bool
    before: str | None
    after: str | None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`text` is a head, a photo's name or what is folded; `change` is what differs, and `returns` if it can."""

    kind: RowKind
    text: str = ""
    parts: tuple[Part, ...] = ()
    change: Change | None = None
    returns: bool = True
    photo: PhotoId | None = None
    folded: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """How many words came in and went out."""

    added: int
    removed: int


def rows_of(
    compared: Comparison, unfolded: Collection[str] = (), read: Iterable[tuple[str, str]] = ()
) -> list[Row]:
    """All rows of a comparison, under the fields that are only to be `read`.

    A fold is open when `unfolded` has the text of its first passage.
    """
    made = [_read_row(field, text) for field, text in read]
    if compared.fields:
        made.append(Row(RowKind.HEAD, tr("Details")))
        made += [_field_row(change) for change in compared.fields]
    if compared.photos:
        made.append(Row(RowKind.HEAD, tr("Photos")))
        made += [_photo_row(change) for change in compared.photos]
    if compared.passages:
        if made:
            made.append(Row(RowKind.HEAD, tr("Text")))
        made += _passage_rows(compared, unfolded)
    return made


def words_of(compared: Comparison) -> Words:
    """The words of all changes, in fields, photos and text."""
    pieces = [piece for row in rows_of(compared) for part in row.parts for piece in part.pieces]
    return Words(_count(pieces, Kind.ADDED), _count(pieces, Kind.REMOVED))


def pieces_of(part: Part, kind: Kind) -> tuple[Piece, ...]:
    """What one side says: without the words that only the other has, which are of `kind`."""
    return tuple(piece for piece in part.pieces if piece.kind is not kind)


def spoken(row: Row) -> str:
    """A row as a screen reader says it."""
    if row.kind in (RowKind.HEAD, RowKind.FOLD):
        return row.text
    said = [row.text, *(_spoken_part(part, changed=row.change is not None) for part in row.parts)]
    return ". ".join(text for text in said if text)


def _spoken_part(part: Part, *, changed: bool) -> str:
    if not changed:
        return part.after or ""
    if part.before is None:
        said = tr("Added: {text}", text=part.after or "")
    elif part.after is None:
        said = tr("Removed: {text}", text=part.before)
    else:
        said = tr("Before: {before} After: {after}", before=part.before, after=part.after)
    return ": ".join(text for text in (part.label, said) if text)


def _read_row(field: str, text: str) -> Row:
    part = Part(tr(FIELD_NAMES[field]), (Piece(Kind.SAME, text),), field in WRITTEN, text, text, field == HEADLINE)
    return Row(RowKind.FIELD, parts=(part,))


def _field_row(change: FieldChange) -> Row:
    return Row(RowKind.FIELD, parts=(_field_part(change),), change=change, returns=change.field not in STAYS)


def _field_part(change: FieldChange) -> Part:
    name = tr(FIELD_NAMES[change.field])
    before, after = change.before or None, change.after or None
    return Part(name, change.pieces, change.field in WRITTEN, before, after, change.field == HEADLINE)


def _photo_row(change: PhotoChange) -> Row:
    return Row(
        RowKind.PHOTO,
        _photo_text(change),
        tuple(_field_part(field) for field in change.fields),
        change,
        photo=change.photo,
    )


def _photo_text(change: PhotoChange) -> str:
    lead = change.role is Role.LEAD
    name = f"\u2068{change.file_name}\u2069"
    match change.kind:
        case Kind.ADDED:
            return tr("Lead photo added: {name}", name=name) if lead else tr("Photo added: {name}", name=name)
        case Kind.REMOVED:
            return tr("Lead photo removed: {name}", name=name) if lead else tr("Photo removed: {name}", name=name)
    return tr("Lead photo: {name}", name=name) if lead else tr("Photo: {name}", name=name)


def _passage_rows(compared: Comparison, unfolded: Collection[str]) -> Iterable[Row]:
    for same, run in groupby(compared.passages, lambda passage: passage.kind is Kind.SAME):
        passages = tuple(run)
        folds = same and not compared.same and len(passages) >= FEWEST_FOLDED
        if folds and passages[0].after not in unfolded:
            count = len(passages)
            text = ntr("{count} unchanged paragraph", "{count} unchanged paragraphs", count)
            yield Row(RowKind.FOLD, text, folded=passages)
        else:
            yield from map(_passage_row, passages)


def _passage_row(passage: Passage) -> Row:
    texts = [text for text in (passage.before, passage.after) if text]
    photo = all(map(photo_line, texts))
    heads = {found.group() if (found := _HEADING.match(text)) else "" for text in texts}
    sign = "![" if photo else heads.pop() if len(heads) == 1 else ""
    part = Part(
        tr("Photo in the text") if photo else "",
        _readable(passage.pieces, sign, photo),
        not photo,
        None if passage.kind is Kind.ADDED else passage.before,
        None if passage.kind is Kind.REMOVED else passage.after,
        strong=sign.startswith("#"),
    )
    change = None if passage.kind is Kind.SAME else passage
    return Row(RowKind.PASSAGE, parts=(part,), change=change)


def _readable(pieces: Sequence[Piece], sign: str, photo: bool) -> tuple[Piece, ...]:
    """The pieces without the sign that they begin with, and without ids, which say nothing to a person."""
    made: list[Piece] = []
    for piece in pieces:
        begins = all(before.kind not in (Kind.SAME, piece.kind) for before in made)
        text = piece.text.removeprefix(sign) if begins else piece.text
        text = _ID.sub("" if photo else "]", text)
        if text or len(pieces) == 1:
            made.append(Piece(piece.kind, text))
    return tuple(made)


def _count(pieces: Sequence[Piece], kind: Kind) -> int:
    return sum(words_in(piece.text) for piece in pieces if piece.kind is kind)
