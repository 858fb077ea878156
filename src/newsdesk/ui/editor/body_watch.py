"""Follows the document and the caret of the text pane, and tells others what is new."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.model.counting import words_in
from newsdesk.model.spans import Mark
from newsdesk.ui.editor.body_changes import changed_blocks
from newsdesk.ui.editor.body_marks import has_mark, style_there
from newsdesk.ui.editor.body_paint import in_sight
from newsdesk.ui.editor.body_reading import Photo
from newsdesk.ui.editor.counting import Counting

if TYPE_CHECKING:
    from newsdesk.ui.editor.body import Body


class Watch(QObject):
    """Keeps reading, layout and word count with the document; `given` is the text that was shown last."""

    def __init__(self, body: Body) -> None:
        super().__init__(body)
        self._body = body
        self.given = ""
        self._showing = False
        self._blocks = body.document().blockCount()
        self._line = -1
        self._photo = ""
        self._style: object = None
        self._told = (0, 0)
        self._counting = Counting(body.document(), self._count)
        body.document().contentsChange.connect(self._changed)
        body.document().contentsChanged.connect(self._edited)
        body.cursorPositionChanged.connect(self._moved)
        body.selectionChanged.connect(self._count_again)
        body.verticalScrollBar().valueChanged.connect(self._scrolled)
        body.updateRequest.connect(lambda _part, _by: self.place_cards())

    @contextmanager
    def showing(self, text: str) -> Iterator[None]:
        """While this lasts, changes are not a person's."""
        self._showing = True
        self.given = text
        yield
        self._showing = False
        self._line = -1
        self._moved()
        self._told = (-1, -1)
        self._count_again()
        self.place_cards()

    def place_cards(self) -> None:
        """Bring the photos' cards to their blocks."""
        if not self._showing:
            self._body.cards.place(in_sight(self._body, self._body.lines))

    def _count(self, line: str) -> int:
        return 0 if self._body.reading.is_read(line) else words_in(line)

    def _changed(self, position: int, _removed: int, added: int) -> None:
        document = self._body.document()
        first, before, now = changed_blocks(document, self._blocks, position, added)
        self._blocks = document.blockCount()
        for block in self._body.reading.changed(first, before, now):
            self._body.lines.let_go(block)
        self._counting.changed(first, before, now)

    def _edited(self) -> None:
        if not self._showing:
            self._body.edited.emit()
            self._count_again()
            self._tell_style()

    def _moved(self) -> None:
        if self._showing:
            return
        block = self._body.textCursor().block()
        if block.blockNumber() != self._line and not self._body.reading.is_gap(block):
            self._line = block.blockNumber()
            self._body.caret_moved.emit(self._line)
        thing = self._body.reading.thing(block)
        photo = thing.photo if isinstance(thing, Photo) else ""
        if photo != self._photo:
            self._body.viewport().update()
            self._photo = photo
            if photo:
                self._body.photo_activated.emit(photo)
        self._tell_style()

    def _tell_style(self) -> None:
        reading, cursor = self._body.reading, self._body.textCursor()
        bold, italic = has_mark(reading, cursor, Mark.STRONG), has_mark(reading, cursor, Mark.EMPHASIS)
        style = (style_there(reading, cursor), bold, italic)
        if style != self._style:
            self._style = style
            self._body.style_changed.emit()

    def _count_again(self) -> None:
        if self._showing:
            return
        told = (self._counting.total, self._counting.selected(self._body.textCursor()))
        if told != self._told:
            self._told = told
            self._body.counted.emit(*told)

    def _scrolled(self, value: int) -> None:
        self.place_cards()
        self._body.scrolled.emit(value)
