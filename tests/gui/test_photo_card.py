"""The card of a photo: how it reads, how it is edited in place, and that what is said is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QWidget

from helpers.waiting import wait_until
from newsdesk.model.article import Article
from newsdesk.model.credit import Credit
from newsdesk.model.placement import Role
from newsdesk.newsroom import PhotoUse, photo_uses
from newsdesk.ui.context import Context
from newsdesk.ui.photo_card import PhotoCard
from newsdesk.ui.photo_fields import PhotoFields
from newsdesk.ui.photo_words import LONG_ALT_TEXT, alt_text_hint, credit_words, missing_words

Show = Callable[[Article, PhotoUse], PhotoCard]


@pytest.fixture
def show(context: Context) -> Iterator[Show]:
    """Shows a card in a window."""
    window = QWidget()
    window.resize(600, 600)

    def make(article: Article, use: PhotoUse) -> PhotoCard:
        card = PhotoCard(context, article.id, use)
        card.setParent(window)
        card.setGeometry(0, 0, 560, 500)
        window.show()
        card.show()
        window.activateWindow()
        wait_until(window.isActiveWindow)
        return card

    yield make
    window.close()
    window.deleteLater()


def used(context: Context, role: Role) -> tuple[Article, PhotoUse]:
    """An article of the sample with a photo in that role, and the photo's use."""
    for article in context.read.every(Article):
        for use in photo_uses(context.read, article):
            if use.role is role:
                return article, use
    raise AssertionError(role)


def again(context: Context, article: Article, use: PhotoUse) -> PhotoUse:
    """The same use as the disk has it now."""
    now = context.read.get(Article, article.id)
    assert now is not None
    return next(
        one for one in photo_uses(context.read, now) if (one.photo.id, one.role) == (use.photo.id, use.role)
    )


def fields(card: PhotoCard) -> PhotoFields:
    found = card.findChild(PhotoFields)
    assert isinstance(found, PhotoFields)
    return found


def test_the_line_under_the_caption_tells_role_credit_and_alt_text(context: Context) -> None:
    _, use = used(context, Role.LEAD)
    photo = replace(use.photo, credit=Credit("Lena Fuchs", "Harbour Weekly"))
    said = [str(part) for part in credit_words(replace(use, photo=photo, missing=()))]
    assert said == ["Lead photo", "Lena Fuchs / Harbour Weekly", "alt text ✓"]


def test_what_is_missing_is_said_in_words(context: Context) -> None:
    _, use = used(context, Role.LEAD)
    said = [str(part) for part in missing_words(replace(use, missing=("alt_text", "agency")))]
    assert said == ["Alt text is missing", "The agency is missing"]


def test_the_hint_answers_the_alt_text() -> None:
    hints = {
        str(alt_text_hint(text, "A crane", decorative=decorative))
        for text, decorative in (
            ("", False),
            ("", True),
            ("a  crane", False),
            ("x" * (LONG_ALT_TEXT + 1), False),
            ("A red crane over a ship", False),
        )
    }
    assert len(hints) == 5


def test_enter_opens_the_card_and_escape_shuts_it(context: Context, show: Show) -> None:
    card = show(*used(context, Role.LEAD))
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert card.is_open
    assert fields(card).isAncestorOf(card.window().focusWidget())
    QTest.keyClick(card.window().focusWidget(), Qt.Key.Key_Escape)
    assert not card.is_open
    assert card.hasFocus()


def test_a_click_opens_the_card_at_the_caption(context: Context, show: Show) -> None:
    card = show(*used(context, Role.LEAD))
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert fields(card).caption.hasFocus()


def test_what_is_said_is_saved_without_a_command(context: Context, show: Show) -> None:
    article, use = used(context, Role.LEAD)
    card = show(article, use)
    card.open("caption")
    QTest.keyClicks(fields(card).caption, "New: ")
    # The list that drops down would be a window, of which the platform of the tests warns.
    fields(card).agency.setCompleter(QCompleter())
    fields(card).enter("agency")
    QTest.keySequence(fields(card).agency, "Ctrl+A")
    QTest.keyClicks(fields(card).agency, "AFP")
    wait_until(lambda: again(context, article, use).caption == "New: " + use.caption)
    wait_until(lambda: again(context, article, use).photo.credit.agency == "AFP")
    assert again(context, article, use).alt_text == use.alt_text


def test_a_decorative_photo_needs_no_alt_text(context: Context, show: Show) -> None:
    article, use = used(context, Role.LEAD)
    card = show(article, use)
    card.open("caption")
    QTest.mouseClick(
        fields(card).decorative, Qt.MouseButton.LeftButton, pos=fields(card).decorative.rect().center()
    )
    if not fields(card).decorative.isChecked():
        QTest.keyClick(fields(card).decorative, Qt.Key.Key_Space)
    card.shut()
    wait_until(lambda: again(context, article, use).decorative)
    assert not fields(card).alt_text.isEnabled()


def test_typing_goes_on_while_a_save_comes_home(context: Context, show: Show) -> None:
    article, use = used(context, Role.LEAD)
    card = show(article, use)
    context.stepped.connect(lambda _step: card.show_use(again(context, article, use)))
    card.open("caption")
    QTest.keyClicks(fields(card).caption, "one ")
    card.flush()
    QTest.keyClicks(fields(card).caption, "two ")
    wait_until(lambda: again(context, article, use).caption == "one " + use.caption)
    assert fields(card).caption.text() == "one two " + use.caption
    wait_until(lambda: again(context, article, use).caption == "one two " + use.caption)


def test_a_change_from_elsewhere_is_shown_when_nobody_types(context: Context, show: Show) -> None:
    article, use = used(context, Role.LEAD)
    card = show(article, use)
    card.open("caption")
    card.show_use(replace(use, caption="Theirs"))
    assert fields(card).caption.text() == "Theirs"


def test_an_emptied_caption_stays_empty_where_the_photos_own_would_count(context: Context, show: Show) -> None:
    article, use = used(context, Role.LEAD)
    own = replace(use, caption="Own", photo=replace(use.photo, caption="Own"))
    card = show(article, own)
    card.open("caption")
    QTest.keySequence(fields(card).caption, "Ctrl+A")
    QTest.keyClick(fields(card).caption, Qt.Key.Key_Delete)
    card.flush()
    wait_until(lambda: context.saving.standing.since is not None)
    card.show_use(own)
    assert fields(card).caption.text() == ""
    assert fields(card).caption.placeholderText() == "Own"


def test_the_caption_of_an_inline_photo_goes_to_the_text(context: Context, show: Show) -> None:
    article, use = used(context, Role.INLINE)
    card = show(article, use)
    captions: list[str] = []
    card.captioned.connect(captions.append)
    card.open("caption")
    QTest.keyClicks(fields(card).caption, "X")
    assert captions == ["X" + use.caption]


def test_missing_things_are_shown_and_the_button_goes_to_the_first(context: Context, show: Show) -> None:
    article, use = used(context, Role.LEAD)
    card = show(article, replace(use, alt_text="", missing=("alt_text",)))
    assert card.accessibleDescription() == "Alt text is missing"
    card.open()
    assert fields(card).alt_text.hasFocus()


def test_known_names_are_offered(context: Context, show: Show) -> None:
    card = show(*used(context, Role.LEAD))
    card.open("person")
    completer = fields(card).person.completer()
    completer.setCompletionPrefix("lena")
    assert completer.currentCompletion() == "Lena Fuchs"
