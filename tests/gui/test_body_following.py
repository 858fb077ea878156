"""Whatever is edited, counts, line kinds and heights are those of a text that is opened afresh."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from helpers.writing import card, edition
from newsdesk.model.counting import words_in
from newsdesk.ui.editor.body import Body, Style
from newsdesk.ui.editor.body_reading import Reading
from newsdesk.ui.kit.look import Look

PIECES = (
    "One two three.",
    "\n",
    "\n\n",
    "\n\n\n",
    "```\n",
    "- item\n- other",
    "> quote\n>\n> more",
    "## Head",
    "![A quay](photo:p1)",
    "\n\n![](photo:p2)\n\n",
    "READ: [Votes](article:x)",
    "\n\nREAD: Ferries\n\n",
    "**bold",
    " ",
    "    code",
    ">",
    "[^1]: Note",
)


def make(look: Look, text: str) -> Body:
    body = Body(look, card)
    body.resize(560, 500)
    body.show_text(text, edition("en"))
    return body


def edit(body: Body, chance: random.Random) -> None:
    """One edit, as a person or the program makes it."""
    cursor = body.textCursor()
    length = body.document().characterCount() - 1
    cursor.setPosition(chance.randint(0, length))
    if chance.random() < 0.4:
        cursor.setPosition(
            min(length, max(0, cursor.position() + chance.randint(-40, 40))), QTextCursor.MoveMode.KeepAnchor
        )
    body.setTextCursor(cursor)
    match chance.randrange(9):
        case 0 | 1:
            cursor.insertText(chance.choice(PIECES))
        case 2:
            QTest.keyClick(body, Qt.Key.Key_Return)
        case 3:
            QTest.keyClick(body, Qt.Key.Key_Backspace)
        case 4:
            QTest.keyClick(body, Qt.Key.Key_Delete)
        case 5:
            QTest.keyClicks(body, chance.choice(("x", "`", "- ", ">", "#", "*")))
        case 6:
            chance.choice((body.undo, body.redo))()
        case 7:
            chance.choice((body.toggle_bold, lambda: body.set_style(chance.choice(list(Style)))))()
        case _:
            body.insert_photo("p3", "New")


@pytest.mark.parametrize("seed", range(12))
def test_random_edits_leave_nothing_behind(look: Look, seed: int) -> None:
    chance = random.Random(seed)
    body = make(look, "\n".join(chance.choices(PIECES, k=12)))
    told: list[tuple[int, int]] = []
    body.counted.connect(lambda total, chosen: told.append((total, chosen)))
    document = body.document()
    for _ in range(60):
        edit(body, chance)
        block = document.begin()
        while block.isValid():
            body.lines.blockBoundingRect(block)
            block = block.next()
    lines = body.text().split("\n")
    reading = Reading(document)
    reading.know(edition("en"), frozenset())
    afresh = make(look, body.text())
    there, other = document.begin(), afresh.document().begin()
    words = 0
    for line in lines:
        afresh.lines.blockBoundingRect(other)
        assert body.reading.line(there) == reading.line(there), (there.blockNumber(), lines)
        assert body.reading.thing(there) == reading.thing(there)
        assert there.userState() == other.userState(), (there.blockNumber(), lines)
        assert there.layout().lineCount() == other.layout().lineCount()
        words += 0 if reading.is_read(line) else words_in(line)
        there, other = there.next(), other.next()
    assert not there.isValid()
    assert told[-1][0] == words
    for one in (body, afresh):
        one.deleteLater()


@pytest.mark.parametrize("seed", range(6))
def test_everything_can_be_undone(look: Look, seed: int) -> None:
    chance = random.Random(100 + seed)
    text = "\n".join(chance.choices(PIECES, k=10))
    body = make(look, text)
    for _ in range(40):
        edit(body, chance)
    while body.document().isUndoAvailable():
        body.undo()
    assert body.text() == text
    body.deleteLater()
