"""What a line of the article list says, in the words that it is drawn and read out with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from newsdesk.i18n import ntr, tr
from newsdesk.model.article import Status
from newsdesk.model.ids import Clock
from newsdesk.model.query import EditionChip, Order, StoryRow
from newsdesk.ui.models.names import Names
from newsdesk.ui.models.wording import day_words, moment_words, status_name

Note = tuple[str, str]
"""A text with its tone, which is soft or warn."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line in words. `facts` are status and time, each whole; `notes` stand on lines of their own."""

    headline: str
    section: str
    colour: str
    facts: tuple[str, ...]
    notes: tuple[Note, ...]


class RowWords:
    """Finds the words for rows; `names` are those of sections and editions."""

    def __init__(self, names: Names, clock: Clock) -> None:
        self.names = names
        self._clock = clock

    def today(self) -> date:
        """The day in the newsroom, on which the words depend."""
        return self._clock().astimezone(self.names.zone).date()

    def told(self, row: StoryRow, order: Order) -> Told:
        """The row as the list shows it in an order."""
        return Told(
            row.headline or tr("Untitled"),
            self.names.section(row.section),
            self.names.colour(row.section),
            self._facts(row, order),
            self._notes(row, order),
        )

    def spoken(self, row: StoryRow, order: Order) -> str:
        """The row as a screen reader says it."""
        told = self.told(row, order)
        said = [told.headline, told.section, *told.facts, *(text for text, _ in told.notes)]
        said += [self.chip(chip) for chip in row.chips]
        return ", ".join(filter(None, said))

    def chip(self, chip: EditionChip) -> str:
        """An edition of a story and how it stands with readers."""
        name = self.names.edition(chip.edition)
        if not chip.online:
            return tr("{edition}: {status}, not online", edition=name, status=status_name(chip.status))
        if chip.behind:
            return tr("{edition}: changed since published", edition=name)
        return tr("{edition}: online", edition=name)

    def articles(self, count: int) -> str:
        """How many articles there are."""
        return ntr("{count} article", "{count} articles", count)

    def note_count(self, row: StoryRow, order: Order) -> int:
        """How many notes a row has."""
        changed = row.released is not None and row.changed_since_release
        return (order is Order.DEADLINE) + self._waits(row) + changed

    def _waits(self, row: StoryRow) -> bool:
        """Whether a row says when it may be online; one that is held says so in another way."""
        return row.opens is not None and row.status is not Status.HELD and row.opens > self._clock()

    def _facts(self, row: StoryRow, order: Order) -> tuple[str, ...]:
        now, zone = self._clock(), self.names.zone
        if row.status is Status.HELD and row.opens and row.opens > now:
            return (tr("Held to {date}", date=day_words(row.opens, now, zone)),)
        moment = row.created if order is Order.CREATED else row.updated
        return (status_name(row.status), day_words(moment, now, zone))

    def _notes(self, row: StoryRow, order: Order) -> tuple[Note, ...]:
        notes: list[Note] = []
        if order is Order.DEADLINE:
            notes.append(self._due(row))
        if row.opens and self._waits(row):
            when = moment_words(row.opens, self._clock(), self.names.zone)
            notes.append((tr("Not before {time}", time=when), "soft"))
        if row.released and row.changed_since_release:
            notes.append((tr("Changed since published"), "warn"))
        return tuple(notes)

    def _due(self, row: StoryRow) -> Note:
        now = self._clock()
        if row.deadline is None:
            return tr("No deadline"), "soft"
        when = moment_words(row.deadline, now, self.names.zone)
        late = row.deadline < now and row.status is not Status.PUBLISHED
        return (tr("Was due {time}", time=when), "warn") if late else (tr("Due {time}", time=when), "soft")
