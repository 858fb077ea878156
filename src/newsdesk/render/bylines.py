"""Who signs an article, in the words of its edition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from newsdesk.model.labels import Labels
from newsdesk.render.view import Author

_ARABIC_COMMA = frozenset({"ar", "fa", "ur", "ps", "ckb"})
_ATTACHED = "و"
"""The Arabic word for "and", written as part of the word after it."""

_SPANISH_E = re.compile(r"h?[ií](?![aeouáéóú])", re.IGNORECASE)
"""Beginnings of a word before which Spanish writes "e" for "y": a spoken i that begins no diphthong."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One name of a byline, with the text that stands before it."""

    before: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Byline:
    """The names that share a role: `lead` is "By" or the role."""

    lead: str
    names: tuple[Signature, ...]


def bylines(authors: Iterable[Author], labels: Labels, language: str) -> tuple[Byline, ...]:
    """The byline, one part for each run of authors with the same role: "By A, B and C", "Photographs D"."""
    return tuple(
        Byline(role or labels.by, _signatures(list(group), labels.conjunction, language.split("-")[0].lower()))
        for role, group in groupby(authors, key=lambda author: author.role)
    )


def _signatures(authors: list[Author], conjunction: str, language: str) -> tuple[Signature, ...]:
    comma = "، " if language in _ARABIC_COMMA else ", "
    found = []
    for place, author in enumerate(authors):
        if place == 0:
            before = ""
        elif place < len(authors) - 1:
            before = comma
        else:
            before = _joined(conjunction, author.name, language)
        found.append(Signature(before, author.name, author.path))
    return tuple(found)


def _joined(conjunction: str, name: str, language: str) -> str:
    if conjunction == _ATTACHED:
        return f" {conjunction}"
    if language == "es" and conjunction == "y" and _SPANISH_E.match(name):
        return " e "
    return f" {conjunction} "
