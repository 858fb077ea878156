"""An edition: one language of the newsroom."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.model.ids import EditionId
from newsdesk.model.labels import Labels


@dataclass(frozen=True, slots=True)
class Edition:
    """One language. `language` is a BCP 47 tag; `direction` is `ltr` or `rtl`.

    `prefix` is the first part of its pages' addresses, empty for the main edition.
    """

    id: EditionId
    language: str
    name: str
    direction: str
    prefix: str = ""
    position: int = 0
    labels: Labels = Labels()
