"""The Photos tab of the inspector: what it lists, what it asks the editor for, and what stays while one types."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from helpers.waiting import wait_until
from newsdesk.model.article import Article
from newsdesk.model.placement import Role
from newsdesk.model.references import photo_refs
from newsdesk.newsroom import Described, describe_photo, edit_text, photo_uses, set_lead
from newsdesk.ui.context import Context
from newsdesk.ui.inspector.photos import PhotosTab
from newsdesk.ui.photo_fields import PhotoFields


@pytest.fixture
def tab(context: Context) -> Iterator[PhotosTab]:
    """The tab as wide as the inspector."""
    window = QWidget()
    window.resize(304, 700)
    made = PhotosTab(context, window)
    made.setGeometry(0, 0, 304, 700)
    window.show()
    window.activateWindow()
    wait_until(window.isActiveWindow)
    yield made
    window.close()
    window.deleteLater()


@pytest.fixture
def article(context: Context) -> Article:
    """An article with a lead and two photos in its text."""
    found = next(
        one
        for one in context.read.every(Article)
        if photo_refs(one.body) and any(use.role is Role.LEAD for use in photo_uses(context.read, one))
    )
    used = {use.photo.id for use in photo_uses(context.read, found)}
    other = next(photo.id for photo in context.read.photos("", 50) if photo.id not in used)
    got: list[Article] = []
    body = f"{found.body.rstrip()}\n\n![Another](photo:{other})\n"
    context.do(lambda store: edit_text(store, found.id, {"body": body}), got.append)
    wait_until(lambda: got)
    return got[0]


def test_it_lists_the_lead_and_then_the_photos_of_the_text(
    context: Context, tab: PhotosTab, article: Article
) -> None:
    tab.show_article(article.id)
    assert [row.key for row in tab.rows] == [(use.photo.id, use.role) for use in photo_uses(context.read, article)]
    assert [row.card.use.role for row in tab.rows] == [Role.LEAD, Role.INLINE, Role.INLINE]


def test_an_article_without_photos_offers_to_add_some(context: Context, tab: PhotosTab) -> None:
    bare = next(one for one in context.read.every(Article) if not photo_uses(context.read, one))
    tab.show_article(bare.id)
    assert tab.rows == []
    assert [one.text() for one in tab.findChildren(QPushButton) if one.isVisible()] == ["Add photos…"]
    tab.show_article(None)
    assert not any(one.isVisible() for one in tab.findChildren(QPushButton))


def test_photos_of_the_text_ask_to_be_moved(tab: PhotosTab, article: Article) -> None:
    moves: list[tuple[str, int]] = []
    tab.move_wanted.connect(lambda photo, delta: moves.append((photo, delta)))
    tab.show_article(article.id)
    lead, first, second = tab.rows
    assert not lead.up.isVisible()
    assert not first.up.isEnabled()
    assert not second.down.isEnabled()
    QTest.mouseClick(second.up, Qt.MouseButton.LeftButton)
    first.card.setFocus()
    QTest.keyClick(first.card, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(first.card, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert moves == [(second.key[0], -1), (first.key[0], 1)]


def test_what_concerns_the_text_is_asked_of_the_editor(tab: PhotosTab, article: Article) -> None:
    asked: list[tuple[str, str]] = []
    tab.lead_wanted.connect(lambda photo: asked.append(("lead", photo)))
    tab.remove_wanted.connect(lambda photo: asked.append(("remove", photo)))
    tab.captioned.connect(lambda photo, caption: asked.append((caption, photo)))
    tab.show_article(article.id)
    lead, first, second = tab.rows
    for signal in (lead.card.removed, first.card.removed, second.card.lead_wanted):
        signal.emit()
    second.card.open("caption")
    second.card.findChild(PhotoFields).caption.setFocus()  # type: ignore[union-attr]
    QTest.keyClicks(tab.window().focusWidget(), "X")
    assert asked == [
        ("lead", ""),
        ("remove", first.key[0]),
        ("lead", second.key[0]),
        ("XAnother", second.key[0]),
    ]


def test_it_follows_what_happens_elsewhere(context: Context, tab: PhotosTab, article: Article) -> None:
    tab.show_article(article.id)
    lead = tab.rows[0].key[0]
    said = Described(caption="Told elsewhere")
    context.do(lambda store: describe_photo(store, article.id, tab.rows[0].card.use.photo.id, said, Role.LEAD))
    wait_until(lambda: tab.rows[0].card.use.caption == "Told elsewhere")
    context.do(lambda store: set_lead(store, article.id, None))
    wait_until(lambda: len(tab.rows) == 2)
    assert lead not in [row.key[0] for row in tab.rows]


def test_a_row_in_which_one_types_stays_when_others_come_and_go(
    context: Context, tab: PhotosTab, article: Article
) -> None:
    tab.show_article(article.id)
    card = tab.rows[1].card
    card.open("alt_text")
    QTest.keyClicks(tab.window().focusWidget(), "Crates ")
    context.do(lambda store: set_lead(store, article.id, None))
    wait_until(lambda: len(tab.rows) == 2)
    assert tab.rows[0].card is card
    assert card.is_open
    tab.flush()
    wait_until(lambda: photo_uses(context.read, article)[0].alt_text.startswith("Crates "))
