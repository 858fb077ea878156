"""What comparing needs to say values in words: names for ids, and times in the newsroom's zone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from newsdesk.i18n import N_, tr
from newsdesk.model.article import Article, Status
from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId
from newsdesk.model.names import name_in
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.revision import Revision
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.newsroom.zones import zone_of
from newsdesk.store import Reader

STATUSES: Mapping[str, str] = {
    Status.DRAFT: N_("Draft"),
    Status.FILED: N_("Filed"),
    Status.EDITING: N_("Editing"),
    Status.READY: N_("Ready"),
    Status.PUBLISHED: N_("Published"),
    Status.HELD: N_("Held"),
    Status.SPIKED: N_("Spiked"),
    Status.KILLED: N_("Killed"),
}
_GONE = N_("(no longer in the newsroom)")


def namer(reader: Reader, edition: EditionId) -> Callable[[str], str]:
    """Gives the name of a record in an edition for its id, and the word for a status; each is read once."""
    known: dict[str, str] = {}

    def name(id: str) -> str:
        if id not in known:
            known[id] = tr(STATUSES[id]) if id in STATUSES else _name(reader, id, edition)
        return known[id]

    return name


def teller(reader: Reader) -> Callable[[datetime], str]:
    """Says a moment as it was in the newsroom, to the minute."""
    zone = zone_of(reader.newsroom())
    return lambda moment: f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def _name(reader: Reader, id: str, edition: EditionId) -> str:
    """No two records have one id, whatever their kinds."""
    named = reader.get(Section, id) or reader.get(Topic, id) or reader.get(Person, id)
    if named:
        return name_in(named.names, edition).text
    if found := reader.get(Edition, id):
        return found.name
    if article := reader.get(Article, id):
        return article.headline or article.slug
    if photo := reader.get(Photo, id):
        return photo.file_name or id
    if revision := reader.get(Revision, id):
        return revision.name or teller(reader)(revision.created)
    return tr(_GONE)
