"""`newsdesk history`: versions listed, and what differs between two of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from newsdesk.model.topic import Topic
from newsdesk.newsroom import edit_text, find_article, new_article, now, set_fields, set_topics, write_newsroom
from newsdesk.newsroom.history import keep_version
from newsdesk.paths import state_folder

Run = Callable[..., Result]


@pytest.fixture
def kept(room: Path, run: Run, write: Callable[..., Path]) -> Path:
    """A newsroom with an article of two named versions."""
    run("import", write("quay.md", "headline: On the quay", "The old crane.\n\nThe end.\n\nNobody came."))
    with write_newsroom(room, state_folder(), now) as store:
        article = find_article(store.read, "on-the-quay")
        keep_version(store, article.id, "filed v1")
        edit_text(store, article.id, {"body": "The new crane.\n\nThe end.\n\nNobody came.\n\nLast words."})
        set_fields(store, article, {"status": "filed", "kicker": "Harbour"})
        keep_version(store, article.id, "filed v2")
    return room


@pytest.mark.usefixtures("kept")
def test_versions_are_listed_with_what_changed(run: Run) -> None:
    lines = run("history", "on-the-quay").stdout.splitlines()
    assert [line.split("  ", 3)[3] for line in lines] == [
        "filed v2  Nothing changed",
        "Status    Kicker; Status: Draft → Filed; Text: 3 words added, 1 word removed",
        "filed v1  Nothing changed",
        "Imported  Begun",
    ]
    listed = json.loads(run("history", "on-the-quay", "--json").stdout)
    assert {each["name"] for each in listed} == {"filed v1", "filed v2", ""}
    assert listed[-1]["words"] == ["Begun"]
    assert {"id", "created", "author", "reason", "name", "words"} == listed[0].keys()


@pytest.mark.usefixtures("kept")
def test_what_differs_is_marked_in_words(run: Run) -> None:
    expected = (
        "Kicker: {+Harbour+}\nStatus: [-Draft-]{+Filed+}\n\nThe [-old-]{+new+} crane.\n\n…\n\n{+Last words.+}\n"
    )
    assert run("history", "on-the-quay", "--diff", "filed v1").stdout == expected
    assert run("history", "on-the-quay", "--diff", "filed v1", "filed v2").stdout == expected
    id = json.loads(run("history", "on-the-quay", "--json").stdout)[-1]["id"]
    assert run("history", "on-the-quay", "--diff", id[-6:].upper()).stdout == expected
    back = run("history", "on-the-quay", "--diff", "filed v2", "filed v1").stdout
    assert "Status: [-Filed-]{+Draft+}" in back
    assert "[-Last words.-]" in back


@pytest.mark.usefixtures("kept")
def test_a_difference_as_json(run: Run) -> None:
    found = json.loads(run("history", "on-the-quay", "--diff", "filed v1", "--json").stdout)
    assert [change["field"] for change in found["fields"]] == ["kicker", "status"]
    assert [passage["kind"] for passage in found["passages"]] == ["changed", "same", "same", "added"]
    assert found["photos"] == []


def test_a_difference_as_json_has_times_in_utc_and_raw_values(kept: Path, run: Run) -> None:
    run("settings", "zone=Asia/Tokyo")
    with write_newsroom(kept, state_folder(), now) as store:
        article = find_article(store.read, "on-the-quay")
        set_fields(store, article, {"embargo": "2026-03-22 10:30", "comments": "off"})
        set_topics(store, article.id, ["Port Alma"])
        (topic,) = (one.id for one in store.read.every(Topic))
    found = json.loads(run("history", "on-the-quay", "--diff", "filed v1", "--json").stdout)
    changes = {change["field"]: (change["before"], change["after"]) for change in found["fields"]}
    assert changes["status"] == ("draft", "filed")
    assert changes["embargo"] == ("", "2026-03-22T01:30:00.000000Z")
    assert changes["topics"] == ("", topic)
    assert changes["comments"] == ("", "off")
    assert "Embargo: {+2026-03-22 10:30+}" in run("history", "on-the-quay", "--diff", "filed v1").stdout


@pytest.mark.usefixtures("kept")
def test_nothing_differs(run: Run) -> None:
    result = run("history", "on-the-quay", "--diff", "filed v2")
    assert (result.stdout, result.stderr) == ("", "Nothing differs.\n")


@pytest.mark.usefixtures("kept")
def test_a_version_that_is_not_there_is_refused(run: Run) -> None:
    result = run("history", "on-the-quay", "--diff", "filed v3", code=3)
    assert "There is no version “filed v3” of this article." in result.stderr
    assert "There is no version “ab”" in run("history", "on-the-quay", "--diff", "ab", code=3).stderr
    assert "--diff A B" in run("history", "on-the-quay", "filed v1", code=2).stderr


def test_an_article_without_versions_says_so(run: Run, room: Path) -> None:
    with write_newsroom(room, state_folder(), now) as store:
        new_article(store, store.read.newsroom().main_edition, "Fresh")
    assert "No version of this article" in run("history", "fresh").stderr
