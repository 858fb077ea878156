"""The topics and people by which the list can be narrowed, with how many articles each has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsdesk.model.ids import EditionId
from newsdesk.model.names import name_in
from newsdesk.model.person import Person
from newsdesk.model.query import ListQuery
from newsdesk.model.topic import Topic
from newsdesk.newsroom import every_row
from newsdesk.store import Reader
from newsdesk.ui.models.desk import Picker
from newsdesk.ui.models.finding_names import plain


@dataclass(frozen=True, slots=True)
class Choice:
    """A name with the articles that it narrows the list to."""

    text: str
    query: ListQuery
    count: int


def choices(reader: Reader, picker: Picker, edition: EditionId) -> list[Choice]:
    """What there is to pick, as it is called in an edition, by name; what no article has comes last."""
    with reader.moment():
        made = _topics(reader, edition) if picker is Picker.TOPICS else _people(reader, edition)
        return sorted(made, key=lambda choice: (not choice.count, plain(choice.text)))


def _topics(reader: Reader, edition: EditionId) -> Iterable[Choice]:
    by_topic = reader.tally().by_topic
    for topic in reader.every(Topic):
        name = name_in(topic.names, edition).text
        yield Choice(name, ListQuery(topic=topic.id), by_topic.get(topic.id, 0))


def _people(reader: Reader, edition: EditionId) -> Iterable[Choice]:
    for person in reader.every(Person):
        query = ListQuery(person=person.id)
        yield Choice(name_in(person.names, edition).text, query, len(every_row(reader, query)))
