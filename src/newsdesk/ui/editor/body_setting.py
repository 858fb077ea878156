"""How the text pane is set up: its document, its column and letters, its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextOption

from newsdesk.model.edition import Edition
from newsdesk.model.marking import written_photo
from newsdesk.ui.editor.body_edits import put_text
from newsdesk.ui.editor.body_reading import photo_of
from newsdesk.ui.editor.column import side_margin
from newsdesk.ui.editor.dressing import Dressing
from newsdesk.ui.kit.look import Look

if TYPE_CHECKING:
    from newsdesk.ui.editor.body import Body

TOP = 4
_SEPARATORS = str.maketrans("\u2029\ufdd0\ufdd1", "\n\n\n")


def writing_document(body: Body) -> QTextDocument:
    """The document that is written in."""
    document = QTextDocument(body)
    document.setDocumentMargin(TOP)
    option = document.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    return document


def turn(document: QTextDocument, edition: Edition | None) -> None:
    """Write in the direction of an edition."""
    option = document.defaultTextOption()
    right_to_left = edition is not None and edition.direction == "rtl"
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    # Lines of text know no leading side.
    option.setAlignment(Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft)
    document.setDefaultTextOption(option)


def source_of(document: QTextDocument, given: str) -> str:
    """The text of a document that showed `given`, with the line ends that it has."""
    if not document.isModified():
        return given
    # The plain text of a document has lost its hard spaces; the raw one has not.
    text = document.toRawText().translate(_SEPARATORS)
    windows = "\r\n" in given and given.count("\n") == given.count("\r\n")
    return text.replace("\n", "\r\n") if windows else text


def set_writing(body: Body, look: Look, dressing: Dressing) -> None:
    """Take on letters, sizes and colours of the look."""
    dressing.forget()
    font = look.writing()
    body.setFont(font)
    body.document().setDefaultFont(font)
    body.lines.line_height = look.preferences.writing_size * look.preferences.line_height / 100
    body.cards.measure()
    arrange(body, look)
    body.lines.let_go_all()
    body.watch.place_cards()
    body.viewport().update()


def arrange(body: Body, look: Look) -> None:
    """Put the column into the middle of the pane."""
    margin = side_margin(look, body.width())
    left, column = margin - body.viewport().x(), max(120, body.width() - 2 * margin)
    if (left, column) != (body.lines.left, body.lines.column):
        body.lines.left, body.lines.column = left, column
        body.cards.measure()
        body.lines.let_go_all()


def put_caption(block: QTextBlock, caption: str) -> None:
    """Another caption in the line of a photo; where its caption says the same already, nothing changes."""
    found = photo_of(block)
    if found is not None and found.caption != " ".join(caption.split()):
        put_text(QTextCursor(block), block, 0, len(block.text()), written_photo(found.photo, caption))
