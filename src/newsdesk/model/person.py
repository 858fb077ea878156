"""A person: who writes, and who has an article in hand."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.model.ids import PersonId
from newsdesk.model.names import Name


@dataclass(frozen=True, slots=True)
class Person:
    """One person. `names` is never empty; `title` is the job, `about` a sentence or two for readers."""

    id: PersonId
    names: tuple[Name, ...]
    title: str = ""
    about: str = ""
