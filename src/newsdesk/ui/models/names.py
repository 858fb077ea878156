"""What sections and editions are called on the desk, kept at hand for lists that draw many rows."""

from __future__ import annotations

from collections import Counter

from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId, SectionId
from newsdesk.model.names import name_in
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.section import Section
from newsdesk.newsroom import zone_of
from newsdesk.store import Reader, Step


class Names:
    """The sections and editions as they were when they were last read, each by its id.

    Sections are called as in the main edition. `version` grows when any of it may have changed.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.version = 0
        self.read()

    def read(self) -> None:
        """Read all of it again."""
        newsroom = self._reader.newsroom()
        self.main_edition = newsroom.main_edition
        self.zone = zone_of(newsroom)
        self.sections: dict[SectionId, Section] = {each.id: each for each in self._reader.every(Section)}
        self.editions: dict[EditionId, Edition] = {each.id: each for each in self._reader.every(Edition)}
        shorts = {id: each.language.split("-")[0] for id, each in self.editions.items()}
        several = {short for short, count in Counter(shorts.values()).items() if count > 1}
        self._codes = {
            id: (self.editions[id].language if short in several else short).upper() for id, short in shorts.items()
        }
        self.version += 1

    def take_step(self, step: Step) -> bool:
        """Read again if the step changed any of it; whether it did."""
        touched = any(step.touches(kind) for kind in (Section, Edition, Newsroom))
        if touched:
            self.read()
        return touched

    def section(self, id: SectionId | None) -> str:
        """What a section is called; nothing for none."""
        section = self.sections.get(id) if id else None
        return name_in(section.names, self.main_edition).text if section else ""

    def colour(self, id: SectionId | None) -> str:
        """The colour of a section, `#rrggbb`; nothing where it has none."""
        section = self.sections.get(id) if id else None
        return section.colour if section else ""

    def code(self, id: EditionId) -> str:
        """The edition in two letters or a few more, as on a chip."""
        return self._codes.get(id, "")

    def edition(self, id: EditionId) -> str:
        """What an edition is called."""
        edition = self.editions.get(id)
        return edition.name if edition else ""

    def ranked(self) -> list[EditionId]:
        """The editions in the order in which they stand for a story: the main one first, then by position."""
        return sorted(self.editions, key=lambda id: id != self.main_edition)
