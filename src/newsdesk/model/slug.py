"""Slugs: the part of an address that is made from a headline or a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from slugify import slugify

MAX_LENGTH = 75
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin", "conout", "index", "assets", "photos", "page"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
"""Names that Windows keeps for devices, and those that our own site uses."""

_APOSTROPHES = re.compile(r"(?<=\w)['’](?=\w)")


def slug_of(text: str, fallback: str = "article") -> str:
    """Lower-case Latin letters, digits and single hyphens; at most 75 characters, cut between words; never empty.

    Other scripts are transliterated. Names that no file may have get the fallback in front.
    """
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text))
    slug: str = slugify(plain, max_length=MAX_LENGTH, word_boundary=True, save_order=True)
    if not slug:
        return fallback
    return f"{fallback}-{slug}" if slug in RESERVED else slug


def free_slug(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or the first of `wanted-2`, `wanted-3`, … that is not taken; never longer than 75 characters."""
    slug, number = wanted, 2
    while slug in taken:
        end = f"-{number}"
        slug, number = wanted[: MAX_LENGTH - len(end)].rstrip("-") + end, number + 1
    return slug
