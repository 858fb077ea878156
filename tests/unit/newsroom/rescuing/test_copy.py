"""Copies of unsaved text are whole Markdown files that can be read in again."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from helpers.stores import START, an_article
from newsdesk.errors import Trouble
from newsdesk.exchange import read_markdown
from newsdesk.model.ids import ArticleId, PhotoId
from newsdesk.model.placement import Role
from newsdesk.newsroom.rescuing import Copy, Rescued, Typed, copies, write_copies

A, B = ArticleId("a"), ArticleId("b")
SHOWN = an_article("a", headline="Harbour: “open”", kicker="Weather", standfirst="It blew.", body="The sea came.")


def rescued(article: ArticleId | None, *texts: Typed, headline: str = "") -> Rescued:
    return Rescued(article, "english", headline, START, texts)


def test_the_open_article_is_copied_whole_and_reads_back(tmp_path: Path) -> None:
    made = copies([rescued(A, Typed("Text", "The sea came.", A, "body"))], SHOWN)
    (path,) = write_copies(made, tmp_path / "copy.md")
    read = read_markdown(path, ZoneInfo("UTC"))
    assert (read.headline, read.kicker, read.standfirst, read.body) == (
        SHOWN.headline,
        SHOWN.kicker,
        SHOWN.standfirst,
        SHOWN.body,
    )


def test_the_open_article_goes_first_saved_or_not() -> None:
    others = [rescued(B, Typed("Text", "Prices fall.", B, "body"), headline="Market")]
    assert [copy.headline for copy in copies(others, SHOWN)] == [SHOWN.headline, "Market"]
    both = [*others, rescued(A, Typed("Text", "The sea came.", A, "body"), headline=SHOWN.headline)]
    assert [copy.headline for copy in copies(both, SHOWN)] == [SHOWN.headline, "Market"]
    assert [copy.headline for copy in copies(others, None)] == ["Market"]


def test_what_has_no_key_stands_under_the_text() -> None:
    alt = Typed("Alt text of wall.jpg", "A wall", A, "alt_text", PhotoId("p"), Role.LEAD)
    half = Typed("Byline, not entered yet", "Jo", A)
    (copy,) = copies([rescued(A, alt, half)], SHOWN)
    assert copy.text.endswith(
        "The sea came.\n\n**Alt text of wall.jpg**\n\nA wall\n\n**Byline, not entered yet**\n\nJo\n"
    )


def test_further_copies_take_no_name_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "copy-2.md").write_text("mine", encoding="utf-8")
    written = write_copies([Copy("One", "1"), Copy("Two", "2")], tmp_path / "copy.md")
    assert [path.name for path in written] == ["copy.md", "copy-3.md"]
    assert (tmp_path / "copy-2.md").read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Trouble, match="cannot be written"):
        write_copies([Copy("One", "1")], tmp_path / "file" / "copy.md")
