"""The place of the lead photo: how photos get there, and what is said of files that are none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.waiting import wait_until
from newsdesk.errors import Trouble
from newsdesk.model.article import Article
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Role
from newsdesk.model.references import photo_refs
from newsdesk.newsroom import new_article, photo_uses
from newsdesk.ui.context import Context
from newsdesk.ui.editor.pane import EditorPane
from newsdesk.ui.photo_picker import PhotoPicker


@pytest.fixture
def pane(context: Context) -> Iterator[EditorPane]:
    """The pane with a new article."""
    window = QWidget()
    window.resize(700, 800)
    made = EditorPane(context, window)
    made.setGeometry(0, 0, 700, 800)
    window.show()
    window.activateWindow()
    wait_until(window.isActiveWindow)
    got: list[Article] = []
    context.do(lambda store: new_article(store, store.read.newsroom().main_edition), got.append)
    wait_until(lambda: got)
    made.open_article(got[0].id)
    yield made
    window.close()
    window.deleteLater()


def picture(file: Path, colour: str) -> Path:
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(file))
    return file


def lead_of(context: Context, pane: EditorPane) -> str:
    article = pane.working_copy()
    assert article is not None
    return next((use.photo.file_name for use in photo_uses(context.read, article) if use.role is Role.LEAD), "")


def drop(widget: QWidget, files: list[Path]) -> bool:
    """Drop files onto a widget; tells whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = widget.rect().center()
    entered = QDragEnterEvent(QPoint(place), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(widget, entered)
    if not entered.isAccepted():
        return False
    dropped = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(widget, dropped)
    return dropped.isAccepted()


def test_a_dropped_file_becomes_the_lead_and_its_card_is_open_at_the_caption(
    context: Context, pane: EditorPane, tmp_path: Path
) -> None:
    assert pane.lead.empty.isVisible()
    assert drop(pane.lead, [picture(tmp_path / "quay.png", "teal")])
    wait_until(lambda: lead_of(context, pane) == "quay.png")
    wait_until(lambda: pane.lead.card is not None and pane.lead.card.is_open)
    card = pane.lead.card
    assert card is not None
    assert "alt_text" in card.use.missing
    focus = pane.window().focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Caption"
    assert not pane.lead.empty.isVisible()


def test_of_several_files_the_first_is_the_lead_and_the_others_end_the_text(
    context: Context, pane: EditorPane, tmp_path: Path
) -> None:
    pane.focus_body()
    QTest.keyClicks(pane.body, "First paragraph.")
    files = [picture(tmp_path / f"{name}.png", name) for name in ("red", "green", "blue")]
    assert drop(pane.lead, files)
    wait_until(lambda: lead_of(context, pane) == "red.png")
    photos = context.read.get_all(Photo, photo_refs(pane.body.text()))
    assert [photo.file_name for photo in photos.values()] == ["green.png", "blue.png"]
    assert pane.body.text().startswith("First paragraph.")


def test_a_file_that_is_no_photo_is_named_and_the_good_one_is_taken(
    context: Context, pane: EditorPane, tmp_path: Path
) -> None:
    troubles: list[Trouble] = []
    context.troubled.connect(troubles.append)
    bad = tmp_path / "notes.jpg"
    bad.write_text("no picture")
    drop(pane.lead, [bad, picture(tmp_path / "quay.png", "navy")])
    wait_until(lambda: lead_of(context, pane) == "quay.png")
    assert [("notes.jpg" in str(trouble)) for trouble in troubles] == [True]


def test_several_bad_files_are_told_in_one_message(context: Context, pane: EditorPane, tmp_path: Path) -> None:
    troubles: list[Trouble] = []
    context.troubled.connect(troubles.append)
    files = [tmp_path / "one.jpg", tmp_path / "two.jpg"]
    for file in files:
        file.write_text("no picture")
    before = len(context.read.photos("", 100))
    drop(pane.lead, files)
    wait_until(lambda: troubles)
    assert all(file.name in str(troubles[0]) for file in files)
    assert len(context.read.photos("", 100)) == before
    assert lead_of(context, pane) == ""
    assert not pane.lead.findChild(QWidget, "progress").isVisible()  # type: ignore[union-attr]


def test_a_copied_picture_is_pasted_as_the_lead(context: Context, pane: EditorPane) -> None:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("olive"))
    QGuiApplication.clipboard().setImage(image)
    pane.lead.empty.setFocus()
    QTest.keySequence(pane.lead.empty, "Ctrl+V")
    wait_until(lambda: lead_of(context, pane) != "")


def test_the_lead_can_be_taken_away_and_undo_brings_it_back(
    context: Context, pane: EditorPane, tmp_path: Path
) -> None:
    told: list[bool] = []
    context.told.connect(lambda _text, undo: told.append(undo))
    drop(pane.lead, [picture(tmp_path / "quay.png", "teal")])
    wait_until(lambda: pane.lead.card is not None)
    assert pane.lead.card is not None
    pane.lead.card.removed.emit()
    wait_until(pane.lead.empty.isVisible)
    wait_until(lambda: told == [True])
    context.undo()
    wait_until(lambda: lead_of(context, pane) == "quay.png")
    wait_until(lambda: not pane.lead.empty.isVisible())


def test_a_photo_of_the_newsroom_is_found_by_words_and_used(context: Context) -> None:
    wanted = context.read.photos("", 50)[-1]
    picker = PhotoPicker(context)
    picked: list[object] = []
    picker.picked.connect(picked.append)
    picker.words.setText(wanted.file_name)
    wait_until(lambda: picker.grid.count() == len(context.read.photos(wanted.file_name, 50)))
    picker.grid.itemActivated.emit(picker.grid.currentItem())
    assert picked == [wanted]
    picker.words.setText("no photo has these words")
    wait_until(lambda: picker.grid.count() == 0)
    picker.deleteLater()
