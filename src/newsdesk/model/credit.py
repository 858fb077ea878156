"""Credit lines: who made a photo and who supplied it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made a photo, the agency that took it in, the distributor that passed it on; any may be empty."""

    person: str = ""
    agency: str = ""
    distributor: str = ""
