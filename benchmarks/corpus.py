"""Made-up articles of about 640 words, the same for every contestant."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

SECTIONS = ("Harbour", "Politics", "Markets", "Culture", "Sport", "Environment", "Science", "Opinion")
TOPICS = tuple(f"Topic {number}" for number in range(1, 201))
PEOPLE = tuple(f"Writer {number}" for number in range(1, 21))
PARAGRAPHS = 14
WORDS = (
    "harbour council quay ferry market boats night water crane tide budget vote school street bridge storm light "
    "people workers price catch summer plan meeting letter morning the a of in and to was by for with on at from "
    "said will has not over under after before new old first last small long local public open"
).split()
NEWEST = datetime(2026, 1, 16, 6, 0)  # noqa: DTZ001 - front matter without a zone means the newsroom's


@dataclass(frozen=True, slots=True)
class Story:
    """One made-up article."""

    slug: str
    headline: str
    standfirst: str
    section: str
    topics: tuple[str, ...]
    byline: str
    date: datetime
    body: str


def stories(count: int) -> Iterator[Story]:
    """`count` stories, newest last, always the same for the same count."""
    chance = random.Random(2026)
    for number in range(count):
        headline = f"{_words(chance, 8).capitalize()} {number}"
        yield Story(
            slug=f"story-{number:06}",
            headline=headline,
            standfirst=f"{_words(chance, 18).capitalize()}.",
            section=SECTIONS[number % len(SECTIONS)],
            topics=tuple(chance.sample(TOPICS, 3)),
            byline=chance.choice(PEOPLE),
            date=NEWEST - timedelta(hours=2 * (count - number)),
            body="\n\n".join(_paragraph(chance, part) for part in range(PARAGRAPHS)),
        )


def write_for_newsdesk(folder: Path, count: int) -> list[Path]:
    """One Markdown file for each story, as `newsdesk import` reads it."""
    folder.mkdir(parents=True)
    files = []
    for story in stories(count):
        path = folder / f"{story.slug}.md"
        path.write_text(
            f"---\nheadline: {story.headline}\nslug: {story.slug}\nstandfirst: {story.standfirst}\n"
            f"section: {story.section}\ntopics: [{', '.join(story.topics)}]\nbyline: {story.byline}\n"
            f"date: {story.date.isoformat()}\nstatus: published\n---\n\n{story.body}\n",
            encoding="utf-8",
        )
        files.append(path)
    return files


def write_for_hugo(folder: Path, count: int) -> None:
    """One Markdown file for each story, as Hugo reads it."""
    for story in stories(count):
        path = folder / story.section.lower() / f"{story.slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"---\ntitle: {story.headline}\nslug: {story.slug}\ndescription: {story.standfirst}\n"
            f"topics: [{', '.join(story.topics)}]\nauthors: [{story.byline}]\n"
            f"date: {story.date.isoformat()}Z\n---\n\n{story.body}\n",
            encoding="utf-8",
        )


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def _paragraph(chance: random.Random, part: int) -> str:
    text = f"{_words(chance, 20).capitalize()}, {_words(chance, 14)}. {_words(chance, 11).capitalize()}."
    match part % 7:
        case 1:
            return f'"{text}" she said, **{_words(chance, 2)}**.'
        case 3:
            return f"{text} See [{_words(chance, 3)}](https://example.org/{part}) and *{_words(chance, 2)}*."
        case 5 if part == 5:
            return f"## {_words(chance, 4).capitalize()}\n\n{text}"
        case _:
            return text
