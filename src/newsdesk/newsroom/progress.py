"""How long work says how far it is."""

from __future__ import annotations

from collections.abc import Callable

from newsdesk.i18n import Message

Progress = Callable[[Message, int, int], None]
"""Is told what is being done, how many of it are done, and how many there are."""


def silent(_name: Message, _done: int, _total: int) -> None:
    """Tells nobody."""
