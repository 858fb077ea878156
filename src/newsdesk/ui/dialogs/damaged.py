"""What a person sees when their newsroom is damaged: what that means, and the ways out as big choices."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QDialog, QProgressBar, QVBoxLayout, QWidget

from newsdesk.backups import Cancelled, DamagedBackup, Restored
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, Message, ntr, tr
from newsdesk.model.ids import Clock
from newsdesk.newsroom.backing_up import ListedBackup
from newsdesk.newsroom.checking_up import salvage_words
from newsdesk.store import SalvagedInPlace
from newsdesk.ui.dialogs.damaged_job import Rescue, WaysOut
from newsdesk.ui.dialogs.sheet import button_row, fit, made_sheet, retitle, while_open
from newsdesk.ui.dialogs.way_card import WayCard
from newsdesk.ui.kit.widgets import button, label
from newsdesk.ui.models.backup_words import origin_words
from newsdesk.ui.models.wording import exact_words

WIDTH = 620


class Way(StrEnum):
    """The ways out."""

    BACKUP = "backup"
    SALVAGE = "salvage"
    LOOK = "look"


_WORDS = {
    Way.BACKUP: N_("Br&ing It Back"),
    Way.SALVAGE: N_("Sa&ve What Can Be Read"),
    Way.LOOK: N_("&Open to Read"),
}
"""What the button says."""


class DamagedDialog(QDialog):
    """Accepted when the newsroom can be opened, for reading alone if there is a `refusal`; else rejected."""

    def __init__(self, folder: Path, damage: Trouble | None, state: Path, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self.refusal: Trouble | None = None
        self._folder = folder
        self._damage = damage
        self._clock = clock
        self._rescue = Rescue(folder, state, clock, self)
        self._backups: list[ListedBackup] = []
        self._busy = False
        self._explained = ""
        self.said = label("", wrap=True)
        self.fault = label("", "bad", wrap=True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        self._cards = QWidget()
        self._group = QButtonGroup(self)
        self.cards: dict[Way, WayCard] = {}
        self.other = button(tr("Choose &Another Newsroom…"), self.reject)
        self.go = button("", self._go, "primary")
        self.open_it = button(tr("&Open the Newsroom"), self.accept, "primary")
        self._lay_out()
        self._rescue.progressed.connect(self._show_progress)
        self.finished.connect(lambda _result: self._rescue.close())
        self._show_busy(tr("Looking for the ways out…"))
        self._rescue.look(while_open(self, self._offer), while_open(self, self._failed))

    def reject(self) -> None:
        """Stop what goes on, if it can be stopped; else leave this newsroom."""
        if self._busy:
            self._rescue.stop()
        else:
            super().reject()

    def _lay_out(self) -> None:
        column = made_sheet(self, tr("This newsroom is damaged"), WIDTH)
        cards = QVBoxLayout(self._cards)
        cards.setContentsMargins(0, 4, 0, 4)
        cards.setSpacing(10)
        for widget in (self.said, self.bar, self._cards, self.fault):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(button_row(self.other, None, self.go, self.open_it))
        self._group.buttonToggled.connect(lambda _card, _on: self._name_button())

    def _offer(self, ways: WaysOut) -> None:
        self._backups = list(ways.backups)
        self._show_ways(readable=ways.readable)

    def _show_ways(self, *, readable: bool) -> None:
        for card in self.cards.values():
            self._group.removeButton(card)
            card.deleteLater()
        self.cards.clear()
        if self._backups:
            self._add(
                Way.BACKUP, tr("Bring back the newest &backup"), _about_backup(self._backups[0], self._clock)
            )
        self._add(
            Way.SALVAGE,
            tr("&Save what can be read"),
            tr(
                "Newsdesk reads the damaged file piece by piece. Most often only an article or two are lost, "
                "and those that have versions come back from them. You see what was saved."
            ),
        )
        if readable:
            self._add(
                Way.LOOK,
                tr("Open it only to &read"),
                tr("Nothing is changed. What lies in the damaged places cannot be shown."),
            )
        explained = tr(
            "A part of the file {file} makes no sense any more. That happens when a disk fails, when the power "
            "goes while it is written, or when another program writes into it. Whatever you choose, the damaged "
            "file is kept as it is.",
            file=f"\u2066{self._folder / 'newsroom.db'}\u2069",
        )
        none = tr("There is no backup of this newsroom that can be used.")
        self._explained = explained if self._backups else f"{explained}\n\n{none}"
        self._show_choices(self._explained)
        next(iter(self.cards.values())).setChecked(True)
        self.go.setFocus()
        fit(self)

    def _add(self, way: Way, name: str, about: str) -> None:
        card = WayCard(name, about, self._cards)
        self.cards[way] = card
        self._group.addButton(card)
        layout = self._cards.layout()
        if layout is not None:
            layout.addWidget(card)

    @property
    def _chosen(self) -> Way | None:
        return next((way for way, card in self.cards.items() if card.isChecked()), None)

    def _name_button(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self.go.setText(tr(_WORDS[chosen]))

    def _go(self) -> None:
        match self._chosen:
            case Way.BACKUP:
                self._show_busy(tr("Checking the backup and bringing it back…"))
                self._rescue.restore(
                    self._backups[0].backup, while_open(self, self._restored), while_open(self, self._failed)
                )
            case Way.SALVAGE:
                self._show_busy(tr("Reading the damaged file piece by piece…"))
                self._rescue.salvage(while_open(self, self._salvaged), while_open(self, self._failed))
            case Way.LOOK:
                self.refusal = Trouble(
                    N_("This newsroom is damaged and is open only to be read."),
                    N_("Open it once more to bring back a backup, or to save what can be read."),
                )
                self.accept()

    def _restored(self, done: Restored) -> None:
        time = exact_words(done.backup.made, self._clock())
        said = [tr("The newsroom is as it was at {time}.", time=time), _kept(done.aside)]
        if done.missing:
            names = ", ".join(done.missing)
            said.insert(1, tr("The originals of these photos could not be brought back: {names}", names=names))
        self._show_result(tr("The newsroom is back"), said)

    def _salvaged(self, done: SalvagedInPlace) -> None:
        said = [*salvage_words(done.salvaged), _kept(done.aside)]
        self._show_result(tr("What could be read is saved"), said)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isinstance(error, DamagedBackup):
            # The one before it may be whole.
            self._backups = self._backups[1:]
            self._show_ways(readable=Way.LOOK in self.cards)
        else:
            self._show_choices(self._explained or str(self._damage or ""))
        if not isinstance(error, Cancelled):
            self.fault.setText(str(error))
            self.fault.show()
        fit(self)

    def _show_busy(self, said: str) -> None:
        self._busy = True
        self.said.setText(said)
        self.bar.setRange(0, 0)
        self.bar.show()
        self._cards.setEnabled(False)
        self._cards.setVisible(bool(self.cards))
        for widget in (self.fault, self.go, self.open_it):
            widget.hide()
        self.other.setEnabled(False)
        fit(self)

    def _show_choices(self, said: str) -> None:
        self._busy = False
        self.said.setText(said)
        self._cards.setEnabled(True)
        self._cards.setVisible(bool(self.cards))
        self.go.setVisible(bool(self.cards))
        self.other.setEnabled(True)
        self.other.show()
        for widget in (self.bar, self.fault, self.open_it):
            widget.hide()

    def _show_result(self, title: str, said: list[str]) -> None:
        self._busy = False
        retitle(self, title)
        self.said.setText("\n\n".join(filter(None, said)))
        for widget in (self.bar, self._cards, self.fault, self.go, self.other):
            widget.hide()
        self.open_it.show()
        self.open_it.setFocus()
        fit(self)

    def _show_progress(self, doing: Message, done: int, total: int) -> None:
        if not self.bar.isHidden():
            self.bar.setRange(0, total if total > 1 else 0)
            self.bar.setValue(done)
            self.bar.setAccessibleDescription(str(doing))


def _about_backup(listed: ListedBackup, clock: Clock) -> str:
    """When it was made and what is in it, and that it is of another folder, if it is."""
    backup = listed.backup
    made = ntr(
        "Made at {time}, with {count} article. What was written since then stays in the damaged file alone.",
        "Made at {time}, with {count} articles. What was written since then stays in the damaged file alone.",
        backup.contents.articles,
        time=exact_words(backup.made, clock()),
    )
    return "\n".join(filter(None, [origin_words(listed.origin), made]))


def _kept(aside: Path | None) -> str:
    if aside is None:
        return ""
    return tr("The damaged file is kept in {folder}.", folder=f"\u2066{aside}\u2069")
