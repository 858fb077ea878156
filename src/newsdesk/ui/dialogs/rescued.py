"""What was rescued while the newsroom could not be written, beside what it has now, and the choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.comparing import FieldChange, Kind, Piece
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, Message, message, tr
from newsdesk.newsroom.rescuing import Difference, Offer, keep_rescued, make_article_of_rescued, take_rescued
from newsdesk.newsroom.rescuing import compared as compared_offer
from newsdesk.store import Store
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.compare_rows import Part, Row, RowKind, rows_of
from newsdesk.ui.dialogs.compare_view import CompareView
from newsdesk.ui.dialogs.sheet import button_row, while_open
from newsdesk.ui.kit.banner import Banner
from newsdesk.ui.kit.banner import Kind as News
from newsdesk.ui.kit.widgets import button, label, on_ground, rule
from newsdesk.ui.models.wording import exact_words

SIZE = (1040, 720)
LEAST = (720, 460)
SHARE = 0.92
"""How much of the screen it takes at most."""

MARGIN, BESIDE = 28, 17
"""Pixels before the texts on either side."""


class RescuedDialog(QDialog):
    """Asks for one article after the other. What is left for later is asked again at the next start."""

    def __init__(self, context: Context, offers: Sequence[Offer], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._count = len(offers)
        self._waiting = list(offers)
        self._later: list[Offer] = []
        self._unfolded: set[str] = set()
        self.about = label("", "soft", wrap=True)
        self.changed = label(tr("The newsroom’s text was changed after this was typed."), "warn", wrap=True)
        self.banner = Banner(context.look)
        self.view = CompareView(context, self)
        self._place = label("", "label")
        self.copy = button(tr("&Copy the Text"), self._copy)
        self.leave = button(tr("&Later"), self._leave)
        self.keep = button(tr("&Keep the Newsroom’s"), self._keep)
        self.seen = button(tr("&Done with It"), self._seen)
        self.take = button(tr("&Take the Rescued Text"), self._take, "primary")
        self.make = button(tr("&Make a New Article of It"), self._make, "primary")
        self._lay_out()
        self.view.unfold_wanted.connect(self._unfold)
        self._show()

    @property
    def offer(self) -> Offer:
        """What it asks for now."""
        return self._waiting[0]

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Rescued Text"))
        self.setMinimumSize(*LEAST)
        room = self.screen().availableGeometry().size() * SHARE
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
        on_ground(self, "paper")
        on_ground(self.view, "paper")
        head = QVBoxLayout()
        head.setContentsMargins(28, 24, 28, 14)
        head.setSpacing(8)
        for line in (label(tr("Text that was not saved last time"), "title"), self.about, self.changed):
            head.addWidget(line)
        sides = QHBoxLayout()
        # As the view below shares its width: two halves, and a scroll bar.
        sides.setContentsMargins(0, 0, self.view.verticalScrollBar().sizeHint().width(), 8)
        sides.setSpacing(0)
        for text, before in ((tr("In the newsroom"), MARGIN), (tr("Rescued"), BESIDE)):
            half = QHBoxLayout()
            half.addSpacing(before)
            half.addWidget(label(text, "head"), 1)
            sides.addLayout(half, 1)
        foot = QWidget()
        on_ground(foot, "pane")
        row = QHBoxLayout(foot)
        row.setContentsMargins(28, 12, 28, 12)
        row.addLayout(
            button_row(self._place, None, self.copy, self.leave, self.keep, self.seen, self.take, self.make)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addLayout(sides)
        for widget in (rule(), self.view, rule(), foot):
            column.addWidget(widget, 1 if widget is self.view else 0)
        self.view.setFocus()

    def _show(self) -> None:
        offer = self.offer
        self._unfolded.clear()
        self.about.setText(_about(offer, self._context.clock()))
        self.changed.setVisible(offer.changed_since)
        self._place.setText(
            tr("{number} of {count}", number=self._count - len(self._waiting) + 1, count=self._count)
        )
        self._place.setVisible(self._count > 1)
        placed = offer.has_place
        self.take.setVisible(placed and offer.there)
        self.keep.setVisible(placed and offer.there)
        self.make.setVisible(placed and not offer.there)
        self.seen.setVisible(not placed)
        self._fill()

    def _fill(self) -> None:
        comparison = compared_offer(self._context.read, self.offer)
        rows = [] if comparison.same else rows_of(comparison, self._unfolded)
        rows = [_row(one) for one in self.offer.differences if _is_apart(one)] + rows
        self.view.show_rows(rows, {}, buttons=False, alike=False)
        if self.view.changes:
            self.view.go_to(self.view.changes[0])
            self.view.scrollToTop()

    def _unfold(self, row: Row) -> None:
        self._unfolded.add(row.folded[0].after)
        high = self.view.verticalScrollBar().value()
        self._fill()
        self.view.verticalScrollBar().setValue(high)

    def _take(self) -> None:
        rescued = self.offer.rescued
        headline = rescued.headline or tr("Untitled")
        said = message(N_("The rescued text is in “{headline}”."), headline=headline)
        but = message(
            N_("The rescued text is in “{headline}”, but for what has no place there."), headline=headline
        )
        self._write(lambda store: take_rescued(store, rescued), said, but, undo=True)

    def _keep(self) -> None:
        rescued = self.offer.rescued
        headline = rescued.headline or tr("Untitled")
        said = message(N_("“{headline}” is as it was. The rescued text is among its versions."), headline=headline)
        but = message(
            N_("“{headline}” is as it was. What a version can hold of the rescued text is among its versions."),
            headline=headline,
        )
        self._write(lambda store: keep_rescued(store, rescued), said, but, undo=False)

    def _make(self) -> None:
        rescued = self.offer.rescued
        said = message(N_("The rescued text is in a new article."))
        but = message(N_("The rescued text is in a new article, but for what has no place there."))
        self._write(lambda store: make_article_of_rescued(store, rescued), said, but, undo=False)

    def _seen(self) -> None:
        self._decided(None)

    def _leave(self) -> None:
        self._later.append(self._waiting.pop(0))
        self._go_on()

    def _copy(self) -> None:
        texts = [one.typed.text for one in self.offer.differences]
        QApplication.clipboard().setText("\n\n".join(text for text in texts if text))
        self.banner.show_text(News.DONE, tr("The rescued text is on the clipboard."))

    def _write(self, write: Callable[[Store], Offer | None], said: Message, but: Message, *, undo: bool) -> None:
        self._busy(True)
        # What is typed in the article meanwhile is not to be overwritten unseen: it becomes a version.
        self._context.flush()

        def done(left: Offer | None) -> None:
            self._context.tell(but if left else said, undo=undo)
            self._decided(left)

        self._context.do(write, while_open(self, done), while_open(self, self._failed))

    def _decided(self, left: Offer | None) -> None:
        """Only now, with the text in the newsroom, the rescue copy lets go of it; what is `left` is shown next."""
        self._waiting[:1] = [left] if left else []
        self._context.rescuing.leave([one.rescued for one in [*self._later, *self._waiting]])
        self._go_on()

    def _go_on(self) -> None:
        self._busy(False)
        if self._waiting:
            self._show()
        else:
            self.accept()

    def _failed(self, error: BaseException) -> None:
        self._busy(False)
        if not isinstance(error, Trouble):
            raise error
        self.banner.show_text(News.TROUBLE, str(error))

    def _busy(self, busy: bool) -> None:
        for one in (self.leave, self.keep, self.take, self.make, self.seen):
            one.setEnabled(not busy)


def _about(offer: Offer, now: datetime) -> str:
    """What this is, and since when."""
    rescued = offer.rescued
    time = exact_words(rescued.written, now)
    name = rescued.headline or tr("Untitled")
    if offer.left:
        said = N_(
            "This found no place with the rest of “{headline}”. Copy what you need: it stays in the rescue copy "
            "until you are done with it."
        )
        return tr(said, headline=name)
    if rescued.article is None or not offer.has_place:
        return tr("This was typed and not entered, last at {time}.", time=time)
    if not offer.there:
        said = N_("“{headline}” was typed in until {time}, and is not in the newsroom any more.")
        return tr(said, headline=name, time=time)
    return tr(
        "“{headline}” was typed in until {time}, and this did not get into the newsroom. "
        "Whatever you choose, the other text is kept among the versions. What has no place there is shown to you "
        "once more.",
        headline=name,
        time=time,
    )


def _is_apart(one: Difference) -> bool:
    """Whether it is not of the article's own texts, which are compared as a whole."""
    return one.typed.photo is not None or one.typed.field in ("", "byline", "topics")


def _row(one: Difference) -> Row:
    before, after = _in_line(one.now), _in_line(one.typed.text)
    pieces = tuple(piece for piece in (Piece(Kind.REMOVED, before), Piece(Kind.ADDED, after)) if piece.text)
    part = Part(one.typed.label, pieces, False, before or None, after or None)
    return Row(RowKind.FIELD, parts=(part,), change=FieldChange(one.typed.field, before, after, pieces))


def _in_line(text: str) -> str:
    """Names and their roles, or a text, as one reads them."""
    return text.replace("\t", " – ").replace("\n", ", ")
