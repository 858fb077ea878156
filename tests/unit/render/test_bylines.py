"""Bylines in the words and the grammar of their language."""

from __future__ import annotations

import pytest

from newsdesk.model.labels import labels_for
from newsdesk.render import Author
from newsdesk.render.bylines import bylines


def written(language: str, *authors: Author) -> list[str]:
    """The bylines as a reader sees them."""
    return [
        f"{part.lead} " + "".join(f"{each.before}{each.name}" for each in part.names)
        for part in bylines(authors, labels_for(language), language)
    ]


@pytest.mark.parametrize(
    ("language", "names", "byline"),
    [
        ("en", "Ana", "By Ana"),
        ("en", "Ana Omar", "By Ana and Omar"),
        ("en", "Ana Omar Rui", "By Ana, Omar and Rui"),
        ("fr", "Ana Omar", "Par Ana et Omar"),
        ("es", "Ana Omar", "Por Ana y Omar"),
        ("es", "Omar Inés", "Por Omar e Inés"),
        ("es-MX", "Omar Hilda", "Por Omar e Hilda"),
        ("es", "Omar Ian", "Por Omar y Ian"),
        ("pt", "Omar Inês", "Por Omar e Inês"),
        ("ar", "عمر لينا سامي", "بقلم عمر، لينا وسامي"),
    ],
)
def test_names_are_joined(language: str, names: str, byline: str) -> None:
    assert written(language, *(Author(name, "", "") for name in names.split())) == [byline]


def test_a_role_stands_for_by() -> None:
    authors = (Author("Ana", "", ""), Author("Rui", "", ""), Author("Lena", "Photographs", ""))
    assert written("en", *authors) == ["By Ana and Rui", "Photographs Lena"]


def test_nobody_signs() -> None:
    assert written("en") == []
