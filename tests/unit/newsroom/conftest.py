"""A newsroom in a folder of its own, with a clock and ids that tests can foretell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PIL import Image

from newsdesk.model.ids import id_maker
from newsdesk.newsroom.creating import create_newsroom
from newsdesk.store import Store

START = datetime(2026, 3, 21, 12, 0, tzinfo=UTC)

Write = Callable[..., Path]


class Clock:
    """Goes on by a second at each look, and can be set."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """An empty newsroom in São Paulo, in English, open for writing."""
    numbers = count(1)
    ids = id_maker(lambda: START, lambda bits: next(numbers) * 0x9E3779B97F4A7C15 % (1 << bits))
    with create_newsroom(
        tmp_path / "newsroom",
        title="Test",
        language="en",
        zone="America/Sao_Paulo",
        clock=clock,
        ids=ids,
        author="tester",
    ) as made:
        yield made


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write an article file: its name, its front matter, its body."""

    def write_file(name: str, head: str, body: str = "Text.") -> Path:
        path = tmp_path / "desk" / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{head}\n---\n\n{body}\n", encoding="utf-8")
        return path

    return write_file


@pytest.fixture
def picture(tmp_path: Path) -> Callable[..., Path]:
    """Write a small JPEG of one colour."""

    def write_picture(name: str = "photos/quay.jpg", colour: str = "teal") -> Path:
        path = tmp_path / "desk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (64, 48), colour).save(path)
        return path

    return write_picture
