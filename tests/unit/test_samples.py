"""The sample newsroom holds together: names, links, pictures and lengths."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
PAGES = sorted((SAMPLES / "articles").glob("*.md"))
LABELS = {"en": "READ", "es": "LEA", "pt": "LEIA", "ar": "اقرأ"}
PHOTO = re.compile(r"^!\[(.+)\]\((.+)\)$", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[([^\]^]+)\]\(([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Page:
    """One sample file: its front matter and its body."""

    name: str
    head: dict[str, Any]
    body: str

    def bylines(self) -> list[str]:
        given = self.head.get("byline", [])
        entries = given if isinstance(given, list) else [given]
        return [entry["name"] if isinstance(entry, dict) else entry for entry in entries]

    def photos(self) -> list[str]:
        lead = [self.head["lead"]["photo"]] if "lead" in self.head else []
        return lead + [path for _, path in PHOTO.findall(self.body)]


def read_page(path: Path) -> Page:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Page(path.name, yaml.safe_load(head), body.strip())


def read_yaml(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((SAMPLES / name).read_text(encoding="utf-8"))
    return found


pages = [read_page(path) for path in PAGES]
each_page = pytest.mark.parametrize("page", pages, ids=lambda page: page.name)
newsroom = read_yaml("newsroom.yaml")
pictures = read_yaml("pictures.yaml")


def names_of(records: list[dict[str, Any]], language: str) -> set[str]:
    return {record["names"][language] for record in records}


def words_in(body: str) -> int:
    """Words that are read: no captions, no notes, no addresses, no table rules."""
    text = LINK.sub(r"\1", PHOTO.sub("", body))
    text = re.sub(r"^\[\^\d+\]:.*$|https?://\S+", "", text, flags=re.MULTILINE)
    return len(re.findall(r"\w[\w’'.,-]*", text))


def test_the_newsroom_has_its_parts() -> None:
    sizes = [len(newsroom[part]) for part in ("editions", "sections", "topics", "people")]
    assert sizes == [4, 6, 15, 4]
    assert len([page for page in pages if page.head["language"] == "en"]) == 12
    assert len(pictures) == 12


def test_every_section_and_topic_is_named_in_every_edition() -> None:
    languages = {edition["language"] for edition in newsroom["editions"]}
    for record in newsroom["sections"] + newsroom["topics"]:
        assert set(record["names"]) == languages
    for language in languages:
        assert len(names_of(newsroom["topics"], language)) == 15
        assert len(names_of(newsroom["sections"], language)) == 6


@each_page
def test_front_matter_names_what_the_newsroom_knows(page: Page) -> None:
    language = page.head["language"]
    people = {person["name"] for person in newsroom["people"]}
    people |= {person["names"][language] for person in newsroom["people"] if language in person["names"]}
    assert page.name.endswith(f".{language}.md")
    assert page.head["section"] in names_of(newsroom["sections"], language)
    assert set(page.head["topics"]) <= names_of(newsroom["topics"], language)
    assert set(page.bylines()) <= people


@each_page
def test_dates_lie_in_the_sample_fortnight(page: Page) -> None:
    date = datetime.fromisoformat(str(page.head["date"]))
    updated = datetime.fromisoformat(str(page.head.get("updated", date)))
    assert datetime(2026, 1, 2) <= date <= updated < datetime(2026, 1, 17)  # noqa: DTZ001


@each_page
def test_length(page: Page) -> None:
    assert 150 <= words_in(page.body) <= 700


@each_page
def test_links_lead_somewhere(page: Page) -> None:
    slugs = {other.head["slug"] for other in pages}
    for _, address in LINK.findall(page.body):
        kind, _, rest = address.partition(":")
        assert (kind == "article" and rest in slugs) or address.startswith("https://example.org/")


@each_page
def test_related_blocks_carry_the_headline(page: Page) -> None:
    headlines = {other.head["slug"]: other.head["headline"] for other in pages}
    label = LABELS[page.head["language"]]
    for target in re.findall(rf"^{label}: (.+)$", page.body, re.MULTILINE):
        link = LINK.fullmatch(target)
        if link is None:
            assert target in headlines.values()
        elif link[2].startswith("article:") and page.head["language"] == "en":
            assert link[1] == headlines[link[2].removeprefix("article:")]


@each_page
def test_published_pages_link_to_published_pages(page: Page) -> None:
    released = {other.head["slug"] for other in pages if other.head["status"] == "published"}
    if page.head["status"] == "published":
        assert set(re.findall(r"\(article:([^)]+)\)", page.body)) <= released


@each_page
def test_photos_exist_and_are_credited(page: Page) -> None:
    for path in page.photos():
        assert path.removeprefix("../photos/") in pictures
        assert (SAMPLES / "articles" / path).is_file()
    if "lead" in page.head:
        lead = page.head["lead"]
        assert pictures[Path(lead["photo"]).name]["byline"] in lead["credit"]
        assert lead["alt"]
        assert lead["caption"]


@each_page
def test_arabic_has_its_own_punctuation(page: Page) -> None:
    if page.head["language"] == "ar":
        text = re.sub(r"\]\([^)]*\)|^dateline.*$", "", page.body)
        assert not set(text) & set(',;?"“”')


def test_every_topic_and_picture_is_used() -> None:
    used = {topic for page in pages for topic in page.head["topics"]}
    assert names_of(newsroom["topics"], "en") <= used
    online = [page for page in pages if page.head["status"] == "published"]
    assert {Path(photo).name for page in online for photo in page.photos()} == set(pictures)


def test_statuses_leave_two_articles_out_of_the_site() -> None:
    assert Counter(page.head["status"] for page in pages) == {"published": 13, "ready": 1, "draft": 1}


def test_one_story_in_four_languages() -> None:
    told = [page.head["language"] for page in pages if page.head.get("story") == "night-shift"]
    assert sorted(told) == ["ar", "en", "es", "pt"]


def test_the_brief_leaves_its_empty_parts_out() -> None:
    brief = next(page for page in pages if page.head["slug"] == "ferry-timetable-spring")
    assert not {"lead", "byline", "standfirst", "dateline"} & set(brief.head)
    assert not brief.photos()


def test_pictures_say_who_made_them() -> None:
    for name, facts in pictures.items():
        assert set(facts) == {"caption", "byline", "credit", "copyright", "alt_text"}, name
        assert all(facts.values()), name
