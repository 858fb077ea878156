"""Names of sections, topics and people as a person states them, in one edition at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.ids import EditionId, PersonId, TopicId
from newsdesk.model.names import Name, name_in
from newsdesk.model.person import Person
from newsdesk.model.section import Section
from newsdesk.model.slug import free_slug, slug_of
from newsdesk.model.topic import Topic
from newsdesk.newsroom.taxonomy import PERSON, TOPIC, folded
from newsdesk.store import Store

Named = Section | Topic | Person


def checked_name(text: str, edition: EditionId, others: Iterable[Named], but: str = "") -> str:
    """The name without spaces around it. Raises `Trouble` when it is empty or another's in this edition.

    `but` is the id of the record that is to be called so.
    """
    name = " ".join(text.split())
    if not name:
        raise Trouble(N_("A name needs at least one letter."), way_out=N_("Write the name that readers see."))
    wanted = folded(name)
    for other in others:
        called = any(each.edition == edition and folded(each.text) == wanted for each in other.names)
        if called and other.id != but:
            raise Trouble(
                N_("“{name}” is there already."), way_out=N_("Choose that one, or another name."), name=name
            )
    return name


def renamed(
    names: Sequence[Name],
    edition: EditionId,
    text: str,
    others: Iterable[Named],
    fallback: str,
    *,
    keep_slug: bool = False,
) -> tuple[Name, ...]:
    """The names with another one in this edition, and a slug that no record of the kind has."""
    before = next((name for name in names if name.edition == edition), None)
    own = {name.slug for name in names}
    taken = {name.slug for other in others for name in other.names} - own
    slug = before.slug if before and keep_slug else free_slug(slug_of(text, fallback), taken)
    if before is None:
        return (*names, Name(edition, text, slug))
    return tuple(Name(edition, text, slug) if name is before else name for name in names)


def rename_topic(store: Store, id: TopicId, edition: EditionId, name: str) -> Topic:
    """Give a topic another name in one edition. Its address stays where readers know it."""
    topic, every = store.read.get(Topic, id), store.read.every(Topic)
    if topic is None:
        raise Trouble(N_("This topic is not in the newsroom any more."), way_out=N_("Choose another topic."))
    text = checked_name(name, edition, every, but=id)
    known = any(id in release.topics for release in store.read.releases())
    after = replace(topic, names=renamed(topic.names, edition, text, every, TOPIC.slug, keep_slug=known))
    former = name_in(topic.names, edition).text
    with store.step(message(N_("Rename the topic “{former}” to “{name}”"), former=former, name=text)):
        store.put(after)
    return after


def rename_person(store: Store, id: PersonId, edition: EditionId, name: str) -> Person:
    """Give a person another name in one edition. An address stays where readers know it."""
    person, every = store.read.get(Person, id), store.read.every(Person)
    if person is None:
        raise Trouble(N_("This person is not in the newsroom any more."), way_out=N_("Choose another person."))
    text = checked_name(name, edition, every, but=id)
    known = any(id in {byline.person for byline in release.bylines} for release in store.read.releases())
    after = replace(person, names=renamed(person.names, edition, text, every, PERSON.slug, keep_slug=known))
    former = name_in(person.names, edition).text
    with store.step(message(N_("Rename “{former}” to “{name}”"), former=former, name=text)):
        store.put(after)
    return after
