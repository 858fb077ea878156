"""Opening and refusing newsrooms; what the world can do to one that is open."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.stores import START, Clock, Ids, a_topic, an_article, make_store, named, reopen
from newsdesk.errors import Trouble
from newsdesk.model.article import Article
from newsdesk.model.query import ListQuery
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.model.snapshots import to_bytes
from newsdesk.store import NewerNewsroom, NewsroomBusy, NotANewsroom, Reader, Store, look_into_store, open_reader
from newsdesk.store.connection import raw

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A newsroom that is closed, with one article."""
    with make_store(tmp_path / "newsroom") as store, store.step(named("Add")):
        store.put(an_article("one", body="river"))
    return tmp_path / "newsroom"


def files(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()
    }


def test_a_newsroom_comes_back_after_closing(folder: Path) -> None:
    assert sorted(files(folder)) == ["newsroom.db", "newsroom.lock"]
    with reopen(folder) as store:
        assert store.read.get(Article, "one") == an_article("one", body="river")
        assert store.undo() is None


def text_file(file: Path) -> None:
    file.write_text("To whom it may concern. " * 100, encoding="utf-8")


def empty_file(file: Path) -> None:
    file.write_bytes(b"")


def other_database(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE posts (id INTEGER)")
    connection.commit()
    connection.close()


def cut_file(file: Path) -> None:
    with make_store(file.parent / "whole"):
        pass
    whole = (file.parent / "whole" / "newsroom.db").read_bytes()
    shutil.rmtree(file.parent / "whole")
    file.write_bytes(whole[:3000])


def folder_of_that_name(file: Path) -> None:
    file.mkdir()


def nothing(_: Path) -> None:
    pass


@pytest.mark.parametrize(
    "make",
    [text_file, empty_file, other_database, cut_file, folder_of_that_name, nothing],
    ids=lambda make: make.__name__,
)
@pytest.mark.parametrize("open_", [reopen, open_reader], ids=["store", "reader"])
def test_what_is_not_a_newsroom_is_refused_untouched(
    tmp_path: Path, make: Callable[[Path], None], open_: Callable[[Path], object]
) -> None:
    make(tmp_path / "newsroom.db")
    before = files(tmp_path)
    with pytest.raises(NotANewsroom) as caught:
        open_(tmp_path)
    assert str(tmp_path) in str(caught.value.what)
    assert str(caught.value.way_out)
    assert files(tmp_path) == before


@pytest.mark.parametrize("open_", [reopen, open_reader], ids=["store", "reader"])
def test_a_newer_newsroom_is_refused_untouched(folder: Path, open_: Callable[[Path], object]) -> None:
    connection = sqlite3.connect(folder / "newsroom.db", isolation_level=None)
    connection.execute("PRAGMA user_version = 99")
    connection.execute("UPDATE program SET needs = '7.5.0'")
    connection.close()
    before = files(folder)
    with pytest.raises(NewerNewsroom, match=r"Newsdesk 7\.5\.0 or later"):
        open_(folder)
    assert files(folder) == before


def test_one_writes_at_a_time_and_others_may_read(folder: Path) -> None:
    with reopen(folder) as store, open_reader(folder) as reader:
        with pytest.raises(NewsroomBusy, match=f"process {os.getpid()}, since 2026-03-01"):
            reopen(folder)
        with store.step(named("Change")):
            store.put(an_article("one", headline="New"))
            assert reader.get(Article, "one") == an_article("one", body="river")
        assert reader.get(Article, "one") == an_article("one", headline="New")
    with reopen(folder):
        pass


def test_the_lock_is_let_go_whatever_became_of_the_folder(folder: Path) -> None:
    with reopen(folder):
        (folder / "newsroom.lock.txt").unlink()
        (folder / "newsroom.lock.txt").mkdir()
    (folder / "newsroom.lock.txt").rmdir()
    with reopen(folder):
        pass


def test_a_reader_sees_one_moment_as_long_as_it_wants(folder: Path) -> None:
    with reopen(folder) as store, open_reader(folder) as reader:
        with reader.moment():
            before = reader.every(Article)
            with store.step(named("Change")):
                store.put(an_article("one", headline="New"))
            assert reader.every(Article) == before
        assert reader.every(Article) == [an_article("one", headline="New")]


def test_a_reader_cannot_write(folder: Path) -> None:
    with open_reader(folder) as reader, pytest.raises(sqlite3.OperationalError, match="readonly"):
        raw(reader._connection).execute("DELETE FROM article")


def test_connections_are_careful(folder: Path) -> None:
    careful = {"foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0}
    with reopen(folder) as store, open_reader(folder) as reader:
        for connection in (raw(store._connection), raw(reader._connection)):
            found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in careful}
            assert found == careful
        assert raw(store._connection).execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert raw(store._connection).execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_folder_that_cannot_be_written_is_read_without_a_trace(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "newsroom.lock").unlink()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with open_reader(folder) as reader:
        assert reader.get(Article, "one") is not None
        assert sorted(files(folder)) == ["newsroom.db"]
    with pytest.raises(Trouble, match=r"cannot be used as a newsroom \(Permission denied\)"):
        reopen(folder)
    assert sorted(files(folder)) == ["newsroom.db"]


DYING = """
import sys, os
from pathlib import Path
sys.path[:0] = {path}
from helpers.stores import an_article, named, reopen
store = reopen(Path({folder}))
for number in range(10_000):
    with store.step(named("Write")):
        store.put(an_article("one", headline=f"amber{{number}}", body="birch " * 500))
        store.put(an_article(f"new{{number}}", headline="cedar"))
    print(number, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 4, 9])
def test_what_was_acknowledged_survives_a_kill(folder: Path, lines: int) -> None:
    code = DYING.format(path=[str(ROOT / "src"), str(ROOT / "tests")], folder=repr(str(folder)))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        acknowledged = [int(child.stdout.readline()) for _ in range(lines)][-1]
        child.kill()
        acknowledged = max([acknowledged, *map(int, child.stdout.read().split())])
    with reopen(folder) as store:
        assert raw(store._connection).execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        article = store.read.get(Article, "one")
        assert article is not None
        written = int(article.headline.removeprefix("amber"))
        assert written >= acknowledged
        assert len(store.read.every(Article)) == written + 2
        assert [hit.row.id for hit in store.read.search(f'"amber{written}"')] == ["one"]
        with store.step(named("Go on")):
            store.put(an_article("next"))


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with reopen(folder) as opened:
        yield opened


def test_a_step_fails_loudly_when_the_newsroom_was_moved_away(store: Store, folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(Trouble, match=r"no longer at .*newsroom\.db"), store.step(named("Change")):
        store.put(an_article("one", headline="New"))
    assert not folder.exists()
    folder.with_name("elsewhere").rename(folder)
    with store.step(named("Change")):
        store.put(an_article("one", headline="New"))


def test_a_step_fails_loudly_when_the_file_was_replaced_or_deleted(store: Store, folder: Path) -> None:
    file = folder / "newsroom.db"
    file.rename(folder / "kept.db")
    with pytest.raises(Trouble, match="no longer at"), store.step(named("Change")):
        store.put(an_article("one", headline="New"))
    assert not file.exists()
    shutil.copyfile(folder / "kept.db", file)
    with pytest.raises(Trouble, match="no longer at"):
        store.undo() if store.undo_name else store.step(named("Change")).__enter__()
    (folder / "kept.db").replace(file)


def test_a_full_disk_writes_nothing_and_says_so(store: Store) -> None:
    driver = raw(store._connection)
    pages = driver.execute("PRAGMA page_count").fetchone()[0]
    driver.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(Trouble, match=r"no room left to write .*newsroom\.db") as caught, store.step(named("Big")):
        store.put(an_article("one", headline="small", body="big " * 50_000))
    assert "Free some space" in str(caught.value.way_out)
    assert store.read.get(Article, "one") == an_article("one", body="river")
    assert len(store.read.search("river")) == 1
    assert store.undo_name is None
    driver.execute("PRAGMA max_page_count = 1000000")
    with store.step(named("Big")):
        store.put(an_article("one", headline="small", body="big " * 50_000))
    assert driver.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_file_that_cannot_be_written_says_so(store: Store) -> None:
    raw(store._connection).execute("PRAGMA query_only = ON")
    with pytest.raises(Trouble, match=r"newsroom\.db cannot be written"), store.step(named("Change")):
        store.put(a_topic("one"))


def test_a_damaged_page_is_told_and_does_not_crash(folder: Path) -> None:
    file = folder / "newsroom.db"
    content = bytearray(file.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
    file.write_bytes(content)
    with pytest.raises(Trouble, match=r"newsroom\.db is damaged") as caught, open_reader(folder) as reader:
        reader.every(Article)
    assert "backup" in str(caught.value.way_out)


def fill_from(file: Path, start: bytes, filling: bytes) -> None:
    """Write over the bytes of a closed newsroom from where it holds `start`."""
    content = bytearray(file.read_bytes())
    place = content.index(start)
    content[place : place + len(filling)] = filling
    file.write_bytes(content)


def test_a_damaged_text_is_told(folder: Path) -> None:
    fill_from(folder / "newsroom.db", b"river", b"\xe9\xe9")
    with pytest.raises(Trouble, match=r"newsroom\.db is damaged"), open_reader(folder) as reader:
        reader.every(Article)


def in_every_article(reader: Reader) -> object:
    return reader.every(Article)


def in_the_listing(reader: Reader) -> object:
    return reader.listing(ListQuery(), None, 10)


def in_the_releases(reader: Reader) -> object:
    return reader.releases()


@pytest.mark.parametrize(
    "read", [in_every_article, in_the_listing, in_the_releases], ids=lambda read: read.__name__
)
def test_a_damaged_time_is_told(folder: Path, read: Callable[[Reader], object]) -> None:
    with reopen(folder) as store, store.step(named("Publish")):
        kept = store.keep(Snapshot(an_article("one"), ()), Reason.RELEASE)
        store.put(an_article("one", released_revision=kept.id, released=START))
    connection = sqlite3.connect(folder / "newsroom.db", isolation_level=None)
    for table in ("article", "release"):
        connection.execute(f"UPDATE {table} SET released = replace(released, '2026', '2o26')")
    connection.close()
    with open_reader(folder) as reader, pytest.raises(Trouble, match=r"newsroom\.db is damaged"):
        read(reader)


def test_a_damaged_status_is_told(folder: Path) -> None:
    connection = sqlite3.connect(folder / "newsroom.db", isolation_level=None)
    connection.execute("UPDATE article SET status = 'traft'")
    connection.close()
    with open_reader(folder) as reader, pytest.raises(Trouble, match=r"newsroom\.db is damaged"):
        reader.counts()


@pytest.mark.parametrize("version", [0, -1])
@pytest.mark.parametrize("open_", [reopen, open_reader], ids=["store", "reader"])
def test_a_newsroom_without_its_version_is_damaged(
    folder: Path, version: int, open_: Callable[[Path], object]
) -> None:
    connection = sqlite3.connect(folder / "newsroom.db", isolation_level=None)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    before = files(folder)
    with pytest.raises(NotANewsroom, match="is damaged"):
        open_(folder)
    assert files(folder) == before


def test_a_damaged_revision_is_told(folder: Path) -> None:
    with reopen(folder) as store, store.step(named("Publish")):
        kept = store.keep(Snapshot(an_article("one", body="river"), ()), Reason.RELEASE)
        store.put(an_article("one", body="river", released_revision=kept.id))
    fill_from(
        folder / "newsroom.db",
        zlib.compress(to_bytes(Snapshot(an_article("one", body="river"), ())))[8:],
        b"\0" * 40,
    )
    with open_reader(folder) as reader, pytest.raises(Trouble, match=r"newsroom\.db is damaged"):
        reader.snapshot(kept.hash)
    with (
        reopen(folder) as store,
        pytest.raises(Trouble, match=r"newsroom\.db is damaged"),
        store.step(named("Type")),
    ):
        store.put(an_article("one", headline="New", body="river", released_revision=kept.id))


def test_a_mistake_of_ours_is_not_taken_for_trouble(store: Store) -> None:
    with pytest.raises(Exception, match="no such table") as caught:
        store._connection.exec_driver_sql("SELECT * FROM nowhere")
    assert not isinstance(caught.value, Trouble)


def test_a_newsroom_that_was_not_closed_says_when_it_was_written_last(tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    make_store(folder).close()
    with reopen(folder) as store:
        assert store.unclean is None
    # What a process that was killed leaves behind.
    (folder / "newsroom.lock.txt").write_text("123 2026-03-01 09:00 UTC\n", encoding="utf-8")
    with reopen(folder) as store:
        [line] = store.read.log(1)
        assert store.unclean == line.time
    with reopen(folder) as store:
        assert store.unclean is None


def test_what_is_opened_for_reading_alone_refuses_every_write(tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    with make_store(folder) as store, store.step(named("Add")):
        store.put(an_article("one"))
    why = Trouble("It cannot be written.")
    with look_into_store(folder, why, clock=Clock(), ids=Ids("x"), author="Ada") as store:
        assert store.read.get(Article, "one") is not None
        with pytest.raises(Trouble) as refused, store.step(named("Change")):
            store.put(an_article("two"))
        assert refused.value is why
        assert store.undo() is None
        # Whoever may write is not kept from it.
        reopen(folder).close()


def test_what_was_written_is_in_the_file_when_it_is_closed_though_somebody_reads(tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    store = make_store(folder)
    with open_reader(folder) as read:
        assert read.every(Article) == []
        with store.step(named("Add")):
            store.put(an_article("one", body="river " * 1000))
        assert (folder / "newsroom.db-wal").stat().st_size > 0
        store.close()
        assert (folder / "newsroom.db-wal").stat().st_size == 0
