"""The first thing that a person sees: how they work, and which newsroom to open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from newsdesk.i18n import tr
from newsdesk.model.slug import slug_of
from newsdesk.newsroom import LANGUAGES, place_warning
from newsdesk.settings import Preferences, Way
from newsdesk.ui.dialogs.sheet import button_row, fit, made_sheet
from newsdesk.ui.dialogs.way_card import WayCard
from newsdesk.ui.kit.widgets import button, field, label, rule, set_tone

WIDTH = 560
RECENT = 4
"""How many newsrooms that were opened before are offered."""


class Make(StrEnum):
    """What is done with the folder that was chosen."""

    OPEN = "open"
    NEW = "new"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Start:
    """What a person chose. `title` and `language` (a BCP 47 tag) are of a newsroom to be made."""

    way: Way
    make: Make
    folder: Path
    title: str = ""
    language: str = ""


class StartDialog(QDialog):
    """Asks how a person works and for a newsroom. `choice` is None until it is accepted.

    A folder where a newsroom should not lie is taken at the second click, after it was said why.
    """

    def __init__(
        self, preferences: Preferences, recent: Sequence[Path], home: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.choice: Start | None = None
        self._doubtful: Start | None = None
        self._home = home
        column = made_sheet(self, tr("Welcome to Newsdesk"), WIDTH)
        column.addWidget(label(tr("How do you work? You can change it later in the preferences."), "soft"))
        self.solo = WayCard(tr("Just &me"), tr("I write and publish by myself."), self)
        self.desk = WayCard(tr("A &desk"), tr("Several people file, edit and publish."), self)
        ways = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in (self.solo, self.desk):
            ways.addButton(card)
            row.addWidget(card)
        (self.desk if preferences.way is Way.DESK else self.solo).setChecked(True)
        column.addLayout(row)
        column.addSpacing(4)
        column.addWidget(rule())
        column.addSpacing(4)
        self.sample = button(tr("&Look around in the sample newsroom"), self._take_sample, "primary")
        self.make = button(tr("Make a &newsroom…"), self._unfold)
        self.open_folder = button(tr("&Open a folder…"), self._take_folder)
        self._choices = self._made_choices(recent[:RECENT])
        self.form = self._made_form()
        self._fault = label("", "bad", wrap=True)
        self.anyway = button(tr("Keep it there &anyway"), self._take_doubtful)
        for widget in (self._choices, self.form, self._fault, self.anyway):
            column.addWidget(widget)
        for widget in (self._fault, self.anyway):
            widget.hide()
        self.sample.setFocus()
        fit(self)

    @property
    def fault(self) -> str:
        """What is wrong, or nothing."""
        return self._fault.text()

    def _made_choices(self, recent: Sequence[Path]) -> QWidget:
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for one in (self.sample, self.make, self.open_folder):
            column.addWidget(one)
        if recent:
            column.addSpacing(6)
            column.addWidget(label(tr("OPENED BEFORE"), "head"))
        for folder in recent:
            column.addLayout(self._recent(folder))
        return choices

    def _recent(self, folder: Path) -> QHBoxLayout:
        # Whoever opened it before has been told of its place.
        name = button(
            folder.name.replace("&", "&&"), lambda: self._accept(self._chosen(Make.OPEN, folder)), "link"
        )
        name.setToolTip(str(folder))
        place = label(f"\u2066{folder.parent}\u2069", "label")
        row = button_row(name, place, None)
        row.setContentsMargins(0, 0, 0, 0)
        return row

    def _made_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.title = QLineEdit()
        self.language = QComboBox()
        for tag, name in LANGUAGES.items():
            self.language.addItem(name, tag)
        own = self.language.findData(QLocale().name().split("_")[0])
        self.language.setCurrentIndex(own if own >= 0 else self.language.findData("en"))
        self.place = QLineEdit(str(self._home / "newsroom"))
        column.addWidget(field(tr("&Title, as readers see it"), self.title))
        column.addWidget(field(tr("Main lan&guage"), self.language))
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.place, 1)
        row.addWidget(button(tr("&Choose…"), self._choose_place))
        self.place.setAccessibleName(tr("Folder"))
        pair.setFocusProxy(self.place)
        column.addWidget(field(tr("&Folder, a new or an empty one"), pair))
        self.back = button(tr("&Back"), self._fold)
        self.make_it = button(tr("Ma&ke the newsroom"), self._take_new, "primary")
        column.addSpacing(4)
        column.addLayout(button_row(self.back, self.make_it))
        self.title.textEdited.connect(self._name_place)
        self.place.textChanged.connect(lambda: self._tell(""))
        self.title.returnPressed.connect(self._take_new)
        form.hide()
        return form

    def _name_place(self, title: str) -> None:
        self.place.setText(str(self._home / (slug_of(title) or "newsroom")))

    def _unfold(self) -> None:
        self._turn(self._choices, self.form)
        self.title.setFocus()

    def _fold(self) -> None:
        self._tell("")
        self._turn(self.form, self._choices)
        self.make.setFocus()

    def _turn(self, away: QWidget, here: QWidget) -> None:
        away.hide()
        here.show()
        fit(self)

    def _tell(self, fault: str, doubtful: Start | None = None) -> None:
        """Say what is wrong, or why it is doubtful what was chosen."""
        self._doubtful = doubtful
        self._fault.setText(fault)
        set_tone(self._fault, "warn" if doubtful else "bad")
        self._fault.setVisible(bool(fault))
        self.anyway.setVisible(doubtful is not None)
        fit(self)

    def _choose_place(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("A new or an empty folder"), str(self._home.parent))
        if name:
            self.place.setText(name)

    def _take_sample(self) -> None:
        self._take(Make.SAMPLE, self._home / "sample")

    def _take_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Open a newsroom’s folder"))
        if name:
            self._take(Make.OPEN, Path(name))

    def _take_new(self) -> None:
        title, place = self.title.text().strip(), self.place.text().strip()
        if not title:
            self._tell(tr("Give the newsroom a title first."))
            self.title.setFocus()
        elif not place:
            self._tell(tr("Choose a folder for the newsroom first."))
            self.place.setFocus()
        else:
            self._take(Make.NEW, Path(place), title, self.language.currentData())

    def _take(self, make: Make, folder: Path, title: str = "", language: str = "") -> None:
        chosen = self._chosen(make, folder, title, language)
        warning = place_warning(folder)
        if warning is None or chosen == self._doubtful:
            self._accept(chosen)
            return
        self._tell(str(warning), chosen)
        self.anyway.setFocus()

    def _take_doubtful(self) -> None:
        if self._doubtful is not None:
            self._accept(self._doubtful)

    def _chosen(self, make: Make, folder: Path, title: str = "", language: str = "") -> Start:
        way = Way.DESK if self.desk.isChecked() else Way.SOLO
        return Start(way, make, folder, title, language)

    def _accept(self, chosen: Start) -> None:
        self.choice = chosen
        self.accept()
