"""The journeys through the window ask nobody to type a mark, an identifier or a path; what they check can fail."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
OURS = Path(__file__).parents[1] / "files" / "page.txt"

MARKS = re.compile(r"^\s*(?:#|>|[-*+] |\d+[.)] |---)|\*\w|\w\*|\]\(|!\[|\[\^|::|`|^READ:", re.MULTILINE)
"""What the dialect gives a meaning to."""
PATHS = re.compile(r"/|\\|\w\.\w{2,4}$")
IDENTIFIERS = re.compile(r"\b[0-9a-hjkmnp-tv-z]{26}\b", re.IGNORECASE)


@pytest.fixture
def journey(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The journey in which a whole page is written."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    before = set(sys.modules)
    yield importlib.import_module("journey_seed")
    for name in set(sys.modules) - before:
        if name.startswith("journey_") or name == "window_driver":
            del sys.modules[name]


def test_nobody_types_a_mark_an_identifier_or_a_path(journey: ModuleType) -> None:
    assert len(journey.TYPED) > 10
    for text in journey.TYPED:
        for pattern in (MARKS, PATHS, IDENTIFIERS):
            assert not pattern.search(text), text


def test_what_is_typed_is_our_page(journey: ModuleType) -> None:
    page = OURS.read_text(encoding="utf-8")
    for text in (journey.KICKER, journey.HEADLINE, *journey.BEFORE, *journey.AFTER):
        assert f"\n{text}\n" in page
    assert f"{journey.CAPTION} {journey.PAGE.credit}" in page
    assert f"\n{journey.PAGE.related}\n" in page
    assert f"\n{''.join(journey.TOPICS)}\n" in page


def test_a_page_that_lacks_something_is_found_out(journey: ModuleType, tmp_path: Path) -> None:
    checks = importlib.import_module("journey_page")
    (tmp_path / "page.html").write_text(_page(journey), encoding="utf-8")
    (tmp_path / "lead.jpg").touch()
    assert checks.faults(tmp_path, journey.PAGE) == []
    for part in (journey.KICKER, journey.AFTER[0], journey.EARLIER, "<img", "Meridiem", "topics/news"):
        (tmp_path / "page.html").write_text(_page(journey).replace(part, "gone", 1), encoding="utf-8")
        assert checks.faults(tmp_path, journey.PAGE), part


def _page(journey: ModuleType) -> str:
    checks = importlib.import_module("journey_page")
    page = journey.PAGE
    body = "".join(f"<p>{checks.typeset(text)}</p>" for text in page.paragraphs)
    topics = "".join(f'<a href="topics/{name.lower()}">{name}</a>' for name in page.topics)
    caption = f"{checks.typeset(page.caption)} {page.credit}"
    return (
        f'<p class="kicker">{page.kicker}</p><h1>{checks.typeset(page.headline)}</h1><p>{page.section}</p>'
        f'<figure><img src="lead.jpg"><figcaption>{caption}</figcaption></figure>'
        f'<div class="body">{body}<aside class="related">{page.related}</aside></div>{topics}'
    )
