"""Chooses what a related block leads to: an article by its headline, or a page elsewhere by its address."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.query import ArticleRow
from newsdesk.ui.editor.headline_list import HeadlineList, Headlines
from newsdesk.ui.kit.widgets import button, label


class ReadPicker(QWidget):
    """`picked` brings an article's id, or an address, and the headline."""

    picked = Signal(str, str)

    def __init__(self, headlines: Headlines) -> None:
        super().__init__()
        self.words = QLineEdit()
        self.words.setAccessibleName(tr("Article to read"))
        self.words.setPlaceholderText(tr("Headline, or the address of a page"))
        self.title = QLineEdit()
        self.title.setAccessibleName(tr("Title of the page"))
        self.title.setPlaceholderText(tr("Title of the page"))
        self.found = HeadlineList(self.words, headlines)
        self._nothing = label(tr("No headline has these words."), "soft")
        self._add = button(tr("Add"), self._take, "primary")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for shown in (
            label(tr("Read also"), "label"),
            self.words,
            self.title,
            self._add,
            self.found,
            self._nothing,
        ):
            rows.addWidget(shown)
        self.setFocusProxy(self.words)
        self.words.textChanged.connect(self._changed)
        self.words.returnPressed.connect(self._take)
        self.title.returnPressed.connect(self._take)
        self.found.picked.connect(self._picked)
        self._changed("")

    def _changed(self, words: str) -> None:
        elsewhere = _is_address(words)
        self.title.setVisible(elsewhere)
        self._add.setVisible(elsewhere)
        if elsewhere:
            self.found.hide()
        else:
            self.found.look_for(words)
        self._nothing.setVisible(not elsewhere and not self.found.count())

    def _take(self) -> None:
        if not _is_address(self.words.text()):
            self.found.pick()
        elif self.title.text().strip():
            self.picked.emit(self.words.text().strip(), self.title.text().strip())
        else:
            self.title.setFocus()

    def _picked(self, row: ArticleRow) -> None:
        self.picked.emit(row.id, row.headline)


def _is_address(text: str) -> bool:
    return text.strip().lower().startswith(("http://", "https://"))
