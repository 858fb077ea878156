"""Making, naming, colouring, ordering and removing sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.article import Article
from newsdesk.model.ids import EditionId, SectionId
from newsdesk.model.names import Name, name_in
from newsdesk.model.query import ListQuery
from newsdesk.model.section import Section
from newsdesk.newsroom.listing import every_row
from newsdesk.newsroom.naming import checked_name, renamed
from newsdesk.newsroom.taxonomy import SECTION, Directory
from newsdesk.store import Reader, Store

PALETTE = (
    "#1f5eb8",
    "#b3261e",
    "#2e7d4f",
    "#8a5a00",
    "#6a3fb5",
    "#0b7285",
    "#b0246b",
    "#556270",
)
"""Colours for new sections, in the order in which they are given: each can be read on white."""

_COLOUR = re.compile("#[0-9a-fA-F]{6}")


def add_section(store: Store, name: str, edition: EditionId) -> Section:
    """A new section behind the others, with a colour that few others have. Trouble for a name that will not do."""
    sections = store.read.every(Section)
    text = checked_name(name, edition, sections)

    def build(names: tuple[Name, ...]) -> Section:
        position = 1 + max((section.position for section in sections), default=0)
        return Section(SectionId(store.ids()), names, position=position, colour=_next_colour(sections))

    made = Directory(sections, SECTION).make(text, edition, build)
    with store.step(message(N_("New section “{name}”"), name=text)):
        store.put(made)
    return made


def rename_section(store: Store, id: SectionId, edition: EditionId, name: str) -> Section:
    """Give a section another name in one edition. Its address stays where readers know it."""
    section = _expected(store.read, id)
    text = checked_name(name, edition, store.read.every(Section), but=id)
    known = any(id in (release.section, *release.further_sections) for release in store.read.releases())
    names = renamed(section.names, edition, text, store.read.every(Section), "section", keep_slug=known)
    after = replace(section, names=names)
    former = name_in(section.names, edition).text
    with store.step(message(N_("Rename the section “{former}” to “{name}”"), former=former, name=text)):
        store.put(after)
    return after


def colour_section(store: Store, id: SectionId, colour: str) -> Section:
    """Give a section a colour, `#rrggbb`, or none (empty). Raises `Trouble` for anything else."""
    section = _expected(store.read, id)
    if colour and not _COLOUR.fullmatch(colour):
        raise Trouble(
            N_("“{value}” is not a colour."),
            way_out=N_("Write it as {example}."),
            value=colour,
            example=PALETTE[0],
        )
    after = replace(section, colour=colour.lower())
    with store.step(message(N_("Change the colour of the section “{name}”"), name=section.names[0].text)):
        store.put(after)
    return after


def move_section(store: Store, id: SectionId, place: int) -> list[Section]:
    """Move a section to a place among all, counted from 0. Gives them in their new order."""
    section = _expected(store.read, id)
    others = [each for each in store.read.every(Section) if each.id != id]
    others.insert(max(0, place), section)
    ordered = [replace(each, position=position) for position, each in enumerate(others, start=1)]
    with store.step(message(N_("Move the section “{name}”"), name=section.names[0].text)):
        store.put_all(ordered)
    return ordered


def remove_section(store: Store, id: SectionId) -> None:
    """Take a section out, and articles and sections out of it, in one step. What is gone already is no trouble."""
    section = store.read.get(Section, id)
    if section is None:
        return
    rows = every_row(store.read, ListQuery(section=id))
    articles = store.read.get_all(Article, [row.id for row in rows])
    below = [each for each in store.read.every(Section) if each.parent == id]
    with store.step(message(N_("Remove the section “{name}”"), name=section.names[0].text)):
        store.put_all(_without(article, id) for article in articles.values())
        store.put_all(replace(each, parent=section.parent) for each in below)
        store.remove(Section, id)


def _without(article: Article, section: SectionId) -> Article:
    further = tuple(other for other in article.further_sections if other != section)
    return replace(
        article, section=None if article.section == section else article.section, further_sections=further
    )


def _next_colour(sections: Sequence[Section]) -> str:
    """The colour of the palette that the fewest sections have, the first of several."""
    used = [section.colour for section in sections]
    return min(PALETTE, key=used.count)


def _expected(reader: Reader, id: SectionId) -> Section:
    section = reader.get(Section, id)
    if section is None:
        raise Trouble(
            N_("This section is not in the newsroom any more: it was removed."),
            way_out=N_("Choose another section."),
        )
    return section
