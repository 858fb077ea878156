"""The top of the compare view: which two versions, how they are shown, how many changes and where one is."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from newsdesk.i18n import ntr, tr
from newsdesk.model.ids import RevisionId
from newsdesk.newsroom import zone_of
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.compare_reading import Compared
from newsdesk.ui.dialogs.compare_rows import Words, words_of
from newsdesk.ui.dialogs.still_combo import StillComboBox
from newsdesk.ui.kit.widgets import ElidedLabel, field, icon_button, label, on_ground, on_look
from newsdesk.ui.models.version_words import version_words

SHORTEST = 16
"""Letters of a version that there is room for at least."""


class CompareBar(QWidget):
    """`chosen(before, after)` when another version is wanted, `turned(side by side)`, `gone(1 or -1)`."""

    chosen = Signal(object, object)
    turned = Signal(bool)
    gone = Signal(int)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        on_ground(self, "pane")
        self._context = context
        self._zone = zone_of(context.read.newsroom())
        self._words = Words(0, 0)
        self._one = False
        self._offered: list[RevisionId | None] = []
        self.title = ElidedLabel("", "title")
        self.before, self.after = self._picker(tr("Before")), self._picker(tr("After"))
        self.columns, self.line = self._ways()
        self.place = label("", "soft")
        self.counts = label("", "soft")
        self.counts.setTextFormat(Qt.TextFormat.RichText)
        self.up = icon_button(context.look, "up", tr("Previous change (Shift+F7)"), lambda: self.gone.emit(-1))
        self.down = icon_button(context.look, "down", tr("Next change (F7)"), lambda: self.gone.emit(1))
        self._lay_out()
        on_look(self, context.look, self._show_words)

    def wait(self) -> None:
        """Say that it is being compared."""
        self.place.setText(tr("Comparing…"))
        self.place.show()

    def show_versions(self, compared: Compared, before: RevisionId | None, after: RevisionId | None) -> None:
        """Offer all versions of the article; these two are shown."""
        self.title.setText(compared.headline or tr("Untitled"))
        self.window().setWindowTitle(tr("Compare “{headline}”", headline=self.title.text()))
        now = self._context.clock()
        # None is the working copy, which a deleted article has no more.
        offered: list[RevisionId | None] = [None] if compared.there else []
        offered += [each.id for each in compared.versions]
        texts = [version_words(None, now, self._zone)] if compared.there else []
        texts += [version_words(each, now, self._zone) for each in compared.versions]
        self._offered = offered
        for picker, chosen in ((self.before, before), (self.after, after)):
            with QSignalBlocker(picker):
                picker.clear()
                picker.addItems(texts)
                picker.setCurrentIndex(self._offered.index(chosen))
        self._words = words_of(compared.comparison)
        self._one = before == after
        differs = not compared.comparison.same
        for widget in (self.columns, self.line, self.counts, self.up, self.down):
            widget.setVisible(differs)
        self._show_words()

    def show_place(self, number: int, count: int) -> None:
        """Say at which of the changes one is, from 1; 0 is at none."""
        if number:
            self.place.setText(tr("{number} of {count}", number=number, count=count))
        elif count:
            self.place.setText(ntr("{count} change", "{count} changes", count))
        else:
            self.place.setText("" if self._one else tr("Nothing differs"))
        self.place.setVisible(bool(self.place.text()))
        self.up.setEnabled(count > 0 and number != 1)
        self.down.setEnabled(count > 0 and number != count)

    def _picker(self, name: str) -> QComboBox:
        made = StillComboBox()
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(SHORTEST)
        made.activated.connect(lambda _place: self._choose())
        return made

    def _choose(self) -> None:
        before, after = self._offered[self.before.currentIndex()], self._offered[self.after.currentIndex()]
        self.chosen.emit(before, after)

    def _ways(self) -> tuple[QToolButton, QToolButton]:
        group = QButtonGroup(self)
        made = []
        for text in (tr("Side by Side"), tr("In Line")):
            one = QToolButton()
            one.setText(text)
            one.setCheckable(True)
            group.addButton(one)
            made.append(one)
        made[0].setChecked(True)
        made[0].toggled.connect(self.turned)
        return made[0], made[1]

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.title, 1)
        top.addSpacing(12)
        top.addWidget(self.columns)
        top.addWidget(self.line)
        pickers = QHBoxLayout()
        pickers.setSpacing(20)
        pickers.addWidget(field(tr("&Before"), self.before), 1)
        pickers.addWidget(field(tr("&After"), self.after), 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(4)
        bottom.addWidget(self.up)
        bottom.addWidget(self.down)
        bottom.addSpacing(4)
        bottom.addWidget(self.place)
        bottom.addStretch(1)
        bottom.addWidget(self.counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 28, 10)
        column.setSpacing(12)
        for row in (top, pickers, bottom):
            column.addLayout(row)

    def _show_words(self) -> None:
        tokens = self._context.look.tokens
        added = ntr("{count} word added", "{count} words added", self._words.added)
        removed = ntr("{count} word removed", "{count} words removed", self._words.removed)
        shown = (
            (self._words.added, added, tokens.added, "u"),
            (self._words.removed, removed, tokens.removed, "s"),
        )
        marked = [
            f'<span style="color: {tokens.text}; background: {ground}"><{tag}>{escape(text)}</{tag}></span>'
            for count, text, ground, tag in shown
            if count
        ]
        self.counts.setAccessibleName(tr(" · ").join(text for count, text, _, _ in shown if count))
        self.counts.setText(" ".join(marked))
