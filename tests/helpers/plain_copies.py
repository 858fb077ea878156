"""Reading plain copies back in tests, and what must come back."""

from __future__ import annotations

from pathlib import Path

from helpers.stores import START, Clock
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import (
    id_maker,
)
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.newsroom.plain_copy import ReadBack, read_plain_copy
from newsdesk.store import Kind, Reader

KINDS: tuple[Kind, ...] = (Newsroom, Edition, Section, Topic, Person, Photo, Article, Placement)


def records_of(reader: Reader) -> dict[str, list[object]]:
    """All that a plain copy must bring back."""
    return {kind.__name__: list(reader.every(kind)) for kind in KINDS}


def back_from(copy: Path, folder: Path) -> ReadBack:
    """Read a plain copy back."""
    return read_plain_copy(copy, folder, clock=Clock(), ids=id_maker(lambda: START), author="reader")
