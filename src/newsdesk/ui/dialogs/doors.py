"""What only whoever opened the newsroom can do with it, since it closes the newsroom first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Doors:
    """`open` another newsroom, `bring_back` this one to the state of a backup, `delete` it with its backups.

    `ways_out` offers what can be done for this one, which is damaged.
    """

    open: Callable[[Path], None]
    bring_back: Callable[[Path], None]
    delete: Callable[[], None]
    ways_out: Callable[[], None]
