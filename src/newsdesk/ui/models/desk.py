"""The desk as a list of entries: groups with their heads, and what can be chosen in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.i18n import N_, tr
from newsdesk.model.article import Status
from newsdesk.model.query import EVERY_ARTICLE, ListQuery, Tally
from newsdesk.settings import Way
from newsdesk.ui.models.names import Names
from newsdesk.ui.models.wording import STATUS_GROUPS


class Group(StrEnum):
    """The groups of the desk."""

    DESK = "desk"
    LIBRARY = "library"
    SECTIONS = "sections"
    EDITIONS = "editions"


GROUPS = {
    Group.DESK: N_("Desk"),
    Group.LIBRARY: N_("Library"),
    Group.SECTIONS: N_("Sections"),
    Group.EDITIONS: N_("Editions"),
}


class Mark(StrEnum):
    """What stands before an entry."""

    NONE = ""
    RING = "ring"
    DOT = "dot"
    SQUARE = "square"
    BIN = "bin"


class Picker(StrEnum):
    """What an entry lets a person pick from a list of its own: names, or what was deleted."""

    TOPICS = "topics"
    PEOPLE = "people"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the desk.

    A head has neither `query` nor `picker`. `colour` is that of a square, or the status whose colour a dot has.
    `draft` is the row in which the name of a new section is written.
    """

    group: Group
    text: str
    query: ListQuery | None = None
    count: int | None = None
    mark: Mark = Mark.NONE
    colour: str = ""
    picker: Picker | None = None
    inset: bool = False
    draft: bool = False

    @property
    def is_head(self) -> bool:
        """Whether it is the head of its group."""
        return self.query is None and self.picker is None and not self.draft


LINE = (Status.DRAFT, Status.FILED, Status.EDITING, Status.READY, Status.PUBLISHED)
ASIDE = (Status.HELD, Status.SPIKED, Status.KILLED)
SOLO = frozenset({Status.DRAFT, Status.FILED, Status.PUBLISHED})
"""What is there for a person alone, even where no article is."""


@dataclass(frozen=True, slots=True)
class Picked:
    """A topic or a person by which the list is narrowed."""

    picker: Picker
    text: str
    query: ListQuery


def entries(
    names: Names,
    tally: Tally | None,
    way: Way,
    *,
    folded: frozenset[Group] = frozenset(),
    picked: Picked | None = None,
    draft: bool = False,
) -> list[Entry]:
    """All rows of the desk. `folded` groups are heads alone; with `draft` there is a row for a new section."""
    made = {
        Group.DESK: _desk(tally, way),
        Group.LIBRARY: _library(tally, picked),
        Group.SECTIONS: _sections(names, tally, draft),
        Group.EDITIONS: _editions(names, tally, way),
    }
    rows: list[Entry] = []
    for group, members in made.items():
        if members or group is Group.SECTIONS:
            rows.append(Entry(group, tr(GROUPS[group])))
            rows += members if group not in folded else ()
    return rows


def shown_statuses(by_status: Mapping[Status, int], way: Way) -> Sequence[Status]:
    """The statuses on the desk: the line a person works along, and what has articles."""
    always = frozenset(LINE) if way is Way.DESK else SOLO
    return [status for status in (*LINE, *ASIDE) if status in always or by_status.get(status)]


def _desk(tally: Tally | None, way: Way) -> list[Entry]:
    by_status = tally.by_status if tally else {}
    everything = Entry(Group.DESK, tr("All articles"), EVERY_ARTICLE, tally.articles if tally else None, Mark.RING)
    deleted = tally.binned if tally else 0
    bin = Entry(Group.DESK, tr("Bin"), None, deleted, Mark.BIN, picker=Picker.BIN)
    return [
        everything,
        *(
            Entry(
                Group.DESK,
                tr(STATUS_GROUPS[status]),
                ListQuery(status=status),
                by_status.get(status, 0) if tally else None,
                Mark.DOT,
                status.value,
            )
            for status in shown_statuses(by_status, way)
        ),
        *([bin] if deleted else []),
    ]


def _library(tally: Tally | None, picked: Picked | None) -> list[Entry]:
    if tally is None:
        return []
    rows = []
    for picker, text, count in (
        (Picker.TOPICS, tr("Topics"), tally.topics),
        (Picker.PEOPLE, tr("People"), tally.people),
    ):
        if count:
            rows.append(Entry(Group.LIBRARY, text, None, count, picker=picker))
        if picked and picked.picker is picker:
            rows.append(Entry(Group.LIBRARY, picked.text, picked.query, inset=True))
    return rows


def _sections(names: Names, tally: Tally | None, draft: bool) -> list[Entry]:
    rows = [
        Entry(
            Group.SECTIONS,
            names.section(id),
            ListQuery(section=id),
            tally.by_section.get(id, 0) if tally else None,
            Mark.SQUARE,
            section.colour,
        )
        for id, section in names.sections.items()
    ]
    return [*rows, Entry(Group.SECTIONS, "", None, None, Mark.SQUARE, draft=True)] if draft else rows


def _editions(names: Names, tally: Tally | None, way: Way) -> list[Entry]:
    if way is not Way.DESK and len(names.editions) < 2:
        return []
    return [
        Entry(
            Group.EDITIONS,
            edition.name,
            ListQuery(edition=id),
            tally.by_edition.get(id, 0) if tally else None,
        )
        for id, edition in names.editions.items()
    ]
