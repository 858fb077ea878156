"""Lists: older pages are full and stay; the front page leads with the newest and then goes by section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.model.ids import SectionId
from unit.publish.newsrooms import SPANISH, Desk, a_desk, a_piece, tree


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty newsroom whose articles have no section."""
    with a_desk(tmp_path, comments_text="") as made:
        yield made


def release(desk: Desk, numbers: range, section: str | None = "politics") -> None:
    """One article a day in one section."""
    for number in numbers:
        desk.release(a_piece(f"n{number}", number, section=section and SectionId(section)))


def listed(page: Path) -> list[int]:
    """The numbers of the articles that a page links to, in order."""
    return [int(number) for number in re.findall(r'href="[^"]*/n(\d+)\.html"', page.read_text())]


def test_older_pages_are_full_and_numbered_from_the_oldest(desk: Desk, tmp_path: Path) -> None:
    release(desk, range(75))
    desk.export(tmp_path / "site")
    folder = tmp_path / "site" / "politics"
    assert listed(folder / "page-1.html") == list(range(29, -1, -1))
    assert listed(folder / "page-2.html") == list(range(59, 29, -1))
    assert listed(folder / "index.html") == list(range(74, 59, -1))
    assert not (folder / "page-3.html").exists()
    assert 'href="../politics/page-2.html"' in (folder / "index.html").read_text()
    assert 'href="../politics/index.html"' in (folder / "page-2.html").read_text()
    assert 'href="../politics/page-1.html"' in (folder / "page-2.html").read_text()


def test_a_new_article_changes_the_newest_page_and_at_most_one_older(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "site"
    release(desk, range(68))
    desk.export(out)
    for number in range(68, 72):
        release(desk, range(number, number + 1))
        written = desk.export(out).written
        lists = [
            path for path in (*written.new, *written.changed) if path.startswith("politics/") and "/20" not in path
        ]
        expected = ["politics/index.html", "politics/feed.xml"]
        if number == 69:
            expected = ["politics/page-1.html", "politics/page-2.html", *expected]
        assert sorted(lists) == sorted(expected)
        desk.export(tmp_path / f"fresh-{number}")
        assert tree(out) == tree(tmp_path / f"fresh-{number}")


def test_only_the_newest_page_has_a_counterpart_in_another_edition(desk: Desk, tmp_path: Path) -> None:
    release(desk, range(40))
    desk.release(a_piece("uno", edition=SPANISH, section=SectionId("politics")))
    desk.export(tmp_path / "site")
    folder, address = tmp_path / "site" / "politics", 'hreflang="es" href="https://example.org/es/politica/"'
    assert address in (folder / "index.html").read_text()
    assert address not in (folder / "page-1.html").read_text()


def test_a_short_list_is_one_page(desk: Desk, tmp_path: Path) -> None:
    release(desk, range(39))
    desk.export(tmp_path / "site")
    assert listed(tmp_path / "site" / "politics" / "index.html") == list(range(38, -1, -1))
    assert not (tmp_path / "site" / "politics" / "page-1.html").exists()


def test_the_front_page_leads_with_the_newest_and_then_goes_by_section(desk: Desk, tmp_path: Path) -> None:
    release(desk, range(10), "harbour")
    release(desk, range(10, 20), "politics")
    release(desk, range(20, 33), None)
    desk.export(tmp_path / "site")
    newest, harbour, politics = list(range(32, 19, -1)), [9, 8, 7, 6], [19, 18, 17, 16]
    assert listed(tmp_path / "site" / "index.html") == newest + harbour + politics
    assert listed(tmp_path / "site" / "page-1.html") == list(range(29, -1, -1))
    assert listed(tmp_path / "site" / "page-2.html") == [32, 31, 30]
    assert 'href="page-2.html"' in (tmp_path / "site" / "index.html").read_text()


def test_a_small_newsroom_shows_its_sections_on_the_front_page_too(desk: Desk, tmp_path: Path) -> None:
    release(desk, range(4), "harbour")
    release(desk, range(4, 12), "politics")
    desk.export(tmp_path / "site")
    assert listed(tmp_path / "site" / "index.html") == [11, 10, 9, 8, 7, 6, 3, 2, 1, 0, 5, 4]


def test_a_list_of_a_section_holds_those_below_it(desk: Desk, tmp_path: Path) -> None:
    release(desk, range(2), "harbour")
    release(desk, range(2, 4), "ferries")
    desk.export(tmp_path / "site")
    assert listed(tmp_path / "site" / "harbour" / "index.html") == [3, 2, 1, 0]
    assert listed(tmp_path / "site" / "harbour" / "ferries" / "index.html") == [3, 2]
    assert (tmp_path / "site" / "harbour" / "ferries" / "2026").is_dir()


def test_an_empty_newsroom_has_a_front_page(desk: Desk, tmp_path: Path) -> None:
    written = desk.export(tmp_path / "site").written
    assert "There is nothing here yet." in (tmp_path / "site" / "index.html").read_text()
    assert [path for path in written.new if path.endswith(".html")] == ["index.html"]
