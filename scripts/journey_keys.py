"""The main job by keys alone: write, place a photo, describe and file it, look at it, publish."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from journey_hand import Lost
from journey_page import Page
from journey_room import Room
from journey_steps import open_card, publish_sheet
from newsdesk.i18n import tr
from newsdesk.ui.photo_picker import PhotoPicker

LANGUAGE = "en"
LAYOUT = "us"
HEADLINE = "The first ferry of the morning runs again"
STANDFIRST = "After nine weeks at the yard, the boat that carries the early shift is back on its line."
TEXT = (
    "The bell rings at ten to five, and forty people walk aboard in the dark. Nobody has to run.",
    '"It is the same seat, and the same coffee," says Rui Alves, who has crossed on it for thirty years.',
    "The yard gave the ferry a new shaft and quieter engines. The timetable stays as it was before the repair.",
)
CAPTION = "Cranes at the north quay shortly before dawn, when the first ferry leaves."
ALT = "Dark cranes and a boat on calm water before a low sun."
PERSON, AGENCY = "Lena Fuchs", "Harbour Weekly"
SECTION = "Harbour"
SEARCHED = "ferry"

PAGE = Page(
    headline=HEADLINE,
    caption=CAPTION,
    credit=f"[{PERSON}/{AGENCY}]",
    paragraphs=TEXT,
    section=SECTION,
)
TABS = 60
"""Presses of Tab after which a control counts as out of reach."""


def prepare(_folder: Path) -> None:
    """The sample newsroom is all that this needs."""


def go(room: Room) -> None:
    """Do it."""
    room.hand.without_mouse = True
    _write(room)
    _place_lead(room)
    _file(room)
    _preview(room)
    _publish(room)


def _write(room: Room) -> None:
    hand, editor = room.hand, room.window.editor
    hand.keys("ctrl+n")
    room.wait_for_new()
    room.wait_for_focus(editor.head.fields["headline"], "the headline")
    hand.type(HEADLINE)
    hand.keys("Return")
    hand.type(STANDFIRST)
    # Past the byline, the dateline and the place of the lead photo.
    tab_to(room, lambda: editor.body.hasFocus(), "the text")
    for number, paragraph in enumerate(TEXT):
        if number:
            hand.keys("Return")
        hand.type(paragraph)


def _place_lead(room: Room) -> None:
    hand = room.hand
    tab_to(room, lambda: _button_has_focus("From the newsroom’s photos…"), "the newsroom’s photos", back=True)
    hand.keys("space")
    picker = room.dialog(PhotoPicker)
    room.wait_for_focus(picker.words, "the search for photos")
    hand.type(SEARCHED)
    room.wait(lambda: 0 < picker.grid.count() < 10, "What was found")
    hand.keys("Return")
    _, fields = open_card(room)
    room.wait_for_focus(fields.caption, "the caption")
    for place, text in ((None, CAPTION), (fields.alt_text, ALT), (fields.person, PERSON), (fields.agency, AGENCY)):
        if place is not None:
            tab_to(room, place.hasFocus, place.accessibleName())
        hand.keys("ctrl+a")
        hand.type(text)
    tab_to(room, lambda: _button_has_focus("Done"), "Done")
    hand.keys("space")


def _file(room: Room) -> None:
    section = room.window.inspector.article.section.choice
    tab_to(room, section.hasFocus, "the section")
    room.hand.type(SECTION)
    room.wait(lambda: section.currentText() == SECTION, "The section")


def _preview(room: Room) -> None:
    room.hand.keys("F12")
    preview = room.window.preview
    room.wait(lambda: preview.is_up_to_date, "The preview")


def _publish(room: Room) -> None:
    hand = room.hand
    hand.keys("ctrl+Return")
    sheet = publish_sheet(room)
    hand.keys("alt+c")
    dialog = room.dialog(QFileDialog)
    hand.type("site")
    hand.keys("Return")
    room.wait(lambda: room.has_gone(dialog), "The end of the folder dialog")
    room.wait(sheet.go.isEnabled, "The button that publishes")
    hand.keys("alt+p")
    room.wait_until_published(sheet)


def tab_to(room: Room, arrived: Callable[[], bool], what: str, *, back: bool = False) -> None:
    """Press Tab (or Shift+Tab) until the keyboard is where it should be."""
    for _ in range(TABS):
        if room.main.ask(arrived):
            return
        room.hand.keys("shift+Tab" if back else "Tab")
    raise Lost(f"{TABS} presses of Tab do not reach {what}.")


def _button_has_focus(text: str) -> bool:
    focus = QApplication.focusWidget()
    return isinstance(focus, QAbstractButton) and focus.text().replace("&", "") == tr(text)
