"""docs/dialect.md cannot lie: each of its examples has a golden file that says what it becomes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk.render.markup import fill, read_body

ROOT = Path(__file__).parents[3]
EXAMPLE = re.compile(r"^(`{3,})example (\S+)(?: (\w+))?\n(.*?)\n\1$", re.MULTILINE | re.DOTALL)
EXAMPLES = EXAMPLE.findall((ROOT / "docs" / "dialect.md").read_text(encoding="utf-8"))
LABELS = frozenset({"READ", "LEER", "اقرأ"})


@pytest.mark.parametrize(
    ("name", "language", "text"), [(name, code or "en", text) for _, name, code, text in EXAMPLES]
)
def test_an_example_becomes_what_its_golden_file_says(
    name: str, language: str, text: str, golden: Callable[[str, str], None]
) -> None:
    html = fill(
        read_body(text, language, LABELS),
        figure=lambda photo, caption: f"[photo {photo}: {caption or 'its own caption'}]",
        related=lambda block: f"[related, {block.label}: {block.html}, {block.target or 'by headline'}]",
        card=lambda block: f"[card: {block.target}]",
        article_path=lambda reference: f"/{reference}/",
    )
    golden(f"dialect/{name}.html", html + "\n")


def test_examples_and_golden_files_are_the_same_set() -> None:
    names = [name for _, name, _, _ in EXAMPLES]
    assert len(names) == len(set(names)) > 20
    assert {path.stem for path in (ROOT / "tests" / "golden" / "dialect").glob("*.html")} == set(names)
