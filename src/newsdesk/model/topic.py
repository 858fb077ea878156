"""A topic: what an article is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsdesk.model.ids import TopicId
from newsdesk.model.names import Name


class TopicKind(StrEnum):
    """What sort of thing a topic names."""

    SUBJECT = "subject"
    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic. `names` is never empty."""

    id: TopicId
    names: tuple[Name, ...]
    kind: TopicKind = TopicKind.SUBJECT
