"""The line at the bottom: whether the text is saved, how long it is, where the caret stands."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import ntr, tr
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.reading_time import minutes_for
from newsdesk.newsroom.backing_up import last_copy_off, second_place
from newsdesk.ui.context import Context
from newsdesk.ui.kit.banner import Banner, Kind
from newsdesk.ui.kit.saving import SaveState, Standing
from newsdesk.ui.kit.tokens import STATUS_LINE
from newsdesk.ui.kit.widgets import button, label, on_ground, rule, set_tone
from newsdesk.ui.models.backup_words import short_copied_words
from newsdesk.ui.models.wording import second_words

HOUR = 3_600_000
"""Milliseconds after which “5 hours ago” is another number."""


class StatusLine(QWidget):
    """Small facts of the open article; above them, while text is not saved, why, and what to do.

    `copy_wanted` asks to copy a text that could not be saved, `save_wanted` to save a copy of it somewhere else,
    `backups_wanted` to show the backups.
    """

    copy_wanted = Signal()
    save_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._target: int | None = None
        on_ground(self, "pane")
        self._saved = label("", "good")
        self._words = label("", "label")
        self._minutes = label("", "label")
        self._edition = label("", "label")
        self._place = label("", "label")
        self.copied = button("", self.backups_wanted.emit, "quiet")
        self.alarm = Banner(context.look, lasting=True)
        self._under_alarm = rule()
        self._under_alarm.hide()
        self._ways_out = [
            (tr("Copy My Text"), self.copy_wanted.emit),
            (tr("Save a Copy to…"), self.save_wanted.emit),
        ]
        self._lay_out()
        context.saving.changed.connect(self._show_standing)
        context.rescuing.changed.connect(self._show_standing)
        context.kept.connect(self._show_copied)
        self._hours = QTimer(self, interval=HOUR)
        self._hours.timeout.connect(self._show_copied)
        self._hours.start()
        self._show_copied()
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

    def _lay_out(self) -> None:
        line = QWidget()
        line.setFixedHeight(STATUS_LINE)
        row = QHBoxLayout(line)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(18)
        for shown in (self._saved, self._words, self._minutes):
            row.addWidget(shown)
        row.addStretch(1)
        ends: tuple[QWidget, ...] = (self._edition, self._place, self.copied)
        for widget in ends:
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.alarm, self._under_alarm, line):
            column.addWidget(widget)

    def _show_copied(self) -> None:
        """Show when the last copy went off this laptop; how long ago that is changes by itself."""
        state, newsroom = self._context.state, self._context.newsroom_id
        if second_place(state, newsroom) is None:
            self.copied.setText(tr("no copy off this laptop"))
        else:
            self.copied.setText(short_copied_words(last_copy_off(state, newsroom), self._context.clock()))

    def _show_standing(self) -> None:
        standing = self._context.saving.standing
        said, tone = self._words_of(standing)
        self._saved.setText(said)
        set_tone(self._saved, tone)
        alarm = self._alarm_of(standing)
        if alarm is not None:
            kind, text = alarm
            self.alarm.show_text(kind, text, self._ways_out)
        self.alarm.setVisible(alarm is not None)
        self._under_alarm.setVisible(alarm is not None)

    def _words_of(self, standing: Standing) -> tuple[str, str]:
        """What is said of saving, and in which tone."""
        if self._context.refusal is not None:
            return tr("○ For reading only"), "label"
        match standing.state:
            case SaveState.SAVED:
                if standing.since is None:
                    return tr("● Saved"), "good"
                return tr("● Saved {time}", time=second_words(standing.since.astimezone())), "good"
            case SaveState.ENTERING:
                return tr("○ Not entered yet: {place}", place=standing.entering), "label"
            case SaveState.NOT_SAVED:
                return tr("▲ NOT SAVED"), "bad"
        if self._context.rescuing.holds:
            return tr("○ Saving… Meanwhile your text is in the rescue copy."), "label"
        return tr("○ Saving…"), "label"

    def _alarm_of(self, standing: Standing) -> tuple[Kind, str] | None:
        """What has to be said aloud: that text is in danger, and where it is meanwhile."""
        rescuing = self._context.rescuing
        if standing.state is SaveState.NOT_SAVED:
            why = str(standing.trouble)
            if rescuing.trouble is not None:
                said = tr("Your text is not saved. {why} {also}", why=why, also=str(rescuing.trouble))
            elif rescuing.holds:
                # A path runs from left to right in every language.
                file = f"\u2068{rescuing.file}\u2069"
                said = tr("Your text is not saved. {why} Meanwhile it is kept in {file}.", why=why, file=file)
            else:
                said = tr("Your text is not saved. {why}", why=why)
            return Kind.TROUBLE, said
        if rescuing.trouble is not None and standing.state is not SaveState.SAVED:
            return Kind.WARNING, tr("What you type is not on the disk yet. {why}", why=str(rescuing.trouble))
        return None
