"""Ids that are made on this machine, sort by time of making and never meet an id made elsewhere."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import NewType

NewsroomId = NewType("NewsroomId", str)
EditionId = NewType("EditionId", str)
SectionId = NewType("SectionId", str)
TopicId = NewType("TopicId", str)
PersonId = NewType("PersonId", str)
PhotoId = NewType("PhotoId", str)
ArticleId = NewType("ArticleId", str)
StoryId = NewType("StoryId", str)
PlacementId = NewType("PlacementId", str)
RevisionId = NewType("RevisionId", str)

Clock = Callable[[], datetime]
"""Gives the present moment in UTC, with its zone."""

Ids = Callable[[], str]
"""Gives a new id at each call."""

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in lower case: no i, l, o, u, so that an id can be read aloud."""

LENGTH = 26
MIN_END = 6
"""The shortest end of an id by which a person may name a record."""


def id_maker(clock: Clock, random_bits: Callable[[int], int] = secrets.randbits) -> Ids:
    """Ids of 26 characters in the layout of ULID: 48 bits of Unix milliseconds, then 80 random bits."""

    def new_id() -> str:
        number = int(clock().timestamp() * 1000) << 80 | random_bits(80)
        return "".join(ALPHABET[number >> shift & 31] for shift in range(5 * (LENGTH - 1), -1, -5))

    return new_id
