"""Texts cut into words, signs and spaces, never within a word or within what is read as one character.

Words are told as in Unicode Standard Annex 29: letters, digits and their marks, in any script. Scripts without
spaces are cut by character, and so is what has no letter, with all that belongs to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

Split = Callable[[str], list[str]]
"""Cuts a text into its words, signs and spaces, which together are the text."""

_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1980-\u19df\u1a20-\u1aaf"  # Thai to Tham
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u312f\u31a0-\u31bf\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han and kana
    "\uff66-\uff9f\U0001aff0-\U0001b16f\U00020000-\U0003ffff]"
)
_JOINERS = "\u200c\u200d\u00ad"
"""They stand within words: two joiners and the hyphen that shows only at the end of a line."""
_JOINED = "\u0e33\u0eb3\uff9e\uff9f"
"""Letters of Thai, Lao and narrow kana that are read as one with what they stand behind."""
_SKIN = "\U0001f3fb-\U0001f3ff"
_TAGS = "\U000e0020-\U000e007f"
_FLAG = "[\U0001f1e6-\U0001f1ff]"
_NUMBER_SIGNS = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2"
"""Signs of Arabic and Syriac that enclose the digits behind them."""


def splitter(*texts: str) -> Split:
    """What cuts these texts, and any of the same characters."""
    known = sorted(set().union(*(text for text in texts if not text.isascii())))
    letters = [char for char in known if char > "\x7f" and char.isalnum() and not _WITHOUT_SPACES.match(char)]
    marks = [char for char in known if unicodedata.category(char)[0] == "M"]
    letter = rf"[A-Za-z0-9{_NUMBER_SIGNS}{''.join(letters)}]"
    mark = f"[{_JOINERS}{_JOINED}{_SKIN}{_TAGS}{''.join(marks)}]"
    word = f"{letter}(?:{letter}|{mark})*"
    return re.compile(
        rf"{word}(?:['’]{word}|(?<=\d)[.,٫٬](?=\d){word})*"
        rf"|\s+(?!{mark})"
        rf"|{_FLAG}{_FLAG}{mark}*"
        rf"|.{mark}*(?:(?<=\u200d).{mark}*)*",
        re.DOTALL,
    ).findall
