"""Brings what is picked in a small sheet at the caret into the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame

from newsdesk.model.addresses import link_around
from newsdesk.model.marking import word_around
from newsdesk.ui.editor.body import Body
from newsdesk.ui.editor.body_edits import select
from newsdesk.ui.editor.headline_list import Headlines
from newsdesk.ui.editor.link_field import LinkField
from newsdesk.ui.editor.popover import popover
from newsdesk.ui.editor.read_picker import ReadPicker


def pick_read(body: Body, headlines: Headlines) -> QFrame:
    """Let a person choose an article or a page, and put a related block at the caret."""
    picker = ReadPicker(headlines)
    sheet = popover(body, picker)
    picker.picked.connect(lambda target, headline: _done(body, sheet, lambda: body.insert_read(target, headline)))
    picker.setFocus(Qt.FocusReason.PopupFocusReason)
    return sheet


def pick_link(body: Body, headlines: Headlines) -> QFrame:
    """Let a person make what is selected a link, or the word at the caret; a link that is there is changed."""
    chosen, text, target = _chosen(body)
    asked = LinkField(headlines, text, target)
    sheet = popover(body, asked)

    def put(said: str, where: str) -> None:
        # Selected only now: who goes back finds the caret where it was.
        body.setTextCursor(chosen)
        body.insert_link(said, where)

    asked.picked.connect(lambda said, where: _done(body, sheet, lambda: put(said, where)))
    asked.setFocus(Qt.FocusReason.PopupFocusReason)
    return sheet


def _chosen(body: Body) -> tuple[QTextCursor, str, str]:
    """What becomes a link, its text, and the address that it has already."""
    cursor = body.textCursor()
    block = body.document().findBlock(cursor.selectionStart())
    first = block.position()
    found = link_around(block.text(), cursor.selectionStart() - first)
    if found is not None:
        low, high, link = found
        select(cursor, first + low, first + high)
        return cursor, link.label, link.target
    if cursor.hasSelection():
        select(cursor, cursor.selectionStart(), min(cursor.selectionEnd(), first + len(block.text())))
    else:
        low, high = word_around(block.text(), cursor.positionInBlock())
        select(cursor, first + low, first + high)
    return cursor, cursor.selectedText(), ""


def _done(body: Body, sheet: QFrame, put: Callable[[], None]) -> None:
    sheet.close()
    put()
    body.setFocus(Qt.FocusReason.OtherFocusReason)
