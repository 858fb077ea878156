"""The main job in the Arabic window, mirrored, by mouse, on an Arabic keyboard, in the Arabic edition."""

from __future__ import annotations

from pathlib import Path

from journey_page import Page
from journey_room import Room, item_place
from journey_steps import choose_section, open_card, publish_by_mouse, unfold_head
from newsdesk.ui.photo_picker import PhotoPicker

LANGUAGE = "ar"
LAYOUT = "ara"
EDITION = "العربية"
HEADLINE = "العبارة الأولى تعود إلى خطها عند الفجر"
TEXT = (
    "يدق الجرس قبل الخامسة بعشر دقائق فيصعد أربعون راكبا في الظلام.",
    "جدد الحوض محور العبارة ومحركاتها وبقي جدول الرحلات كما كان.",
)
CAPTION = "رافعات الرصيف الشمالي قبيل الفجر"
ALT = "رافعات داكنة وقارب على ماء ساكن أمام شمس منخفضة"
PERSON, AGENCY = "لينا فوكس", "أسبوعية الميناء"
SECTION = "الميناء"

PAGE = Page(
    headline=HEADLINE,
    caption=CAPTION,
    credit=f"[{PERSON}/{AGENCY}]",
    paragraphs=TEXT,
    section=SECTION,
)


def prepare(_folder: Path) -> None:
    """The sample newsroom is all that this needs."""


def go(room: Room) -> None:
    """Do it."""
    hand, window = room.hand, room.window
    hand.click(room.row(window.desk.rows, EDITION), name="The Arabic edition")
    hand.click(room.button("&New Article"))
    room.wait_for_new()
    room.wait_for_focus(window.editor.head.fields["headline"], "the headline")
    hand.type(HEADLINE)
    hand.click(window.editor.body.viewport(), name="The text")
    for number, paragraph in enumerate(TEXT):
        if number:
            hand.keys("Return")
        hand.type(paragraph)
    unfold_head(room)
    _place_lead(room)
    choose_section(room, SECTION)
    hand.click(room.button("&Preview"))
    room.wait(lambda: window.preview.is_up_to_date, "The preview")
    publish_by_mouse(room)


def _place_lead(room: Room) -> None:
    hand = room.hand
    hand.click(room.button("From the newsroom’s photos…"))
    picker = room.dialog(PhotoPicker)
    room.wait(lambda: picker.grid.count() > 3, "The photos")
    hand.click(item_place(picker.grid, 0), name="A photo")
    hand.click(room.button("Use this photo", picker))
    _, fields = open_card(room)
    for place, text in (
        (fields.caption, CAPTION),
        (fields.alt_text, ALT),
        (fields.person, PERSON),
        (fields.agency, AGENCY),
    ):
        hand.click(place, times=3)
        hand.type(text)
