"""The text pane under real keys: what a person types becomes the source that they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.writing import LABELLED, card, edition
from newsdesk.ui.editor.body import Body, Style
from newsdesk.ui.kit.look import Look

Show = Callable[..., Body]


@pytest.fixture
def show(look: Look) -> Iterator[Show]:
    """Shows a text in a pane of its own, with the caret at its end."""
    shown: list[Body] = []

    def make(text: str = "", language: str = "en") -> Body:
        body = Body(look, card)
        body.resize(640, 700)
        body.show_text(text, edition(language))
        body.show()
        body.setFocus()
        body.moveCursor(QTextCursor.MoveOperation.End)
        shown.append(body)
        return body

    yield make
    for body in shown:
        body.close()
        body.deleteLater()


def keys(body: QWidget, *what: str | Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Type texts and press keys."""
    for one in what:
        if isinstance(one, str):
            QTest.keyClicks(body, one)
        else:
            QTest.keyClick(body, one, held)


def caret(body: Body, line: int, column: int = 0) -> None:
    """Put the caret somewhere."""
    cursor = QTextCursor(body.document().findBlockByNumber(line))
    cursor.setPosition(cursor.position() + column)
    body.setTextCursor(cursor)


def select(body: Body, start: int, end: int) -> None:
    """Select from one place of the source to another."""
    cursor = body.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)


ENTER, BACK, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_enter_makes_paragraphs_and_backspace_joins_them(show: Show) -> None:
    body = show()
    keys(body, "One.", ENTER, "Two.", ENTER, ENTER, "Three.")
    assert body.text() == "One.\n\nTwo.\n\nThree."
    caret(body, 2)
    keys(body, BACK)
    assert body.text() == "One.Two.\n\nThree."
    body.undo()
    assert body.text() == "One.\n\nTwo.\n\nThree."


@pytest.mark.parametrize(
    ("text", "at", "wanted"),
    [
        ("One.\n\nTwo.", (0, 4), "One.\n\nx\n\nTwo."),
        ("One.\n\nTwo.", (2, 0), "One.\n\n\n\nxTwo."),
        ("One two.", (0, 3), "One\n\nxtwo."),
        ("One\ntwo.", (0, 3), "One\n\nx\n\ntwo."),
        ("One\ntwo.", (1, 0), "One\n\nxtwo."),
        ("## Head", (0, 7), "## Head\n\nx"),
        ("```\ncode\n```", (1, 4), "```\ncode\nx\n```"),
        ("- a\n- b", (0, 3), "- a\n- x\n- b"),
        ("9. a", (0, 4), "9. a\n10. x"),
        ("> a", (0, 3), "> a\n>\n> x"),
        ("- a\n- ", (1, 2), "- a\n\nx"),
        ("- a\n- \n- b", (1, 2), "- a\n\nx\n\n- b"),
        ("- a\n  - ", (1, 4), "- a\n- x"),
        ("> a\n>\n> ", (2, 2), "> a\n\nx"),
        ("> a\n> ", (1, 2), "> a\n\nx"),
    ],
)
def test_enter_goes_on_as_the_line_says(show: Show, text: str, at: tuple[int, int], wanted: str) -> None:
    body = show(text)
    caret(body, *at)
    keys(body, ENTER, "x")
    assert body.text() == wanted


@pytest.mark.parametrize(
    ("text", "at", "wanted"),
    [
        ("One,", (0, 4), "One,\\\nx"),
        ("- a", (0, 3), "- a\\\n  x"),
        ("> a", (0, 3), "> a\\\n> x"),
    ],
)
def test_shift_and_enter_break_the_line(show: Show, text: str, at: tuple[int, int], wanted: str) -> None:
    body = show(text)
    caret(body, *at)
    keys(body, ENTER, held=SHIFT)
    keys(body, "x")
    assert body.text() == wanted
    keys(body, LEFT, BACK)
    assert "\n" not in body.text()


def test_a_list_is_moved_in_and_out(show: Show) -> None:
    body = show("- a\n- b")
    keys(body, Qt.Key.Key_Tab)
    assert body.text() == "- a\n  - b"
    keys(body, Qt.Key.Key_Backtab, held=SHIFT)
    assert body.text() == "- a\n- b"
    caret(body, 0, 3)
    keys(body, Qt.Key.Key_Tab)
    assert body.text() == "- a\n- b"


@pytest.mark.parametrize("mark", ["# ", "- ", "1. ", "> ", ">> "])
def test_backspace_after_a_mark_takes_the_mark_away(show: Show, mark: str) -> None:
    body = show(f"{mark}text")
    caret(body, 0, len(mark))
    keys(body, BACK)
    assert body.text() == "text"


def test_bold_is_switched_on_and_off_while_typing(show: Show) -> None:
    body = show()
    keys(body, "a ")
    body.toggle_bold()
    keys(body, "word")
    assert body.bold_at_caret()
    body.toggle_bold()
    keys(body, " b")
    assert body.text() == "a **word** b"
    assert not body.bold_at_caret()


def test_bold_goes_over_several_paragraphs_and_is_one_step(show: Show) -> None:
    text = "One two.\n\nThree four.\n\nFive."
    body = show(text)
    select(body, 4, len(text) - 7)
    body.toggle_bold()
    assert body.text() == "One **two.**\n\n**Three four.**\n\nFive."
    assert body.bold_at_caret()
    body.toggle_bold()
    assert body.text() == text
    body.undo()
    body.undo()
    assert body.text() == text


def test_styles_are_set_and_taken_away(show: Show) -> None:
    body = show("One.\n\nTwo.\n\nThree.")
    select(body, 0, 10)
    body.set_style(Style.BULLETS)
    assert body.text() == "- One.\n- Two.\n\nThree."
    body.set_style(Style.NUMBERS)
    assert body.text() == "1. One.\n2. Two.\n\nThree."
    body.set_style(Style.NUMBERS)
    assert body.text() == "One.\n\nTwo.\n\nThree."
    caret(body, 2, 2)
    body.set_style(Style.HEADING_2)
    assert body.text() == "One.\n\n## Two.\n\nThree."
    assert body.style_at_caret() is Style.HEADING_2
    assert body.textCursor().positionInBlock() == 5
    body.undo()
    assert body.text() == "One.\n\nTwo.\n\nThree."


PHOTO = "![A quay](photo:p1)"


def test_a_photo_is_one_thing_for_the_caret(show: Show) -> None:
    body = show(f"One.\n\n{PHOTO}\n\nTwo.")
    caret(body, 4)
    keys(body, LEFT)
    assert body.textCursor().block().text() == PHOTO
    keys(body, LEFT)
    assert body.textCursor().block().text() == "One."
    assert body.textCursor().atBlockEnd()
    keys(body, DOWN)
    assert body.textCursor().block().text() == PHOTO
    keys(body, DOWN)
    assert body.textCursor().block().text() == "Two."
    keys(body, UP, UP)
    assert body.textCursor().block().text() == "One."


@pytest.mark.parametrize(("line", "column", "key"), [(4, 0, BACK), (0, 4, DELETE)])
def test_a_photo_is_chosen_first_and_then_removed(show: Show, line: int, column: int, key: Qt.Key) -> None:
    text = f"One.\n\n{PHOTO}\n\nTwo."
    body = show(text)
    caret(body, line, column)
    keys(body, key)
    assert body.text() == text
    assert body.textCursor().block().text() == PHOTO
    keys(body, key)
    assert body.text() == "One.\n\nTwo."
    body.undo()
    assert body.text() == text


@pytest.mark.parametrize(
    ("text", "line", "wanted"),
    [
        (PHOTO, 0, ""),
        (f"{PHOTO}\n\nTwo.", 0, "Two."),
        (f"One.\n\n{PHOTO}", 2, "One."),
        (f"One.\n{PHOTO}\nTwo.", 1, "One.\n\nTwo."),
        (f"One.\n\n{PHOTO}\nTwo.", 2, "One.\n\nTwo."),
        (f"One.\n{PHOTO}\n\nTwo.", 1, "One.\n\nTwo."),
        (f"One.\n\n{PHOTO}\n\n", 2, "One.\n\n"),
    ],
)
def test_what_stood_around_a_photo_stays_apart(show: Show, text: str, line: int, wanted: str) -> None:
    body = show(text)
    caret(body, line)
    keys(body, BACK)
    assert body.text() == wanted


def test_typing_on_a_photo_goes_below_it(show: Show) -> None:
    body = show(f"One.\n\n{PHOTO}\n\nTwo.")
    caret(body, 2)
    keys(body, "x")
    assert body.text() == f"One.\n\n{PHOTO}\n\nx\n\nTwo."
    caret(body, 2)
    keys(body, ENTER, "y")
    assert body.text() == f"One.\n\n{PHOTO}\n\ny\n\nx\n\nTwo."


def test_photos_and_related_blocks_are_put_in(show: Show) -> None:
    body = show("One.\n\nTwo.")
    caret(body, 0, 2)
    body.insert_photo("p1", "A quay")
    assert body.text() == f"One.\n\n{PHOTO}\n\nTwo."
    assert body.textCursor().block().text() == "Two."
    body.moveCursor(QTextCursor.MoveOperation.End)
    body.insert_read("01ab", "Votes [2]")
    keys(body, "x")
    assert body.text() == f"One.\n\n{PHOTO}\n\nTwo.\n\nREAD: [Votes [2]](article:01ab)\n\nx"
    body.undo()
    body.undo()
    body.undo()
    assert body.text() == "One.\n\nTwo."


def test_cards_come_for_photos_in_sight_and_take_captions(show: Show) -> None:
    body = show(f"One.\n\n{PHOTO}\n\n" + "\n\n".join(["Word."] * 200))
    body.moveCursor(QTextCursor.MoveOperation.Start)
    shown = body.viewport().findChildren(LABELLED)
    assert [one.text() for one in shown if one.isVisible()] == ["A quay"]
    shown[0].setText("Another [quay")
    shown[0].editingFinished.emit()
    assert "![Another \\[quay](photo:p1)\n" in body.text()
    body.undo()
    assert PHOTO in body.text()


def test_a_card_that_grows_gets_its_room(show: Show) -> None:
    body = show(f"One.\n\n{PHOTO}\n\nTwo.")
    photo, below = (body.document().findBlockByNumber(line) for line in (2, 4))
    assert body.lines.blockBoundingRect(photo).height() == 92 + 16
    top = body.blockBoundingGeometry(below).top()
    grown = next(one for one in body.viewport().children() if isinstance(one, QWidget))
    grown.setFixedHeight(200)
    QApplication.sendPostedEvents()
    assert body.lines.blockBoundingRect(photo).height() == 200 + 16
    assert body.blockBoundingGeometry(below).top() == top + 108


def test_files_are_dropped_where_they_are_let_go(show: Show, tmp_path: Path) -> None:
    body = show("One.\n\nTwo.\n\nThree.")
    dropped: list[list[Path]] = []
    body.files_dropped.connect(dropped.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    block = body.document().findBlockByNumber(2)
    place = body.blockBoundingGeometry(block).translated(body.contentOffset()).center()
    place.setX(body.lines.left + 4)
    drop = QDropEvent(
        place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter = QDragEnterEvent(
        place.toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(body.viewport(), enter)
    assert enter.isAccepted()
    QApplication.sendEvent(body.viewport(), drop)
    assert dropped == [[tmp_path / "a.jpg"]]
    assert body.textCursor().blockNumber() == 2
    body.insert_photo("p1")
    assert body.text() == "One.\n\n![](photo:p1)\n\nTwo.\n\nThree."


def test_a_photo_between_two_paragraphs_is_put_between_them(show: Show) -> None:
    body = show("One.\n\nTwo.")
    body.setTextCursor(QTextCursor(body.document().findBlockByNumber(1)))
    body.insert_photo("p1", "A quay")
    assert body.text() == f"One.\n\n{PHOTO}\n\nTwo."


def test_notes_and_links(show: Show) -> None:
    body = show("One.\n\nTwo.")
    caret(body, 0, 4)
    body.insert_note()
    keys(body, "See two.")
    assert body.text() == "One.[^1]\n\nTwo.\n\n[^1]: See two."
    select(body, 0, 3)
    body.insert_link("One", "https://example.org/a(b)")
    assert body.text().startswith("[One](<https://example.org/a(b)>).[^1]")


def test_an_untouched_text_comes_back_as_it_was(show: Show) -> None:
    text = "\ufeffOne.\r\n\r\n\r\nTwo.\u00a0!\u2028x\n   \n- a\n\n\n"
    body = show(text)
    assert body.text() == text
    keys(body, "x")
    body.undo()
    assert body.text() == text


def test_hard_spaces_and_other_lines_stay_when_one_is_edited(show: Show) -> None:
    text = "Un mot\u00a0!\n\n\nDeux.  \nTrois.\n\n\tcode\n\n\n\nFin."
    body = show(text)
    keys(body, "x")
    assert body.text() == text + "x"


def test_the_caret_skips_gaps_also_from_right_to_left(show: Show) -> None:
    body = show("واحد.\n\nاثنان.", "ar")
    caret(body, 0, 5)
    keys(body, LEFT)
    assert (body.textCursor().blockNumber(), body.textCursor().positionInBlock()) == (2, 0)
    keys(body, RIGHT)
    assert (body.textCursor().blockNumber(), body.textCursor().positionInBlock()) == (0, 5)
    keys(body, DOWN)
    assert body.textCursor().blockNumber() == 2
    keys(body, UP)
    assert body.textCursor().blockNumber() == 0
    caret(body, 0, 5)
    QApplication.sendEvent(body, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ب"))
    assert body.text() == "واحد.ب\n\nاثنان."


def test_a_click_between_two_lines_stays_in_its_column(show: Show) -> None:
    body = show("word " * 40)
    first, second = body.document().begin().layout().lineAt(0), body.document().begin().layout().lineAt(1)
    top = body.contentOffset().y()
    between = top + (first.y() + first.height() + second.y()) / 2
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(body.lines.left + 60, round(between)))
    assert body.textCursor().positionInBlock() not in (first.textLength(), second.textStart())
    assert body.textCursor().positionInBlock() % first.textLength() < 15


def test_signals_tell_of_edits_of_the_caret_and_of_photos(show: Show) -> None:
    body = show(f"One two.\n\n{PHOTO}")
    heard: list[object] = []
    body.edited.connect(lambda: heard.append("edited"))
    body.caret_moved.connect(lambda line: heard.append(("line", line)))
    body.photo_activated.connect(heard.append)
    body.counted.connect(lambda total, chosen: heard.append((total, chosen)))
    caret(body, 0, 8)
    keys(body, DOWN)
    assert heard == [("line", 0), ("line", 2), "p1"]
    heard.clear()
    caret(body, 0, 8)
    keys(body, " x")
    assert heard == [("line", 0), "edited", "edited", (3, 0)]
    heard.clear()
    body.selectAll()
    assert heard[-1] == (3, 3) or (3, 3) in heard
    body.show_text("Other.", edition("en"))
    assert "edited" not in heard
    assert not body.document().isUndoAvailable()
