"""The settings of the newsroom: what shapes every page, and its editions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, tr
from newsdesk.model.edition import Edition
from newsdesk.newsroom import LANGUAGES, add_edition, remove_edition, set_newsroom
from newsdesk.store import Store
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.sheet import button_row, made_sheet, while_open
from newsdesk.ui.kit.widgets import button, field, label, rule

WIDTH = 560


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
        area = QScrollArea(widgetResizable=True)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 10, 0)
        rows.setSpacing(10)
        newsroom = context.read.newsroom()
        for about in SETTINGS:
            rows.addWidget(self._row(about, getattr(newsroom, about.name)))
            if about.help:
                rows.addWidget(label(tr(about.help), "label", wrap=True))
        rows.addWidget(rule())
        rows.addWidget(label(tr("EDITIONS"), "head"))
        self._editions = QVBoxLayout()
        rows.addLayout(self._editions)
        area.setWidget(inner)
        area.setMinimumHeight(420)
        column.addWidget(area, 1)
        self._fault = label("", "bad", wrap=True)
        self._fault.hide()
        column.addWidget(self._fault)
        self.save = button(tr("&Save"), self._save, "primary")
        column.addLayout(button_row(button(tr("Cancel"), self.reject), self.save))
        self._show_editions()

    @property
    def fault(self) -> str:
        """What is wrong, or nothing."""
        return self._fault.text()

    def _row(self, about: Setting, value: object) -> QWidget:
        if about.shape is Shape.SWITCH:
            tick = QCheckBox(tr(about.label))
            tick.setChecked(value is True)
            self.fields[about.name] = tick
            return tick
        if about.shape is Shape.ZONE:
            combo = QComboBox(editable=True)
            combo.addItems(sorted(available_timezones()))
            combo.setCurrentText(str(value))
            combo.completer().setFilterMode(Qt.MatchFlag.MatchContains)
            self.fields[about.name] = combo
            return field(tr(about.label), combo)
        line = QLineEdit(str(value))
        self.fields[about.name] = line
        if about.shape is not Shape.COLOUR:
            return field(tr(about.label), line)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        row.addWidget(button(tr("Choose…"), lambda: self._choose_colour(line)))
        line.setAccessibleName(tr(about.label).replace("&", ""))
        return field(tr(about.label), pair)

    def _choose_colour(self, line: QLineEdit) -> None:
        chosen = QColorDialog.getColor(QColor(line.text()), self, tr("Accent"))
        if chosen.isValid():
            line.setText(chosen.name())

    def _save(self) -> None:
        before = self._context.read.newsroom()
        values = {}
        for about in SETTINGS:
            widget, old = self.fields[about.name], getattr(before, about.name)
            new = _text(widget)
            if new != (("on" if old else "off") if isinstance(old, bool) else old):
                values[about.name] = new
        if not values:
            self.accept()
            return
        self._context.do(
            lambda store: set_newsroom(store, values),
            while_open(self, lambda _newsroom: self.accept()),
            while_open(self, self._tell),
        )

    def _show_editions(self) -> None:
        while (item := self._editions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        main = self._context.read.newsroom().main_edition
        for edition in self._context.read.every(Edition):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label(edition.name), 1)
            if edition.id == main:
                row.addWidget(label(tr("main edition"), "soft"))
            else:
                name = edition.name
                remove = button(tr("Remove"), self._remover(edition), "link")
                remove.setAccessibleName(tr("Remove the edition {name}", name=name))
                row.addWidget(remove)
            self._editions.addWidget(line)
        combo = QComboBox()
        combo.setAccessibleName(tr("Add an edition"))
        combo.addItem(tr("Add an edition…"), "")
        for tag, name in LANGUAGES.items():
            combo.addItem(name, tag)
        combo.activated.connect(lambda _index: self._add(combo.currentData()))
        self._editions.addWidget(combo)

    def _add(self, tag: str) -> None:
        if tag:
            self._step(lambda store: add_edition(store, tag))

    def _remover(self, edition: Edition) -> Callable[[], None]:
        return lambda: self._step(lambda store: remove_edition(store, edition.id))

    def _step(self, act: Callable[[Store], object]) -> None:
        self._context.do(
            act, while_open(self, lambda _result: self._show_editions()), while_open(self, self._tell)
        )

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._fault.setText(str(error))
        self._fault.show()


def _text(widget: QWidget) -> str:
    if isinstance(widget, QCheckBox):
        return "on" if widget.isChecked() else "off"
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text().strip() if isinstance(widget, QLineEdit) else ""
