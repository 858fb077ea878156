"""A section: where an article stands on the site."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.model.ids import SectionId
from newsdesk.model.names import Name


@dataclass(frozen=True, slots=True)
class Section:
    """One place in the tree of sections. `names` is never empty; `colour` is `#rrggbb` or empty."""

    id: SectionId
    names: tuple[Name, ...]
    parent: SectionId | None = None
    position: int = 0
    colour: str = ""
