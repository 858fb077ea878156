"""What happens to what is pasted or dropped into the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData
from PySide6.QtGui import QDropEvent, QImage, QImageWriter, QTextCursor

from newsdesk.i18n import N_, message
from newsdesk.model.marking import written_link
from newsdesk.model.pasting import LONGEST_TEXT, pasted, pasted_address
from newsdesk.ui.editor.body_keys import below_thing, settle

if TYPE_CHECKING:
    from newsdesk.ui.editor.body import Body

_PICTURES = frozenset(
    {".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".heif", ".avif"}
)


def paste(body: Body, source: QMimeData) -> None:
    """Take in what another program or place gives."""
    files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    pictures = [file for file in files if file.suffix.lower() in _PICTURES]
    if pictures:
        body.files_dropped.emit(pictures)
    elif files:
        body.refused.emit(message(N_("Only photo files can be put into the text.")))
    elif source.hasImage() and not source.hasFormat("text/plain"):
        body.picture_pasted.emit(_png(source.imageData()))
    elif len(text := source.text()) > LONGEST_TEXT:
        body.refused.emit(
            message(
                N_("This text has {count} characters. No more than {most} can be pasted at once."),
                count=len(text),
                most=LONGEST_TEXT,
            )
        )
    else:
        _paste_text(body, text)


def takes_drop(body: Body, event: QDropEvent) -> bool:
    """Take files and pictures that are dragged over the text; text the text field takes itself."""
    source = event.mimeData()
    if not (source.hasUrls() or (source.hasImage() and not source.hasText())):
        return False
    event.acceptProposedAction()
    if event.type() == QEvent.Type.Drop:
        cursor = body.cursorForPosition(event.position().toPoint())
        settle(body.reading, cursor, cursor.position())
        body.setTextCursor(cursor)
        paste(body, source)
    return True


def copied(cursor: QTextCursor) -> QMimeData:
    """The source of what is selected."""
    data = QMimeData()
    data.setText(cursor.selectedText().replace("\u2029", "\n"))
    return data


def _paste_text(body: Body, text: str) -> None:
    cursor = body.textCursor()
    settle(body.reading, cursor, cursor.position())
    address, chosen = pasted_address(text), cursor.selectedText()
    if address and chosen.strip() and "\u2029" not in chosen:
        cursor.insertText(written_link(chosen, address))
        body.setTextCursor(cursor)
        return
    if not cursor.hasSelection() and body.reading.thing(cursor.block()) is not None:
        below_thing(cursor)
    cursor.insertText(pasted(text))
    body.setTextCursor(cursor)
    body.ensureCursorVisible()


def _png(picture: object) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if isinstance(picture, QImage):
        QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())
