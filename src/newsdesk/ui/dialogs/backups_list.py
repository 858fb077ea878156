"""The list of backups: when each was made, why, what it holds and where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from newsdesk.i18n import tr
from newsdesk.newsroom.backing_up import ListedBackup
from newsdesk.ui.kit.look import Look
from newsdesk.ui.models.backup_words import WHY, size_words, where_words
from newsdesk.ui.models.wording import moment_words

HEIGHT = 148
NUMBERS = (2, 3, 4)
"""The columns of numbers, which end at the same place."""

WHERE = 5
"""The column that says where a backup lies, and where it was made if not here."""


class BackupsList(QTreeWidget):
    """The newest first, then those of another folder; those that cannot be read come last and cannot be chosen."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._backups: Sequence[ListedBackup] = ()
        self.setProperty("table", True)
        self.setAccessibleName(tr("Backups, the newest first"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setMinimumHeight(HEIGHT)
        self.setHeaderLabels(
            [tr("Made"), tr("Why"), tr("Articles"), tr("Photos"), tr("Size"), tr("Where")],
        )
        self.header().setSectionsMovable(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        for column in NUMBERS:
            self.headerItem().setTextAlignment(column, _TO_THE_END)

    def show_backups(self, backups: Sequence[ListedBackup], unreadable: Sequence[Path], now: datetime) -> None:
        """Show these instead; what was chosen stays chosen if it is still there."""
        before = self.chosen()
        self.clear()
        self._backups = tuple(backups)
        zone = now.astimezone().tzinfo
        assert zone is not None
        for listed in self._backups:
            backup = listed.backup
            contents = backup.contents
            count = QLocale().toString
            item = QTreeWidgetItem(
                [
                    moment_words(backup.made, now, zone),
                    tr(WHY[backup.kind]),
                    count(contents.articles),
                    count(len(contents.photos)),
                    size_words(backup.size),
                    where_words(listed),
                ]
            )
            item.setToolTip(0, str(backup.file))
            item.setToolTip(WHERE, where_words(listed))
            for column in NUMBERS:
                item.setTextAlignment(column, _TO_THE_END)
            self.addTopLevelItem(item)
            if before is not None and backup.file.name == before.backup.file.name:
                self.setCurrentItem(item)
        for file in unreadable:
            self._add_unreadable(file)
        first = self.topLevelItem(0)
        if self._backups and first is not None and self._row() < 0:
            self.setCurrentItem(first)

    def chosen(self) -> ListedBackup | None:
        """The backup that is chosen."""
        row = self._row()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def texts(self) -> list[list[str]]:
        """What stands in each row."""
        items = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [[item.text(column) for column in range(self.columnCount())] for item in items if item is not None]

    def _row(self) -> int:
        item = self.currentItem()
        return self.indexOfTopLevelItem(item) if item is not None else -1

    def _add_unreadable(self, file: Path) -> None:
        item = QTreeWidgetItem([tr("▲ Damaged: {file} cannot be read", file=file.name)])
        item.setToolTip(0, str(file))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(0, QColor(self._look.tokens.bad))
        self.addTopLevelItem(item)
        item.setFirstColumnSpanned(True)


_TO_THE_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
