"""The lines of a text that hold a photo, changed where they stand so that the text's own undo knows of it."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from newsdesk.model.references import PHOTO, photo_line


def photo_blocks(document: QTextDocument) -> list[tuple[str, QTextBlock]]:
    """The photos of a text with their lines, in order."""
    found = []
    block = document.begin()
    while block.isValid():
        line = photo_line(block.text()) if PHOTO in block.text() else None
        if line is not None:
            found.append((line[1], block))
        block = block.next()
    return found


def move_photo(document: QTextDocument, photo: str, delta: int) -> bool:
    """Let a photo change places with the one so many before (negative) or after it; whether it could."""
    blocks = photo_blocks(document)
    place = next((place for place, (id, _) in enumerate(blocks) if id == photo), None)
    if place is None or not 0 <= place + delta < len(blocks) or delta == 0:
        return False
    one, other = blocks[place][1], blocks[place + delta][1]
    texts = one.text(), other.text()
    cursor = QTextCursor(one)
    cursor.beginEditBlock()
    _write(cursor, one, texts[1])
    _write(cursor, other, texts[0])
    cursor.endEditBlock()
    return True


def remove_photo(document: QTextDocument, photo: str) -> bool:
    """Take a photo's line out, with the empty line after it; whether it was there."""
    block = _block_of(document, photo)
    if block is None:
        return False
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    following = block.next()
    last = following if following.isValid() and not following.text().strip() else block
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    if cursor.block().next().isValid():
        cursor.deleteChar()
    cursor.endEditBlock()
    return True


def replace_photo(document: QTextDocument, photo: str, other: str) -> bool:
    """Put another photo into a photo's line, with the same caption; whether it was there."""
    block = _block_of(document, photo)
    if block is None:
        return False
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    _write(cursor, block, block.text().replace(f"{PHOTO}{photo}", f"{PHOTO}{other}"))
    cursor.endEditBlock()
    return True


def _block_of(document: QTextDocument, photo: str) -> QTextBlock | None:
    return next((block for id, block in photo_blocks(document) if id == photo), None)


def _write(cursor: QTextCursor, block: QTextBlock, text: str) -> None:
    cursor.setPosition(block.position())
    cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)
