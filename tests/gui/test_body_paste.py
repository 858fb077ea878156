"""What is pasted into the text pane, or dropped on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage, QTextCursor

from helpers.writing import card, edition
from newsdesk.i18n import Message
from newsdesk.model.pasting import LONGEST_LINE, LONGEST_TEXT
from newsdesk.ui.editor.body import Body
from newsdesk.ui.kit.look import Look

PHOTO = "![A quay](photo:p1)"


@pytest.fixture
def body(look: Look) -> Iterator[Body]:
    """A pane with two paragraphs and a photo, the caret at its beginning."""
    made = Body(look, card)
    made.show_text(f"One two.\n\n{PHOTO}\n\nThree.", edition("en"))
    yield made
    made.deleteLater()


def text(value: str) -> QMimeData:
    data = QMimeData()
    data.setText(value)
    return data


def select(body: Body, start: int, end: int) -> None:
    cursor = body.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)


def test_an_address_over_a_selection_makes_a_link(body: Body) -> None:
    select(body, 4, 7)
    body.insertFromMimeData(text(" https://example.org/a "))
    assert body.text().startswith("One [two](https://example.org/a).\n")
    body.undo()
    assert body.text().startswith("One two.\n")


def test_paragraphs_of_other_programs_become_paragraphs(body: Body) -> None:
    long = "word " * 20
    body.insertFromMimeData(text(f"{long.strip()}\r\nShort.\r\n"))
    assert body.text().startswith(f"{long.strip()}\n\nShort.One two.")


def test_what_is_pasted_on_a_photo_goes_below_it(body: Body) -> None:
    body.setTextCursor(QTextCursor(body.document().findBlockByNumber(2)))
    body.insertFromMimeData(text("New."))
    assert body.text() == f"One two.\n\n{PHOTO}\n\nNew.\n\nThree."


def test_lines_that_no_editor_can_set_are_broken(body: Body) -> None:
    body.insertFromMimeData(text("word " * 10_000))
    assert max(map(len, body.text().split("\n"))) <= LONGEST_LINE + len("One two.")
    assert body.text().count("word") == 10_000


def test_too_much_is_refused_with_a_word(body: Body) -> None:
    refused: list[Message] = []
    body.refused.connect(refused.append)
    before = body.text()
    body.insertFromMimeData(text("word " * (LONGEST_TEXT // 5 + 1)))
    assert body.text() == before
    assert str(LONGEST_TEXT) in str(refused[0])


def test_photo_files_go_to_whoever_keeps_them(body: Body, tmp_path: Path) -> None:
    dropped: list[list[Path]] = []
    refused: list[Message] = []
    body.files_dropped.connect(dropped.append)
    body.refused.connect(refused.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.JPG", "notes.txt")])
    body.insertFromMimeData(data)
    assert dropped == [[tmp_path / "a.JPG"]]
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "notes.txt"))])
    body.insertFromMimeData(data)
    assert len(dropped) == 1
    assert refused


def test_a_picture_goes_as_a_png(body: Body) -> None:
    pictures: list[bytes] = []
    body.picture_pasted.connect(pictures.append)
    data = QMimeData()
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(0)
    data.setImageData(picture)
    body.insertFromMimeData(data)
    assert pictures[0].startswith(b"\x89PNG")


def test_a_copy_is_the_source(body: Body) -> None:
    body.selectAll()
    copied = body.createMimeDataFromSelection()
    assert copied.text() == body.text()
    assert not copied.hasHtml()
