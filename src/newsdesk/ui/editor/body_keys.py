"""What keys do in the written text beyond what any text field does: paragraphs, lists, photos as one thing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlock, QTextCursor

from newsdesk.model.lines import LISTED, LineKind
from newsdesk.model.marking import moved_in, moved_out, next_prefix
from newsdesk.ui.editor.body_edits import (
    add_below,
    end_of,
    is_text,
    one_step,
    put_lines,
    put_text,
    remove_thing,
    select,
    written_after,
    written_before,
)
from newsdesk.ui.editor.body_reading import Reading

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_PLAIN = (LineKind.CODE, LineKind.TABLE)
_QUOTED = (LineKind.QUOTE,)

Cursor = QTextCursor


def handle_key(reading: Reading, cursor: Cursor, event: QKeyEvent, *, right_to_left: bool) -> bool:
    """Do what a key means here; False when it means what it means anywhere. Moves and edits with `cursor`."""
    key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = Qt.KeyboardModifier.ShiftModifier
    at_thing = not cursor.hasSelection() and reading.thing(cursor.block()) is not None
    if key in _ENTER and held in (Qt.KeyboardModifier.NoModifier, shift):
        enter(reading, cursor, soft=held == shift)
        return True
    if key == Qt.Key.Key_Backspace and held in (Qt.KeyboardModifier.NoModifier, shift):
        return backspace(reading, cursor)
    if key == Qt.Key.Key_Delete and held == Qt.KeyboardModifier.NoModifier:
        return delete(reading, cursor)
    if event.matches(QKeySequence.StandardKey.DeleteStartOfWord):
        return (at_thing or cursor.positionInBlock() == 0) and backspace(reading, cursor)
    if event.matches(QKeySequence.StandardKey.DeleteEndOfWord):
        return (at_thing or cursor.atBlockEnd()) and delete(reading, cursor)
    if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and in_list(reading, cursor):
        move_items(reading, cursor, inward=key == Qt.Key.Key_Tab and held != shift)
        return True
    if at_thing and held in (Qt.KeyboardModifier.NoModifier, shift) and key in _FORWARD + _BACK:
        sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        _step_over(reading, cursor, forward=(key in _FORWARD) != (sideways and right_to_left), keep=held == shift)
        return True
    if at_thing and is_typing(event):
        below_thing(cursor)
    return False


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key writes a character."""
    text = event.text()
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    # AltGr comes as Ctrl and Alt together on some platforms.
    plain = not event.modifiers() & commands or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return bool(text) and text.isprintable() and plain


def below_thing(cursor: Cursor) -> None:
    """Bring the caret into an empty paragraph under the photo or related block that it is on."""
    gap = cursor.block().next()
    empty = gap.next()
    if gap.isValid() and empty.isValid() and not is_text(gap) and not is_text(empty) and not is_text(empty.next()):
        cursor.setPosition(empty.position())
    else:
        add_below(cursor, cursor.block(), "")


def enter(reading: Reading, cursor: Cursor, *, soft: bool) -> None:
    """Begin a new paragraph, item or line."""
    if cursor.hasSelection():
        with one_step(cursor):
            cursor.removeSelectedText()
            enter(reading, cursor, soft=soft)
        return
    block = cursor.block()
    if reading.thing(block) is not None:
        below_thing(cursor)
        return
    line, at = reading.line(block), cursor.positionInBlock()
    if line.kind in _PLAIN:
        cursor.insertText("\n")
    elif not block.text().strip():
        _enter_on_nothing(cursor, line.kind)
    elif line.kind in LISTED | set(_QUOTED) and at >= line.prefix:
        _enter_in_list(cursor, block, line.prefix, line.kind, soft=soft)
    elif soft and line.kind is LineKind.PARAGRAPH and block.text()[:at].strip():
        cursor.insertText("\\\n")
    else:
        _enter_in_paragraph(cursor, block, at)


def backspace(reading: Reading, cursor: Cursor) -> bool:
    """Delete backwards where that is more than a character; tells whether it was."""
    if cursor.hasSelection():
        return False
    block = cursor.block()
    if reading.thing(block) is not None:
        remove_thing(reading, cursor)
        return True
    line, at = reading.line(block), cursor.positionInBlock()
    above = written_before(reading, block)
    carried = line.kind is LineKind.PARAGRAPH and above.isValid() and not block.text()[:at].strip()
    quoted = line.kind is LineKind.QUOTE and above.isValid() and reading.line(above).kind is LineKind.QUOTE
    if at and ((carried and above.text().endswith("\\")) or (quoted and at == line.prefix)):
        _join(cursor, above, block, at)
        return True
    if 0 < at == line.prefix and line.kind not in (LineKind.RULE, LineKind.NOTE, LineKind.GAP):
        put_lines(cursor, block, block, [block.text()[at:]])
        cursor.setPosition(cursor.selectionStart())
        return True
    if at or line.kind in _PLAIN:
        return False
    if not above.isValid():
        _drop_lines_before(cursor, block)
    elif reading.thing(above) is not None:
        _to_thing(cursor, above, leaving=block)
    else:
        _join(cursor, above, block, line.prefix)
    return True


def delete(reading: Reading, cursor: Cursor) -> bool:
    """Delete forwards where that is more than a character; tells whether it was."""
    if cursor.hasSelection():
        return False
    block = cursor.block()
    if reading.thing(block) is not None:
        remove_thing(reading, cursor)
        return True
    if not cursor.atBlockEnd() or reading.line(block).kind in _PLAIN:
        return False
    below = written_after(reading, block)
    if not below.isValid():
        return True
    if reading.thing(below) is not None:
        _to_thing(cursor, below, leaving=block)
    elif not is_text(block):
        with one_step(cursor):
            select(cursor, block.position(), below.position())
            cursor.removeSelectedText()
    else:
        _join(cursor, block, below, reading.line(below).prefix)
    return True


def in_list(reading: Reading, cursor: Cursor) -> bool:
    """Whether the caret, or all that is selected, is in items of a list."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    while reading.line(block).kind in LISTED:
        if block == last:
            return True
        block = block.next()
    return False


def move_items(reading: Reading, cursor: Cursor, *, inward: bool) -> None:
    """Move the items of the selection one level in or out. The first of a list has nothing to be under."""
    document = cursor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    above = first.previous()
    if inward and (not above.isValid() or reading.line(above).kind not in LISTED):
        return
    edit = QTextCursor(cursor)
    with one_step(edit):
        block = first
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            text = block.text()
            moved = moved_in(text) if inward else moved_out(text)
            difference = len(moved) - len(text)
            put_text(edit, block, 0, max(0, -difference), " " * max(0, difference))
            block = block.next()


def settle(reading: Reading, cursor: Cursor, before: int, key: int = 0) -> bool:
    """Bring a caret that was moved from `before` out of gaps and onto whole things; tells whether it moved."""
    keep = (
        QTextCursor.MoveMode.KeepAnchor
        if cursor.anchor() != cursor.position()
        else QTextCursor.MoveMode.MoveAnchor
    )
    start = cursor.position()
    forward = start > before
    upright = {Qt.Key.Key_Up: QTextCursor.MoveOperation.Up, Qt.Key.Key_Down: QTextCursor.MoveOperation.Down}.get(
        Qt.Key(key)
    )
    while reading.is_gap(cursor.block()):
        block = cursor.block()
        if upright and cursor.movePosition(upright, keep) and cursor.block() != block:
            continue
        following = block.next() if forward else block.previous()
        if not following.isValid():
            forward, following = not forward, written_before(reading, block) if forward else block.next()
            upright = None
            if not following.isValid():
                break
        cursor.setPosition(following.position() if forward else end_of(following), keep)
    block = cursor.block()
    if reading.thing(block) is not None:
        if cursor.anchor() != cursor.position():
            cursor.setPosition(end_of(block) if cursor.position() > cursor.anchor() else block.position(), keep)
        else:
            cursor.setPosition(block.position())
    return cursor.position() != start


def _enter_on_nothing(cursor: Cursor, kind: LineKind) -> None:
    """An empty paragraph is new already; where none can be seen, there is one then."""
    if kind is LineKind.GAP:
        cursor.insertText("\n")


def _enter_in_list(cursor: Cursor, block: QTextBlock, prefix: int, kind: LineKind, *, soft: bool) -> None:
    """The next item; on an empty one the list ends, or goes on one level further out."""
    text, at = block.text(), cursor.positionInBlock()
    if not text[prefix:].strip():
        outer = moved_out(text)
        if kind in LISTED and outer != text:
            put_text(cursor, block, 0, len(text) - len(outer), "")
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            return
        _leave_list(cursor, block)
        return
    mark = next_prefix(text)
    if soft:
        carried = mark if kind in _QUOTED else " " * len(mark)
        cursor.insertText(f"\\\n{carried}")
    elif kind in _QUOTED:
        cursor.insertText(f"\n{mark.rstrip()}\n{mark}")
    elif at == prefix:
        with one_step(cursor):
            cursor.setPosition(block.position())
            cursor.insertText(text[:prefix].rstrip() + " \n")
            cursor.setPosition(cursor.position() + prefix)
    else:
        cursor.insertText(f"\n{mark}")


def _leave_list(cursor: Cursor, block: QTextBlock) -> None:
    """An empty item or line of a quotation becomes an empty paragraph."""
    above = block.previous()
    start = above.position() if above.isValid() and above.text().strip() == ">" else block.position()
    before = "\n" if block.previous().isValid() and (is_text(above) or start != block.position()) else ""
    after = "\n" if is_text(block.next()) else ""
    with one_step(cursor):
        select(cursor, start, end_of(block))
        cursor.insertText(before + after)
        cursor.setPosition(start + len(before))


def _enter_in_paragraph(cursor: Cursor, block: QTextBlock, at: int) -> None:
    text = block.text()
    if at == 0 and is_text(block.previous()):
        cursor.insertText("\n")
        return
    with one_step(cursor):
        if text[:at].strip() and text[at : at + 1] == " ":
            cursor.deleteChar()
        cursor.insertText("\n\n")
        here = cursor.position()
        if at >= len(text.rstrip()) and is_text(block.next().next().next()) and not is_text(block.next()):
            cursor.insertText("\n")
            cursor.setPosition(here)


def _drop_lines_before(cursor: Cursor, block: QTextBlock) -> None:
    """The empty lines at the beginning of a text go."""
    if not block.blockNumber():
        return
    with one_step(cursor):
        select(cursor, 0, block.position())
        cursor.removeSelectedText()


def _to_thing(cursor: Cursor, thing: QTextBlock, leaving: QTextBlock) -> None:
    """The caret goes to the photo or related block beside it; an empty paragraph that it leaves goes."""
    if is_text(leaving) or thing.blockNumber() > leaving.blockNumber():
        below = thing.blockNumber() > leaving.blockNumber()
        if below and not is_text(leaving):
            with one_step(cursor):
                select(cursor, leaving.position(), thing.position())
                cursor.removeSelectedText()
            return
        cursor.setPosition(thing.position())
        return
    place = thing.position()
    with one_step(cursor):
        select(cursor, end_of(thing), end_of(leaving))
        cursor.removeSelectedText()
        cursor.setPosition(place)


def _join(cursor: Cursor, above: QTextBlock, below: QTextBlock, prefix: int) -> None:
    """Two paragraphs become one; what broke the line between them and what marks the second goes."""
    text = above.text()
    end = end_of(above) - (1 if text.endswith("\\") else 0)
    with one_step(cursor):
        select(cursor, end, below.position() + prefix)
        cursor.removeSelectedText()


def _step_over(reading: Reading, cursor: Cursor, *, forward: bool, keep: bool) -> None:
    """From a thing to the next place before or after it."""
    mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
    block = cursor.block()
    if keep:
        cursor.setPosition(block.position() if forward else end_of(block))
    following = block.next() if forward else block.previous()
    while following.isValid() and reading.is_gap(following):
        following = following.next() if forward else following.previous()
    if following.isValid():
        cursor.setPosition(following.position() if forward else end_of(following), mode)
        if not keep and reading.thing(following) is not None:
            cursor.setPosition(following.position())
    elif keep:
        cursor.setPosition(end_of(block) if forward else block.position(), mode)
