"""The photos of two versions of an article side by side, with what is said of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsdesk.comparing.fields import Wording, field_change
from newsdesk.comparing.records import FieldChange, Kind, PhotoChange
from newsdesk.i18n import N_
from newsdesk.model.credit import render_credit
from newsdesk.model.ids import PhotoId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.references import photo_lines
from newsdesk.model.revision import Snapshot

_YES = N_("yes")


@dataclass(frozen=True, slots=True)
class _Use:
    """A photo in one version; `caption` is what stands in the text or at the lead, without the photo's own."""

    placed: Placement
    caption: str
    photo: Photo | None


def photo_changes(before: Snapshot, after: Snapshot, wording: Wording) -> tuple[PhotoChange, ...]:
    """The photos that differ, in the order of the later version, those that went behind them.

    A version that was kept without its photos says nothing of what is the photo's own, and so differs in nothing.
    """
    ours, theirs = _uses(before), _uses(after)
    changes = []
    for key in [*theirs, *(key for key in ours if key not in theirs)]:
        old, new = ours.get(key), theirs.get(key)
        fields = _fields(old, new, wording)
        if old and new and not fields:
            continue
        kind = Kind.CHANGED if old and new else Kind.ADDED if new else Kind.REMOVED
        changes.append(PhotoChange(key[1], _file_name(key[1], old, new, wording), key[0], kind, fields))
    return tuple(changes)


def _uses(snapshot: Snapshot) -> Mapping[tuple[Role, PhotoId], _Use]:
    """The uses of photos, the lead first."""
    captions: dict[str, str] = {}
    for caption, id in photo_lines(snapshot.article.body) if "photo:" in snapshot.article.body else ():
        captions[id] = captions.get(id) or caption.strip()
    photos = {photo.id: photo for photo in snapshot.photos}
    placed = sorted(snapshot.placements, key=lambda one: one.role is not Role.LEAD)
    return {
        (one.role, one.photo): _Use(
            one, one.caption if one.role is Role.LEAD else captions.get(one.photo, ""), photos.get(one.photo)
        )
        for one in placed
    }


def _fields(old: _Use | None, new: _Use | None, wording: Wording) -> tuple[FieldChange, ...]:
    own = all(use.photo is not None for use in (old, new) if use)
    said, saying = _said(old, wording, own), _said(new, wording, own)
    return tuple(
        field_change(field, said[field], saying[field], running=field != "decorative")
        for field in said
        if said[field] != saying[field]
    )


def _said(use: _Use | None, wording: Wording, own: bool) -> dict[str, str]:
    """What a version says of a photo, with what is the photo's `own` or without."""
    if use is None:
        return dict.fromkeys(("caption", "alt_text", "decorative", "credit", "copyright"), "")
    photo = use.photo if own else None
    return {
        "caption": use.caption or (photo.caption if photo else ""),
        "alt_text": use.placed.alt_text or (photo.alt_text if photo else ""),
        "decorative": wording.say(_YES) if use.placed.decorative else "",
        "credit": render_credit(photo.credit, wording.credit_form) if photo else "",
        "copyright": photo.copyright if photo else "",
    }


def _file_name(id: PhotoId, old: _Use | None, new: _Use | None, wording: Wording) -> str:
    records = (use.photo for use in (new, old) if use and use.photo)
    return next((photo.file_name for photo in records if photo.file_name), "") or wording.names(id)
