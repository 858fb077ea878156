"""Slips in a file are said, and what is meant so is not."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsdesk.exchange import read_markdown
from newsdesk.newsroom.oddities import oddities


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\nheadline: A\nstandfrist: B\n---\n\nText.", ["“standfrist”", "standfirst"]),
        ("---\nheadline: A\nsectoin: B\nbylines: [C]\n---\n\nText.", ["“sectoin”", "“bylines”"]),
        (
            "---\nheadline: A\n---\n\nSee [[Sam|him]] %%not for print%% ![[x.jpg]].",
            ["[[Sam|him]]", "%%not", "![[x"],
        ),
        ("", ["no headline and no text"]),
        ("---\nheadline: A\nmood: calm\nlayout: wide\n---\n\nA [link](https://a.example) at 50%% [1].", []),
        ("---\nheadline: A\nmeta:\n  slog: x\n---\n\nText.", []),
    ],
)
def test_what_is_said_of_a_file(text: str, said: list[str], tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    found = " ".join(map(str, oddities(read_markdown(path, ZoneInfo("UTC")))))
    assert bool(found) == bool(said)
    for words in said:
        assert words in found
