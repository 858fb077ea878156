"""The compare view: two versions word by word, what differs and nothing else, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from helpers.offscreen import windows_with_sizes
from helpers.waiting import wait_until
from newsdesk.comparing import Comparison, FieldChange, Kind, Passage, PhotoChange, Piece
from newsdesk.model.article import Article
from newsdesk.model.credit import Credit
from newsdesk.model.ids import ArticleId, RevisionId
from newsdesk.model.placement import Role
from newsdesk.newsroom import Described, describe_photo, edit_text
from newsdesk.newsroom.history import keep_version
from newsdesk.store import Store
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.compare_delegate import CompareDelegate
from newsdesk.ui.dialogs.compare_dialog import CompareDialog, show_compared
from newsdesk.ui.dialogs.compare_rows import Row, RowKind, rows_of, spoken, words_of
from newsdesk.ui.dialogs.publish_sheet import PublishSheet


class Comparing:
    """An article with a version of its own, in a window to compare over."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.window = QWidget()
        self.window.resize(1200, 800)
        self.window.show()
        articles = {article.headline: article.id for article in context.read.every(Article)}
        self.id: ArticleId = articles["Night shift: the dockers who keep the harbour lit"]
        self.first: RevisionId = context.do(lambda store: keep_version(store, self.id, "filed v1")).result().id

    @property
    def article(self) -> Article:
        found = self.context.read.get(Article, self.id)
        assert found is not None
        return found

    def write(self, **texts: str) -> None:
        self.context.do(lambda store: edit_text(store, self.id, texts)).result()

    def replace(self, old: str, new: str) -> None:
        assert old in self.article.body
        self.write(body=self.article.body.replace(old, new))

    def credit(self, credit: Credit) -> None:
        def give(store: Store) -> None:
            lead = next(one for one in store.read.placements(self.id) if one.role is Role.LEAD)
            describe_photo(store, self.id, lead.photo, Described(credit=credit), Role.LEAD)

        self.context.do(give).result()

    def open(self, before: RevisionId | None, after: RevisionId | None = None) -> CompareDialog:
        dialog = show_compared(self.context, self.id, before, after, self.window)
        wait_until(lambda: dialog.view.rows.rows, "the comparison")
        return dialog


@pytest.fixture
def comparing(context: Context, application: QApplication) -> Iterator[Comparing]:
    with windows_with_sizes():
        made = Comparing(context)
        yield made
        context.do(lambda _store: None).result()
        application.processEvents()
        made.window.close()
        made.window.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def changed(dialog: CompareDialog) -> list[Row]:
    return [row for row in dialog.view.rows.rows if row.change is not None]


def has_changes(dialog: CompareDialog, count: int) -> bool:
    return len(changed(dialog)) == count


def press(dialog: CompareDialog, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(dialog.view, key, keys)


def settle(holds: Callable[[], object]) -> None:
    wait_until(holds, "the view")


def test_shows_what_differs_word_by_word(comparing: Comparing) -> None:
    comparing.write(headline="Night shift: the dockers who keep the harbour bright")
    comparing.replace("Nobody speaks", "Nobody sings")
    dialog = comparing.open(comparing.first)
    head, passage = changed(dialog)
    assert (head.kind, passage.kind) == (RowKind.FIELD, RowKind.PASSAGE)
    assert [(each.kind, each.text.strip()) for each in head.parts[0].pieces if each.kind is not Kind.SAME] == [
        (Kind.REMOVED, "lit"),
        (Kind.ADDED, "bright"),
    ]
    assert "speaks" in spoken(passage)
    assert "sings" in spoken(passage)
    assert dialog.bar.place.text() == "1 of 2"
    assert dialog.bar.counts.accessibleName() == "2 words added · 2 words removed"


def test_a_changed_credit_alone_shows_as_such(comparing: Comparing) -> None:
    comparing.credit(Credit("Omar Haddad", "Harbour Weekly"))
    (row,) = changed(comparing.open(comparing.first))
    assert row.kind is RowKind.PHOTO
    assert [part.label for part in row.parts] == ["Credit"]
    assert "Omar Haddad" in (row.parts[0].after or "")
    assert "Lena Fuchs" in (row.parts[0].before or "")


def test_a_passage_is_brought_back_by_enter_and_undone_from_the_banner(comparing: Comparing) -> None:
    before = comparing.article.body
    comparing.replace("Nobody speaks", "Nobody sings")
    after = comparing.article.body
    dialog = comparing.open(comparing.first)
    press(dialog, Qt.Key.Key_Return)
    settle(lambda: comparing.article.body == before)
    settle(lambda: not changed(dialog))
    settle(lambda: dialog.banner.text)
    (undo,) = [one for one in dialog.banner.findChildren(QPushButton) if one.text() == "Undo"]
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    settle(lambda: comparing.article.body == after)
    settle(lambda: len(changed(dialog)) == 1)


def test_a_field_and_a_photo_are_brought_back_by_the_button_in_their_row(comparing: Comparing) -> None:
    comparing.write(headline="Another headline")
    comparing.credit(Credit("Omar Haddad", "Harbour Weekly"))
    dialog = comparing.open(comparing.first)
    for left in (1, 0):
        place = dialog.view.changes[0]
        index = dialog.view.rows.index(place)
        dialog.view.scrollTo(index)
        button = dialog.view.button_at(index)
        assert button is not None
        QTest.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=button.center().toPoint())
        settle(partial(has_changes, dialog, left))
    assert comparing.article.headline == "Night shift: the dockers who keep the harbour lit"


def test_the_whole_version_comes_back(comparing: Comparing) -> None:
    before = comparing.article
    comparing.write(headline="Another headline", body="Another text.")
    dialog = comparing.open(comparing.first)
    dialog.whole.click()
    settle(lambda: comparing.article.body == before.body and comparing.article.headline == before.headline)
    settle(lambda: dialog.whole.isHidden())


def test_only_what_comes_into_the_working_copy_can_come_back(comparing: Comparing) -> None:
    comparing.write(headline="Another headline")
    second = comparing.context.do(lambda store: keep_version(store, comparing.id, "filed v2")).result().id
    dialog = comparing.open(comparing.first, second)
    assert len(changed(dialog)) == 1
    assert dialog.whole.isHidden()
    press(dialog, Qt.Key.Key_Return)
    comparing.context.do(lambda _store: None).result()
    assert comparing.article.headline == "Another headline"


def test_another_version_is_picked(comparing: Comparing) -> None:
    comparing.write(headline="Another headline")
    comparing.context.do(lambda store: keep_version(store, comparing.id, "filed v2")).result()
    dialog = comparing.open(comparing.first)
    assert dialog.bar.before.currentText().endswith("“\u2068filed v1\u2069”")
    assert dialog.bar.after.currentText() == "Now"
    dialog.bar.before.setCurrentIndex(1)
    dialog.bar.before.activated.emit(1)
    settle(lambda: not changed(dialog))
    assert dialog.bar.place.text() == "Nothing differs"


def test_keys_go_from_change_to_change_and_unfold(comparing: Comparing) -> None:
    paragraphs = comparing.article.body.split("\n\n")
    comparing.write(body="\n\n".join([f"First. {paragraphs[0]}", *paragraphs[1:-1], f"{paragraphs[-1]} Last."]))
    dialog = comparing.open(comparing.first)
    assert dialog.bar.place.text() == "1 of 2"
    press(dialog, Qt.Key.Key_Down)
    assert dialog.view.current is not None
    assert dialog.view.current.kind is RowKind.FOLD
    count = len(dialog.view.rows.rows)
    press(dialog, Qt.Key.Key_Return)
    assert len(dialog.view.rows.rows) > count
    press(dialog, Qt.Key.Key_F7)
    assert dialog.bar.place.text() == "2 of 2"
    press(dialog, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.bar.place.text() == "1 of 2"


def test_in_line_shows_one_column(comparing: Comparing) -> None:
    comparing.replace("Nobody speaks", "Nobody sings")
    dialog = comparing.open(comparing.first)
    index = dialog.view.rows.index(dialog.view.changes[0])
    delegate = dialog.view.itemDelegate()
    assert isinstance(delegate, CompareDelegate)

    def columns() -> int:
        return len(delegate.layouts.drawn(index.row(), dialog.view.rows.rows[index.row()], delegate.shape).texts)

    assert columns() == 2
    dialog.bar.line.click()
    assert columns() == 1


def test_follows_what_is_written_meanwhile(comparing: Comparing) -> None:
    comparing.replace("Nobody speaks", "Nobody sings")
    dialog = comparing.open(comparing.first)
    comparing.write(headline="Another headline")
    settle(lambda: len(changed(dialog)) == 2)


def test_one_window_compares_an_article(comparing: Comparing) -> None:
    comparing.write(headline="Another headline")
    dialog = comparing.open(comparing.first)
    assert show_compared(comparing.context, comparing.id, None, comparing.first, comparing.window) is dialog


def test_a_version_that_is_gone_is_said(comparing: Comparing) -> None:
    dialog = show_compared(comparing.context, comparing.id, RevisionId("gone"), None, comparing.window)
    settle(lambda: dialog.banner.text)
    assert "version" in dialog.banner.text


def same(text: str) -> Passage:
    return Passage(Kind.SAME, text, text, (Piece(Kind.SAME, text),), 0, 0, 0, None)


def test_long_runs_are_folded_and_short_ones_are_not() -> None:
    new = Passage(Kind.ADDED, "", "New words.", (Piece(Kind.ADDED, "New words."),), None, 4, 4, None)
    compared = Comparison((), (same("a"), same("b"), new, same("c"), same("d"), same("e")), ())
    rows = rows_of(compared)
    assert [row.kind for row in rows] == [*[RowKind.PASSAGE] * 3, RowKind.FOLD]
    assert rows[-1].text == "3 unchanged paragraphs"
    assert len(rows_of(compared, {"c"})) == 6
    assert words_of(compared).added == 2
    assert words_of(replace(compared, passages=compared.passages[:2])).added == 0


def test_a_heading_is_shown_as_one() -> None:
    pieces = (Piece(Kind.REMOVED, "## Low"), Piece(Kind.ADDED, "## Lower"), Piece(Kind.SAME, " ground ## here"))
    heading = Passage(Kind.CHANGED, "## Low ground ## here", "## Lower ground ## here", pieces, 0, 0, 0, None)
    (row,) = rows_of(Comparison((), (heading,), ()))
    assert [piece.text for piece in row.parts[0].pieces] == ["Low", "Lower", " ground ## here"]
    assert row.parts[0].strong


def test_when_it_was_published_has_no_way_back() -> None:
    fields = [FieldChange(name, "a", "b", (Piece(Kind.SAME, "a"),)) for name in ("headline", "released")]
    _, headline, released = rows_of(Comparison(tuple(fields), (), ()))
    assert (headline.returns, released.returns) == (True, False)


def test_ids_are_not_shown_and_a_photo_is_its_caption() -> None:
    pieces = (
        Piece(Kind.SAME, "![The "),
        Piece(Kind.REMOVED, "quay"),
        Piece(Kind.ADDED, "pier"),
        Piece(Kind.SAME, "](photo:01m8)"),
    )
    photo = Passage(Kind.CHANGED, "![The quay](photo:01m8)", "![The pier](photo:01m8)", pieces, 0, 0, 0, None)
    read = same("READ: [Why it floods](article:01m8)")
    rows = rows_of(Comparison((), (photo, read), ()))
    assert [[piece.text for part in row.parts for piece in part.pieces] for row in rows] == [
        ["The ", "quay", "pier"],
        ["READ: [Why it floods]"],
    ]
    assert rows[0].parts[0].label == "Photo in the text"


def test_a_photo_that_went_is_named() -> None:
    change = PhotoChange("p", "quay.jpg", Role.INLINE, Kind.REMOVED, ())  # type: ignore[arg-type]
    _, row = rows_of(Comparison((), (), (change,)))
    assert row.text == "Photo removed: \u2068quay.jpg\u2069"
    assert row.photo == "p"


def test_the_publish_sheet_compares_with_what_readers_have(comparing: Comparing) -> None:
    released = comparing.article.released_revision
    comparing.write(headline="Another headline")
    sheet = PublishSheet(comparing.context, [comparing.id], comparing.window)
    sheet.open()
    wait_until(lambda: sheet.rows.widget() is not None, "the list")
    (compare,) = [each for each in sheet.findChildren(QPushButton) if each.text() == "Compare"]
    compare.click()
    (dialog,) = sheet.findChildren(CompareDialog)
    settle(lambda: dialog.view.rows.rows)
    versions = [each.id for each in comparing.context.read.revisions(comparing.id)]
    assert dialog.bar.after.currentText() == "Now"
    # Before the versions stands Now.
    assert versions[dialog.bar.before.currentIndex() - 1] == released
    assert [row.parts[0].after for row in changed(dialog)] == ["Another headline"]
