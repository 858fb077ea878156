"""An article as it was in an earlier version, as far as what it names is still there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from newsdesk.i18n import N_, Message, message, tr
from newsdesk.model.article import Article, Origin
from newsdesk.model.credit import Credit
from newsdesk.model.ids import PhotoId
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Revision, Snapshot
from newsdesk.model.section import Section
from newsdesk.model.slug import free_slug
from newsdesk.model.topic import Topic
from newsdesk.newsroom.history.words import FIELD_NAMES
from newsdesk.newsroom.placing import Use, lead_of, photos_in, with_inline, with_lead
from newsdesk.newsroom.settling import Change
from newsdesk.newsroom.slugs import was_released
from newsdesk.store import Reader, Store

FIELDS = (
    "kicker",
    "headline",
    "standfirst",
    "body",
    "slug",
    "dateline",
    "bylines",
    "section",
    "further_sections",
    "topics",
    "assignee",
    "deadline",
    "length_target",
    "outlet_note",
    "published_url",
    "search_text",
    "social_text",
    "comments",
    "translated_from",
    "front_matter",
)
"""What a version brings back. What readers get, when, and in which edition is no text, and stays as it is."""

_STAY = ("status", "not_before", "embargo")
"""Of what stays, that which a person set."""

_GONE = N_("{field}: what it named is not in the newsroom any more and was left out.")
_LEAD_GONE = N_("The lead photo is not in the newsroom any more and was left out.")
_PHOTOS_GONE = N_("Photos in the text are not in the newsroom any more: {photos}.")
_SLUG_TAKEN = N_("The slug “{slug}” is that of another article by now, so “{kept}” stays.")
_SLUG_KNOWN = N_("Readers know the article as “{kept}”, so the slug “{slug}” did not come back.")
_STAYED = N_("How far it is, and when readers may see it, stays as it is: {fields}.")
_CREDIT = N_("Credit and copyright of {photo} stay as they are, since they count in every article.")


@dataclass(frozen=True, slots=True)
class Back:
    """What an article shall be, and what could not come back, in sentences."""

    change: Change
    left_out: tuple[Message, ...] = ()


def version_back(store: Store, now: Change, then: Snapshot) -> Back:
    """The article with text, fields and photos of a version."""
    article, told = fields_back(store.read, now.article, then.article, FIELDS)
    article, about_slug = _with_free_slug(store.read, now.article, article)
    placements, about_photos = _placements_back(store, replace(now, article=article), then)
    told += [*about_slug, *about_photos, *_stayed(now.article, then.article), *_credits(store.read, then)]
    return Back(replace(now, article=article, placements=placements), tuple(told))


def fields_back(
    reader: Reader, now: Article, then: Article, fields: Sequence[str]
) -> tuple[Article, list[Message]]:
    """The article with these fields as they were, without what is gone since, and what there is to say of that."""
    values: dict[str, object] = {}
    told = []
    for field in fields:
        was = getattr(then, field)
        values[field] = _THERE[field](reader, was) if field in _THERE else was
        if values[field] != was:
            told.append(message(_GONE, field=tr(FIELD_NAMES[field])))
    article = replace(now, **values)  # type: ignore[arg-type]
    further = tuple(section for section in article.further_sections if section != article.section)
    return replace(article, further_sections=further), told


def uses_of(placements: Sequence[Placement]) -> Mapping[PhotoId, Use]:
    """What is said of the photos in the text."""
    return {
        placed.photo: Use(placed.alt_text, placed.decorative)
        for placed in placements
        if placed.role is Role.INLINE
    }


def use_back(placed: Placement, record: Photo, old: Photo | None) -> Use:
    """What was said of the photo, also where that was the photo's own, which may have changed since."""
    return Use(
        as_it_was(placed.alt_text, record.alt_text, old.alt_text if old else None),
        placed.decorative,
        as_it_was(placed.caption, record.caption, old.caption if old else None),
    )


def as_it_was(said: str, own: str, was: str | None) -> str:
    """What must be said of one use, where empty means the photo's own."""
    return said if said or was is None or was == own else was


def _with_free_slug(reader: Reader, now: Article, back: Article) -> tuple[Article, list[Message]]:
    if back.slug == now.slug:
        return back, []
    if was_released(reader, now):
        return replace(back, slug=now.slug), [message(_SLUG_KNOWN, slug=back.slug, kept=now.slug)]
    if free_slug(back.slug, reader.slugs(now.edition) - {now.slug}) != back.slug:
        return replace(back, slug=now.slug), [message(_SLUG_TAKEN, slug=back.slug, kept=now.slug)]
    return back, []


def _placements_back(store: Store, now: Change, then: Snapshot) -> tuple[tuple[Placement, ...], list[Message]]:
    told = []
    id, old = now.article.id, {photo.id: photo for photo in then.photos}
    records = store.read.get_all(Photo, [placed.photo for placed in then.placements])
    uses = {
        (placed.role, placed.photo): use_back(placed, records[placed.photo], old.get(placed.photo))
        for placed in then.placements
        if placed.photo in records
    }
    lead = lead_of(then.placements)
    if lead and lead.photo not in records:
        told.append(message(_LEAD_GONE))
    photo = lead.photo if lead and lead.photo in records else None
    use = uses[Role.LEAD, photo] if photo else Use()
    placements = with_lead(now.placements, id, photo, use, store.ids)
    gone = [
        placed.photo for placed in then.placements if placed.role is Role.INLINE and placed.photo not in records
    ]
    if gone:
        names = (old[photo].file_name if photo in old else "" for photo in gone)
        told.append(
            message(_PHOTOS_GONE, photos=", ".join(name or id for name, id in zip(names, gone, strict=True)))
        )
    inline = {photo: use for (role, photo), use in uses.items() if role is Role.INLINE}
    return with_inline(placements, id, photos_in(store.read, now.article.body), inline, store.ids), told


def _stayed(now: Article, then: Article) -> list[Message]:
    names = [tr(FIELD_NAMES[field]) for field in _STAY if getattr(now, field) != getattr(then, field)]
    return [message(_STAYED, fields=", ".join(names))] if names else []


def _credits(reader: Reader, then: Snapshot) -> list[Message]:
    photos = reader.get_all(Photo, [photo.id for photo in then.photos])
    return [
        message(_CREDIT, photo=photo.file_name or photo.id)
        for photo in then.photos
        if photo.id in photos and _rights(photos[photo.id]) != _rights(photo)
    ]


def _rights(photo: Photo) -> tuple[Credit, str]:
    return photo.credit, photo.copyright


def _if_there(kind: type[Section] | type[Person]) -> Callable[[Reader, object], object]:
    return lambda reader, id: id if id is not None and reader.get(kind, str(id)) else None


def _those_there(kind: type[Section] | type[Topic]) -> Callable[[Reader, object], object]:
    def those(reader: Reader, ids: object) -> object:
        assert isinstance(ids, tuple)
        found = reader.get_all(kind, ids)
        return tuple(id for id in ids if id in found)

    return those


def _bylines(reader: Reader, bylines: object) -> object:
    assert isinstance(bylines, tuple)
    people = reader.get_all(Person, [byline.person for byline in bylines])
    return tuple(byline for byline in bylines if byline.person in people)


def _origin(reader: Reader, origin: object) -> object:
    if not isinstance(origin, Origin):
        return None
    there = reader.get(Article, origin.article) and reader.get(Revision, origin.revision)
    return origin if there else None


_THERE: Mapping[str, Callable[[Reader, object], object]] = {
    "section": _if_there(Section),
    "further_sections": _those_there(Section),
    "topics": _those_there(Topic),
    "bylines": _bylines,
    "assignee": _if_there(Person),
    "translated_from": _origin,
}
"""What is left of a value whose ids may be gone."""
