"""Snapshots as bytes: the same content gives the same bytes on any machine, and every later version reads them.

The bytes are JSON in UTF-8, keys sorted, without spaces: `version`, `article`, `placements`, `photos` (left out
when there are none), each record with its fields by name and times in ISO 8601 UTC. A field that says nothing is
left out, so that a field which a later version adds changes no old hash; what it then says stands in `LEFT_OUT`,
whatever new records begin with. Unknown keys are passed over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import TypeVar, cast

from newsdesk.model.article import Article, Byline, Origin, Status
from newsdesk.model.credit import Credit
from newsdesk.model.ids import ArticleId, PersonId, RevisionId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Snapshot

VERSION = 1

R = TypeVar("R", Article, Placement, Photo)
Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

LEFT_OUT: dict[str, Json] = {
    "alt_text": "",
    "animated": False,
    "assignee": None,
    "body": "",
    "bylines": [],
    "caption": "",
    "comments": None,
    "copyright": "",
    "credit": {},
    "dateline": "",
    "deadline": None,
    "decorative": False,
    "embargo": None,
    "file_name": "",
    "first_released": None,
    "front_matter": "",
    "further_sections": [],
    "headline": "",
    "kicker": "",
    "length_target": None,
    "not_before": None,
    "outlet_note": "",
    "published_url": "",
    "released": None,
    "released_revision": None,
    "search_text": "",
    "section": None,
    "social_text": "",
    "standfirst": "",
    "status": "draft",
    "topics": [],
    "translated_from": None,
    "transparent": False,
}
"""What a field says that is left out. A new field comes in here with what older snapshots mean by its absence; a
value that stands here never changes."""


def to_bytes(snapshot: Snapshot) -> bytes:
    """The canonical bytes of a snapshot."""
    content: dict[str, Json] = {
        "version": VERSION,
        "article": _fields_of(snapshot.article),
        "placements": [_fields_of(placement) for placement in snapshot.placements],
    }
    if snapshot.photos:
        content["photos"] = [_fields_of(photo) for photo in snapshot.photos]
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def from_bytes(content: bytes) -> Snapshot:
    """The snapshot that `to_bytes` wrote, in this or another version."""
    parts = json.loads(content)
    article = _record(Article, parts["article"])
    placements = tuple(_record(Placement, values) for values in parts["placements"])
    return Snapshot(article, placements, tuple(_record(Photo, values) for values in parts.get("photos", ())))


def content_hash(content: bytes) -> str:
    """The name of a content: its SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def utc_text(moment: datetime) -> str:
    """A moment as ISO 8601 in UTC, always of one width, so that texts sort as moments do."""
    if moment.tzinfo is None:
        raise ValueError(f"a time without its zone: {moment!r}")
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def utc_time(text: str) -> datetime:
    """The moment that `utc_text` wrote."""
    return datetime.fromisoformat(text)


def _fields_of(record: Article | Placement | Photo) -> dict[str, Json]:
    values = {field.name: _plain(getattr(record, field.name)) for field in fields(record)}
    return {name: value for name, value in values.items() if name not in LEFT_OUT or value != LEFT_OUT[name]}


def _plain(value: object) -> Json:
    if isinstance(value, datetime):
        return utc_text(value)
    if isinstance(value, Byline):
        return {"person": value.person, "role": value.role}
    if isinstance(value, Credit):
        slots = {"person": value.person, "agency": value.agency, "distributor": value.distributor}
        return {name: text for name, text in slots.items() if text}
    if isinstance(value, Origin):
        return {"article": value.article, "revision": value.revision}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return cast(Json, value)


def _record(kind: type[R], values: Mapping[str, object]) -> R:
    make: Callable[..., R] = kind
    said = {**LEFT_OUT, **values}
    names = [field.name for field in fields(kind)]
    return make(**{name: _READ.get(name, _as_it_is)(said[name]) for name in names})


def _as_it_is(value: object) -> object:
    return value


def _moment(value: object) -> object:
    return None if value is None else utc_time(cast(str, value))


def _ids(value: object) -> object:
    return tuple(cast(list[str], value))


def _bylines(value: object) -> object:
    return tuple(
        Byline(PersonId(part["person"]), part.get("role", "")) for part in cast(list[dict[str, str]], value)
    )


def _credit(value: object) -> object:
    parts = cast(dict[str, str], value)
    return Credit(parts.get("person", ""), parts.get("agency", ""), parts.get("distributor", ""))


def _origin(value: object) -> object:
    parts = cast(dict[str, str], value)
    return Origin(ArticleId(parts["article"]), RevisionId(parts["revision"])) if parts else None


_READ: dict[str, Callable[[object], object]] = {
    "status": lambda value: Status(cast(str, value)),
    "role": lambda value: Role(cast(str, value)),
    "bylines": _bylines,
    "credit": _credit,
    "translated_from": _origin,
    "further_sections": _ids,
    "topics": _ids,
    **dict.fromkeys(
        ("added", "created", "deadline", "first_released", "released", "not_before", "embargo"), _moment
    ),
}
