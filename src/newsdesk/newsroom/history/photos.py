"""A photo of an article as it was in an earlier version: whether it was there, and what was said of it."""

from __future__ import annotations

from dataclasses import replace

from newsdesk import comparing
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import PhotoId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.references import photo_lines, photo_refs
from newsdesk.model.revision import Snapshot
from newsdesk.newsroom.history.back import as_it_was, use_back
from newsdesk.newsroom.history.passages import caption_back, photo_in, photo_out
from newsdesk.newsroom.placing import Use, lead_of, photos_in, with_inline, with_lead
from newsdesk.newsroom.settling import Change
from newsdesk.store import Store


def photo_back(store: Store, now: Snapshot, then: Snapshot, photo: PhotoId) -> tuple[Change, str]:
    """The article with a photo as it was in a version, and the name of the photo's file.

    Raises `Trouble` when the photo is not in the newsroom any more.
    """
    record = store.read.get(Photo, photo)
    old = next((each for each in then.photos if each.id == photo), None)
    if record is None:
        raise Trouble(
            N_("The photo “{photo}” is not in the newsroom any more."),
            way_out=N_("Add its file again, and put it in."),
            photo=old.file_name if old and old.file_name else photo,
        )
    placements = _lead_back(store, now, then, record, old)
    body, inline = _body_back(now, then, record, old)
    uses = {photo: use_back(inline, record, old)} if inline else {}
    article = replace(now.article, body=body)
    placements = with_inline(placements, article.id, photos_in(store.read, body), uses, store.ids)
    known = replace(record, credit=old.credit, copyright=old.copyright) if old else record
    return Change(article, placements, (known,)), record.file_name or photo


def _lead_back(
    store: Store, now: Snapshot, then: Snapshot, record: Photo, old: Photo | None
) -> tuple[Placement, ...]:
    """The placements with the lead of that version, where the photo is or was the lead."""
    lead, before = lead_of(now.placements), lead_of(then.placements)
    id = now.article.id
    if before and before.photo == record.id:
        return with_lead(now.placements, id, record.id, use_back(before, record, old), store.ids)
    if lead is None or lead.photo != record.id:
        return now.placements
    if before is None or (own := store.read.get(Photo, before.photo)) is None:
        return with_lead(now.placements, id, None, Use(), store.ids)
    was = next((each for each in then.photos if each.id == before.photo), None)
    return with_lead(now.placements, id, before.photo, use_back(before, own, was), store.ids)


def _body_back(now: Snapshot, then: Snapshot, record: Photo, old: Photo | None) -> tuple[str, Placement | None]:
    """The text with or without the photo, as it was, and how it was placed in the text."""
    body, photo = now.article.body, record.id
    placed = next((each for each in then.placements if (each.photo, each.role) == (photo, Role.INLINE)), None)
    if placed is None:
        return (photo_out(body, photo) if photo in photo_refs(body) else body), None
    captions = [caption for caption, id in photo_lines(then.article.body) if id == photo]
    caption = next((each for each in captions if each.strip()), "")
    if photo not in photo_refs(body):
        body = photo_in(body, photo, comparing.compare(then, now, str).passages)
    return caption_back(body, photo, as_it_was(caption, record.caption, old.caption if old else None)), placed
