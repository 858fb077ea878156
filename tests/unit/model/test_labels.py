"""Labels are whole in each language, and names fall back to one that there is."""

from __future__ import annotations

import string
from dataclasses import fields

import pytest

from newsdesk.model.ids import EditionId
from newsdesk.model.labels import LABELS, Labels, direction_of, labels_for
from newsdesk.model.names import Name, name_in


@pytest.mark.parametrize("language", sorted(LABELS))
def test_every_label_is_there_with_the_same_places(language: str) -> None:
    english, others = Labels(), LABELS[language]
    for field in fields(Labels):
        assert getattr(others, field.name).strip()
        assert _places(getattr(others, field.name)) == _places(getattr(english, field.name)), field.name


def test_a_regional_tag_takes_its_language() -> None:
    assert labels_for("pt-BR") == LABELS["pt"]
    assert labels_for("xx") == LABELS["en"]


def test_directions() -> None:
    assert [direction_of(tag) for tag in ("en", "ar", "fa-IR", "he", "es")] == ["ltr", "rtl", "rtl", "rtl", "ltr"]


def test_a_name_falls_back_to_the_first() -> None:
    english, spanish = EditionId("en"), EditionId("es")
    names = (Name(english, "Politics", "politics"), Name(spanish, "Política", "politica"))
    assert name_in(names, spanish).text == "Política"
    assert name_in(names, EditionId("ar")).text == "Politics"


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
