"""The rescue copy is whole or not there, keeps what nobody decided on, and goes when it is not needed."""

from __future__ import annotations

import errno
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.errors import Trouble
from newsdesk.model.ids import ArticleId, NewsroomId, PhotoId
from newsdesk.model.placement import Role
from newsdesk.newsroom.rescuing import Rescued, RescueFile, Typed, grouped, rescue_path

NEWSROOM = NewsroomId("newsroom")
PLACE = Path("in no such folder")
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LATER = datetime(2026, 3, 1, 12, 1, tzinfo=UTC)
FACTS = {ArticleId("a"): ("english", "Harbour"), ArticleId("b"): ("english", "Market")}


def typed(article: str, text: str, field: str = "body") -> Typed:
    return Typed("Text", text, ArticleId(article), field)


def rescued(article: str, text: str, now: datetime = NOON) -> Rescued:
    return grouped([typed(article, text)], FACTS, now)[0]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return rescue_path(tmp_path, NEWSROOM, PLACE)


def again(file: Path) -> tuple[Rescued, ...]:
    return RescueFile(file, NEWSROOM, PLACE).found()


def test_what_is_written_is_found_again(file: Path) -> None:
    texts = [
        typed("a", "Zebra “quoted” \U0001f30a\nand a line.\n"),
        typed("a", "The quay", "headline"),
        Typed("Alt text", "A wall", ArticleId("a"), "alt_text", PhotoId("p"), Role.LEAD, "abc"),
        Typed("Byline, not entered yet", "Jo"),
    ]
    whole = grouped(texts, FACTS, NOON)
    RescueFile(file, NEWSROOM, PLACE).write(whole)
    assert again(file) == tuple(whole)
    assert [one.headline for one in whole] == ["The quay", ""]
    assert whole[-1].article is None


def test_half_a_character_that_no_database_takes_is_kept(file: Path) -> None:
    RescueFile(file, NEWSROOM, PLACE).write([rescued("a", "half \ud83d of one")])
    assert again(file)[0].texts[0].text == "half \ud83d of one"


def test_nothing_is_found_where_nothing_was_rescued(file: Path) -> None:
    assert again(file) == ()
    assert not file.parent.exists(), "looking makes no folder"


def test_it_goes_when_all_is_saved(file: Path) -> None:
    copy = RescueFile(file, NEWSROOM, PLACE)
    copy.write([rescued("a", "typed")])
    copy.write([])
    assert not file.exists()
    assert list(file.parent.iterdir()) == []


def test_what_an_earlier_run_left_stays_until_somebody_decides(file: Path) -> None:
    RescueFile(file, NEWSROOM, PLACE).write([rescued("a", "old"), rescued("b", "old, too")])
    copy = RescueFile(file, NEWSROOM, PLACE)
    found = copy.found()
    copy.write([rescued("a", "new", LATER)])
    assert [one.texts[0].text for one in again(file)] == ["old", "old, too", "new"]
    copy.write([])
    assert again(file) == found
    copy.leave(found[1:])
    assert again(file) == found[1:]
    copy.leave([])
    assert not file.exists()


def test_what_an_earlier_run_left_is_not_lost_by_one_that_did_not_look(file: Path) -> None:
    RescueFile(file, NEWSROOM, PLACE).write([rescued("a", "old")])
    RescueFile(file, NEWSROOM, PLACE).write([rescued("b", "new")])
    assert [one.texts[0].text for one in again(file)] == ["old", "new"]


def test_the_same_is_not_written_again(file: Path) -> None:
    copy = RescueFile(file, NEWSROOM, PLACE)
    copy.write([rescued("a", "typed")])
    before = file.stat().st_ino
    copy.write([rescued("a", "typed", LATER)])
    assert file.stat().st_ino == before
    copy.write([rescued("a", "typed on", LATER)])
    assert again(file)[0].texts[0].text == "typed on"


def test_a_copy_that_cannot_be_read_is_put_aside_and_said(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(b'{"version": 1, "newsroom"')
    with pytest.raises(Trouble, match="unreadable") as told:
        again(file)
    aside = file.with_suffix(".unreadable.json")
    assert str(aside) in str(told.value)
    assert aside.read_bytes().startswith(b'{"version"')
    assert again(file) == ()


def test_what_the_disk_does_not_give_is_not_written_over(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_path: Path) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    RescueFile(file, NEWSROOM, PLACE).write([rescued("a", "typed before")])
    file.with_suffix(".unreadable.json").write_bytes(b"of another day")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", fails)
        RescueFile(file, NEWSROOM, PLACE).write([rescued("b", "typed now")])
    aside = file.with_suffix(".unreadable-2.json").rename(tmp_path / "aside.json")
    assert [one.texts[0].text for one in again(aside)] == ["typed before"]
    assert [one.texts[0].text for one in again(file)] == ["typed now"]
    assert file.with_suffix(".unreadable.json").read_bytes() == b"of another day"


def told_as(**said: object) -> str:
    """A copy with one text of which these parts are said."""
    text: dict[str, object] = {"label": "Text", "text": "typed", "article": "a", "field": "body"}
    text |= {"photo": None, "role": None, "based_on": ""} | said
    entry: dict[str, object] = {
        "article": "a",
        "edition": "english",
        "headline": "h",
        "written": NOON.isoformat(),
        "texts": [text],
    }
    entry |= {name: said[name] for name in entry.keys() & said.keys()}
    return json.dumps({"version": 1, "newsroom": NEWSROOM, "rescued": [entry]})


@pytest.mark.parametrize(
    "content",
    [
        told_as(text=5),
        told_as(text=["a"]),
        told_as(label={}),
        told_as(role="nobody"),
        told_as(article=[1]),
        told_as(headline=None),
        told_as(texts="typed"),
        told_as(texts=["typed"]),
        told_as(written=5),
        "[" * 200_000,
    ],
)
def test_a_copy_with_anything_of_the_wrong_kind_is_put_aside_and_said(file: Path, content: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(content, encoding="utf-8")
    file.with_suffix(".unreadable.json").write_bytes(b"of another day")
    with pytest.raises(Trouble, match="unreadable-2"):
        again(file)
    assert file.with_suffix(".unreadable-2.json").read_text(encoding="utf-8") == content
    assert file.with_suffix(".unreadable.json").read_bytes() == b"of another day"


def test_a_moment_without_a_zone_is_in_utc(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(told_as(written="2026-03-01T12:00:00"), encoding="utf-8")
    assert again(file)[0].written == NOON


def test_where_the_data_folder_is_a_file_nothing_was_rescued(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder")
    assert again(rescue_path(tmp_path / "data", NEWSROOM, PLACE)) == ()


@pytest.mark.parametrize("content", ["[]", "{}", '{"version": 1, "newsroom": "newsroom", "rescued": [1]}'])
def test_whatever_stands_in_the_file_nothing_crashes(file: Path, content: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(content, encoding="utf-8")
    with pytest.raises(Trouble):
        again(file)


def test_that_it_cannot_be_written_is_told_and_leaves_the_old_one(file: Path, tmp_path: Path) -> None:
    blocked = rescue_path(tmp_path / "file", NEWSROOM, PLACE)
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(Trouble, match="cannot be written either"):
        RescueFile(blocked, NEWSROOM, PLACE).write([rescued("a", "typed")])
    copy = RescueFile(file, NEWSROOM, PLACE)
    copy.write([rescued("a", "typed")])
    # Nobody can write to a folder's name.
    file.with_suffix(".part").mkdir()
    with pytest.raises(Trouble):
        copy.write([rescued("a", "typed on")])
    assert again(file)[0].texts[0].text == "typed"


def test_a_copy_that_cannot_be_removed_is_no_trouble(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    copy = RescueFile(file, NEWSROOM, PLACE)
    copy.write([rescued("a", "secret words")])
    file.unlink()
    # A folder cannot be removed as a file, by whomever.
    file.mkdir()
    copy.write([])
    assert file.is_dir()
    assert "secret" not in caplog.text


def test_only_this_person_reads_it(file: Path) -> None:
    RescueFile(file, NEWSROOM, PLACE).write([rescued("a", "unpublished")])
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0
    assert json.loads(file.read_bytes())["newsroom"] == NEWSROOM


VERSION_1 = """
{
 "version": 1,
 "newsroom": "newsroom",
 "rescued": [
  {
   "article": "a",
   "edition": "english",
   "headline": "Harbour",
   "written": "2026-03-01T12:00:00+00:00",
   "texts": [
    {
     "label": "Alt text of wall.jpg",
     "text": "A wall",
     "article": "a",
     "field": "alt_text",
     "photo": "p",
     "role": "lead",
     "based_on": ""
    }
   ]
  }
 ]
}
"""


def test_what_an_older_newsdesk_rescued_is_read(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(VERSION_1, encoding="utf-8")
    alt_text = Typed("Alt text of wall.jpg", "A wall", ArticleId("a"), "alt_text", PhotoId("p"), Role.LEAD)
    assert again(file) == (Rescued(ArticleId("a"), "english", "Harbour", NOON, (alt_text,)),)
