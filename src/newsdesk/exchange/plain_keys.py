"""The readable keys that stand for the ids of a newsroom's records in its plain copy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId
from newsdesk.model.names import name_in
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.section import Section
from newsdesk.model.slug import free_slug, slug_of
from newsdesk.model.topic import Topic

Named = Section | Topic | Person

_HASH_SHOWN = 16
"""So many letters of its hash tell a photo's file from another of the same name."""


@dataclass(frozen=True, slots=True)
class PlainKeys:
    """What stands for each id: for an edition its language, for a photo the name of its file.

    Each key stands for one record of its kind. `back` has the same tables the other way round.
    """

    editions: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    photos: Mapping[str, str] = field(default_factory=dict)

    def back(self) -> PlainKeys:
        """The ids by their keys."""
        tables = (self.editions, self.sections, self.topics, self.people, self.photos)
        return PlainKeys(*({key: id for id, key in table.items()} for table in tables))


def keys_for(
    main: EditionId,
    editions: Sequence[Edition],
    sections: Sequence[Section],
    topics: Sequence[Topic],
    people: Sequence[Person],
    photos: Sequence[Photo],
) -> PlainKeys:
    """The keys of the records of a newsroom whose main edition is `main`."""
    return PlainKeys(
        _unique((edition.id, slug_of(edition.prefix or edition.language, "edition")) for edition in editions),
        _named(sections, main, "section"),
        _named(topics, main, "topic"),
        _named(people, main, "person"),
        _files(photos),
    )


def _named(records: Iterable[Named], main: EditionId, fallback: str) -> dict[str, str]:
    return _unique((record.id, slug_of(name_in(record.names, main).text, fallback)) for record in records)


def _unique(wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for id, key in wanted:
        keys[id] = free_slug(key, taken)
        taken.add(keys[id])
    return keys


def _files(photos: Iterable[Photo]) -> dict[str, str]:
    """A name for each original that says what it shows, as far as its own name did, and whose it is."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for photo in photos:
        stem = slug_of(PurePath(photo.file_name).stem, "photo")
        name = f"{stem}-{photo.hash[:_HASH_SHOWN]}.{photo.extension}"
        if name in taken:
            name = f"{stem}-{photo.hash}.{photo.extension}"
        taken.add(name)
        names[photo.id] = name
    return names
