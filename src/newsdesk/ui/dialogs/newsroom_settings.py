"""The settings of the newsroom: what shapes every page, and its editions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import available_timezones

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, tr
from newsdesk.newsroom import SETTINGS as NEWSROOM_SETTERS
from newsdesk.newsroom import set_newsroom
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.edition_rows import EditionRows
from newsdesk.ui.dialogs.sheet import beside_scroll_bar, button_row, made_sheet, while_open
from newsdesk.ui.dialogs.still_combo import StillComboBox
from newsdesk.ui.kit.completion import stand_aside
from newsdesk.ui.kit.widgets import button, field, label, rule

WIDTH = 560
HEIGHT = 440
SWATCH = QSize(22, 14)


class Shape(StrEnum):
    """With what a setting is set."""

    TEXT = "text"
    COLOUR = "colour"
    ZONE = "zone"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True)
class Setting:
    """One field of the newsroom in the dialog."""

    name: str
    label: str
    help: str = ""
    shape: Shape = Shape.TEXT


SETTINGS: Sequence[Setting] = (
    Setting("title", N_("&Title"), N_("The name that readers see.")),
    Setting("tagline", N_("Ta&gline"), N_("A few words under the title.")),
    Setting("logo", N_("&Logo"), N_("The name of a picture in the folder “theme” of the newsroom.")),
    Setting("accent", N_("&Accent"), N_("The one colour of links and lines on the pages."), Shape.COLOUR),
    Setting("zone", N_("Time &zone"), N_("In which the times of articles are meant."), Shape.ZONE),
    Setting("base_url", N_("&Address of the site"), N_("Such as https://example.org/; feeds need it.")),
    Setting("address", N_("Addresses of &pages"), N_("Places: {{section}} {{year}} {{month}} {{day}} {{slug}}")),
    Setting("credit_form", N_("&Credit form"), N_("Places: {{person}} {{agency}} {{distributor}}")),
    Setting("comments", N_("Articles have co&mments"), "", Shape.SWITCH),
    Setting("comments_text", N_("What the comments page &holds"), N_("A text, an address, or an HTML snippet.")),
)


class NewsroomDialog(QDialog):
    """The fields are written together by Save; editions at once, each as a step that can be undone."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.fields: dict[str, QWidget] = {}
        column = made_sheet(self, tr("Newsroom settings"), WIDTH)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setMinimumHeight(HEIGHT)
        self._area.setWidget(self._made_rows())
        column.addWidget(self._area, 1)
        self._fault = label("", "bad", wrap=True)
        self._fault.hide()
        column.addWidget(self._fault)
        self.save = button(tr("&Save"), self._save, "primary")
        self.save.setDefault(True)
        column.addLayout(button_row(button(tr("Cancel"), self.reject), self.save))

    @property
    def fault(self) -> str:
        """What is wrong, or nothing."""
        return "" if self._fault.isHidden() else self._fault.text()

    def _made_rows(self) -> QWidget:
        rows = QVBoxLayout()
        rows.setSpacing(14)
        newsroom = self._context.read.newsroom()
        for about in SETTINGS:
            rows.addWidget(self._row(about, getattr(newsroom, about.name)))
        rows.addWidget(rule())
        rows.addWidget(label(tr("EDITIONS"), "head"))
        self.editions = EditionRows(self._context, self, self._tell)
        rows.addWidget(self.editions)
        return beside_scroll_bar(rows)

    def _row(self, about: Setting, value: object) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._field(about, value))
        if about.help:
            said = label(tr(about.help), "label", wrap=True)
            self.fields[about.name].setAccessibleDescription(said.text())
            column.addWidget(said)
        return made

    def _field(self, about: Setting, value: object) -> QWidget:
        if about.shape is Shape.SWITCH:
            tick = QCheckBox(tr(about.label))
            tick.setChecked(value is True)
            self.fields[about.name] = tick
            return tick
        if about.shape is Shape.ZONE:
            combo, typed = StillComboBox(), QLineEdit()
            combo.setLineEdit(typed)
            combo.addItems(sorted(available_timezones()))
            combo.setCurrentText(str(value))
            completer = QCompleter(combo.model(), combo)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            combo.setCompleter(completer)
            stand_aside(typed, completer)
            self.fields[about.name] = combo
            return field(tr(about.label), combo)
        line = QLineEdit(str(value))
        line.setCursorPosition(0)
        self.fields[about.name] = line
        return field(tr(about.label), self._with_swatch(line) if about.shape is Shape.COLOUR else line)

    def _with_swatch(self, line: QLineEdit) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        choose = button(tr("Choose…"), lambda: self._choose_colour(line))
        choose.setIconSize(SWATCH)
        choose.setAccessibleName(tr("Choose the accent"))
        row.addWidget(choose)
        line.setAccessibleName(tr("Accent"))
        pair.setFocusProxy(line)

        def show(text: str) -> None:
            swatch = QPixmap(SWATCH)
            swatch.fill(Qt.GlobalColor.transparent)
            if QColor.isValidColorName(text):
                painter = QPainter(swatch)
                painter.fillRect(swatch.rect().adjusted(4, 0, -4, 0), QColor(text))
                painter.end()
            choose.setIcon(QIcon(swatch))

        line.textChanged.connect(show)
        show(line.text())
        return pair

    def _choose_colour(self, line: QLineEdit) -> None:
        chosen = QColorDialog.getColor(QColor(line.text()), self, tr("Accent"))
        if chosen.isValid():
            line.setText(chosen.name())

    def _save(self) -> None:
        before = self._context.read.newsroom()
        values = {}
        for about in SETTINGS:
            old = getattr(before, about.name)
            new = _text(self.fields[about.name])
            if new == (_switch(old) if isinstance(old, bool) else old):
                continue
            try:
                NEWSROOM_SETTERS[about.name](before, new)
            except Trouble as trouble:
                self._tell(trouble)
                self.fields[about.name].setFocus()
                self._area.ensureWidgetVisible(self.fields[about.name])
                return
            values[about.name] = new
        if not values:
            self.accept()
            return
        self._context.do(
            lambda store: set_newsroom(store, values),
            while_open(self, lambda _newsroom: self.accept()),
            while_open(self, self._tell),
        )

    def _tell(self, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, Trouble):
            raise error
        self._fault.setText("" if error is None else str(error))
        self._fault.setVisible(error is not None)


def _switch(on: bool) -> str:
    return "on" if on else "off"


def _text(widget: QWidget) -> str:
    if isinstance(widget, QCheckBox):
        return _switch(widget.isChecked())
    if isinstance(widget, QComboBox):
        return widget.currentText().strip()
    return widget.text().strip() if isinstance(widget, QLineEdit) else ""
