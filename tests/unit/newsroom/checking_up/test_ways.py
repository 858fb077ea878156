"""A repair with real backups, and a salvage in the place of the newsroom."""

from __future__ import annotations

import gzip
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from helpers.stores import Clock, a_photo, an_article, make_store, named, reopen
from newsdesk.backups import Kind
from newsdesk.model.article import Article
from newsdesk.model.photo import Photo
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.newsroom.backing_up import back_up, backups_of
from newsdesk.newsroom.checking_up import (
    examine,
    found_words,
    help_words,
    mended_words,
    repair_newsroom,
    salvage_newsroom,
    salvage_words,
    saved_words,
)
from newsdesk.newsroom.checking_up.files import original_of
from newsdesk.store import (
    ASIDE_NAME,
    Fault,
    Finding,
    NewerNewsroom,
    NewsroomBusy,
    Remedy,
    Salvaged,
    Saved,
    open_reader,
)
from newsdesk.store.connection import FILE_NAME
from newsdesk.store.salvage import COUNTED

FILES = Path(__file__).parents[3] / "files"
PICTURE = b"a picture of the river"


def river() -> Photo:
    """A photo whose original is there."""
    hash = sha256(PICTURE).hexdigest()
    return a_photo("river", hash=hash, size=len(PICTURE), file_name="river.jpg")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed newsroom of ten articles."""
    folder = tmp_path / "newsroom"
    with make_store(folder) as store, store.step(named("Add")):
        store.put(river())
        for number in range(10):
            story = an_article(f"article-{number}", headline=f"Headline {number}", body=f"Water {number}. " * 200)
            store.put(story)
            if number % 2:
                store.keep(Snapshot(story, ()), Reason.NAMED)
    original = original_of(folder, river())
    original.parent.mkdir(parents=True)
    original.write_bytes(PICTURE)
    return folder


def state_of(tmp_path: Path) -> Path:
    state = tmp_path / "state"
    state.mkdir(exist_ok=True)
    return state


def spoil(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / FILE_NAME)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_repair_makes_a_backup_and_takes_originals_out_of_one(folder: Path, tmp_path: Path) -> None:
    state = state_of(tmp_path)
    back_up(folder, Kind.BY_HAND, state=state, clock=Clock())
    original_of(folder, river()).unlink()
    spoil(folder, "UPDATE article SET captions = 'wrong' WHERE id = 'article-1'")
    before = len(backups_of(folder, state))
    with reopen(folder) as store:
        done = repair_newsroom(store, examine(folder), state=state)
    assert {finding.fault for finding in done.mended} >= {Fault.DERIVED, Fault.ORIGINALS_MISSING}
    assert done.left == ()
    assert original_of(folder, river()).read_bytes() == PICTURE
    assert examine(folder).findings == ()
    assert len(backups_of(folder, state)) == before + 1
    newest = backups_of(folder, state)[0].backup
    assert (done.before, newest.kind) == (newest.file, Kind.REPAIR)
    assert done.aside is None


def test_where_no_good_backup_can_be_made_a_copy_is_kept(folder: Path, tmp_path: Path) -> None:
    spoil(folder, "DELETE FROM content")
    with reopen(folder) as store:
        done = repair_newsroom(store, examine(folder), state=state_of(tmp_path))
    assert examine(folder).findings == ()
    (kept,) = (folder / ASIDE_NAME).glob(f"*/{FILE_NAME}")
    assert done.before == kept
    with sqlite3.connect(kept) as connection:
        assert connection.execute("SELECT count(*) FROM revision").fetchone() == (5,)
    connection.close()


def trash(folder: Path, *pages: int) -> bytes:
    content = bytearray((folder / FILE_NAME).read_bytes())
    for page in pages:
        content[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
    (folder / FILE_NAME).write_bytes(content)
    return bytes(content)


@pytest.mark.parametrize("page", [0, 1, 4])
def test_a_salvage_takes_the_place_and_keeps_the_damaged_file(folder: Path, page: int) -> None:
    damaged = trash(folder, page)
    assert examine(folder).damaged
    done = salvage_newsroom(folder, clock=Clock())
    assert (done.aside / FILE_NAME).read_bytes() == damaged
    assert sorted(entry.name for entry in folder.iterdir() if "lock" not in entry.name) == [
        FILE_NAME,
        "originals",
        ASIDE_NAME,
    ]
    assert examine(folder, thorough=True).findings == ()
    with reopen(folder) as store:
        assert len(store.read.every(Article)) == 10
        assert len(store.read.search("water")) == 10


def test_nobody_may_write_during_a_salvage(folder: Path) -> None:
    before = (folder / FILE_NAME).read_bytes()
    with reopen(folder), pytest.raises(NewsroomBusy):
        salvage_newsroom(folder, clock=Clock())
    assert (folder / FILE_NAME).read_bytes() == before
    assert not (folder / ASIDE_NAME).exists()


def test_a_salvage_that_finds_nothing_leaves_all_as_it_is(folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"hello")
    with pytest.raises(Exception, match="Nothing of a newsroom"):
        salvage_newsroom(folder, clock=Clock())
    assert (folder / FILE_NAME).read_bytes() == b"hello"
    assert sorted(entry.name for entry in folder.iterdir() if "lock" not in entry.name) == [FILE_NAME, "originals"]


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("count", [1, 1200])
def test_every_finding_can_be_told(fault: Fault, count: int) -> None:
    finding = Finding(fault, count)
    for text in (found_words(finding), help_words(finding)):
        assert text.endswith((".", "…"))
        assert "{" not in text
    if finding.remedy in (Remedy.REPAIR, Remedy.BACKUP):
        assert "{" not in mended_words(finding)
        assert mended_words(finding) not in (found_words(finding), help_words(finding))


def test_a_salvage_is_told_with_its_losses() -> None:
    kinds = tuple(Saved(table, 198, 2) for table in COUNTED)
    said = salvage_words(Salvaged(kinds, ("Flood", "Rain"), ("Wind",), ("Snow",), 3))
    assert said == [
        "198 of 200 articles were saved.",
        "1 of them was brought back from its newest version: “Wind”",
        "Of 1 article a part of the text is lost: “Snow”",
        "2 articles can only be had from a backup: “Flood”, “Rain”",
    ]
    assert [saved_words(saved) for saved in kinds][:2] == ["198 of 200 articles", "198 of 200 versions"]


@pytest.mark.parametrize("version", [1, 2])
def test_an_earlier_version_is_checked_and_salvaged(tmp_path: Path, version: int) -> None:
    folder = tmp_path / "earlier"
    folder.mkdir()
    content = gzip.decompress((FILES / f"newsroom-{version}.db.gz").read_bytes())
    (folder / FILE_NAME).write_bytes(content)
    health = examine(folder)
    assert {finding.fault for finding in health.findings} <= {Fault.ORIGINALS_MISSING}
    assert health.articles
    assert (folder / FILE_NAME).read_bytes() == content
    done = salvage_newsroom(folder, clock=Clock())
    assert {saved.table: saved.lost for saved in done.salvaged.kinds} == dict.fromkeys(COUNTED, 0)
    assert examine(folder, thorough=True) == health
    reopen(folder).close()


def test_a_later_version_is_neither_checked_nor_salvaged(folder: Path) -> None:
    spoil(folder, "PRAGMA user_version = 999")
    content = (folder / FILE_NAME).read_bytes()
    for look in (lambda: examine(folder), lambda: salvage_newsroom(folder, clock=Clock())):
        with pytest.raises(NewerNewsroom):
            look()
    assert (folder / FILE_NAME).read_bytes() == content


def test_what_was_written_last_survives_a_salvage(folder: Path, tmp_path: Path) -> None:
    """The log of writes belongs to the damaged file: what only it holds comes out too."""
    copied = tmp_path / "copied"
    copied.mkdir()
    with reopen(folder) as store:
        with store.step(named("Write")):
            store.put(an_article("late", body="Written last"))
        for name in (FILE_NAME, f"{FILE_NAME}-wal"):
            (copied / name).write_bytes((folder / name).read_bytes())
    salvage_newsroom(copied, clock=Clock())
    with open_reader(copied) as reader:
        assert reader.get(Article, "late") is not None
