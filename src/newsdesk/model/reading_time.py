"""How fast readers are taken to read: on the page and in the window the same."""

from __future__ import annotations

import math

WORDS_A_MINUTE = 238
"""Silent reading of non-fiction in English: M. Brysbaert, Journal of Memory and Language 109 (2019)."""

CHARACTERS_A_MINUTE = 500
"""Chinese and Japanese characters, which stand without spaces."""


def minutes_for(words: int, characters: int = 0) -> int:
    """Whole minutes to read so many words and Chinese or Japanese characters, rounded up, at least 1."""
    return max(1, math.ceil(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE))
