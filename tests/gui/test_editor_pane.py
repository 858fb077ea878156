"""The pane of the text as a whole: what it opens, how it folds, what it takes over, and its photos."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from helpers.waiting import wait_until
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.model.person import Person
from newsdesk.model.placement import Role
from newsdesk.model.references import photo_refs
from newsdesk.newsroom import change_article, delete_articles, photo_uses, set_bylines
from newsdesk.store import open_reader
from newsdesk.ui.context import Context
from newsdesk.ui.editor.head_fold import LINE
from newsdesk.ui.editor.pane import EditorPane
from newsdesk.ui.photo_card import PhotoCard


@pytest.fixture
def pane(context: Context) -> Iterator[EditorPane]:
    """The pane as it is in a window of 1366 × 768."""
    window = QWidget()
    window.resize(680, 620)
    made = EditorPane(context, window)
    made.setGeometry(0, 0, 680, 620)
    window.show()
    window.activateWindow()
    wait_until(window.isActiveWindow)
    yield made
    window.close()
    window.deleteLater()


def longest(context: Context) -> Article:
    return max(context.read.every(Article), key=lambda article: len(article.body))


def on_disk(context: Context, id: ArticleId) -> Article:
    with open_reader(context.folder) as reader:
        found = reader.get(Article, id)
    assert found is not None
    return found


def chips(pane: EditorPane) -> list[QWidget]:
    return [chip for chip in pane.head.byline.findChildren(QWidget, "chip") if chip.isVisible()]


def wheel(widget: QWidget, notches: int) -> None:
    """Turn the wheel over a widget; down is negative."""
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_without_an_article_one_button_begins_one(pane: EditorPane) -> None:
    wanted: list[None] = []
    pane.new_wanted.connect(lambda: wanted.append(None))
    button = next(one for one in pane.findChildren(QPushButton) if one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted == [None]
    assert pane.working_copy() is None


def test_it_tells_which_article_is_open(context: Context, pane: EditorPane) -> None:
    told: list[object] = []
    pane.opened.connect(told.append)
    article = longest(context)
    pane.open_article(article.id)
    pane.open_article(None)
    assert told == [article.id, None]


def test_the_working_copy_has_what_is_not_saved_yet(context: Context, pane: EditorPane) -> None:
    article = longest(context)
    pane.open_article(article.id)
    pane.focus_headline()
    QTest.keyClicks(pane.head.fields["headline"], "?")
    copy = pane.working_copy()
    assert copy is not None
    assert copy.headline == article.headline + "?"
    assert on_disk(context, article.id).headline == article.headline


def test_the_wheel_scrolls_the_head_away_and_then_the_text(context: Context, pane: EditorPane) -> None:
    pane.open_article(longest(context).id)
    pane.focus_body()
    bar = pane.body.verticalScrollBar()
    top = pane.body.y()
    assert pane.sheet.height() - top >= 6 * 28
    for _ in range(3):
        wheel(pane.body.viewport(), -1)
    assert (bar.value(), pane.sheet.folded) == (0, False)
    assert LINE < pane.body.y() < top
    for _ in range(12):
        wheel(pane.body.viewport(), -1)
    assert pane.sheet.folded
    assert pane.sheet.line.isVisible()
    assert pane.body.y() == LINE
    assert pane.body.height() >= 12 * 29
    assert bar.value() > 0


def test_the_head_comes_back_only_when_the_text_is_at_its_top(context: Context, pane: EditorPane) -> None:
    pane.open_article(longest(context).id)
    pane.focus_body()
    bar = pane.body.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert pane.sheet.folded
    bar.setValue(1)
    bar.setValue(0)
    assert pane.sheet.folded
    wheel(pane.body.viewport(), 1)
    assert not pane.sheet.folded


def test_scrolling_down_and_up_again_ends_where_it_began(context: Context, pane: EditorPane) -> None:
    pane.open_article(longest(context).id)
    pane.focus_body()
    top = pane.body.y()
    down = [pane.body.y()]
    for _ in range(8):
        wheel(pane.body.viewport(), -1)
        down.append(pane.body.y())
    assert down == sorted(down, reverse=True)
    for _ in range(12):
        wheel(pane.body.viewport(), 1)
    assert pane.body.y() == top


def test_the_caret_that_goes_down_scrolls_the_head_away(context: Context, pane: EditorPane) -> None:
    pane.open_article(longest(context).id)
    pane.focus_body()
    QTest.keySequence(pane.body, "Ctrl+End")
    assert pane.sheet.folded
    place = pane.body.cursorRect()
    assert pane.body.viewport().rect().intersects(place)


def test_a_click_on_the_line_brings_the_head_back(context: Context, pane: EditorPane) -> None:
    pane.open_article(longest(context).id)
    pane.focus_body()
    QTest.keySequence(pane.body, "Ctrl+End")
    QTest.mouseClick(pane.sheet.line, Qt.MouseButton.LeftButton)
    assert not pane.sheet.folded
    assert pane.head.fields["headline"].hasFocus()


def test_ctrl_home_brings_the_head_back(context: Context, pane: EditorPane) -> None:
    pane.open_article(longest(context).id)
    pane.focus_body()
    top = pane.body.y()
    QTest.keySequence(pane.body, "Ctrl+End")
    QTest.keySequence(pane.body, "Ctrl+Home")
    assert pane.body.y() == top
    assert pane.body.textCursor().position() == 0


def test_up_in_the_first_line_goes_into_the_head(context: Context, pane: EditorPane) -> None:
    pane.open_article(longest(context).id)
    pane.focus_body()
    QTest.keyClick(pane.body, Qt.Key.Key_Up)
    assert pane.head.byline.place.hasFocus()


def test_a_field_of_the_head_that_gets_the_keyboard_is_in_sight(context: Context, pane: EditorPane) -> None:
    pane.open_article(longest(context).id)
    pane.focus_body()
    QTest.keySequence(pane.body, "Ctrl+End")
    pane.focus_headline()
    assert not pane.sheet.folded
    field = pane.head.fields["headline"]
    assert field.visibleRegion().boundingRect().height() == field.height()


def test_an_open_lead_card_is_in_sight(context: Context, pane: EditorPane) -> None:
    pane.open_article(longest(context).id)
    card = pane.lead.card
    assert card is not None
    card.open("caption")
    wait_until(lambda: card.height() > 300)
    wait_until(lambda: card.visibleRegion().boundingRect().height() == card.height())


def test_byline_and_dateline_are_saved_as_steps(context: Context, pane: EditorPane) -> None:
    article = longest(context)
    pane.open_article(article.id)
    pane.head.byline.place.setFocus()
    QTest.keySequence(pane.head.byline.place, "Ctrl+A")
    QTest.keyClicks(pane.head.byline.place, "LISBON")
    pane.focus_body()
    wait_until(lambda: on_disk(context, article.id).dateline == "LISBON")
    pane.head.byline.adding.setFocus()
    pane.head.byline.adding.setText("Nia New")
    QTest.keyClick(pane.head.byline.adding, Qt.Key.Key_Return)
    wait_until(lambda: len(on_disk(context, article.id).bylines) == len(article.bylines) + 1)
    names = {name.text for person in context.read.every(Person) for name in person.names}
    assert "Nia New" in names
    context.undo()
    wait_until(lambda: len(on_disk(context, article.id).bylines) == len(article.bylines))
    wait_until(lambda: len(chips(pane)) == len(article.bylines))


def test_what_is_filed_elsewhere_is_shown(context: Context, pane: EditorPane) -> None:
    article = longest(context)
    pane.open_article(article.id)
    context.do(lambda store: change_article(store, article.id, {"dateline": "PORTO"}))
    wait_until(lambda: pane.head.place == "PORTO")
    context.do(lambda store: set_bylines(store, article.id, []))
    wait_until(lambda: not chips(pane))


def test_a_deleted_article_leaves_the_pane_empty(context: Context, pane: EditorPane) -> None:
    article = longest(context)
    pane.open_article(article.id)
    context.do(lambda store: delete_articles(store, [article.id]))
    wait_until(lambda: pane.article_id is None)


def with_two_inline(context: Context) -> tuple[Article, tuple[str, ...]]:
    """An article whose text has two photos: the sample's, with another one added at the end."""
    article = next(one for one in context.read.every(Article) if photo_refs(one.body))
    first = photo_refs(article.body)[0]
    other = next(photo.id for photo in context.read.photos("", 50) if photo.id not in photo_refs(article.body))
    return article, (first, other)


def test_photos_of_the_text_change_places_and_go(context: Context, pane: EditorPane) -> None:
    article, (first, other) = with_two_inline(context)
    pane.open_article(article.id)
    pane.focus_body()
    QTest.keySequence(pane.body, "Ctrl+End")
    pane.body.insert_photo(other, "Another")
    assert photo_refs(pane.body.text()) == (first, other)
    pane.move_photo(other, -1)
    assert photo_refs(pane.body.text()) == (other, first)
    pane.move_photo(other, -1)
    assert photo_refs(pane.body.text()) == (other, first)
    pane.photos.remove(other)
    assert photo_refs(pane.body.text()) == (first,)
    pane.body.undo()
    assert photo_refs(pane.body.text()) == (other, first)


def test_a_photo_from_the_text_becomes_the_lead_and_comes_back(context: Context, pane: EditorPane) -> None:
    article, (first, _) = with_two_inline(context)
    pane.open_article(article.id)
    pane.photos.make_lead(first)

    def lead() -> list[str]:
        return [use.photo.id for use in photo_uses(context.read, article) if use.role is Role.LEAD]

    wait_until(lambda: lead() == [first])
    wait_until(lambda: photo_refs(pane.body.text()) == ())
    wait_until(lambda: pane.lead.card is not None and pane.lead.card.use.photo.id == first)
    pane.photos.lead_into_text()
    wait_until(lambda: lead() == [])
    assert photo_refs(pane.body.text()) == (first,)
    wait_until(pane.lead.empty.isVisible)


def test_the_card_of_an_inline_photo_opens_whole_and_writes_into_the_text(
    context: Context, pane: EditorPane
) -> None:
    article, (first, _) = with_two_inline(context)
    pane.open_article(article.id)
    pane.focus_body()
    for _notch in range(20):
        wheel(pane.body.viewport(), -1)
        cards = [card for card in pane.body.findChildren(PhotoCard) if card.isVisible()]
        if cards:
            break
    card = cards[0]
    assert card.use.photo.id == first
    line = f"![Early {card.use.caption}"
    card.open("caption")
    wait_until(lambda: card.height() == card.heightForWidth(card.width()) > 200)
    QTest.keyClicks(pane.window().focusWidget(), "Early ")
    assert line in pane.body.text()
    wait_until(lambda: line in on_disk(context, article.id).body)
    assert card.is_open


def test_photos_that_are_dropped_onto_the_text_stand_there(
    context: Context, pane: EditorPane, tmp_path: Path
) -> None:
    article = longest(context)
    pane.open_article(article.id)
    before = photo_refs(pane.body.text())
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(tmp_path / "quay.png"))
    pane.body.files_dropped.emit([tmp_path / "quay.png"])
    wait_until(lambda: len(photo_refs(pane.body.text())) == len(before) + 1)
    wait_until(lambda: photo_refs(on_disk(context, article.id).body) == photo_refs(pane.body.text()))
