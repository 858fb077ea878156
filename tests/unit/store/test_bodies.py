"""The cache of bodies: what is kept comes back, and what is damaged is made anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdesk.store import BodyCache
from newsdesk.store.bodies import FILE_NAME


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=10), st.binary(max_size=2000), max_size=5))
def test_what_is_kept_comes_back(tmp_path: Path, contents: dict[str, bytes]) -> None:
    BodyCache(tmp_path / "cache").put_many(contents)
    assert BodyCache(tmp_path / "cache").get_many(contents) == contents


def test_many_keys_are_asked_for_at_once(tmp_path: Path) -> None:
    contents = {str(number): b"text " * number for number in range(1200)}
    cache = BodyCache(tmp_path)
    cache.put_many(contents)
    assert cache.get_many([*contents, "unknown"]) == contents
    assert cache.get_many([]) == {}


def test_a_file_that_is_no_cache_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all" * 200)
    cache = BodyCache(tmp_path)
    assert cache.get_many(["a"]) == {}
    cache.put_many({"a": b"one"})
    assert cache.get_many(["a"]) == {"a": b"one"}


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    contents = {str(number): bytes(range(256)) * 40 for number in range(200)}
    cache = BodyCache(tmp_path)
    cache.put_many(contents)
    file = tmp_path / FILE_NAME
    damaged = bytearray(file.read_bytes())
    damaged[5000:] = b"\xff" * (len(damaged) - 5000)
    file.write_bytes(damaged)
    assert cache.get_many(contents) == {}
    cache.put_many({"a": b"one"})
    assert cache.get_many(["a"]) == {"a": b"one"}


def test_a_damaged_content_is_not_given(tmp_path: Path) -> None:
    cache = BodyCache(tmp_path)
    cache.put_many({"a": b"one"})
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE body SET packed = 1")
    assert cache.get_many(["a"]) == {}


def test_without_a_place_to_keep_it_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (None, tmp_path / "file" / "cache"):
        cache = BodyCache(folder)
        cache.put_many({"a": b"one"})
        assert cache.get_many(["a"]) == {}


def test_a_cache_that_another_holds_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdesk.store.bodies.PATIENCE", 0.01)
    cache = BodyCache(tmp_path)
    cache.put_many({"a": b"one"})
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        cache.put_many({"b": b"two"})
        assert cache.get_many(["a", "b"]) == {"a": b"one"}
        holder.execute("ROLLBACK")
    cache.put_many({"b": b"two"})
    assert cache.get_many(["b"]) == {"b": b"two"}
