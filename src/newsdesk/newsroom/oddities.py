"""What looks like a slip in a file that is taken in all the same: said, so that a person may look at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from newsdesk.exchange import KEYS, Manuscript
from newsdesk.i18n import N_, Message, message

_KEY = re.compile(r"^([^\s#:'\"-][^:\n]*):(?:\s|$)", re.MULTILINE)
_ELSEWHERE = re.compile(r"!?\[\[[^\]\n]+\]\]|%%[^%\n]+%%")
"""Links, embedded files and hidden comments as note-taking programs write them."""

_MOST_NAMED = 3


def oddities(manuscript: Manuscript) -> Iterator[Message]:
    """A message for each: a key that is nearly one of ours, marks that mean nothing to us, a file of nothing."""
    file = str(manuscript.source)
    for key in _KEY.findall(manuscript.front_matter):
        if near := get_close_matches(key.casefold(), KEYS, 1, cutoff=0.8):
            text = N_("“{file}”: “{key}” means nothing here and is only kept. Perhaps you mean: {near}.")
            yield message(text, file=file, key=key, near=near[0])
    if marks := list(dict.fromkeys(_ELSEWHERE.findall(manuscript.body))):
        text = N_("“{file}” has marks that mean nothing here, and that readers would see as they are: {marks}")
        yield message(text, file=file, marks="  ".join(marks[:_MOST_NAMED]))
    if not manuscript.headline and not manuscript.body.strip() and not manuscript.stated:
        yield message(N_("“{file}” has no headline and no text: it became an empty article."), file=file)
