"""Sections, topics, people and editions by the names that people write, in any edition."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, Message, message
from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId, Ids, PersonId, SectionId, TopicId
from newsdesk.model.names import Name, name_in
from newsdesk.model.person import Person
from newsdesk.model.section import Section
from newsdesk.model.slug import free_slug, slug_of
from newsdesk.model.topic import Topic
from newsdesk.newsroom.editions import new_edition
from newsdesk.store import Reader

K = TypeVar("K", Section, Topic, Person)


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of one kind of record: when it was made, when it is missing, and the start of odd slugs."""

    made: str
    missing: str
    slug: str


SECTION = Words(N_("New section “{name}”."), N_("There is no section “{name}”."), "section")
TOPIC = Words(N_("New topic “{name}”."), N_("There is no topic “{name}”."), "topic")
PERSON = Words(N_("New person “{name}”."), N_("There is no person “{name}”."), "person")
_NEAR = N_("Perhaps you mean: {near}. (“newsdesk import” makes sections, topics and people that a file names.)")
_NONE_NEAR = N_("Check how it is written. “newsdesk import” makes sections, topics and people that a file names.")
_MADE_EDITION = N_("New edition “{name}” ({language}).")
_NO_EDITION = N_("There is no edition “{name}”.")


class Directory(Generic[K]):
    """All records of one kind by every name and slug they have; the reader's own edition goes first."""

    def __init__(self, records: Iterable[K], words: Words) -> None:
        self.words = words
        self._own: dict[tuple[EditionId, str], K] = {}
        self._any: dict[str, K] = {}
        self._by_id: dict[str, K] = {}
        self._names: list[str] = []
        self._slugs: set[str] = set()
        known = list(records)
        for record in known:
            self._add_names(record)
        for record in known:
            self._add_slugs(record)

    def records(self) -> list[K]:
        """All records, in the order in which they came."""
        return list(self._by_id.values())

    def find(self, text: str, edition: EditionId) -> K | None:
        """The record of this name, slug or id: in `edition`, else in any."""
        wanted = folded(text)
        return self._own.get((edition, wanted)) or self._any.get(wanted) or self._by_id.get(wanted)

    def expect(self, text: str, edition: EditionId) -> K:
        """The record of this name or slug. Raises `Trouble` that names close ones and says how one is made."""
        found = self.find(text, edition)
        if found is None:
            near = self.near(text)
            raise Trouble(self.words.missing, way_out=_NEAR if near else _NONE_NEAR, name=text, near=near)
        return found

    def name_of(self, id: str, edition: EditionId) -> str:
        """What finds this record in an edition: its name there; its slug or id when another goes by that."""
        name = name_in(self._by_id[id].names, edition)
        for text in (name.text, name.slug):
            found = self.find(text, edition)
            if found and found.id == id:
                return text
        return id

    def near(self, text: str) -> str:
        """Names that look like `text`, with commas between them; may be empty."""
        by_folded = {folded(name): name for name in self._names}
        return ", ".join(by_folded[name] for name in get_close_matches(folded(text), by_folded, 3))

    def make(self, text: str, edition: EditionId, build: Callable[[tuple[Name, ...]], K]) -> K:
        """A new record called `text` in `edition`, with a slug that no other record of the kind has anywhere."""
        slug = free_slug(slug_of(text, self.words.slug), self._slugs)
        record = build((Name(edition, text, slug),))
        self._add_names(record)
        self._add_slugs(record)
        return record

    def _add_names(self, record: K) -> None:
        self._by_id[record.id] = record
        for name in record.names:
            self._names.append(name.text)
            self._own.setdefault((name.edition, folded(name.text)), record)
            self._any.setdefault(folded(name.text), record)

    def _add_slugs(self, record: K) -> None:
        for name in record.names:
            self._slugs.add(name.slug)
            self._own.setdefault((name.edition, name.slug), record)
            self._any.setdefault(name.slug, record)


class Taxonomy:
    """The editions, sections, topics and people of a newsroom, with those that are about to be made.

    `made` are the new records, which the caller puts into the store; `said` tells of each of them. Without `ids`
    it only finds.
    """

    def __init__(self, reader: Reader, ids: Ids | None = None) -> None:
        newsroom = reader.newsroom()
        self.main_edition = newsroom.main_edition
        self.editions: list[Edition] = reader.every(Edition)
        self.sections = Directory(reader.every(Section), SECTION)
        self.topics = Directory(reader.every(Topic), TOPIC)
        self.people = Directory(reader.every(Person), PERSON)
        self.made: list[Edition | Section | Topic | Person] = []
        self.said: list[Message] = []
        self._ids: Ids = ids or _no_id

    def edition(self, id: EditionId) -> Edition:
        """The edition of this id."""
        return next(edition for edition in self.editions if edition.id == id)

    def find_edition(self, text: str) -> Edition | None:
        """The edition of a language tag, prefix or name; `pt-BR` finds the Portuguese one. Empty: the main one."""
        if not text:
            return self.edition(self.main_edition)
        wanted = folded(text)
        exact = [edition for edition in self.editions if wanted in _edition_names(edition)]
        language = wanted.split("-")[0]
        close = [edition for edition in self.editions if folded(edition.language).split("-")[0] == language]
        return next(iter([*exact, *close]), None)

    def expect_edition(self, text: str) -> Edition:
        """The edition of a language tag, prefix or name. Raises `Trouble` that names those there are."""
        found = self.find_edition(text)
        if found is None:
            there = ", ".join(edition.language for edition in self.editions)
            raise Trouble(_NO_EDITION, way_out=N_("There are: {there}."), name=text, there=there)
        return found

    def make_edition(self, language: str) -> Edition:
        """A new edition of a language. Raises `Trouble` when that is no language tag."""
        edition = new_edition(language, self._ids, 1 + max(known.position for known in self.editions))
        self.editions.append(edition)
        self.made.append(edition)
        self.said.append(message(_MADE_EDITION, name=edition.name, language=edition.language))
        return edition

    def near(self, text: str) -> str:
        """Names of sections, topics and people that look like `text`, with commas between them."""
        near = (self.sections.near(text), self.topics.near(text), self.people.near(text))
        return ", ".join(filter(None, near))

    def section(self, text: str, edition: EditionId) -> SectionId:
        """The section of this name or slug, made when there is none."""
        return self._found_or_made(self.sections, text, edition, self._new_section).id

    def topic(self, text: str, edition: EditionId) -> TopicId:
        """The topic of this name or slug, made when there is none."""
        return self._found_or_made(self.topics, text, edition, self._new_topic).id

    def person(self, text: str, edition: EditionId) -> PersonId:
        """The person of this name or slug, made when there is none."""
        return self._found_or_made(self.people, text, edition, self._new_person).id

    def _found_or_made(
        self, directory: Directory[K], text: str, edition: EditionId, build: Callable[[tuple[Name, ...]], K]
    ) -> K:
        found = directory.find(text, edition)
        if found is not None:
            return found
        record = directory.make(text, edition, build)
        self.made.append(record)
        self.said.append(message(directory.words.made, name=text))
        return record

    def _new_section(self, names: tuple[Name, ...]) -> Section:
        return Section(SectionId(self._ids()), names, position=len(self.sections.records()) + 1)

    def _new_topic(self, names: tuple[Name, ...]) -> Topic:
        return Topic(TopicId(self._ids()), names)

    def _new_person(self, names: tuple[Name, ...]) -> Person:
        return Person(PersonId(self._ids()), names)


def _no_id() -> str:
    raise RuntimeError("a taxonomy for reading makes nothing")


def folded(text: str) -> str:
    """What two spellings of one name have in common: case, composition of letters and spaces do not count."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def way_out(near: str) -> str:
    """What to do about a name that is not there; the place {near} is filled by the caller’s values."""
    return N_("Perhaps you mean: {near}.") if near else N_("Check how it is written.")


def _edition_names(edition: Edition) -> set[str]:
    return {folded(edition.language), folded(edition.name)} | ({edition.prefix} if edition.prefix else set())
