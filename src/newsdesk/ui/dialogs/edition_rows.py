"""The editions of the newsroom, one a line, with what takes one out and what adds one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId
from newsdesk.newsroom import LANGUAGES, add_edition, remove_edition
from newsdesk.store import Step, Store
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.sheet import button_row, while_open
from newsdesk.ui.dialogs.still_combo import StillComboBox
from newsdesk.ui.kit.tokens import ROW
from newsdesk.ui.kit.widgets import button, label

Tell = Callable[[BaseException | None], None]
"""Shows what is wrong; None: nothing is any more."""


class EditionRows(QWidget):
    """Each change is a step of its own. `removers` are the buttons by the edition they take out."""

    def __init__(self, context: Context, dialog: QDialog, tell: Tell) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._context = context
        self._tell = tell
        self._request = 0
        self.removers: dict[EditionId, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._lines = QWidget()
        self.languages = StillComboBox()
        self.languages.setAccessibleName(tr("Language of another edition"))
        self.languages.currentIndexChanged.connect(lambda _index: self._choose())
        self.add = button(tr("Add e&dition"), self._add)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.languages, 1)
        row.addWidget(self.add)
        self._column.addWidget(self._lines)
        self._column.addSpacing(6)
        self._column.addLayout(row)
        self._show()
        context.stepped.connect(self._take_step)

    def names(self) -> list[str]:
        """The editions as they are shown."""
        return [edition.name for edition in self._context.read.every(Edition)]

    def _show(self) -> None:
        editions, main = self._context.read.every(Edition), self._context.read.newsroom().main_edition
        self.removers = {}
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for edition in editions:
            end: QWidget = label(tr("main edition"), "soft")
            if edition.id != main:
                end = self.removers[edition.id] = button(tr("Remove"), self._remover(edition.id), "link")
                end.setAccessibleName(tr("Remove the edition {name}", name=edition.name))
            name = label(edition.name)
            name.setMinimumHeight(ROW)
            column.addLayout(button_row(name, None, end))
        self._column.replaceWidget(self._lines, lines)
        self._lines.deleteLater()
        self._lines = lines
        self._offer({edition.language for edition in editions})

    def _offer(self, there: set[str]) -> None:
        self.languages.clear()
        self.languages.addItem(tr("Choose a language…"), "")
        for tag, name in LANGUAGES.items():
            if tag not in there:
                self.languages.addItem(name, tag)

    def _choose(self) -> None:
        self.add.setEnabled(bool(self.languages.currentData()))

    def _add(self) -> None:
        tag = self.languages.currentData()
        if tag:
            self._do(lambda store: add_edition(store, tag))

    def _remover(self, id: EditionId) -> Callable[[], None]:
        return lambda: self._do(lambda store: remove_edition(store, id))

    def _do(self, act: Callable[[Store], object]) -> None:
        self._tell(None)
        self._context.do(act, failed=while_open(self._dialog, self._tell))

    def _take_step(self, step: Step) -> None:
        if step.touches(Edition):
            self._show()
