"""The articles that may go out, each with a tick, what is new of it, and what to look at first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId
from newsdesk.newsroom import Candidate, CandidateKind, zone_of
from newsdesk.ui.context import Context
from newsdesk.ui.kit.widgets import ElidedLabel, button, label, on_look, rule
from newsdesk.ui.models.wording import moment_words, time_words

INDENT = 34
"""Pixels from the tick to the words."""
MOST = 378
"""Pixels that the list is high at most before it scrolls: six articles."""
LESS = 190
"""As high it is at most where there is more to show below."""


class CandidateList(QScrollArea):
    """Rows of candidates; `changed` when a tick does, `compare_wanted` names one that readers have otherwise."""

    changed = Signal()
    compare_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._most = MOST
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ticks: dict[ArticleId, QCheckBox] = {}
        self.facts: dict[ArticleId, QLabel] = {}
        self._editions = {edition.id: edition.name for edition in context.read.every(Edition)}
        self._zone = zone_of(context.read.newsroom())

    def fill(self, found: Sequence[Candidate], selected: frozenset[ArticleId]) -> None:
        """Show these, the selected ones ticked but for what waits for its time."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for place, candidate in enumerate(found):
            if place:
                column.addWidget(rule())
            column.addWidget(self._row(candidate, ticked=candidate.article in selected))
        if not found:
            column.addWidget(label(tr("Nothing is new since the site was written last."), "soft", wrap=True))
        column.addStretch(1)
        self.setWidget(inner)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows, up to the most."""
        inner = self.widget()
        if inner is not None:
            self.setFixedHeight(min(self._most, max(0, inner.heightForWidth(self.viewport().width()))))

    def limit(self, most: int) -> None:
        """Be no higher than this."""
        self._most = most
        self._fit()

    def chosen(self) -> list[ArticleId]:
        """The articles that are ticked."""
        return [id for id, tick in self.ticks.items() if tick.isChecked()]

    def freeze(self, on: bool) -> None:
        """Take no more ticks, or take them again."""
        inner = self.widget()
        if inner is not None:
            inner.setEnabled(not on)

    def _row(self, candidate: Candidate, *, ticked: bool) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(1, 0, 1, 0)
        grid.setHorizontalSpacing(0)
        grid.setColumnMinimumWidth(0, INDENT)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        tick = QCheckBox()
        tick.setMaximumWidth(INDENT)
        headline = candidate.headline or tr("Untitled")
        tick.setAccessibleName(headline)
        free = not candidate.problems and candidate.kind is not CandidateKind.SAME
        tick.setEnabled(free)
        # A change may be half made: it goes out, as what waits for its time, only by a person's own hand.
        tick.setChecked(free and ticked and candidate.opens is None)
        tick.toggled.connect(lambda _on: self.changed.emit())
        self.ticks[candidate.article] = tick
        name = ElidedLabel(headline, "" if tick.isChecked() else "soft")
        name.setFont(self._context.look.interface(13, QFont.Weight.DemiBold))
        facts = self._facts(candidate)
        tick.setAccessibleDescription(facts.accessibleName())
        self.facts[candidate.article] = facts
        grid.addWidget(tick, 0, 0, Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(name, 0, 1)
        grid.addWidget(facts, 1, 1)
        if candidate.kind is CandidateKind.CHANGED:
            compare = button(tr("Compare"), lambda: self.compare_wanted.emit(candidate.article), "link")
            compare.setAccessibleDescription(headline)
            grid.addWidget(compare, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _facts(self, candidate: Candidate) -> QLabel:
        """One line of what it is, then in their colours what stands in its way and what to look at."""
        made = label("", "soft", wrap=True)
        made.setTextFormat(Qt.TextFormat.RichText)
        plain = tr(" · ").join(self._said(candidate))
        problems = " ".join(str(one) for one in candidate.problems)
        # The times are said already, as people write them.
        warnings = " ".join(str(one) for one in candidate.warnings if "time" not in dict(one.values))
        made.setAccessibleName(tr(" · ").join(text for text in (plain, problems, warnings) if text))

        def paint() -> None:
            tokens = self._context.look.tokens
            parts = [escape(plain)]
            for text, colour in ((problems, tokens.bad), (warnings, tokens.warn)):
                if text:
                    parts.append(f'<span style="color: {colour}">{escape(text)}</span>')
            made.setText(tr(" · ").join(parts))

        on_look(made, self._context.look, paint)
        return made

    def _said(self, candidate: Candidate) -> list[str]:
        edition = self._editions.get(candidate.edition, "")
        if edition:
            # It may run the other way than the words around it.
            edition = f"\u2068{edition}\u2069"
        now = self._context.clock()
        match candidate.kind:
            case CandidateKind.CHANGED if candidate.released:
                since = moment_words(candidate.released, now, self._zone)
                said = [tr("Changed since {time}", time=since), edition]
            case CandidateKind.SAME:
                said = [edition] if candidate.opens else [tr("Readers have it as it is"), edition]
            case CandidateKind.WITHHELD:
                said = [edition, tr("stays out of every page and feed")]
            case _:
                said = [tr("New"), edition]
        if candidate.opens is not None and candidate.kind is not CandidateKind.WITHHELD:
            said = [self._waits(candidate.article, candidate.opens), tr("stays out of every page and feed")]
        return [text for text in said if text]

    def _waits(self, id: ArticleId, opens: datetime) -> str:
        article = self._context.read.get(Article, id)
        time = day_and_time(opens.astimezone(self._zone), self._context.clock().astimezone(self._zone).year)
        if article is not None and article.embargo is not None and article.embargo >= opens:
            return tr("Embargoed until {time}", time=time)
        return tr("Not before {time}", time=time)


def day_and_time(local: datetime, year: int) -> str:
    """A day with its name, and the time: “Friday 6 February, 00:01”; with the year if it is another."""
    form = "dddd d MMMM" if local.year == year else "dddd d MMMM yyyy"
    date = QLocale().toString(QDate(local.year, local.month, local.day), form)
    return tr("{date}, {time}", date=date, time=time_words(local))
