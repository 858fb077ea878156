"""The line at the bottom: whether the text is saved, how long it is, where the caret stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.i18n import ntr, tr
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.reading_time import minutes_for
from newsdesk.ui.context import Context
from newsdesk.ui.kit.saving import SaveState
from newsdesk.ui.kit.tokens import STATUS_LINE
from newsdesk.ui.kit.widgets import button, label, on_ground, set_tone


class StatusLine(QWidget):
    """Small facts of the open article. `copy_wanted` asks to copy a text that could not be saved."""

    copy_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._target: int | None = None
        on_ground(self, "pane")
        self.setFixedHeight(STATUS_LINE)
        self._saved = label("", "good")
        self._copy = button(tr("Copy My Text"), self.copy_wanted.emit, "link")
        self._words = label("", "label")
        self._minutes = label("", "label")
        self._edition = label("", "label")
        self._place = label("", "label")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(18)
        for widget in (self._saved, self._copy, self._words, self._minutes):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._edition, self._place):
            row.addWidget(widget)
        context.saving.changed.connect(self._show_standing)
        self._show_standing()

    def show_article(self, article: Article | None, edition: Edition | None) -> None:
        """Show the facts of another article."""
        self._target = article.length_target if article else None
        self._edition.setText(edition.name if edition else "")
        for widget in (self._words, self._minutes, self._place):
            widget.setVisible(article is not None)

    def show_counts(self, words: int, selected: int) -> None:
        """Show how many words there are, and how many of them are selected."""
        if selected:
            said = tr("{selected} of {count} words selected", selected=selected, count=words)
        elif self._target:
            said = tr("{count} of {target} words", count=words, target=self._target)
        else:
            said = ntr("1 word", "{count} words", words)
        self._words.setText(said)
        self._minutes.setText(tr("{minutes} min read", minutes=minutes_for(words)))

    def show_paragraph(self, number: int) -> None:
        """Show in which paragraph the caret stands, counted from 0."""
        self._place.setText(tr("Paragraph {number}", number=number + 1))

    @property
    def saved_text(self) -> str:
        """What it says of saving."""
        return self._saved.text()

    @property
    def place_text(self) -> str:
        """What it says of the caret."""
        return self._place.text()

    def _show_standing(self) -> None:
        standing = self._context.saving.standing
        match standing.state:
            case SaveState.SAVED if standing.since is None:
                said, tone = tr("● Saved"), "good"
            case SaveState.SAVED:
                said, tone = tr("● Saved {time}", time=f"{standing.since:%H:%M:%S}"), "good"
            case SaveState.SAVING:
                said, tone = tr("○ Saving…"), "label"
            case SaveState.NOT_SAVED:
                said, tone = tr("▲ NOT SAVED: {why}", why=str(standing.trouble)), "bad"
        self._saved.setText(said)
        self._saved.setToolTip(said)
        set_tone(self._saved, tone)
        self._copy.setVisible(standing.state is SaveState.NOT_SAVED)
