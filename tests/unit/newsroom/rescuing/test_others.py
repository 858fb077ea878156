"""Each folder that holds a newsroom has a rescue copy of its own, and none is forgotten when one is moved."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpers.stores import ENGLISH, Clock, Ids, make_store
from newsdesk.errors import Trouble
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, NewsroomId
from newsdesk.model.newsroom import Newsroom
from newsdesk.newsroom.rescuing import Rescued, RescueFile, Typed, rescue_path
from newsdesk.store import FILE_NAME, create_store, open_reader

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_store(tmp_path / "one").close()
    return tmp_path / "one"


@pytest.fixture
def newsroom(folder: Path) -> NewsroomId:
    with open_reader(folder) as reader:
        return reader.newsroom().id


def rescued(text: str) -> Rescued:
    return Rescued(ArticleId("a"), "english", "Harbour", NOON, (Typed("Text", text, ArticleId("a"), "body"),))


def copy_of(folder: Path, newsroom: NewsroomId) -> RescueFile:
    return RescueFile(rescue_path(folder.parent / "data", newsroom, folder), newsroom, folder)


def texts(found: tuple[Rescued, ...]) -> list[str]:
    return [text.text for one in found for text in one.texts]


def files(folder: Path) -> list[Path]:
    return sorted((folder.parent / "data" / "rescue").iterdir())


def test_two_folders_with_one_newsroom_rescue_apart(folder: Path, newsroom: NewsroomId) -> None:
    other = Path(shutil.copytree(folder, folder.with_name("two")))
    first, second = copy_of(folder, newsroom), copy_of(other, newsroom)
    first.write([rescued("of the first")])
    assert copy_of(other, newsroom).found() == (), "the first is where it was, and may be open"
    second.write([rescued("of the second")])
    second.write([])
    assert texts(copy_of(folder, newsroom).found()) == ["of the first"]
    assert texts(copy_of(other, newsroom).found()) == []


def test_a_newsroom_that_was_moved_finds_its_text(folder: Path, newsroom: NewsroomId) -> None:
    copy_of(folder, newsroom).write([rescued("typed before")])
    moved = folder.rename(folder.with_name("moved"))
    copy = copy_of(moved, newsroom)
    assert texts(copy.found()) == ["typed before"]
    assert files(moved) == [copy.file], "it lies there under its new name alone"
    assert texts(copy_of(moved, newsroom).found()) == ["typed before"]


def test_one_whose_place_another_newsroom_took_finds_its_text(folder: Path, newsroom: NewsroomId) -> None:
    copy_of(folder, newsroom).write([rescued("typed before")])
    moved = folder.rename(folder.with_name("moved"))
    another = Newsroom(NewsroomId("another"), "The Weekly", ENGLISH)
    create_store(
        folder, another, [Edition(ENGLISH, "en", "English", "ltr")], clock=Clock(), ids=Ids(), author="Ada"
    ).close()
    assert texts(copy_of(moved, newsroom).found()) == ["typed before"]


def test_one_that_cannot_be_read_keeps_its_text(folder: Path, newsroom: NewsroomId) -> None:
    other = Path(shutil.copytree(folder, folder.with_name("two")))
    copy_of(folder, newsroom).write([rescued("of the first")])
    (folder / FILE_NAME).write_bytes(b"damaged")
    assert copy_of(other, newsroom).found() == ()
    assert texts(copy_of(folder, newsroom).found()) == ["of the first"]


def test_what_an_earlier_version_left_under_the_id_alone_is_found(folder: Path, newsroom: NewsroomId) -> None:
    copy = copy_of(folder, newsroom)
    copy.write([rescued("of today"), rescued("of both")])
    earlier = copy.file.with_name(f"{newsroom}.json")
    content = json.loads(copy.file.read_bytes())
    del content["folder"]
    content["rescued"][0]["texts"][0]["text"] = "of the earlier version"
    earlier.write_text(json.dumps(content), encoding="utf-8")
    wanted = ["of today", "of both", "of the earlier version"]
    assert texts(copy_of(folder, newsroom).found()) == wanted
    assert not earlier.exists()
    assert texts(copy_of(folder, newsroom).found()) == wanted


def test_what_cannot_be_taken_over_stays_where_it_is(folder: Path, newsroom: NewsroomId) -> None:
    copy_of(folder, newsroom).write([rescued("typed before")])
    moved = folder.rename(folder.with_name("moved"))
    copy = copy_of(moved, newsroom)
    # Nobody can write to a folder's name.
    copy.file.with_suffix(".part").mkdir()
    assert texts(copy.found()) == ["typed before"]
    assert not copy.file.exists()
    copy.file.with_suffix(".part").rmdir()
    assert texts(copy_of(moved, newsroom).found()) == ["typed before"]


def test_the_copies_of_other_newsrooms_are_none_of_its_business(folder: Path, newsroom: NewsroomId) -> None:
    other = NewsroomId(f"{newsroom}x")
    away = folder.with_name("away")
    copy_of(away, other).write([rescued("of another newsroom")])
    copy_of(away, newsroom).file.write_bytes(b"{")
    assert copy_of(folder, newsroom).found() == ()
    assert len(files(folder)) == 2


def test_one_by_the_id_alone_that_cannot_be_read_is_put_aside(folder: Path, newsroom: NewsroomId) -> None:
    copy = copy_of(folder, newsroom)
    copy.write([rescued("of today")])
    earlier = copy.file.with_name(f"{newsroom}.json")
    earlier.write_bytes(b"{")
    reading = copy_of(folder, newsroom)
    with pytest.raises(Trouble, match="unreadable"):
        reading.found()
    assert earlier.with_suffix(".unreadable.json").read_bytes() == b"{"
    reading.write([])
    assert texts(copy_of(folder, newsroom).found()) == ["of today"], "nobody decided on it"
