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
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsdesk.i18n import tr
from newsdesk.newsroom import LANGUAGES
from newsdesk.settings import Preferences, Way
from newsdesk.ui.dialogs.sheet import button_row, made_sheet
from newsdesk.ui.kit.widgets import button, field, label, rule

WIDTH = 560


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
    """Asks how a person works and for a newsroom. `choice` is None until it is accepted."""

    def __init__(
        self, preferences: Preferences, recent: Sequence[Path], home: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.choice: Start | None = None
        self._home = home
        column = made_sheet(self, tr("Welcome to Newsdesk"), WIDTH)
        column.addWidget(label(tr("How do you work? You can change it later in the preferences."), "soft"))
        ways = QHBoxLayout()
        self._ways = QButtonGroup(self)
        self.solo = self._way(tr("Just &me"), tr("I write and publish by myself."))
        self.desk = self._way(tr("A &desk"), tr("Several people file, edit and publish."))
        chosen = self.desk if preferences.way is Way.DESK else self.solo
        chosen.setChecked(True)
        ways.addWidget(self.solo)
        ways.addWidget(self.desk)
        column.addLayout(ways)
        column.addWidget(rule())
        self.sample = button(tr("&Look around in the sample newsroom"), self._take_sample, "primary")
        self.make = button(tr("Make a &newsroom…"), self._unfold)
        self.open_folder = button(tr("&Open a folder…"), self._take_folder)
        for one in (self.sample, self.make, self.open_folder):
            column.addWidget(one)
        self.form = self._made_form()
        column.addWidget(self.form)
        self._fault = label("", "bad", wrap=True)
        self._fault.hide()
        column.addWidget(self._fault)
        if recent:
            column.addWidget(label(tr("OPENED BEFORE"), "head"))
        for folder in recent[:4]:
            column.addWidget(button(str(folder), lambda folder=folder: self._take(Make.OPEN, folder), "link"))

    def _way(self, text: str, about: str) -> QPushButton:
        made = QPushButton(tr("{text}\n{about}", text=text, about=about))
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setMinimumHeight(64)
        made.setAccessibleName(text.replace("&", ""))
        self._ways.addButton(made)
        return made

    def _made_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.title = QLineEdit()
        self.language = QComboBox()
        for tag, name in LANGUAGES.items():
            self.language.addItem(name, tag)
        self.language.setCurrentIndex(max(0, self.language.findData(QLocale().name().split("_")[0])))
        self.place = QLineEdit(str(self._home))
        column.addWidget(field(tr("&Title, as readers see it"), self.title))
        column.addWidget(field(tr("Main &language"), self.language))
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(button(tr("&Choose…"), self._choose_place))
        self.place.setAccessibleName(tr("Folder"))
        column.addWidget(label(tr("Folder: a new or an empty one"), "label"))
        column.addLayout(row)
        column.addLayout(button_row(button(tr("Make &It"), self._take_new, "primary")))
        self.title.textChanged.connect(lambda text: self.place.setText(str(self._home / (text.strip() or "newsroom"))))
        form.hide()
        return form

    def _unfold(self) -> None:
        self.form.show()
        self.make.hide()
        self.title.setFocus()
        self.adjustSize()

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
        if not self.title.text().strip():
            self._fault.setText(tr("Give the newsroom a title first."))
            self._fault.show()
            self.title.setFocus()
            return
        self._take(Make.NEW, Path(self.place.text()), self.title.text().strip(), self.language.currentData())

    def _take(self, make: Make, folder: Path, title: str = "", language: str = "") -> None:
        way = Way.DESK if self.desk.isChecked() else Way.SOLO
        self.choice = Start(way, make, folder, title, language)
        self.accept()
