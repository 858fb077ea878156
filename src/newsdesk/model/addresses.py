"""Addresses as a person types them, and the links that a line of text has."""

from __future__ import annotations

import re

from newsdesk.model.references import Link, only_link
from newsdesk.model.spans import LINK

_WHOLE = re.compile(
    r"(?:https?://[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+\.[^\s@]+|tel:\+?[\d() .-]{3,}|article:\S+)", re.I
)
_MAIL = re.compile(r"[^\s@:/<>]+@[^\s@/<>]+\.[^\s@/<>]{2,}")
_HOST = re.compile(r"(?:www\.[^\s/]+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?:[/?#:]\S*)?", re.I)


def link_target(text: str) -> str:
    """The address that a person means, whole; "" when the text is none that a link may lead to."""
    text = text.strip()
    if _WHOLE.fullmatch(text):
        return text
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    return f"https://{text}" if _HOST.fullmatch(text) else ""


def link_around(line: str, at: int) -> tuple[int, int, Link] | None:
    """Where the link begins and ends that a place in a line is in, and the link; None outside links."""
    for found in LINK.finditer(line):
        if found.start() <= at <= found.end() and not found[0].startswith("!"):
            link = only_link(found[0])
            return (*found.span(), link) if link else None
    return None
