"""What a check finds in a newsroom, and what a repair puts right."""

from __future__ import annotations

import sqlite3
import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from helpers.stores import a_photo, a_section, a_topic, an_article, make_store, named, reopen
from newsdesk.errors import Trouble
from newsdesk.model.article import Article, Byline
from newsdesk.model.credit import Credit
from newsdesk.model.ids import PersonId, PhotoId, PlacementId, RevisionId, SectionId, TopicId
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.newsroom.checking_up import CheckStopped, Health, examine, looks_sound, repair
from newsdesk.newsroom.checking_up.files import original_of
from newsdesk.newsroom.checking_up.repairing import from_folder
from newsdesk.store import DamagedNewsroom, Fault, Remedy

PICTURE = b"a picture of the river"


def river() -> Photo:
    """A photo whose original is there."""
    return a_photo(
        "river",
        hash=sha256(PICTURE).hexdigest(),
        size=len(PICTURE),
        file_name="river.jpg",
        caption="The river",
        credit=Credit("Ada", "", ""),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound newsroom, closed, with a bit of everything."""
    folder = tmp_path / "newsroom"
    with make_store(folder) as store, store.step(named("Add")):
        store.put_all(
            [a_section("news"), a_topic("flood"), Person(PersonId("ada"), a_topic("ada").names), river()]
        )
        for number in range(5):
            body = f"Water {number} rose.\n\n![](photo:river)"
            story = an_article(
                f"article-{number}",
                headline=f"Flood {number}",
                body=body,
                section=SectionId("news"),
                topics=(TopicId("flood"),),
                bylines=(Byline(PersonId("ada")),),
            )
            place = Placement(
                PlacementId(f"use-{number}"), story.id, PhotoId("river"), Role.LEAD, f"Lead {number}"
            )
            store.put_all([story, place])
            kept = store.keep(Snapshot(story, (place,)), Reason.RELEASE)
            released = {"released_revision": RevisionId(kept.id), "first_released": kept.created}
            store.put(an_article(f"article-{number}", **(_values(story) | released | {"released": kept.created})))
    original = original_of(folder, river())
    original.parent.mkdir(parents=True)
    original.write_bytes(PICTURE)
    return folder


def _values(story: Article) -> dict[str, object]:
    return {name: getattr(story, name) for name in ("headline", "body", "section", "topics", "bylines")}


def spoil(folder: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """Change the file behind the newsroom's back."""
    connection = sqlite3.connect(folder / "newsroom.db")
    for statement in statements:
        connection.execute(statement, values)
    connection.commit()
    connection.close()


def faults(health: Health) -> dict[Fault, int]:
    return {finding.fault: finding.count for finding in health.findings}


def mended(folder: Path, *sources: Path) -> Health:
    """What is found after a repair."""
    with reopen(folder) as store:
        repair(store, examine(folder), back_up=lambda: None, sources=[from_folder(place) for place in sources])
    return examine(folder, thorough=True)


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("thorough", [False, True])
def test_a_sound_newsroom_is_well_and_left_as_it_is(folder: Path, thorough: bool) -> None:
    before = hashes(folder)
    health = examine(folder, thorough=thorough)
    assert health == Health((), articles=5, photos=1, revisions=5)
    assert hashes(folder) == before
    assert looks_sound(folder)


def test_a_check_goes_on_beside_a_writer_and_sees_what_was_written(folder: Path) -> None:
    with reopen(folder) as store:
        with store.step(named("Write")):
            store.put(an_article("late", body="Late news"))
        assert examine(folder).articles == 6
        with store.step(named("Write")):
            store.put(an_article("later", body="Later news"))


DERIVED = {
    "captions": ("UPDATE article SET captions = 'wrong' WHERE id = 'article-1'", 1),
    "credits": ("UPDATE article SET credits = '' WHERE id IN ('article-1', 'article-2')", 2),
    "changed": ("UPDATE article SET changed = 1 WHERE id = 'article-3'", 1),
    "photos in the text": ("DELETE FROM article_photo WHERE article = 'article-0'", 1),
    "a photo too many": ("INSERT INTO article_photo VALUES ('article-0', 7, 'ghost')", 1),
    "a release": ("DELETE FROM release WHERE id = 'article-4'", 1),
    "a headline of a release": ("UPDATE release SET headline = 'Other' WHERE id = 'article-4'", 1),
}


@pytest.mark.parametrize("name", DERIVED)
def test_what_is_derived_is_compared_with_its_records(folder: Path, name: str) -> None:
    statement, count = DERIVED[name]
    spoil(folder, statement)
    assert faults(examine(folder))[Fault.DERIVED] == count
    assert mended(folder).findings == ()


SEARCH = {
    "missing": "INSERT INTO article_text"
    " (article_text, rowid, headline, kicker, standfirst, body, captions, credits)"
    " SELECT 'delete', key, headline, kicker, standfirst, body, captions, credits FROM article"
    " WHERE id = 'article-1'",
    "extra": "INSERT INTO article_text (rowid, headline) VALUES (99, 'ghost')",
    "stale": "UPDATE article SET body = 'Other words, and more of them' WHERE id = 'article-1'",
    "noted": "INSERT INTO article_stale (key, indexed) VALUES (1, 0)",
}


@pytest.mark.parametrize("name", SEARCH)
def test_the_index_is_compared_with_the_articles(folder: Path, name: str) -> None:
    triggers = ("DROP TRIGGER article_changes",) if name == "stale" else ()
    spoil(folder, *triggers, SEARCH[name])
    assert faults(examine(folder))[Fault.SEARCH] == 1
    assert mended(folder).findings == ()


def test_an_index_that_disagrees_with_its_table_is_found_when_thorough(folder: Path) -> None:
    connection = sqlite3.connect(folder / "newsroom.db")
    connection.execute("PRAGMA writable_schema = ON")
    sql = "CREATE INDEX article_by_story ON article (story) WHERE story > 'z'"
    old = "CREATE INDEX article_by_story ON article (story)"
    assert connection.execute("SELECT 1 FROM sqlite_schema WHERE sql = ?", (old,)).fetchone()
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE sql = ?", (sql, old))
    connection.commit()
    connection.close()
    spoil(folder, "REINDEX article_by_story")
    spoil(
        folder,
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_schema SET sql = '{old}' WHERE name = 'article_by_story'",
    )
    assert Fault.INDEXES not in faults(examine(folder))
    health = examine(folder, thorough=True)
    assert faults(health)[Fault.INDEXES] >= 5
    with reopen(folder) as store:
        repair(store, health, back_up=lambda: None)
    assert examine(folder, thorough=True).findings == ()


def test_a_content_that_is_not_what_its_name_says_is_told_with_its_article(folder: Path) -> None:
    spoil(
        folder,
        "UPDATE content SET body = ? WHERE hash = (SELECT hash FROM revision WHERE article = 'article-2')",
        values=(zlib.compress(b"{}"),),
    )
    (finding,) = examine(folder).findings
    assert (finding.fault, finding.names, finding.remedy) == (Fault.CONTENTS, ("Flood 2",), Remedy.LOOK)


def test_a_content_of_no_revision_goes(folder: Path) -> None:
    spoil(folder, "INSERT INTO content VALUES (?, ?)", values=(sha256(b"x").hexdigest(), zlib.compress(b"x")))
    assert faults(examine(folder)) == {Fault.SPARE_CONTENTS: 1}
    assert mended(folder).findings == ()


REFERENCES = {
    "a topic": "DELETE FROM topic",
    "a person": "DELETE FROM person",
    "a section": "DELETE FROM section",
    "an edition": "DELETE FROM edition",
    "a photo": "DELETE FROM photo",
    "revisions": "DELETE FROM revision",
    "contents": "DELETE FROM content",
}


@pytest.mark.parametrize("name", REFERENCES)
def test_open_references_are_found_and_closed(folder: Path, name: str) -> None:
    spoil(folder, REFERENCES[name])
    assert faults(examine(folder))[Fault.REFERENCES] >= 1
    left = mended(folder)
    assert {finding.fault for finding in left.findings} <= {Fault.SPARE_ORIGINALS}
    assert left.articles == 5
    with reopen(folder) as store:
        assert len(store.read.search("water")) == 5


def test_originals_are_compared_with_what_was_taken_in(folder: Path, tmp_path: Path) -> None:
    original = original_of(folder, river())
    kept = tmp_path / "kept" / original.parent.name / original.name
    kept.parent.mkdir(parents=True)
    kept.write_bytes(PICTURE)
    altered = PICTURE.replace(b"river", b"lake!")
    original.write_bytes(altered)
    (finding,) = examine(folder).findings
    assert (finding.fault, finding.names) == (Fault.ORIGINALS_ALTERED, ("river.jpg",))
    with reopen(folder) as store:
        done = repair(store, examine(folder), back_up=lambda: None)
        assert done.mended == ()
        assert done.left == (finding,)
        assert original.read_bytes() == altered
        done = repair(store, examine(folder), back_up=lambda: None, sources=[from_folder(tmp_path / "kept")])
    assert done.mended == (finding,)
    assert original.read_bytes() == PICTURE
    assert done.aside is not None
    assert (done.aside / original.name).read_bytes() == altered
    original.unlink()
    assert faults(examine(folder)) == {Fault.ORIGINALS_MISSING: 1}
    assert mended(folder, tmp_path / "kept").findings == ()


def test_a_wrong_copy_is_not_brought_back(folder: Path, tmp_path: Path) -> None:
    original = original_of(folder, river())
    kept = tmp_path / "kept" / original.parent.name / original.name
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"something else")
    original.unlink()
    assert faults(mended(folder, tmp_path / "kept")) == {Fault.ORIGINALS_MISSING: 1}
    assert list((folder / "originals").rglob("*.part")) == []


def test_an_original_of_no_photo_is_told_and_stays(folder: Path) -> None:
    spare = folder / "originals" / "ab" / "abc.jpg"
    spare.parent.mkdir()
    spare.write_bytes(b"mine")
    assert faults(mended(folder)) == {Fault.SPARE_ORIGINALS: 1}
    assert spare.read_bytes() == b"mine"


@pytest.mark.parametrize(
    "name",
    [
        "newsroom (Ada's conflicted copy 2026-03-21).db",
        "newsroom.sync-conflict-20260321-103005-ABCDEFG.db",
        "newsroom (1).db",
        "newsroom-LAPTOP.db",
    ],
)
def test_second_files_of_a_sync_service_are_told(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"?")
    (finding,) = examine(folder).findings
    assert (finding.fault, finding.names) == (Fault.CONFLICTS, (name,))


def test_the_note_of_a_dead_lock_is_told(folder: Path) -> None:
    (folder / "newsroom.lock.txt").write_text("1 2026-03-21 10:30 UTC\n")
    assert faults(examine(folder)) == {Fault.LEFTOVERS: 1}
    assert mended(folder).findings == ()


def test_an_empty_log_is_told(folder: Path) -> None:
    spoil(folder, "DELETE FROM log_record", "DELETE FROM log")
    assert faults(examine(folder)) == {Fault.NO_LOG: 1}


def trash(file: Path, page: int) -> None:
    content = bytearray(file.read_bytes())
    content[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
    file.write_bytes(content)


@pytest.mark.parametrize("page", range(0, 40, 3))
def test_a_damaged_page_is_found_wherever_it_is(folder: Path, page: int) -> None:
    trash(folder / "newsroom.db", page)
    assert examine(folder).damaged
    assert not looks_sound(folder)


@pytest.mark.parametrize("size", [0, 50, 4096, 9000, 60_000])
def test_a_cut_file_is_found(folder: Path, size: int) -> None:
    file = folder / "newsroom.db"
    file.write_bytes(file.read_bytes()[:size])
    assert examine(folder).damaged


def test_a_value_that_makes_no_sense_is_damage(folder: Path) -> None:
    spoil(folder, "UPDATE article SET status = 'nonsense' WHERE id = 'article-1'")
    health = examine(folder)
    assert health.damaged
    assert not health.mendable


def test_a_damaged_newsroom_is_not_repaired(folder: Path) -> None:
    spoil(folder, "UPDATE article SET created = 'yesterday' WHERE id = 'article-1'")
    with reopen(folder) as store, pytest.raises(DamagedNewsroom):
        repair(store, examine(folder), back_up=lambda: None)


def test_without_a_backup_nothing_is_repaired(folder: Path) -> None:
    def full() -> None:
        raise Trouble("No room for a backup.")

    spoil(folder, DERIVED["captions"][0])
    with reopen(folder) as store, pytest.raises(Trouble, match="No room"):
        repair(store, examine(folder), back_up=full)
    assert faults(examine(folder))[Fault.DERIVED] == 1


def test_a_check_can_be_stopped(folder: Path) -> None:
    with pytest.raises(CheckStopped):
        examine(folder, cancelled=lambda: True)


def test_progress_is_told(folder: Path) -> None:
    said: list[str] = []
    examine(folder, lambda doing, _done, _total: said.append(str(doing)))
    assert said[0] == "Reading the newsroom"
    assert "Checking the revisions" in said
    assert "Checking the photos" in said
