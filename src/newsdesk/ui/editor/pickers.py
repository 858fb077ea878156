"""Brings what is picked in a small sheet at the caret into the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame

from newsdesk.model.addresses import link_around
from newsdesk.model.marking import word_around
from newsdesk.ui.editor.body import Body
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
    text, target = _chosen(body)
    asked = LinkField(headlines, text, target)
    sheet = popover(body, asked)
    asked.picked.connect(lambda said, where: _done(body, sheet, lambda: body.insert_link(said, where)))
    asked.setFocus(Qt.FocusReason.PopupFocusReason)
    return sheet


def _chosen(body: Body) -> tuple[str, str]:
    """Select what becomes a link; gives its text, and the address that it has already."""
    cursor = body.textCursor()
    block = body.document().findBlock(cursor.selectionStart())
    found = link_around(block.text(), cursor.selectionStart() - block.position())
    if found is not None:
        start, end, link = found
        _select(body, cursor, block.position() + start, block.position() + end)
        return link.label, link.target
    if cursor.hasSelection():
        end = min(cursor.selectionEnd(), block.position() + len(block.text()))
        _select(body, cursor, cursor.selectionStart(), end)
    else:
        low, high = word_around(block.text(), cursor.positionInBlock())
        _select(body, cursor, block.position() + low, block.position() + high)
    return cursor.selectedText(), ""


def _select(body: Body, cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)


def _done(body: Body, sheet: QFrame, put: Callable[[], None]) -> None:
    sheet.close()
    put()
    body.setFocus(Qt.FocusReason.OtherFocusReason)
