"""Preferences are kept whole, read with patience, and told of in full."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from newsdesk.errors import Trouble
from newsdesk.settings import (
    FILE,
    Kind,
    Preferences,
    Theme,
    Way,
    load_preferences,
    preference_fields,
    save_preferences,
)

ROOT = Path(__file__).parents[2]
CHANGED = Preferences(Way.DESK, Theme.DARK, "pt", "Gentium Book", 21, 150, 80, 5)


def written(folder: Path, content: str | bytes) -> Preferences:
    """What is read from a file with this content."""
    (folder / FILE).write_bytes(content.encode() if isinstance(content, str) else content)
    return load_preferences(folder)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "newsdesk"
    assert load_preferences(folder) == Preferences()
    save_preferences(folder, CHANGED)
    loaded = load_preferences(folder)
    assert loaded == CHANGED
    assert (type(loaded.way), type(loaded.theme)) == (Way, Theme)
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_every_preference_can_be_changed() -> None:
    same = [
        field.name
        for field in dataclasses.fields(Preferences)
        if getattr(CHANGED, field.name) == getattr(Preferences(), field.name)
    ]
    assert same == []


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", "7", '"dark"', b"\xff\xfe\x00", "[" * 100_000],
    ids=lambda text: repr(text)[:12],
)
def test_a_damaged_file_is_the_defaults(tmp_path: Path, content: str | bytes) -> None:
    assert written(tmp_path, content) == Preferences()


def test_a_folder_in_the_file_s_place_is_the_defaults(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert load_preferences(tmp_path) == Preferences()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("way", "boss"),
        ("way", None),
        ("theme", "Dark"),
        ("theme", ["dark"]),
        ("language", 7),
        ("language", "e\ns"),
        ("writing_font", "\ud800"),
        ("writing_font", "x" * 1000),
        ("writing_size", 11),
        ("writing_size", 29),
        ("writing_size", True),
        ("writing_size", 17.5),
        ("writing_size", "20"),
        ("line_height", 10**30),
        ("measure", None),
        ("unknown", "value"),
    ],
)
def test_a_value_that_will_not_do_is_the_default_and_the_others_stay(
    tmp_path: Path, name: str, value: object
) -> None:
    others = {"theme": "light", "measure": 70, "language": "es"} | {name: value}
    default = dataclasses.asdict(Preferences())
    expected = default | {"theme": "light", "measure": 70, "language": "es"} | {name: default.get(name)}
    expected.pop("unknown", None)
    assert dataclasses.asdict(written(tmp_path, json.dumps(others))) == expected


def test_the_bounds_themselves_will_do(tmp_path: Path) -> None:
    numbers = [field for field in preference_fields() if field.kind is Kind.NUMBER]
    assert numbers
    for field in numbers:
        assert field.bounds is not None
        for bound in field.bounds:
            assert getattr(written(tmp_path, json.dumps({field.name: bound})), field.name) == bound


def test_what_cannot_be_saved_is_trouble_and_leaves_what_was_there(tmp_path: Path) -> None:
    save_preferences(tmp_path, CHANGED)
    (tmp_path / f"{FILE}.part").mkdir()
    with pytest.raises(Trouble, match=re.escape(f"“{tmp_path}” cannot be written")):
        save_preferences(tmp_path, Preferences())
    assert load_preferences(tmp_path) == CHANGED


def test_a_file_in_the_folder_s_place_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("", encoding="utf-8")
    with pytest.raises(Trouble, match="cannot be written"):
        save_preferences(tmp_path / "config", CHANGED)


def test_the_table_says_what_the_dialog_needs() -> None:
    fields = preference_fields()
    assert [field.name for field in fields] == [field.name for field in dataclasses.fields(Preferences)]
    for field in fields:
        assert field.label
        assert field.help.endswith(".")
        assert (field.choices is not None) is (field.kind is Kind.CHOICE)
        assert (field.bounds is not None, bool(field.unit)) == ((field.kind is Kind.NUMBER,) * 2)
        default = getattr(Preferences(), field.name)
        assert field.allows(default) or default is Way.UNSET


def test_the_document_names_every_preference_with_its_default_and_bounds() -> None:
    page = (ROOT / "docs" / "preferences.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| \*\*(.+?)\*\* \|(.*)\|$", page, re.MULTILINE))
    assert list(rows) == [field.label for field in preference_fields()]
    for field in preference_fields():
        row = rows[field.label]
        assert f"`{field.name}`" in row
        assert [label for _, label in field.choices or () if label not in row] == []
        if field.bounds is not None:
            assert f"{field.bounds[0]} to {field.bounds[1]}" in row
            assert f"**{getattr(Preferences(), field.name)}**" in row
