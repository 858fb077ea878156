"""Credit lines: who made a photo and who supplied it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Credit:
    """The person who made a photo, the agency that took it in, and the distributor that passed it on; any may be empty."""

    person: str = ""
    agency: str = ""
    distributor: str = ""
