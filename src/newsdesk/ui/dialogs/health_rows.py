"""What a check found or a repair did, one under the other: a sentence, the names it is about, what helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.i18n import ntr, tr
from newsdesk.newsroom.checking_up import found_words, help_words, left_words, mended_words
from newsdesk.store import Fault, Finding, Remedy
from newsdesk.ui.dialogs.sheet import ROOM, beside_scroll_bar
from newsdesk.ui.kit.icons import pixmap
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import label, on_look, rule

SHOWN = 4
"""How many of the names are shown."""

HIGHEST = 380
"""Pixels after which the rows scroll."""

ICON = 18


@dataclass(frozen=True, slots=True)
class Line:
    """One row; `tone` is good, warn or bad, and gives the icon and its colour."""

    tone: str
    text: str
    names: str = ""
    advice: str = ""


def line_of(finding: Finding, *, left: bool = False) -> Line:
    """The row of something that is wrong, or that a repair `left`."""
    tone = "bad" if finding.remedy is Remedy.SALVAGE or finding.fault is Fault.CONTENTS else "warn"
    # What SQLite says of a damaged page helps nobody here.
    names = "" if finding.fault in (Fault.DAMAGED, Fault.INDEXES, Fault.REFERENCES) else names_words(finding)
    return Line(tone, found_words(finding), names, left_words(finding) if left else help_words(finding))


def line_of_mended(finding: Finding) -> Line:
    """The row of something that was put right."""
    return Line("good", mended_words(finding))


def names_words(finding: Finding) -> str:
    """The names that a finding counts, as many as are shown."""
    shown = tr(" · ").join(finding.names[:SHOWN])
    left = finding.count - len(finding.names[:SHOWN])
    if not shown or left <= 0:
        return shown
    return ntr("{names} and {count} more", "{names} and {count} more", left, names=shown)


class Lines(QScrollArea):
    """The rows; a long list scrolls."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("What was found"))
        self.shown: list[Line] = []

    def show_lines(self, lines: Sequence[Line], width: int) -> None:
        """Show these, in a sheet with so much room for them."""
        self.shown = list(lines)
        column = QVBoxLayout()
        column.setSpacing(0)
        for line in lines:
            column.addWidget(rule())
            column.addWidget(self._row(line))
        column.addStretch(1)
        self.setWidget(beside_scroll_bar(column))
        self.setFixedHeight(min(HIGHEST, column.totalHeightForWidth(width - ROOM) if lines else 0))

    def _row(self, line: Line) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 12, 0, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        mark = label("")
        icon = "check" if line.tone == "good" else "warning"
        on_look(
            mark,
            self._look,
            lambda: mark.setPixmap(pixmap(icon, self._look.colour(line.tone), ICON, mark.devicePixelRatioF())),
        )
        grid.addWidget(mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        text = label(line.text, wrap=True)
        text.setStyleSheet("font-weight: 600;" if line.tone != "good" else "")
        grid.addWidget(text, 0, 1)
        for number, said in enumerate((line.names, line.advice), start=1):
            if said:
                grid.addWidget(label(said, "label" if number == 1 else "soft", wrap=True), number, 1)
        return row
