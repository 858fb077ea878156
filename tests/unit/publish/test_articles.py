"""Bodies are read once and kept; many are read in other processes."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.publish import articles
from newsdesk.render import read_body
from newsdesk.store import BodyCache
from unit.publish.newsrooms import a_desk, a_piece, fill, tree


def test_bodies_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str, language: str, labels: frozenset[str]) -> object:
        read.append(text)
        return read_body(text, language, labels)

    monkeypatch.setattr(articles, "read_body", counted)
    with a_desk(tmp_path) as desk:
        fill(desk)
        desk.export(tmp_path / "one")
        assert len(read) == 5
        desk.export(tmp_path / "two")
        assert len(read) == 5
        desk.release(a_piece("fresh", 9))
        desk.export(tmp_path / "two")
        assert len(read) == 6


def test_a_cache_that_gives_nonsense_is_read_past(tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        fill(desk)
        desk.export(tmp_path / "one")
        connection = sqlite3.connect(tmp_path / "cache" / "bodies.db")
        connection.execute("UPDATE body SET content = ?, packed = 0", (b'{"not": "a body"}',))
        connection.commit()
        connection.close()
        desk.export(tmp_path / "two")
        assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_other_processes_give_the_same_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_desk(tmp_path) as desk:
        fill(desk)
        desk.export(tmp_path / "here")
        monkeypatch.setattr(articles, "_MANY", 1)
        monkeypatch.setattr(os, "cpu_count", lambda: 2)
        desk.caches = replace(desk.caches, bodies=BodyCache(tmp_path / "other cache"))
        desk.export(tmp_path / "there")
        assert tree(tmp_path / "here") == tree(tmp_path / "there")
