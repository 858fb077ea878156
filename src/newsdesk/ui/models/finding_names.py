"""Finding names by what is typed, in any case and however their letters are put together."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """What two spellings of one name have in common."""
    return unicodedata.normalize("NFKC", text).casefold()


def has_words(name: str, typed: str) -> bool:
    """Whether every typed word is somewhere in a name."""
    within = plain(name)
    return all(word in within for word in plain(typed).split())
