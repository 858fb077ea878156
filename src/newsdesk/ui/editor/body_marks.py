"""What the format bar and the shortcuts do to the written text; each is one step of undo."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.model.lines import LineKind
from newsdesk.model.marking import (
    Style,
    is_marked,
    next_note,
    restyled,
    style_of,
    toggled,
    word_around,
    written_link,
)
from newsdesk.model.spans import Mark
from newsdesk.ui.editor.body_edits import end_of, is_text, one_step, put_lines, put_text, select
from newsdesk.ui.editor.body_reading import Reading

_UNMARKED = (LineKind.CODE, LineKind.RULE, LineKind.GAP)


def blocks_of(cursor: QTextCursor) -> list[QTextBlock]:
    """The blocks that are selected, or that of the caret."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    found = [block]
    while block != last:
        block = block.next()
        found.append(block)
    if len(found) > 1 and cursor.selectionEnd() == last.position():
        found.pop()
    return found


def toggle(reading: Reading, cursor: QTextCursor, mark: Mark) -> None:
    """Set a mark on what is selected, or take it away when all of it has it."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    parts = [
        (block, max(0, start - block.position()), min(end - block.position(), len(block.text())))
        for block in blocks_of(cursor)
        if reading.thing(block) is None and reading.line(block).kind not in _UNMARKED
    ]
    if len(parts) > 1:
        parts = [(block, low, high) for block, low, high in parts if block.text()[low:high].strip()]
    wanted = not all(is_marked(block.text(), low, high, mark) for block, low, high in parts)
    first = last = -1
    with one_step(cursor):
        for block, low, high in parts:
            text = block.text()
            if len(parts) > 1 and is_marked(text, low, high, mark) == wanted:
                first = block.position() + low if first < 0 else first
                last = block.position() + high
                continue
            made = toggled(text, low, high, mark)
            if made.line != text:
                put_text(cursor, block, 0, len(text), made.line)
            first = block.position() + made.start if first < 0 else first
            last = block.position() + made.end
    if first >= 0:
        select(cursor, first, last)


def has_mark(reading: Reading, cursor: QTextCursor, mark: Mark) -> bool:
    """Whether what is selected, or the letter beside the caret, has a mark."""
    block = cursor.document().findBlock(cursor.selectionStart())
    if reading.line(block).kind in _UNMARKED:
        return False
    low = cursor.selectionStart() - block.position()
    high = min(cursor.selectionEnd() - block.position(), len(block.text()))
    return is_marked(block.text(), low, high, mark)


def style_there(reading: Reading, cursor: QTextCursor) -> Style:
    """The style of the paragraph that the caret is in."""
    return style_of(reading.line(cursor.block()))


def restyle(reading: Reading, cursor: QTextCursor, style: Style) -> None:
    """Make the paragraphs of the selection, or that of the caret, into another style; again: into plain ones."""
    blocks = blocks_of(cursor)
    if any(reading.thing(block) is not None or reading.line(block).kind is LineKind.CODE for block in blocks):
        return
    place, alone = len(cursor.block().text()) - cursor.positionInBlock(), not cursor.hasSelection()
    put_lines(cursor, blocks[0], blocks[-1], restyled([block.text() for block in blocks], style))
    if alone:
        block = cursor.document().findBlock(cursor.selectionEnd())
        cursor.setPosition(max(block.position(), cursor.selectionEnd() - place))


def put_link(cursor: QTextCursor, text: str, target: str) -> None:
    """A link in the place of what is selected, or at the caret."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first = cursor.document().findBlock(start)
    if start == end and text:
        low, high = word_around(first.text(), start - first.position())
        if first.text()[low:high] == text:
            start, end = first.position() + low, first.position() + high
    end = min(end, end_of(first))
    put_text(cursor, first, start - first.position(), end - first.position(), written_link(text or target, target))


def put_note(cursor: QTextCursor, source: str) -> None:
    """The mention of a new footnote at the caret, and its text at the end, where the caret is then."""
    number = next_note(source)
    cursor.setPosition(cursor.selectionEnd())
    with one_step(cursor):
        cursor.insertText(f"[^{number}]")
        cursor.movePosition(QTextCursor.MoveOperation.End)
        block = cursor.block()
        gap = "\n\n" if is_text(block) else "\n" if is_text(block.previous()) else ""
        cursor.insertText(f"{gap}[^{number}]: ")
