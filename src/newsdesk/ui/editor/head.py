"""The head of an article as it is written: kicker, headline, standfirst, byline and dateline."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import PersonId
from newsdesk.model.names import name_in
from newsdesk.model.person import Person
from newsdesk.ui.editor.head_byline import BylineRow, Signed
from newsdesk.ui.kit.growing_text import GrowingText
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import on_look, rule

KICKER_SPACING = 107
"""Per cent; scripts that join their letters have none."""

_HEADLINE = (32, 88)
_STANDFIRST = (18, 110)
"""Pixels, with the lines' height in per cent of the font's own (together 1.2 and 1.5)."""


class Head(QWidget):
    """Shows and emits. `edited` names the text field that a person changed; `went_on` asks for the body."""

    edited = Signal(str)
    signed = Signal(list)
    place_edited = Signal()
    place_left = Signal()
    went_on = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._joined = False
        self.fields = {
            "kicker": GrowingText(tr("Kicker"), tr("Kicker")),
            "headline": GrowingText(tr("Headline"), tr("Headline")),
            "standfirst": GrowingText(
                tr("Standfirst"), tr("Standfirst: one or two sentences that say what is new")
            ),
        }
        self.byline = BylineRow(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for (name, field), below in zip(self.fields.items(), (8, 10, 18), strict=True):
            column.addWidget(field)
            column.addSpacing(below)
            field.edited.connect(lambda name=name: self.edited.emit(name))
            field.submitted.connect(lambda name=name: self._go_on(name))
            field.installEventFilter(self)
        column.addWidget(self.byline)
        column.addSpacing(16)
        column.addWidget(rule())
        self.byline.signed.connect(self.signed)
        self.byline.place_edited.connect(self.place_edited)
        self.byline.place_left.connect(self.place_left)
        self.byline.went_on.connect(self.went_on)
        self.byline.went_back.connect(lambda: self._go("", -1))
        on_look(self, look, lambda: self._paint())

    def read_only(self) -> None:
        """Let nothing be typed here; texts can be selected."""
        for field in self.fields.values():
            field.setReadOnly(True)
        self.byline.setEnabled(False)

    def show_edition(self, edition: Edition) -> None:
        """Write as the edition's language is written."""
        right_to_left = edition.direction == "rtl"
        self._joined = right_to_left
        direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(direction)
        for field in self.fields.values():
            option = field.document().defaultTextOption()
            option.setTextDirection(direction)
            field.document().setDefaultTextOption(option)
        self._paint()

    def show_text(self, name: str, text: str) -> None:
        """Show a text field's text."""
        self.fields[name].set_text(text)

    def show_people(self, article: Article, people: Mapping[PersonId, Person]) -> None:
        """Show who signs and from where; `people` are all there are, by id."""
        names = {id: name_in(person.names, article.edition).text for id, person in people.items()}
        self.byline.offer({name: str(id) for id, name in names.items()})
        self.byline.show_signed(
            [Signed(one.person, names[one.person], one.role) for one in article.bylines if one.person in names]
        )

    def forget_typing(self) -> None:
        """Another article: what was typed in the last one cannot be taken back here."""
        for field in self.fields.values():
            field.document().clearUndoRedoStacks()

    def text(self, name: str) -> str:
        """What stands in a text field."""
        return self.fields[name].text()

    @property
    def place(self) -> str:
        """The dateline as typed."""
        return self.byline.place.text().strip()

    def enter(self, name: str = "headline") -> None:
        """Put the caret at the end of a field."""
        field = self.fields[name]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.moveCursor(QTextCursor.MoveOperation.End)

    def enter_from_below(self) -> None:
        """Put the caret into the last field."""
        self.byline.place.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up in the first line of a field and Down in the last go to the field before and after."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = {
                Qt.Key.Key_Up: (-1, QTextCursor.MoveOperation.Up),
                Qt.Key.Key_Down: (1, QTextCursor.MoveOperation.Down),
            }
            found = keys.get(Qt.Key(event.key()))
            if found and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                name = next(name for name, field in self.fields.items() if field is watched)
                if not self.fields[name].textCursor().movePosition(found[1]):
                    self._go(name, found[0])
                    return True
        return super().eventFilter(watched, event)

    def _go_on(self, name: str) -> None:
        """Enter leads from field to field and then into the text; the byline is for Tab and the arrows."""
        if name == "standfirst":
            self.went_on.emit()
        else:
            self._go(name, 1)

    def _go(self, name: str, way: int) -> None:
        """From a field (empty: the byline) to the next, or the one before."""
        names = [*self.fields, ""]
        place = names.index(name) + way
        if place < 0:
            return
        if names[place]:
            self.enter(names[place])
        else:
            self.byline.enter()

    def _paint(self) -> None:
        look = self._look
        kicker = look.interface(12, QFont.Weight.DemiBold)
        if not self._joined:
            kicker.setCapitalization(QFont.Capitalization.AllUppercase)
            kicker.setLetterSpacing(QFont.SpacingType.PercentageSpacing, KICKER_SPACING)
        headline, standfirst = look.writing(_HEADLINE[0], QFont.Weight.Bold), look.writing(_STANDFIRST[0])
        spacing = (100, 100) if self._joined else (_HEADLINE[1], _STANDFIRST[1])
        self.fields["kicker"].set_writing(kicker)
        self.fields["headline"].set_writing(headline, spacing[0])
        self.fields["standfirst"].set_writing(standfirst, spacing[1])
        for name, colour in (("kicker", "accent"), ("headline", "text"), ("standfirst", "soft")):
            palette = self.fields[name].palette()
            palette.setColor(QPalette.ColorRole.Text, look.colour(colour))
            palette.setColor(QPalette.ColorRole.PlaceholderText, look.colour("faint"))
            self.fields[name].setPalette(palette)
