"""Asking whether a newsroom and its backups shall be deleted: only the whole title is a yes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from newsdesk.i18n import ntr, tr
from newsdesk.ui.dialogs.sheet import button_row, fit, made_sheet
from newsdesk.ui.kit.widgets import button, field, label

WIDTH = 480


class DeleteDialog(QDialog):
    """Says what will be gone, and is accepted only with the newsroom's title typed in."""

    def __init__(self, title: str, folder: Path, backups: int, others: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title.strip()
        column = made_sheet(self, tr("Delete the newsroom?"), WIDTH)
        column.addWidget(
            label(
                tr(
                    "All articles, photos and versions of “{title}” will be gone, and the backups with them. "
                    "This cannot be undone.",
                    title=title,
                ),
                wrap=True,
            )
        )
        column.addWidget(label(f"\u2066{folder}\u2069", "soft", wrap=True))
        column.addWidget(label(ntr("1 backup", "{count} backups", backups), "soft"))
        if others:
            stays = ntr(
                "1 backup that was made in another folder stays, as that of a copy of this newsroom.",
                "{count} backups that were made in another folder stay, as those of a copy of this newsroom.",
                others,
            )
            column.addWidget(label(stays, "soft", wrap=True))
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(title)
        column.addWidget(field(tr("&Type the title of the newsroom to go on"), self.typed))
        self.delete = button(tr("&Delete Everything"), self.accept, "danger")
        self.keep = button(tr("&Keep It"), self.reject, "primary")
        column.addSpacing(8)
        column.addLayout(button_row(self.delete, self.keep))
        self.typed.textChanged.connect(self._see)
        self._see()
        self.typed.setFocus()
        fit(self)

    def _see(self) -> None:
        self.delete.setEnabled(self.typed.text().strip() == self._title)
