"""Types into the real window until it is killed, and notes outside the newsroom what was typed when."""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

from newsdesk.settings import Preferences, Theme, Way
from window_driver import Driver, without_display

SIZE = (1280, 800)
HEADLINE = "What the harbour heard"
WORDS = "the quay floods first and nobody has to run while bells ring at ten to five over slow grey water".split()
PACE = (0.03, 0.22)
"""Seconds from one key to the next, at least and at most."""
PAUSE = (0.5, 2.5)
"""Seconds of thinking between two sentences."""


def words_without_end(chance: random.Random) -> str:
    """The next sentence, and now and then a new paragraph."""
    said = " ".join(chance.choice(WORDS) for _ in range(chance.randint(4, 12)))
    return said.capitalize() + chance.choice((". ", ". ", ".\n"))


def type_for_ever(folder: Path, notes: Path, seed: int) -> None:
    """Open the newsroom in `folder`, begin an article and write in it; each key is noted once it was taken."""
    chance = random.Random(seed)
    driver = Driver(folder, Preferences(way=Way.DESK, theme=Theme.LIGHT), SIZE)
    editor = driver.window.editor
    before = editor.article_id
    driver.run("article.new")
    driver.wait(lambda: editor.article_id not in (None, before), "The new article")
    driver.type(HEADLINE)
    editor.focus_body()
    # Written past all buffers: what stands there was typed, whatever becomes of this process.
    file = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(file, f"{editor.article_id}\n".encode())
    while True:
        for letter in words_without_end(chance):
            driver.press(letter)
            os.write(file, f"{time.time():.6f} {ord(letter)}\n".encode())
            driver.settle(round(1_000 * chance.uniform(*PACE)))
        driver.settle(round(1_000 * chance.uniform(*PAUSE)))


if __name__ == "__main__":
    without_display()
    type_for_ever(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
