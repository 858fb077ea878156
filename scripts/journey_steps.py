"""What a person does in one go on a journey, each a handful of clicks and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFileDialog, QLineEdit

from journey_room import Room, is_visible
from newsdesk.ui.dialogs.publish_sheet import PublishSheet
from newsdesk.ui.editor.read_picker import ReadPicker
from newsdesk.ui.photo_card import PhotoCard
from newsdesk.ui.photo_fields import PhotoFields


def pick_file(room: Room, name: str) -> None:
    """Choose a file in the open file dialog, by mouse alone."""
    dialog = room.dialog(QFileDialog)
    room.hand.click(room.row(room.files(dialog), name), times=2)
    room.wait(lambda: not is_visible(dialog), "The end of the file dialog")


def pick_folder(room: Room, name: str) -> None:
    """Choose a folder in the open folder dialog, by mouse alone."""
    dialog = room.dialog(QFileDialog)
    place = room.row(room.files(dialog), name)
    chosen = room.found(lambda: dialog.findChild(QLineEdit, "fileNameEdit"), "The field of the folder dialog")
    room.hand.click(place)
    room.wait(lambda: chosen.text() == name, "The name of the folder")
    room.hand.click(room.accepting(dialog))
    room.wait(lambda: not is_visible(dialog), "The end of the folder dialog")


def open_card(room: Room) -> tuple[PhotoCard, PhotoFields]:
    """The lead's card, open, and its fields."""

    def find() -> PhotoFields | None:
        card = room.window.editor.lead.card
        fields = card.findChildren(PhotoFields) if card else []
        return next((one for one in fields if one.isVisible()), None)

    fields = room.found(find, "The card of the lead photo")
    card = room.window.editor.lead.card
    assert card is not None
    return card, fields


def publish_sheet(room: Room) -> PublishSheet:
    """The Publish sheet, once it knows what may go out."""
    sheet = room.dialog(PublishSheet)
    room.wait(lambda: sheet.rows.widget() is not None, "What may go out")
    return sheet


def unfold_head(room: Room) -> None:
    """Bring the head of the article back when it is folded into its line."""
    sheet = room.window.editor.sheet
    if room.main.ask(lambda: sheet.folded):
        room.hand.click(sheet.line)


def lead_to(room: Room, headline: str, words: str) -> None:
    """Put a READ line at the caret: find an article by words of its headline and click it."""
    room.click_in_bar("Link to another article")
    picker = room.shown(ReadPicker)
    room.wait_for_focus(picker.words, "the search for an article")
    room.hand.type(words)
    room.hand.click(room.row(picker.found, headline), name="The headline")
    room.wait(lambda: not is_visible(picker), "The end of the picker")
    room.wait_for_focus(room.window.editor.body, "the text")


def choose_section(room: Room, name: str) -> None:
    """Choose a section in the inspector."""
    choice = room.window.inspector.article.section.choice
    room.hand.click(choice)
    view = choice.view()
    room.wait(view.isVisible, "The sections")
    room.hand.click(room.row(view, name), name="The section")
    room.wait(lambda: choice.currentText() == name, "The section")


def add_topics(room: Room, names: Sequence[str]) -> None:
    """Type topics into the inspector, each with Enter."""
    field = room.window.inspector.article.topics
    room.hand.click(field.typed)
    for name in names:
        room.hand.type(name)
        room.hand.keys("Return")
    room.wait(lambda: field.names == list(names), "The topics")


def publish_by_mouse(room: Room) -> None:
    """Open the Publish sheet, choose the folder, publish."""
    room.hand.click(room.button("&Publish…"))
    sheet = publish_sheet(room)
    room.hand.click(sheet.folder)
    pick_folder(room, "site")
    room.wait(sheet.go.isEnabled, "The button that publishes")
    room.hand.click(sheet.go)
    room.wait_until_published(sheet)
