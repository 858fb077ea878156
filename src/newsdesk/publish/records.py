"""The records that pages take names and photos from, read once for an export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId, PersonId, PhotoId, SectionId, TopicId
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.release import Release
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.store import Reader


@dataclass(frozen=True, slots=True)
class Records:
    """What pages name beside the articles. `editions` and `sections` are in their order."""

    newsroom: Newsroom
    zone: ZoneInfo
    editions: Mapping[EditionId, Edition]
    sections: Mapping[SectionId, Section]
    topics: Mapping[TopicId, Topic]
    people: Mapping[PersonId, Person]
    photos: Mapping[PhotoId, Photo]

    @property
    def labels(self) -> frozenset[str]:
        """The words that begin a related block, of all editions."""
        return frozenset(edition.labels.read for edition in self.editions.values())

    def chain(self, section: SectionId) -> tuple[Section, ...]:
        """A section with those above it, the topmost first; empty when there is no such section."""
        chain: list[Section] = []
        found = self.sections.get(section)
        while found and found not in chain:
            chain.insert(0, found)
            found = self.sections.get(found.parent) if found.parent else None
        return tuple(chain)


def read_records(reader: Reader, releases: Sequence[Release]) -> Records:
    """Everything that pages of these releases may name, with the photos that they use."""
    newsroom = reader.newsroom()
    used: set[PhotoId] = {release.lead for release in releases if release.lead}
    used.update(photo for release in releases for photo in release.photos)
    photos = reader.get_all(Photo, sorted(used))
    return Records(
        newsroom=newsroom,
        zone=ZoneInfo(newsroom.zone),
        editions={edition.id: edition for edition in reader.every(Edition)},
        sections={section.id: section for section in reader.every(Section)},
        topics={topic.id: topic for topic in reader.every(Topic)},
        people={person.id: person for person in reader.every(Person)},
        photos={photo.id: photo for photo in photos.values()},
    )
