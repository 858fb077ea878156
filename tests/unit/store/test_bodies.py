"""The cache of bodies: what is kept comes back, and what is damaged is made anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdesk.store import BodyCache
from newsdesk.store.bodies import FILE_NAME


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.dictionaries(st.text(max_size=10), st.binary(max_size=2000), max_size=5))
def test_what_is_kept_comes_back(tmp_path: Path, contents: dict[str, bytes]) -> None:
    with BodyCache(tmp_path / "cache") as cache:
        cache.put_many(contents)
    with BodyCache(tmp_path / "cache") as cache:
        assert cache.get_many(contents) == contents


def test_many_keys_are_asked_for_at_once(tmp_path: Path) -> None:
    contents = {str(number): b"text " * number for number in range(1200)}
    with BodyCache(tmp_path) as cache:
        cache.put_many(contents)
        assert cache.get_many([*contents, "unknown"]) == contents
        assert cache.get_many([]) == {}


def test_a_file_that_is_no_cache_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all" * 200)
    with BodyCache(tmp_path) as cache:
        cache.put_many({"a": b"one"})
        assert cache.get_many(["a"]) == {"a": b"one"}


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    with BodyCache(tmp_path) as cache:
        cache.put_many({str(number): bytes(range(256)) * 40 for number in range(200)})
    file = tmp_path / FILE_NAME
    content = bytearray(file.read_bytes())
    content[5000:] = b"\xff" * (len(content) - 5000)
    file.write_bytes(content)
    with BodyCache(tmp_path) as cache:
        assert cache.get_many(map(str, range(200))) == {}
        cache.put_many({"a": b"one"})
        assert cache.get_many(["a"]) == {"a": b"one"}


def test_a_damaged_content_is_not_given(tmp_path: Path) -> None:
    with BodyCache(tmp_path) as cache:
        cache.put_many({"a": b"one"})
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("UPDATE body SET packed = 1")
    connection.close()
    with BodyCache(tmp_path) as cache:
        assert cache.get_many(["a"]) == {}


def test_without_a_place_to_keep_it_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (None, tmp_path / "file" / "cache"):
        with BodyCache(folder) as cache:
            cache.put_many({"a": b"one"})
            assert cache.get_many(["a"]) == {}


def test_a_cache_that_another_holds_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with BodyCache(tmp_path) as cache:
        cache.put_many({"a": b"one"})
        monkeypatch.setattr("newsdesk.store.bodies.PATIENCE", 0.01)
        with BodyCache(tmp_path) as other:
            holder = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
            holder.execute("BEGIN IMMEDIATE")
            other.put_many({"b": b"two"})
            assert other.get_many(["a", "b"]) == {"a": b"one"}
            holder.execute("ROLLBACK")
            holder.close()
