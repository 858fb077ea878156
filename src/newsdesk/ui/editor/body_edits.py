"""Edits of the written text by whole lines: paragraphs, and the things that stand on a line of their own.

Every function is one step of undo, and leaves a gap between paragraphs, as the dialect wants it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.model.lines import LineKind
from newsdesk.model.marking import belongs_together
from newsdesk.ui.editor.body_reading import Reading


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    """What is done inside is undone at once."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def is_text(block: QTextBlock) -> bool:
    """Whether there is anything in a block."""
    return bool(block.isValid() and block.text().strip())


def written_before(reading: Reading, block: QTextBlock) -> QTextBlock:
    """The nearest block above that is no gap and not empty; not valid when there is none."""
    block = block.previous()
    while block.isValid() and (not is_text(block) or reading.is_gap(block)):
        block = block.previous()
    return block


def written_after(reading: Reading, block: QTextBlock) -> QTextBlock:
    """The nearest block below that is no gap and not empty; not valid when there is none."""
    block = block.next()
    while block.isValid() and (not is_text(block) or reading.is_gap(block)):
        block = block.next()
    return block


def end_of(block: QTextBlock) -> int:
    """The place behind the last character of a block."""
    return block.position() + block.length() - 1


def select(cursor: QTextCursor, start: int, end: int) -> None:
    """Select from one place to another."""
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def add_below(cursor: QTextCursor, block: QTextBlock, text: str) -> None:
    """A paragraph of its own under a block; the caret is at its end."""
    glued = is_text(block.next())
    cursor.setPosition(end_of(block))
    with one_step(cursor):
        cursor.insertText("\n\n" + text)
        end = cursor.position()
        if glued:
            cursor.insertText("\n")
        cursor.setPosition(end)


def add_above(cursor: QTextCursor, block: QTextBlock, text: str) -> None:
    """A paragraph of its own above a block; the caret is at its end."""
    before = "\n" if is_text(block.previous()) else ""
    cursor.setPosition(block.position())
    with one_step(cursor):
        cursor.insertText(before + text)
        end = cursor.position()
        cursor.insertText("\n\n")
        cursor.setPosition(end)


def put_lines(cursor: QTextCursor, first: QTextBlock, last: QTextBlock, lines: list[str]) -> None:
    """Other lines in the place of whole blocks, with gaps to what is beside them and not of their kind."""
    above, below = first.previous(), last.next()
    before = "\n" if is_text(above) and not belongs_together(above.text(), lines[0]) else ""
    after = "\n" if is_text(below) and not belongs_together(lines[-1], below.text()) else ""
    start = first.position() + len(before)
    with one_step(cursor):
        select(cursor, first.position(), end_of(last))
        cursor.insertText(before + "\n".join(lines) + after)
    select(cursor, start, start + len("\n".join(lines)))


def put_text(cursor: QTextCursor, block: QTextBlock, start: int, end: int, text: str) -> None:
    """Another text in a part of a block."""
    with one_step(cursor):
        select(cursor, block.position() + start, block.position() + end)
        cursor.insertText(text)


def put_thing(reading: Reading, cursor: QTextCursor, text: str) -> None:
    """A line of its own: in the empty paragraph of the caret, over the one that begins there, or under its own."""
    block = cursor.block()
    if reading.is_gap(block) and (above := written_before(reading, block)).isValid():
        block = above
        cursor.setPosition(end_of(block))
    with one_step(cursor):
        if not block.text().strip() and reading.line(block).kind is LineKind.BLANK:
            put_text(cursor, block, 0, len(block.text()), text)
        elif cursor.positionInBlock() == 0 and reading.thing(block) is None:
            add_above(cursor, block, text)
        else:
            add_below(cursor, _last_of_piece(reading, block), text)
        below = written_after(reading, cursor.block())
        if below.isValid():
            cursor.setPosition(below.position())
        else:
            add_below(cursor, cursor.block(), "")


def remove_thing(reading: Reading, cursor: QTextCursor) -> None:
    """Take the line of the caret away with the gap beside it; what stood around it stays apart."""
    block = cursor.block()
    above, below = block.previous(), block.next()
    with one_step(cursor):
        if below.isValid() and not is_text(below) and (not above.isValid() or not is_text(above)):
            after = below.next()
            select(cursor, block.position(), after.position() if after.isValid() else end_of(below))
        elif is_text(above) and is_text(below):
            select(cursor, block.position(), end_of(block))
        elif not below.isValid():
            near = written_before(reading, block)
            select(cursor, end_of(near) if near.isValid() else 0, end_of(block))
        else:
            select(cursor, block.position(), below.position())
        cursor.removeSelectedText()
    if reading.is_gap(cursor.block()):
        near = written_after(reading, cursor.block())
        if near.isValid():
            cursor.setPosition(near.position())
        elif (near := written_before(reading, cursor.block())).isValid():
            cursor.setPosition(end_of(near))


def _last_of_piece(reading: Reading, block: QTextBlock) -> QTextBlock:
    """The last line of the paragraph, list or quotation that a block is in: nothing is put into the middle."""
    if reading.thing(block) is not None:
        return block
    while is_text(block.next()) and reading.thing(block.next()) is None:
        block = block.next()
    return block
