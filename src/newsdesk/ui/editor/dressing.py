"""How what is written looks: the formats of a line, by what it is and by the marks in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextCharFormat, QTextLayout

from newsdesk.model.lines import LISTED, Line, LineKind
from newsdesk.model.spans import Mark, runs
from newsdesk.ui.kit.look import Look

_HEADING_SIZES = (1.42, 1.42, 1.2, 1.06, 1.0, 1.0)
_PULL_SIZE = 1.24
"""Sizes beside that of the text."""

_BULLET_ROOM = 5
"""Pixels that each character before the text of an item is wider, so that items stand in."""


def scale_of(line: Line) -> float:
    """How large a line is beside the text."""
    if line.kind is LineKind.HEADING:
        return _HEADING_SIZES[max(0, min(line.level, 6) - 1)]
    return _PULL_SIZE if line.kind is LineKind.PULL else 1.0


class Dressing:
    """Gives the formats of a line in the look of now; they are made once and kept."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._made: dict[tuple[LineKind, int, int], QTextCharFormat] = {}

    def forget(self) -> None:
        """The look is another."""
        self._made.clear()

    def formats(self, line: Line, text: str) -> list[QTextLayout.FormatRange]:
        """The formats of a line of text, one after the other, later ones on top."""
        found = []
        kind, level = line.kind, line.level if line.kind is LineKind.HEADING else 0
        if kind not in (LineKind.PARAGRAPH, LineKind.BULLET, LineKind.NUMBER):
            found.append(self._range(0, len(text), kind, level, 0))
        if kind in (LineKind.CODE, LineKind.RULE):
            return found
        if line.prefix:
            found.append(self._range(0, line.prefix, kind, level, -1))
        found += [self._range(start, length, kind, level, mark) for start, length, mark in runs(text, line.prefix)]
        return found

    def hidden(self, text: str) -> list[QTextLayout.FormatRange]:
        """Formats in which nothing of a line is seen: something else is drawn in its place."""
        return [self._range(0, len(text), LineKind.RULE, 0, 0)]

    def _range(self, start: int, length: int, kind: LineKind, level: int, mark: int) -> QTextLayout.FormatRange:
        key = (kind, level, int(mark))
        if key not in self._made:
            self._made[key] = self._make(kind, level, mark)
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, length, self._made[key]
        return made

    def _make(self, kind: LineKind, level: int, mark: int) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(
            self._font(kind, level, mark), QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll
        )
        made.setForeground(self._colour(kind, mark))
        if mark > 0 and mark & Mark.TK:
            made.setBackground(self._look.colour("mark"))
        if mark > 0 and mark & Mark.NOTE:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return made

    def _font(self, kind: LineKind, level: int, mark: int) -> QFont:
        scale = scale_of(Line(kind, 0, level))
        font = self._look.writing(round(self._look.preferences.writing_size * scale))
        if kind is LineKind.HEADING:
            font.setWeight(QFont.Weight.Bold)
        if kind in (LineKind.QUOTE, LineKind.PULL) and mark >= 0:
            font.setItalic(True)
        if kind in (LineKind.CODE, LineKind.TABLE) or (mark > 0 and mark & Mark.CODE):
            font.setFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
            font.setPixelSize(round(font.pixelSize() * 0.88))
        if mark == -1 and kind is LineKind.BULLET:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _BULLET_ROOM)
        if mark > 0:
            font.setWeight(QFont.Weight.Bold if mark & Mark.STRONG else font.weight())
            font.setItalic(font.italic() != bool(mark & Mark.EMPHASIS))
        return font

    def _colour(self, kind: LineKind, mark: int) -> QColor:
        if mark == -1:
            hidden = kind in (LineKind.QUOTE, LineKind.PULL, LineKind.BULLET, LineKind.GAP)
            return QColor(Qt.GlobalColor.transparent) if hidden else self._look.colour(_prefix_colour(kind))
        if kind in (LineKind.RULE, LineKind.GAP):
            return QColor(Qt.GlobalColor.transparent)
        for what, name in ((Mark.SIGN, "faint"), (Mark.TK, "mark_text"), (Mark.LINK | Mark.NOTE, "accent")):
            if mark & what:
                return self._look.colour(name)
        return self._look.colour("soft" if kind is LineKind.CODE else "text")


def _prefix_colour(kind: LineKind) -> str:
    return "soft" if kind in LISTED | {LineKind.NOTE} else "faint"
