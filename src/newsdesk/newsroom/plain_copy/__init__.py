"""A newsroom as files that any tool reads: written, and read back whole."""

from __future__ import annotations

from newsdesk.newsroom.plain_copy.folder import (
    is_plain_copy,
)
from newsdesk.newsroom.plain_copy.reading import (
    ReadBack,
    read_plain_copy,
)
from newsdesk.newsroom.plain_copy.writing import (
    PlainCopy,
    write_plain_copy,
)

__all__ = [
    "PlainCopy",
    "ReadBack",
    "is_plain_copy",
    "read_plain_copy",
    "write_plain_copy",
]
