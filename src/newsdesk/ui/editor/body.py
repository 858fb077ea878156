"""The text pane: what a person writes, shown as it reads, kept as the plain text of the dialect.

The document is the source, line by line, so that nothing is lost or moved that nobody touched. What only keeps
paragraphs apart is shown as the distance between them, and the caret never stands there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from newsdesk.i18n import tr
from newsdesk.model.edition import Edition
from newsdesk.model.marking import Style, written_photo, written_read
from newsdesk.model.spans import Mark
from newsdesk.ui.editor.body_cards import Cards, MakeCard
from newsdesk.ui.editor.body_caret import Caret
from newsdesk.ui.editor.body_edits import put_thing
from newsdesk.ui.editor.body_keys import below_thing, handle_key, in_list, settle
from newsdesk.ui.editor.body_marks import has_mark, put_link, put_note, restyle, style_there, toggle
from newsdesk.ui.editor.body_mouse import MOUSE, snapped
from newsdesk.ui.editor.body_paint import Sheet, paint_over, paint_under
from newsdesk.ui.editor.body_reading import Reading, photo_of
from newsdesk.ui.editor.body_setting import arrange, put_caption, set_writing, source_of, turn, writing_document
from newsdesk.ui.editor.body_watch import Watch
from newsdesk.ui.editor.dressing import Dressing
from newsdesk.ui.editor.layout import WritingLayout
from newsdesk.ui.editor.paste import copied, paste, takes_drop
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import on_look

__all__ = ["Body", "Style"]

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class Body(QPlainTextEdit):
    """Where the text of an article is written.

    `edited` follows each change by a person, `caret_moved` brings the line of the source, `counted` the words
    of all and of what is selected. `files_dropped` brings paths of picture files, `picture_pasted` a PNG: the
    caret is where they are wanted. `photo_activated` tells that the caret came onto a photo, `style_changed` that
    the format bar has something else to show, `refused` why something cannot be taken in.
    """

    edited = Signal()
    scrolled = Signal(int)
    caret_moved = Signal(int)
    counted = Signal(int, int)
    files_dropped = Signal(list)
    picture_pasted = Signal(bytes)
    photo_activated = Signal(str)
    style_changed = Signal()
    refused = Signal(object)

    def __init__(self, look: Look, card: MakeCard) -> None:
        super().__init__()
        document = writing_document(self)
        self.reading = Reading(document)
        dressing = Dressing(look)
        self.lines = WritingLayout(document, self.reading, dressing)
        document.setDocumentLayout(self.lines)
        self.setDocument(document)
        self.sheet = Sheet(self, self.reading, self.lines, look)
        self.cards = Cards(self, self.reading, self.lines, card, put_caption)
        self.lines.thing_height = self.sheet.height_by(self.cards.height)
        self.watch = Watch(self)
        self.caret = Caret(self.sheet)
        self.setAccessibleName(tr("Text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        on_look(self, look, lambda: set_writing(self, look, dressing))

    def show_text(self, text: str, edition: Edition | None, labels: frozenset[str] = frozenset()) -> None:
        """Show another text in an edition; `labels` are the words for related blocks of the other editions.

        What was typed cannot be undone after that, and nobody is told that it changed.
        """
        with self.watch.showing(text):
            self.cards.clear()
            self.reading.know(edition, labels)
            turn(self.document(), edition)
            self.setPlainText(text)
            self.document().setModified(False)

    def text(self) -> str:
        """The source; the very text that was shown as long as nothing is changed."""
        return source_of(self.document(), self.watch.given)

    def insert_photo(self, photo_id: str, caption: str = "") -> None:
        """A photo on a line of its own, near the caret; the caret goes on below."""
        cursor = self.textCursor()
        put_thing(self.reading, cursor, written_photo(photo_id, caption))
        self.setTextCursor(cursor)

    def insert_read(self, target: str, headline: str) -> None:
        """A related block that leads to an article, by its id, or to an address on the web."""
        cursor = self.textCursor()
        put_thing(self.reading, cursor, written_read(self.reading.label, headline, target))
        self.setTextCursor(cursor)

    def insert_link(self, text: str, target: str) -> None:
        """A link in the place of what is selected, or at the caret."""
        cursor = self.textCursor()
        put_link(cursor, text, target)
        self.setTextCursor(cursor)

    def toggle_bold(self) -> None:
        """Make what is selected bold, or the word at the caret; not bold when it is."""
        cursor = self.textCursor()
        toggle(self.reading, cursor, Mark.STRONG)
        self.setTextCursor(cursor)

    def toggle_italic(self) -> None:
        """Make what is selected italic, or the word at the caret; not italic when it is."""
        cursor = self.textCursor()
        toggle(self.reading, cursor, Mark.EMPHASIS)
        self.setTextCursor(cursor)

    def set_style(self, style: Style) -> None:
        """Make the paragraphs of the selection into another style, or into plain ones when they have it."""
        cursor = self.textCursor()
        restyle(self.reading, cursor, style)
        self.setTextCursor(cursor)

    def insert_note(self) -> None:
        """A footnote: its mention at the caret, its text at the end, where the caret is then."""
        cursor = self.textCursor()
        put_note(cursor, self.text())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def set_caption(self, photo_id: str, caption: str) -> None:
        """Give a photo another caption wherever it stands in the text."""
        block = self.document().begin()
        while block.isValid():
            found = photo_of(block)
            if found is not None and found.photo == photo_id:
                put_caption(block, caption)
            block = block.next()

    def style_at_caret(self) -> Style:
        """The style of the paragraph that the caret is in."""
        return style_there(self.reading, self.textCursor())

    def bold_at_caret(self) -> bool:
        """Whether what is selected, or the letter beside the caret, is bold."""
        return has_mark(self.reading, self.textCursor(), Mark.STRONG)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies under the letters, the letters, and what lies over them."""
        part = QRectF(event.rect())
        painter = QPainter(self.viewport())
        paint_under(self.sheet, painter, part)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_over(self.sheet, painter, part)
        self.caret.paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another column."""
        arrange(self, self.sheet.look)
        super().resizeEvent(event)
        self.watch.place_cards()

    def event(self, event: QEvent) -> bool:
        """Take the tabulator inside lists; what an input method writes goes beside a photo, never into it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TABS:
            if in_list(self.reading, self.textCursor()):
                self.keyPressEvent(event)
                return True
        elif isinstance(event, QInputMethodEvent) and (event.preeditString() or event.commitString()):
            cursor = self.textCursor()
            if self.reading.thing(cursor.block()) is not None and not cursor.hasSelection():
                below_thing(cursor)
                self.setTextCursor(cursor)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that write paragraphs, lists and things; the others are the text field's own."""
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        cursor = self.textCursor()
        place = cursor.position()
        if handle_key(self.reading, cursor, event, right_to_left=self.sheet.right_to_left):
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            event.accept()
            return
        if cursor.position() != place:
            self.setTextCursor(cursor)
        revision = self.document().revision()
        super().keyPressEvent(event)
        cursor = self.textCursor()
        if self.document().revision() == revision and settle(self.reading, cursor, place, event.key()):
            self.setTextCursor(cursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """A click between two lines means the nearer one; cards that grow get their room, files may come."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.watch.place_cards()
        if isinstance(event, QDropEvent) and not self.isReadOnly() and takes_drop(self, event):
            return True
        if not isinstance(event, QMouseEvent) or event.type() not in MOUSE:
            return super().viewportEvent(event)
        place = self.textCursor().position()
        meant = snapped(self.sheet, event)
        taken = super().viewportEvent(meant)
        event.setAccepted(meant.isAccepted())
        cursor = self.textCursor()
        if settle(self.reading, cursor, place):
            self.setTextCursor(cursor)
        return taken

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop: text as plain text, pictures to whoever keeps them."""
        paste(self, source)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the source of what is selected, and no colours of the window."""
        return copied(self.textCursor())
