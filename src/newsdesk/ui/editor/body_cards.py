"""The cards of the photos that are in sight, each over the block that stands for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from newsdesk.model.ids import PhotoId
from newsdesk.ui.editor.body_reading import Photo, Reading, photo_of
from newsdesk.ui.editor.layout import WritingLayout

MakeCard = Callable[[PhotoId, str, Callable[[str], None]], QWidget]
"""Makes the card of a photo with its caption; the last function takes a new caption."""

AROUND = 8
"""Pixels over and under a card."""

_LIKELY = 112


@dataclass
class _Shown:
    """A card and the block that it is over now. `caption` is what it knows."""

    widget: QWidget
    photo: str
    caption: str
    block: int


class Cards:
    """Makes, places and drops cards. `set_caption` writes a caption into a block."""

    def __init__(
        self,
        body: QPlainTextEdit,
        reading: Reading,
        layout: WritingLayout,
        make: MakeCard,
        set_caption: Callable[[QTextBlock, str], None],
    ) -> None:
        self._body = body
        self._reading = reading
        self._layout = layout
        self._make = make
        self._set_caption = set_caption
        self._shown: list[_Shown] = []
        # By photo and caption, for a photo may stand in a text twice; by photo alone until that is known.
        self._heights: dict[tuple[str, str], int] = {}
        self._last: dict[str, int] = {}
        self._placing = False

    def height(self, photo: Photo) -> int:
        """How high the block of a photo is: what its card last was, or what a card is likely to be."""
        last = self._last.get(photo.photo, _LIKELY)
        return self._heights.get((photo.photo, photo.caption), last) + 2 * AROUND

    def place(self, seen: Iterator[tuple[QTextBlock, QRectF]]) -> None:
        """Bring the cards to the blocks that are in sight."""
        if self._placing:
            return
        wanted = [
            (block, place, thing)
            for block, place in seen
            if block.text().lstrip(" ").startswith("![") and isinstance(thing := self._reading.thing(block), Photo)
        ]
        if not wanted and not self._shown:
            return
        self._placing = True
        left = self._shown
        self._shown = []
        grown = [block for block, place, photo in wanted if self._bring(block, place, photo, left)]
        for card in left:
            self._drop(card)
        self._placing = False
        for block in grown:
            self._layout.set_again(block)

    def measure(self) -> None:
        """Cards may be higher or lower now: the column is another, or one of them grew."""
        self._heights.clear()
        self._last.clear()

    def clear(self) -> None:
        """Another text comes."""
        for card in self._shown:
            card.widget.hide()
            card.widget.deleteLater()
        self._shown.clear()

    def _bring(self, block: QTextBlock, place: QRectF, photo: Photo, free: list[_Shown]) -> bool:
        """Bring a card over a block; tells whether the block must become higher or lower."""
        card = next((one for one in free if (one.photo, one.caption) == (photo.photo, photo.caption)), None)
        if card:
            free.remove(card)
        else:
            card = self._new(photo)
        card.block = block.blockNumber()
        self._shown.append(card)
        widget, column = card.widget, self._layout.column
        height = widget.heightForWidth(column) if widget.hasHeightForWidth() else widget.sizeHint().height()
        widget.setGeometry(self._layout.left, round(place.top()) + AROUND, column, height)
        widget.show()
        # The very same photo may stand there twice, and one of its cards be open: both have the room of that.
        same = (photo.photo, photo.caption)
        height = max(one.widget.height() for one in (*self._shown, *free) if (one.photo, one.caption) == same)
        was = self.height(photo)
        self._heights[photo.photo, photo.caption] = self._last[photo.photo] = height
        return was != height + 2 * AROUND or round(place.height()) < height + 2 * AROUND

    def _new(self, photo: Photo) -> _Shown:
        made: list[_Shown] = []

        def caption(text: str) -> None:
            block = self._body.document().findBlockByNumber(made[0].block)
            found = self._reading.thing(block)
            if isinstance(found, Photo) and found.photo == made[0].photo:
                # A card must not be taken for that of another caption while it is typed into.
                self._placing = True
                self._set_caption(block, text)
                now = photo_of(block)
                made[0].caption = now.caption if now else ""
                self._placing = False

        widget = self._make(PhotoId(photo.photo), photo.caption, caption)
        widget.setParent(self._body.viewport())
        made.append(_Shown(widget, photo.photo, photo.caption, -1))
        return made[0]

    def _drop(self, card: _Shown) -> None:
        focus = self._body.window().focusWidget()
        if focus is not None and card.widget.isAncestorOf(focus):
            # What is being typed into a card stays while the text is scrolled.
            card.widget.move(card.widget.x(), -2 * card.widget.height() - self._body.height())
            self._shown.append(card)
            return
        card.widget.hide()
        card.widget.deleteLater()
