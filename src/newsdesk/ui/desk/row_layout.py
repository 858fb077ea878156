"""Where everything of an article's row stands, worked out once and kept as long as it is true."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from newsdesk.i18n import tr
from newsdesk.model.query import HIT_END, HIT_START, EditionChip, Order
from newsdesk.newsroom import readable_snippet
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.tokens import THUMBNAIL
from newsdesk.ui.models.article_list import Line
from newsdesk.ui.models.row_words import RowWords, Told

EDGE, TRAIL, ABOVE, BETWEEN = 16, 10, 12, 12
HEADLINE_LINE, META_LINE, SNIPPET_LINE, CHIP = 18, 16, 17, 17
GAP, CHIP_GAP, CHIP_PADDING = 5, 4, 5
SQUARE = 8
KEPT = 600
ONE_LINE, BEFORE_HIT = 28, 24
"""Characters: what fits on one line, and what may stand before the first found word."""
_SEPARATOR = "\u2028"
"""Ends a line within a text."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row laid out, in a place that begins at 0, 0 and is `width` wide, for a window from left to right."""

    told: Told
    headline: QTextLayout
    meta: str
    meta_place: QRectF
    snippet: QTextLayout | None
    snippet_top: float
    chips: tuple[tuple[EditionChip, str, QRectF], ...]
    notes: tuple[tuple[str, str, QRectF], ...]
    text: QRectF


class RowLayouts:
    """Lays rows out and keeps them by their articles."""

    def __init__(self, look: Look, words: RowWords) -> None:
        self._look = look
        self._words = words
        self._kept: OrderedDict[str, tuple[Line, tuple[object, ...], Drawn]] = OrderedDict()
        self._day: date = words.today()
        self.refont()

    def refont(self) -> None:
        """Take the fonts of the look as it is now."""
        self.headline = self._look.writing(14, QFont.Weight.DemiBold)
        self.meta = self._look.interface(12)
        self.chip = self._look.interface(10, QFont.Weight.DemiBold)
        self._kept.clear()

    def new_day(self) -> None:
        """Say times as they are said today, if that is another day than before."""
        if self._day != self._words.today():
            self._day = self._words.today()
            self._kept.clear()

    def height(self, line: Line, order: Order) -> int:
        """How high a row is: by what it has, not by how its words run, so that no text need be measured."""
        height = 2 * HEADLINE_LINE + GAP + META_LINE
        if line.snippet:
            height += snippet_lines(line.snippet) * SNIPPET_LINE + GAP
        if line.row.chips:
            height += CHIP + GAP
        height += self._words.note_count(line.row, order) * (META_LINE + 2)
        return ABOVE + height + ABOVE

    def drawn(self, line: Line, order: Order, width: int, *, mirrored: bool = False) -> Drawn:
        """The row laid out for a width."""
        wanted = (width, order, mirrored, self._words.names.version)
        kept = self._kept.get(line.row.article)
        if kept and kept[0] is line and kept[1] == wanted:
            self._kept.move_to_end(line.row.article)
            return kept[2]
        made = self._lay_out(line, order, width, mirrored)
        self._kept[line.row.article] = (line, wanted, made)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return made

    def _lay_out(self, line: Line, order: Order, width: int, mirrored: bool) -> Drawn:
        told = self._words.told(line.row, order)
        left = EDGE + THUMBNAIL[0] + BETWEEN
        room = max(width - left - TRAIL, 40)
        headline = _two_lines(told.headline, self.headline, room, mirrored)
        y: float = ABOVE + headline.lineCount() * HEADLINE_LINE + GAP
        meta_place = QRectF(left, y, room, META_LINE)
        y += META_LINE
        notes = []
        for text, tone in told.notes:
            y += 2
            notes.append((self._elided(text, room - SQUARE - 6), tone, QRectF(left, y, room, META_LINE)))
            y += META_LINE
        snippet, snippet_top = None, 0.0
        if line.snippet:
            y += GAP
            snippet, snippet_top = _found_words(line.snippet, self.meta, room, mirrored), y
            y += snippet.lineCount() * SNIPPET_LINE
        return Drawn(
            told,
            headline,
            self._meta(told, room),
            meta_place,
            snippet,
            snippet_top,
            self._chips(line, left, y + GAP, room),
            tuple(notes),
            QRectF(left, ABOVE, room, y - ABOVE),
        )

    def _meta(self, told: Told, room: float) -> str:
        """Section, status and time; where there is too little room the name of the section gives way."""
        metrics = QFontMetricsF(self.meta)
        between = tr(" · ")
        facts = between.join(told.facts)
        if not told.section:
            return self._elided(facts, room)
        rest = between + facts
        left = room - SQUARE - 6 - metrics.horizontalAdvance(rest)
        section = metrics.elidedText(told.section, Qt.TextElideMode.ElideRight, max(left, 30))
        return self._elided(section + rest, room - SQUARE - 6)

    def _elided(self, text: str, room: float) -> str:
        return QFontMetricsF(self.meta).elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _chips(
        self, line: Line, left: float, top: float, room: float
    ) -> tuple[tuple[EditionChip, str, QRectF], ...]:
        metrics, x, chips = QFontMetricsF(self.chip), left, []
        for chip in line.row.chips:
            code = self._words.names.code(chip.edition)
            width = round(metrics.horizontalAdvance(code)) + 2 * CHIP_PADDING
            if x + width > left + room:
                break
            chips.append((chip, code, QRectF(x, top, width, CHIP)))
            x += width + CHIP_GAP
        return tuple(chips)


def _two_lines(text: str, font: QFont, room: float, mirrored: bool) -> QTextLayout:
    """A text on at most two lines, with … where it goes on."""
    page = Page(font, room, HEADLINE_LINE, mirrored)
    layout = page.laid(text, 3)
    if layout.lineCount() > 2:
        first, rest = _cut(text, layout.lineAt(1).textStart())
        rest = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, room - 1)
        layout = page.laid(first.rstrip() + _SEPARATOR + rest, 2)
    return layout


def _found_words(snippet: str, font: QFont, room: float, mirrored: bool) -> QTextLayout:
    """What was found, on the lines that `snippet_lines` has for it, the found words bold."""
    plain, ranges, start = "", [], 0
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    for char in _from_first_hit(readable_snippet(snippet)):
        if char == HIT_START:
            start = len(plain)
        elif char == HIT_END:
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = _utf16(plain[:start]), _utf16(plain[start:]), bold
            ranges.append(found)
        else:
            plain += char
    return Page(font, room, SNIPPET_LINE, mirrored).laid(plain, snippet_lines(snippet), ranges)


def snippet_lines(snippet: str) -> int:
    """How many lines are kept for a snippet: told by its length, as all heights are told without measuring."""
    return 1 if len(snippet) <= ONE_LINE else 2


def _from_first_hit(snippet: str) -> str:
    """A snippet without most of what stands before the first found word, which must be in sight."""
    before, mark, rest = snippet.partition(HIT_START)
    if not mark or len(before) <= BEFORE_HIT:
        return snippet
    return f"…{before[-BEFORE_HIT:].partition(' ')[2]}{mark}{rest}"


def _utf16(text: str) -> int:
    """How many places a text takes in Qt's strings."""
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, place: int) -> tuple[str, str]:
    """A text in two, at a place as Qt counts it."""
    coded = text.encode("utf-16-le")
    return coded[: 2 * place].decode("utf-16-le"), coded[2 * place :].decode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Page:
    """How a text is set: its font, how wide its lines are, how far apart, and at which side they begin."""

    font: QFont
    room: float
    height: float
    mirrored: bool

    def laid(self, text: str, most: int, formats: Sequence[QTextLayout.FormatRange] = ()) -> QTextLayout:
        """The first `most` lines of a text, each in the direction of its own script."""
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        side = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats(list(formats))
        layout.beginLayout()
        for number in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.room)
            line.setPosition(QPointF(0, number * self.height))
        layout.endLayout()
        return layout
