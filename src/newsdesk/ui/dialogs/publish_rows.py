"""The articles that may go out, each with a tick, what is new of it, and what to look at first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import Candidate, CandidateKind, zone_of
from newsdesk.ui.context import Context
from newsdesk.ui.kit.widgets import ElidedLabel, label, rule

MOST = 320
"""Pixels that the list is high at most before it scrolls."""


class CandidateList(QScrollArea):
    """Rows of candidates; `changed` when a tick does."""

    changed = Signal()

    def __init__(
        self, context: Context, found: Sequence[Candidate], selected: frozenset[ArticleId]
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.ticks: dict[ArticleId, QCheckBox] = {}
        self._editions = {edition.id: edition.name for edition in context.read.every(Edition)}
        self._zone = zone_of(context.read.newsroom())
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for candidate in found:
            column.addWidget(self._row(candidate, ticked=candidate.article in selected))
            column.addWidget(rule())
        if not found:
            column.addWidget(label(tr("Nothing is new since the site was written last."), "soft", wrap=True))
        column.addStretch(1)
        self.setWidget(inner)
        self.setMaximumHeight(MOST)
        self.setMinimumHeight(min(MOST, max(40, 62 * len(found))))

    def chosen(self) -> list[ArticleId]:
        """The articles that are ticked."""
        return [id for id, tick in self.ticks.items() if tick.isChecked()]

    def _row(self, candidate: Candidate, *, ticked: bool) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        tick = QCheckBox()
        headline = candidate.headline or tr("Untitled")
        tick.setAccessibleName(headline)
        tick.setEnabled(not candidate.problems)
        tick.setChecked(not candidate.problems and (ticked or candidate.kind is CandidateKind.CHANGED))
        if candidate.kind is CandidateKind.SAME:
            tick.setChecked(False)
        tick.toggled.connect(lambda _on: self.changed.emit())
        self.ticks[candidate.article] = tick
        name = ElidedLabel(headline)
        name.setStyleSheet("font-weight: 600;")
        grid.addWidget(tick, 0, 0)
        grid.addWidget(name, 0, 1)
        grid.addWidget(label(self._facts(candidate), "soft", wrap=True), 1, 1)
        said = [(problem, "bad") for problem in candidate.problems] + [(one, "warn") for one in candidate.warnings]
        for place, (text, tone) in enumerate(said, start=2):
            grid.addWidget(label(str(text), tone, wrap=True), place, 1)
        return made

    def _facts(self, candidate: Candidate) -> str:
        edition = self._editions.get(candidate.edition, "")
        if candidate.kind is CandidateKind.CHANGED and candidate.released:
            return tr("{edition} · Changed since {time}", edition=edition, time=moment(candidate.released, self._zone))
        if candidate.kind is CandidateKind.SAME:
            return tr("{edition} · Readers have it as it is", edition=edition)
        if candidate.kind is CandidateKind.WITHHELD:
            return tr("{edition} · Stays out of every page and feed", edition=edition)
        return tr("{edition} · New", edition=edition)


def moment(time: datetime, zone: ZoneInfo) -> str:
    """A moment as people of the newsroom's zone write it, short."""
    return f"{time.astimezone(zone):%Y-%m-%d %H:%M}"
