"""Names in several editions: sections, topics and people are shared by all editions under a name of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.model.ids import EditionId


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called in one edition, and how that stands in addresses."""

    edition: EditionId
    text: str
    slug: str


def name_in(names: Sequence[Name], edition: EditionId) -> Name:
    """The name in `edition`, else the first name there is."""
    return next((name for name in names if name.edition == edition), names[0])
