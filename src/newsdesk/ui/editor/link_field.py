"""Asks what a link says and where it leads: an address, or an article by its headline."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.addresses import link_target
from newsdesk.model.query import ArticleRow
from newsdesk.model.references import ARTICLE
from newsdesk.ui.editor.headline_list import HeadlineList, Headlines
from newsdesk.ui.kit.widgets import button, field, label


class LinkField(QWidget):
    """`picked` brings the text of the link, empty for that of its address, and where it leads."""

    picked = Signal(str, str)

    def __init__(self, headlines: Headlines, text: str = "", target: str = "") -> None:
        super().__init__()
        self.text = QLineEdit(text)
        self.target = QLineEdit(target)
        self.target.setPlaceholderText(tr("https://… or words of a headline"))
        self.found = HeadlineList(self.target, headlines)
        self._wrong = label(tr("Write a web address, a mail address, or choose an article."), "bad", wrap=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(field(tr("Text"), self.text))
        rows.addWidget(field(tr("Leads to"), self.target))
        rows.addWidget(self._wrong)
        rows.addWidget(self.found)
        rows.addWidget(button(tr("Set link"), self._take, "primary"))
        self.setFocusProxy(self.target if text else self.text)
        self.text.returnPressed.connect(self.target.setFocus)
        self.target.textChanged.connect(self._changed)
        self.target.returnPressed.connect(self._take)
        self.found.picked.connect(self._picked)
        self._changed(target)

    def _changed(self, words: str) -> None:
        self._wrong.hide()
        if link_target(words):
            self.found.clear()
            self.found.hide()
        else:
            self.found.look_for(words)

    def _take(self) -> None:
        target = link_target(self.target.text())
        if target:
            self.picked.emit(self.text.text().strip(), target)
        elif not self.found.pick():
            self._wrong.show()

    def _picked(self, row: ArticleRow) -> None:
        self.picked.emit(self.text.text().strip() or row.headline, ARTICLE + row.id)
