"""What an export is asked to make: files, what they are made from, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsdesk.errors import Trouble
from newsdesk.i18n import Message

Progress = Callable[[Message, int, int], None]
"""Is told what is being done, how many of it are done, and how many there are."""

Files = Iterable[tuple[str, bytes]]
"""Site paths with the bytes that belong there."""


@dataclass(frozen=True, slots=True)
class Output:
    """Files that are made in one go from the same inputs, which `key` stands for.

    `paths` are made for certain; whether `perhaps` is made too is known only when they are.
    """

    key: str
    paths: tuple[str, ...]
    perhaps: str = ""


def _is_ready(_outputs: Sequence[Output]) -> None:
    """Nothing can be missing."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Outputs of one kind, and what makes those of them that are needed: in the order asked for, one at a time.

    `check` raises `Trouble` when something is missing to make these; it is asked before anything is made.
    """

    name: Message
    outputs: Sequence[Output]
    make: Callable[[Sequence[Output]], Iterator[Files]]
    check: Callable[[Sequence[Output]], None] = _is_ready


@dataclass(frozen=True, slots=True)
class Written:
    """The site paths that an export made, changed (or put back), removed and found as they should be.

    `set_aside` are files of ours that someone had changed, each with the path at which that was kept when ours was
    put back; `left` those that are not wanted any more and stay because they were changed.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    set_aside: tuple[tuple[str, str], ...]
    left: tuple[str, ...]


class Cancelled(Trouble):
    """The person stopped the export before anything of the site was touched."""
