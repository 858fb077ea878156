"""A newsroom as files that any tool reads: written, and read back whole.

A name is loaded when it is first used: nothing of it is needed to show the window.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "PlainCopy": "newsdesk.newsroom.plain_copy.writing",
    "ReadBack": "newsdesk.newsroom.plain_copy.reading",
    "is_plain_copy": "newsdesk.newsroom.plain_copy.folder",
    "read_plain_copy": "newsdesk.newsroom.plain_copy.reading",
    "write_plain_copy": "newsdesk.newsroom.plain_copy.writing",
}

if TYPE_CHECKING:
    from newsdesk.newsroom.plain_copy.folder import is_plain_copy
    from newsdesk.newsroom.plain_copy.reading import ReadBack, read_plain_copy
    from newsdesk.newsroom.plain_copy.writing import PlainCopy, write_plain_copy
else:

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "PlainCopy",
    "ReadBack",
    "is_plain_copy",
    "read_plain_copy",
    "write_plain_copy",
]
