"""The second place for backups: another disk, which is there when this laptop is not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.ui.dialogs.backups_looking import Found
from newsdesk.ui.kit.widgets import ElidedLabel, button, label, set_tone
from newsdesk.ui.models.backup_words import copied_words


class SecondPlace(QWidget):
    """Shows the place and when the last copy went there; asks for another one, for none, or for a copy now."""

    choose_wanted = Signal()
    forget_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._place = ElidedLabel()
        self._copied = label("", "label", wrap=True)
        self._warning = label("", "warn", wrap=True)
        self.choose = button(tr("C&hoose…"), self.choose_wanted.emit)
        self.forget = button(tr("S&top Using"), self.forget_wanted.emit)
        self.copy = button(tr("&Copy Now"), self.copy_wanted.emit)
        self.choose.setAccessibleName(tr("Choose the second place"))
        self.forget.setAccessibleName(tr("Stop using the second place"))
        self.copy.setAccessibleName(tr("Copy the newest backup to the second place now"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._place, 1)
        for one in (self.copy, self.choose, self.forget):
            row.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("SECOND PLACE"), "head"))
        column.addLayout(row)
        column.addWidget(self._copied)
        column.addWidget(self._warning)

    def show_found(self, found: Found, now: datetime) -> None:
        """Show the place as it is now."""
        chosen = found.second is not None
        self._place.setText(_shown(found.second) if found.second else tr("None chosen"))
        set_tone(self._place, "" if chosen else "soft")
        self.forget.setVisible(chosen)
        self.copy.setVisible(chosen)
        self.copy.setEnabled(not found.away)
        self._copied.setText(
            copied_words(found.copied, now)
            if chosen
            else tr("A stick, another disk or a synced folder keeps a copy when this laptop is lost or breaks.")
        )
        warning = ""
        if found.away:
            warning = tr("▲ It is not there now. Plug it in, and copies go on by themselves.")
        elif found.near:
            warning = tr("▲ It is on the same disk as the newsroom: when the disk breaks, both are gone.")
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join(shown.text() for shown in (self._place, self._copied, self._warning) if shown.text())


def _shown(path: Path) -> str:
    """A path reads from left to right in every language."""
    return f"\u2066{path}\u2069"
