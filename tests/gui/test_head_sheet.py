"""The sheet on which one writes, in a window of 1366 × 768: what is in sight, what moves and what stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from helpers.waiting import wait_until
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.marking import written_read
from newsdesk.model.related import RelatedLine
from newsdesk.newsroom import new_article, set_lead
from newsdesk.ui.context import Context
from newsdesk.ui.editor.head_fold import FEWEST_LINES, LEAST_LINES
from newsdesk.ui.editor.pane import EditorPane
from newsdesk.ui.kit.growing_text import GrowingText
from newsdesk.ui.kit.look import Look
from newsdesk.ui.photo_card import PhotoCard

WIDTH, HEIGHT = 576, 659
MARGIN = 40


@pytest.fixture
def pane(context: Context) -> Iterator[EditorPane]:
    """The pane as it is between list and inspector."""
    window = QWidget()
    window.resize(WIDTH, HEIGHT)
    made = EditorPane(context, window)
    made.setGeometry(0, 0, WIDTH, HEIGHT)
    window.show()
    window.activateWindow()
    wait_until(window.isActiveWindow)
    yield made
    window.close()
    window.deleteLater()


def write_nothing(context: Context, pane: EditorPane, *, lead: bool = True) -> None:
    """Open a new article, with nothing in it but a lead photo."""
    photo = context.read.photos("", 1)[0]
    made: list[Article] = []
    context.do(lambda store: new_article(store, store.read.newsroom().main_edition), made.append)
    wait_until(lambda: made)
    if lead:
        done: list[object] = []
        context.do(lambda store: set_lead(store, made[0].id, photo.id), done.append)
        wait_until(lambda: done)
    pane.open_article(made[0].id)


def longest(context: Context) -> Article:
    return max(context.read.every(Article), key=lambda article: len(article.body))


def open_card(pane: EditorPane) -> PhotoCard:
    card = pane.lead.card
    assert card is not None
    card.open("caption")
    wait_until(lambda: pane.lead.height() >= card.height() > 300)
    wait_until(lambda: pane.sheet.rect().contains(middle(pane, card)))
    for _ in range(8):
        QApplication.processEvents()
    return card


def done(card: PhotoCard) -> QPushButton:
    return next(one for one in card.findChildren(QPushButton) if one.text() == "Done")


def is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def wheel(pane: EditorPane, place: QPoint, pixels: int) -> None:
    """Turn the wheel, or move two fingers, over what is at a place of the window; down is negative."""
    QTest.wheelEvent(pane.window().windowHandle(), QPointF(place), QPoint(0, pixels), QPoint(0, pixels))


def middle(pane: EditorPane, widget: QWidget) -> QPoint:
    return widget.mapTo(pane.window(), widget.rect().center())


def ink(image: QImage, left: int, right: int) -> int:
    """How many dark dots there are between two columns."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(grey.pixel(x, y) & 255 < 128 for x in range(left, right) for y in range(grey.height()))


def test_over_an_empty_text_the_open_card_is_in_sight_to_its_end(context: Context, pane: EditorPane) -> None:
    write_nothing(context, pane)
    card = open_card(pane)
    assert is_whole(done(card))
    assert is_whole(card)
    before = (pane.body.geometry(), pane.body.verticalScrollBar().maximum())
    pane.sheet.arrange()
    assert (pane.body.geometry(), pane.body.verticalScrollBar().maximum()) == before
    assert before[1] == 0


@pytest.mark.parametrize("height", range(330, 660, 45))
def test_the_wheel_reaches_the_end_of_the_card_in_a_window_of_any_height(
    context: Context, pane: EditorPane, height: int
) -> None:
    write_nothing(context, pane)
    card = open_card(pane)
    pane.resize(WIDTH, height)
    pane.focus_body()
    over_head = pane.sheet.mapTo(pane.window(), QPoint(WIDTH // 2, 60))
    for _ in range(12):
        wheel(pane, over_head, 240)
    seen = False
    for _ in range(60):
        seen = seen or is_whole(done(card))
        wheel(pane, over_head, -30)
    assert seen


def test_text_that_fits_does_not_scroll(context: Context, pane: EditorPane) -> None:
    write_nothing(context, pane, lead=False)
    pane.focus_body()
    bar = pane.body.verticalScrollBar()
    line = pane.body.cursorRect().height()
    lines = 0
    while pane.body.y() > line * 3:
        QTest.keyClicks(pane.body, "One")
        QTest.keyClick(pane.body, Qt.Key.Key_Return)
        lines += 1
        assert pane.body.viewport().rect().contains(pane.body.cursorRect().center())
        assert lines < 60
        if pane.body.cursorRect().bottom() + 2 * line < pane.body.height() and bar.value() == 0:
            assert bar.maximum() == 0
    assert lines > 5


def test_who_writes_in_the_head_has_the_room(context: Context, pane: EditorPane) -> None:
    pane.open_article(longest(context).id)
    open_card(pane)
    line = pane.sheet.height() - pane.body.y()
    pane.focus_headline()
    assert pane.sheet.height() - pane.body.y() == line
    pane.focus_body()
    assert pane.sheet.height() - pane.body.y() == line * LEAST_LINES // FEWEST_LINES


def test_a_press_on_a_button_at_the_edge_is_a_click_on_it(context: Context, pane: EditorPane) -> None:
    pane.open_article(longest(context).id)
    card = open_card(pane)
    pane.focus_body()
    button = done(card)
    over_head = pane.sheet.mapTo(pane.window(), QPoint(WIDTH // 2, 60))
    for _ in range(100):
        if 4 < button.visibleRegion().boundingRect().height() < button.height():
            break
        wheel(pane, over_head, -7)
    seen = button.visibleRegion().boundingRect().center()
    place = button.mapTo(pane.window(), seen)
    screen = pane.window().windowHandle()
    QTest.mousePress(screen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert button.hasFocus()
    assert button.mapTo(pane.window(), seen) == place
    QTest.mouseRelease(screen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert not card.is_open


def test_a_press_on_the_text_does_not_move_it_and_the_first_key_makes_room(
    context: Context, pane: EditorPane
) -> None:
    pane.open_article(longest(context).id)
    open_card(pane)
    top = pane.body.y()
    QTest.mouseClick(
        pane.window().windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        middle(pane, pane.body),
    )
    assert pane.body.hasFocus()
    assert pane.body.y() == top
    QTest.keyClicks(pane.body, "x")
    assert pane.body.y() < top


def test_the_wheel_over_the_line_scrolls_as_over_the_text(context: Context, pane: EditorPane) -> None:
    pane.open_article(longest(context).id)
    pane.focus_body()
    bar = pane.body.verticalScrollBar()
    bar.setValue(bar.maximum())
    bar.setValue(4)
    assert pane.sheet.folded
    on_line = middle(pane, pane.sheet.line)
    for _ in range(6):
        wheel(pane, on_line, -10)
    assert bar.value() == 6
    for _ in range(4):
        wheel(pane, on_line, 120)
    assert bar.value() == 0
    wheel(pane, on_line, 120)
    assert not pane.sheet.folded


def test_related_blocks_of_every_edition_are_known(context: Context, pane: EditorPane) -> None:
    labels = [edition.labels.read for edition in context.read.every(Edition)]
    assert len(set(labels)) > 2
    article = longest(context)
    pane.open_article(article.id)
    text = "\n\n".join(written_read(label, "The quay", "https://example.org/quay") for label in labels)
    pane.focus_body()
    QTest.keySequence(pane.body, "Ctrl+A")
    pane.body.insertPlainText(text)
    blocks = [pane.body.document().findBlockByNumber(2 * place) for place in range(len(labels))]
    assert all(isinstance(pane.body.reading.thing(block), RelatedLine) for block in blocks)


def test_arabic_stands_flush_right_in_a_window_from_left_to_right(context: Context, pane: EditorPane) -> None:
    arabic = next(edition for edition in context.read.every(Edition) if edition.direction == "rtl")
    pane.open_article(next(one for one in context.read.every(Article) if one.edition == arabic.id).id)
    pane.focus_body()
    for name in ("kicker", "headline"):
        pane.head.fields[name].set_text("ميناء")
    QTest.keySequence(pane.body, "Ctrl+A")
    pane.body.insertPlainText("ميناء")
    pane.head.byline.adding.setFocus()  # away with the caret
    kicker, headline, text = pane.head.fields["kicker"], pane.head.fields["headline"], pane.body.viewport()
    for shown in (kicker, headline, text):
        place = QRect(shown.mapTo(pane, QPoint(0, 0)), shown.size())
        image = pane.grab(QRect(0, place.y(), WIDTH, place.height())).toImage()
        assert ink(image, WIDTH - MARGIN - 12, WIDTH - MARGIN) > 0
        assert ink(image, 0, WIDTH - MARGIN - 150) == 0


@pytest.mark.parametrize("line_height", [80, 88, 100, 120])
def test_what_hangs_from_the_last_line_is_not_cut_off(look: Look, line_height: int) -> None:
    field = GrowingText("Headline")
    field.setStyleSheet("background: white; color: black")
    field.set_writing(look.writing(40), line_height)
    field.set_text("gypsy jpq gypsy jpq gypsy")
    field.resize(320, 100)
    field.show()
    QApplication.processEvents()
    height = field.sizeHint().height()
    dots = []
    for room in (height, height + 40):
        field.resize(320, room)
        dots.append(ink(field.grab().toImage(), 0, 320))
    field.close()
    field.deleteLater()
    assert dots[0] == dots[1] > 0
