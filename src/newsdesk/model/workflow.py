"""Which status may follow which."""

from __future__ import annotations

from newsdesk.model.article import Status

WITHHELD = frozenset({Status.HELD, Status.SPIKED, Status.KILLED})
"""The states to one side: the site shows no article in them, whatever was released before."""

TAKEN_BACK = frozenset({Status.SPIKED, Status.KILLED})
"""The states that end a release: what comes back from them is not online until it is published again."""

BY_HAND = frozenset(Status) - {Status.PUBLISHED}
"""What a person may set. Publishing alone makes an article published."""


def may_follow(before: Status, after: Status) -> bool:
    """Whether a person may change the status so. A killed article only comes back as a draft."""
    if after not in BY_HAND:
        return False
    return before is not Status.KILLED or after is Status.DRAFT
