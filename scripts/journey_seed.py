"""A whole news page, written with mouse and plain typing: nobody types a mark, an identifier or a path."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageOps

from journey_page import Page
from journey_room import Room
from journey_steps import add_topics, choose_section, lead_to, open_card, pick_file, publish_by_mouse, unfold_head
from newsdesk.paths import resources

LANGUAGE = "en"
LAYOUT = "us"
PICTURE = "fuel-dock.jpg"
EARLIER = "What the storm of 2019 left behind"
"""An article that is there already; the page leads to it."""
SEARCHED = "storm"

BEFORE = (
    "A fire broke out on Sunday before dawn on the fuel dock of the ferry pier, in the oldest part of Port Alma's"
    " harbour, according to a statement by the harbour master's office.",
    "A watchman said that the flames came from the pump house, but that the two tanks behind it were empty.",
    "Nobody was hurt. However, the ferry company pointed to the wiring, which it had reported to the Harbour Board"
    " (HB) in March.",
)
AFTER = (
    "On 2 January, an inspection of the pier led to the closing of one of its three berths.",
    '"Together with the Harbour Board, we have decided to keep the pier shut for a week and to take the boats to'
    " the north quay for the time being,\" the ferry company's director said in a statement.",
    'The statement added: "We will bring every passenger home, if need be by bus." Some 200 people cross each day,'
    " some of whom work on the quay and others in the market.",
)
KICKER = "The Coast Near You"
HEADLINE = "Port Alma: Night fire on the ferry pier's fuel dock"
CAPTION = "The fuel dock at Port Alma's ferry pier on 4 January 2026"
ALT = "Cranes beside a dark pier, with a low sun behind them."
PERSON, AGENCY, DISTRIBUTOR = "LENA FUCHS", "Farol Sete", "Meridiem"
SECTION = "Harbour"
TOPICS = ("Port Alma", "Harbour", "News")

PAGE = Page(
    headline=HEADLINE,
    kicker=KICKER,
    caption=CAPTION,
    credit=f"[{PERSON}//{AGENCY}/{DISTRIBUTOR}]",
    paragraphs=BEFORE + AFTER,
    related=f"READ: {EARLIER}",
    topics=TOPICS,
    section=SECTION,
)
TYPED = (KICKER, HEADLINE, CAPTION, ALT, PERSON, AGENCY, DISTRIBUTOR, *BEFORE, *AFTER, SEARCHED, *TOPICS)


def prepare(folder: Path) -> None:
    """An earlier article for the page to lead to, and a picture that the newsroom does not have yet."""
    pictures = folder / "pictures"
    pictures.mkdir()
    with Image.open(resources() / "samples" / "photos" / "north-quay-dawn.jpg") as picture:
        ImageOps.mirror(picture).save(pictures / PICTURE, quality=88)
    file = folder / "earlier.md"
    file.write_text(
        f"---\nheadline: {EARLIER}\nlanguage: en\nstatus: published\n---\n\nTwo walls.\n",
        encoding="utf-8",
    )
    newsdesk = [sys.executable, "-m", "newsdesk", "-n", str(folder / "newsroom")]
    subprocess.run([*newsdesk, "import", str(file)], check=True, stdout=subprocess.DEVNULL)


def go(room: Room) -> None:
    """Write the page and publish it."""
    hand, editor = room.hand, room.window.editor
    hand.click(room.button("&New Article"))
    room.wait_for_new()
    room.wait_for_focus(editor.head.fields["headline"], "the headline")
    hand.type(HEADLINE)
    hand.click(editor.head.fields["kicker"], name="The kicker")
    hand.type(KICKER)
    _place_lead(room)
    _write(room)
    _file(room)
    publish_by_mouse(room)


def _place_lead(room: Room) -> None:
    hand = room.hand
    unfold_head(room)
    hand.click(room.button("choose…"))
    pick_file(room, PICTURE)
    _, fields = open_card(room)
    room.wait_for_focus(fields.caption, "the caption")
    hand.type(CAPTION)
    hand.click(fields.alt_text)
    hand.type(ALT)
    hand.click(fields.person)
    hand.type(PERSON)
    hand.click(fields.agency)
    hand.type(AGENCY)
    hand.click(room.button("Add a distributor", fields))
    hand.type(DISTRIBUTOR)
    # The list of what else begins so lies over the button.
    hand.keys("Tab")
    hand.click(room.button("Done", fields))


def _write(room: Room) -> None:
    hand, body = room.hand, room.window.editor.body
    hand.click(body.viewport(), name="The text")
    for number, paragraph in enumerate(BEFORE):
        if number:
            hand.keys("Return")
        hand.type(paragraph)
    hand.keys("Return")
    lead_to(room, EARLIER, SEARCHED)
    for number, paragraph in enumerate(AFTER):
        if number:
            hand.keys("Return")
        hand.type(paragraph)


def _file(room: Room) -> None:
    choose_section(room, SECTION)
    add_topics(room, TOPICS)
