"""Bare web addresses inside text."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"(?<![\w/@.])https?://(?=[^\W_])[^\s<>\"'`\[\]{}|\\^\x02\x03“”«»]+")
"""A web address as it stands in text, perhaps with the punctuation of the sentence after it."""

_AFTER = ".,;:!?*_~…’"


def trimmed(address: str) -> str:
    """The address without the punctuation that belongs to the sentence; a closing bracket stays if it opened."""
    end = len(address)
    surplus = address.count(")") - address.count("(")
    while end:
        last = address[end - 1]
        if last == ")" and surplus > 0:
            surplus -= 1
        elif last not in _AFTER:
            break
        end -= 1
    return address[:end]
