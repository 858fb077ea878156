"""What a comparison says: fields, passages and photos that differ, each with its words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsdesk.model.ids import PhotoId
from newsdesk.model.placement import Role


class Kind(StrEnum):
    """What became of something between two versions."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with the spaces and signs among them: in both texts, or in one. It is never CHANGED.

    All SAME and REMOVED pieces together are the text before, all SAME and ADDED ones the text after.
    """

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the body: what stands between empty lines; a fence with all that is in it.

    A paragraph that was split stands beside all that it became, and so the other way round: then one of the texts
    has several blocks, with the empty lines between them.

    `before_line` and `after_line` are the lines, counted from 0, at which it begins, None where it is not there.
    `place` is the line of the later text at which it stands or would stand, and `follows` the block of the later
    text that is before it there, None at the head: so that what was removed can be put back.
    """

    kind: Kind
    before: str
    after: str
    pieces: tuple[Piece, ...]
    before_line: int | None
    after_line: int | None
    place: int
    follows: str | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs, its values in words. `field` is its name in the record."""

    field: str
    before: str
    after: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PhotoChange:
    """What differs in the use of a photo. One that was added or removed comes with all that was said of it.

    `fields` are of caption, alt_text, decorative, credit and copyright, in this order. An inline photo's caption
    stands in the text, and shows there too.
    """

    photo: PhotoId
    file_name: str
    role: Role
    kind: Kind
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two versions of an article; `passages` are all of the body, in order."""

    fields: tuple[FieldChange, ...]
    passages: tuple[Passage, ...]
    photos: tuple[PhotoChange, ...]

    @property
    def same(self) -> bool:
        """Whether a person would see no difference."""
        changed = any(passage.kind is not Kind.SAME for passage in self.passages)
        return not (self.fields or changed or self.photos)
