"""Whatever happened to a newsroom's file: what can be read of it comes out, and nothing crashes."""

from __future__ import annotations

import random
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.stores import Clock, Ids, a_photo, a_section, a_topic, an_article, make_store, named, reopen
from newsdesk.model.article import Article, Byline
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, PersonId, PhotoId, PlacementId, SectionId, TopicId
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.person import Person
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.model.section import Section
from newsdesk.store import DamagedNewsroom, NewerNewsroom, open_reader
from newsdesk.store.salvage import Salvaged, salvage

PAGE = 4096
COUNT = 200
WORDS = ("river", "flood", "council", "mayor", "bridge", "water", "rose", "fell", "said", "today", "قالت", "agua")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed newsroom of 200 articles of many lengths; every other one has a revision."""
    folder = tmp_path_factory.mktemp("whole") / "newsroom"
    chance = random.Random(3)
    with make_store(folder) as store:
        with store.step(named("Add")):
            store.put_all(
                [
                    a_section("news"),
                    a_section("sport"),
                    a_topic("flood"),
                    a_topic("rain"),
                    Person(PersonId("ada"), a_topic("ada").names),
                    *(a_photo(f"photo-{number}", caption=f"Photo {number}") for number in range(40)),
                ]
            )
        for first in range(0, COUNT, 20):
            with store.step(named("Add")):
                for number in range(first, first + 20):
                    story = _story(number, chance)
                    use = Placement(
                        PlacementId(f"use-{number}"), story.id, _photo(number), Role.LEAD, f"Use {number}"
                    )
                    store.put_all([story, use])
                    if number % 2 == 0:
                        kept = store.keep(Snapshot(story, (use,)), Reason.RELEASE)
                        at = kept.created
                        store.put(replace(story, released_revision=kept.id, released=at, first_released=at))
    return folder


def _photo(number: int) -> PhotoId:
    return PhotoId(f"photo-{number % 40}")


def _story(number: int, chance: random.Random) -> Article:
    return an_article(
        f"article-{number:03}",
        headline=f"Headline {number}",
        body=" ".join(chance.choice(WORDS) for _ in range(chance.choice([30, 300, 900, 2500]))),
        section=SectionId(chance.choice(["news", "sport"])),
        topics=(TopicId("flood"), TopicId("rain")),
        bylines=(Byline(PersonId("ada"), "text"),),
    )


@pytest.fixture(scope="module")
def bodies(whole: Path) -> dict[str, str]:
    """What the articles say."""
    with open_reader(whole) as reader:
        return {story.id: story.body for story in reader.every(Article)}


def salvaged(folder: Path, content: bytes, log: bytes = b"") -> Salvaged:
    """Salvage a file of this content into `folder`."""
    broken = folder.with_name("broken")
    broken.mkdir(exist_ok=True)
    file = broken / "newsroom.db"
    file.write_bytes(content)
    file.with_name("newsroom.db-wal").write_bytes(log)
    folder.mkdir(exist_ok=True)
    out = folder / "newsroom.db"
    ids = Ids()
    ids.count = 10_000  # others than those in the file
    done = salvage(file, out, clock=Clock(), ids=ids, author="Ada", progress=lambda _done, _total: None)
    assert file.read_bytes() == content
    return done


def see_that_it_is_sound(folder: Path) -> None:
    """The newsroom can be read, searched, exported and written."""
    with sqlite3.connect(folder / "newsroom.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")
    connection.close()
    with open_reader(folder) as reader:
        for section in reader.every(Section):
            assert section.names
        reader.newsroom()
        reader.releases()
        reader.log(1000)
    with reopen(folder) as store, store.step(named("Write")):
        store.put(an_article("new", body="New"))


def rows_by_number(content: bytes, file: Path) -> set[str]:
    """The articles that a plain SELECT finds, one row after another."""
    file.write_bytes(content)
    found: set[str] = set()
    connection = sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    for number in range(1, COUNT + 20):
        try:
            found.update(
                row[0] for row in connection.execute("SELECT id, body FROM article WHERE key = ?", (number,))
            )
        except sqlite3.Error:
            continue
    connection.close()
    return found


def test_a_sound_file_comes_out_whole(whole: Path, bodies: dict[str, str], tmp_path: Path) -> None:
    done = salvaged(tmp_path / "out", (whole / "newsroom.db").read_bytes())
    assert {saved.table: (saved.saved, saved.lost) for saved in done.kinds} == {
        "article": (COUNT, 0),
        "revision": (COUNT // 2, 0),
        "photo": (40, 0),
        "placement": (COUNT, 0),
        "section": (2, 0),
        "topic": (2, 0),
        "person": (1, 0),
        "edition": (1, 0),
    }
    assert (done.lost, done.revived, done.cut, done.closed) == ((), (), (), 0)
    with open_reader(whole) as before, open_reader(tmp_path / "out") as after:
        for kind in (Newsroom, Edition, Section, Person, Placement, Article):
            assert after.every(kind) == before.every(kind)
        assert after.releases() == before.releases()
        assert [line.name for line in after.log(99)[1:]] == [line.name for line in before.log(99)]
        for id in bodies:
            assert after.revisions(ArticleId(id)) == before.revisions(ArticleId(id))
            assert after.stamp(Article, id) == before.stamp(Article, id)
    see_that_it_is_sound(tmp_path / "out")


FILLINGS = {
    "one byte": b"\xa5" * PAGE,
    "nothing": b"\0" * PAGE,
    "chance": random.Random(5).randbytes(PAGE),
    "half": b"",
}


def sample() -> Iterator[tuple[str, int]]:
    """Places over the whole file, each with another damage; the first pages hold the schema."""
    for place in range(56):
        yield list(FILLINGS)[place % len(FILLINGS)], place * 1000 // 56 if place % 7 else place // 7


@pytest.mark.parametrize(("filling", "place"), list(sample()))
def test_a_page_is_spoilt(whole: Path, bodies: dict[str, str], tmp_path: Path, filling: str, place: int) -> None:
    content = (whole / "newsroom.db").read_bytes()
    number = place if place < 8 else place * (len(content) // PAGE) // 1000
    page = content[number * PAGE : number * PAGE + PAGE]
    spoilt = FILLINGS[filling] or page[: PAGE // 2] + b"\xee" * (PAGE // 2)
    content = content[: number * PAGE] + spoilt + content[number * PAGE + PAGE :]
    plain = rows_by_number(content, tmp_path / "plain.db")
    done = salvaged(tmp_path / "out", content)
    with open_reader(tmp_path / "out") as reader:
        stories = reader.every(Article)
    assert plain <= {story.id for story in stories}
    # A page holds no more than three of the short articles; one that was in none has its text as it was.
    assert len(stories) >= COUNT - 3
    told = {*done.lost, *done.cut}
    untold = [story for story in stories if story.body != bodies[story.id] and story.headline not in told]
    # Bytes changed within a row leave no trace that SQLite keeps: only those of the one page may be so.
    assert len(untold) <= (3 if filling == "half" else 0)
    assert len(stories) + len(done.lost) == COUNT
    see_that_it_is_sound(tmp_path / "out")


@pytest.mark.parametrize("part", range(10, 100, 6))
def test_a_file_is_cut_short(whole: Path, tmp_path: Path, part: int) -> None:
    content = (whole / "newsroom.db").read_bytes()
    content = content[: len(content) * part // 100]
    plain = rows_by_number(content, tmp_path / "plain.db")
    salvaged(tmp_path / "out", content)
    with open_reader(tmp_path / "out") as reader:
        stories = reader.every(Article)
    assert plain <= {story.id for story in stories}
    assert len(stories) >= COUNT * (part - 45) // 100
    see_that_it_is_sound(tmp_path / "out")


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"To whom it may concern. " * 4000, b"SQLite format 3\x00" * 900]
)
def test_nothing_comes_of_another_file(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(DamagedNewsroom, match="Nothing of a newsroom"):
        salvaged(tmp_path / "out", content)


def test_a_later_version_is_left_alone(whole: Path, tmp_path: Path) -> None:
    content = bytearray((whole / "newsroom.db").read_bytes())
    content[60:64] = (999).to_bytes(4, "big")
    with pytest.raises(NewerNewsroom):
        salvaged(tmp_path / "out", bytes(content))


def test_what_only_the_log_of_writes_has_comes_out_too(whole: Path, tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    (folder / "newsroom.db").write_bytes((whole / "newsroom.db").read_bytes())
    with reopen(folder) as store:
        with store.step(named("Write")):
            store.put(an_article("late", headline="Late", body="Written last"))
        log = (folder / "newsroom.db-wal").read_bytes()
        content = (folder / "newsroom.db").read_bytes()
    assert log
    for ending in (b"", b"\xa5" * 5000):
        salvaged(tmp_path / "out", content, log + ending)
        with open_reader(tmp_path / "out") as reader:
            late = reader.get(Article, "late")
            assert late is not None
            assert late.body == "Written last"
    salvaged(tmp_path / "out", content, b"\xa5" * len(log))
    with open_reader(tmp_path / "out") as reader:
        assert reader.get(Article, "late") is None


def changed(whole: Path, tmp_path: Path, *changes: Callable[[sqlite3.Connection], object]) -> bytes:
    """The content of the newsroom after changes behind its back."""
    file = tmp_path / "changed.db"
    file.write_bytes((whole / "newsroom.db").read_bytes())
    connection = sqlite3.connect(file)
    for change in changes:
        change(connection)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return file.read_bytes()


def test_an_article_comes_back_from_its_revision_unless_it_was_deleted(whole: Path, tmp_path: Path) -> None:
    folder = tmp_path / "deleted"
    folder.mkdir()
    (folder / "newsroom.db").write_bytes((whole / "newsroom.db").read_bytes())
    with reopen(folder) as store, store.step(named("Delete")):
        store.remove(Article, "article-004")
    content = changed(folder, tmp_path, lambda file: file.execute("DELETE FROM article WHERE id = 'article-006'"))
    done = salvaged(tmp_path / "out", content)
    assert done.revived == ("Headline 6",)
    with open_reader(tmp_path / "out") as reader, open_reader(whole) as before:
        assert reader.get(Article, "article-004") is None
        story, was = reader.get(Article, "article-006"), before.get(Article, "article-006")
        assert story is not None
        assert was is not None
        assert (story.body, story.topics, story.bylines) == (was.body, was.topics, was.bylines)
        assert reader.get(Placement, "use-6") == before.get(Placement, "use-6")


def test_texts_of_lost_revisions_are_adopted(whole: Path, tmp_path: Path) -> None:
    gone = ("DELETE FROM revision", "DELETE FROM article WHERE id = 'article-006'")
    content = changed(whole, tmp_path, *(lambda file, one=one: file.execute(one) for one in gone))
    done = salvaged(tmp_path / "out", content)
    assert done.revived == ("Headline 6",)
    with open_reader(tmp_path / "out") as reader:
        for number in range(0, COUNT, 2):
            (kept,) = reader.revisions(ArticleId(f"article-{number:03}"))
            assert kept.reason is Reason.RESCUED
            assert reader.snapshot(kept.hash).article.headline == f"Headline {number}"
    see_that_it_is_sound(tmp_path / "out")


def test_a_text_that_is_no_text_is_kept_beside_that_of_its_revision(whole: Path, tmp_path: Path) -> None:
    bad = "UPDATE article SET body = CAST(x'6e6577ff20776f726473' AS TEXT) WHERE id = 'article-008'"
    alone = bad.replace("008", "009")
    content = changed(whole, tmp_path, lambda file: file.execute(bad), lambda file: file.execute(alone))
    done = salvaged(tmp_path / "out", content)
    assert done.cut == ("Headline 9",)
    with open_reader(tmp_path / "out") as reader, open_reader(whole) as before:
        was, now = before.get(Article, "article-008"), reader.get(Article, "article-008")
        assert was is not None
        assert now is not None
        assert now.body == was.body
        kept = reader.revisions(ArticleId("article-008"))[0]
        assert kept.reason is Reason.RESCUED
        assert reader.snapshot(kept.hash).article.body == "new\ufffd words"
        cut = reader.get(Article, "article-009")
        assert cut is not None
        assert cut.body == "new\ufffd words"


def test_a_newsroom_without_its_own_record_gets_one(whole: Path, tmp_path: Path) -> None:
    tables = ("newsroom", "edition", "section", "topic", "person", "person_name")
    content = changed(
        whole, tmp_path, *(lambda file, name=name: file.execute(f"DELETE FROM {name}") for name in tables)
    )
    salvaged(tmp_path / "out", content)
    with open_reader(tmp_path / "out") as reader:
        assert reader.newsroom().title == "broken"
        (edition,) = reader.every(Edition)
        assert reader.newsroom().main_edition == edition.id == "english"
        assert {section.names[0].text for section in reader.every(Section)} == {"News", "Sport"}
        assert len(reader.every(Article)) == COUNT
        assert reader.every(Person) == []
    see_that_it_is_sound(tmp_path / "out")


def test_a_content_that_is_not_what_its_name_says_does_not_come_out(whole: Path, tmp_path: Path) -> None:
    spoil = "UPDATE content SET body = ? WHERE hash = (SELECT hash FROM revision WHERE article = 'article-010')"
    content = changed(whole, tmp_path, lambda file: file.execute(spoil, (zlib.compress(b"{}"),)))
    done = salvaged(tmp_path / "out", content)
    assert next(saved for saved in done.kinds if saved.table == "revision").lost == 1
    with open_reader(tmp_path / "out") as reader:
        story = reader.get(Article, "article-010")
        assert story is not None
        assert story.released_revision is None
    see_that_it_is_sound(tmp_path / "out")


def test_pages_that_changed_places_are_told_apart_by_what_is_in_them(whole: Path, tmp_path: Path) -> None:
    content = bytearray((whole / "newsroom.db").read_bytes())
    chance = random.Random(7)
    for _ in range(40):
        one, other = (chance.randrange(1, len(content) // PAGE) * PAGE for _ in range(2))
        kept = content[one : one + PAGE]
        content[one : one + PAGE] = content[other : other + PAGE]
        content[other : other + PAGE] = kept
    salvaged(tmp_path / "out", bytes(content))
    with open_reader(tmp_path / "out") as reader:
        assert len(reader.every(Article)) >= COUNT * 9 // 10
    see_that_it_is_sound(tmp_path / "out")


def test_an_article_whose_id_or_edition_is_no_text_comes_out(whole: Path, tmp_path: Path) -> None:
    spoil = "UPDATE article SET {} = CAST(x'61ff62' AS TEXT) WHERE id = 'article-{}'"
    content = changed(
        whole,
        tmp_path,
        lambda file: file.execute(spoil.format("edition", "013")),
        lambda file: file.execute(spoil.format("id", "011")),
    )
    done = salvaged(tmp_path / "out", content)
    with open_reader(tmp_path / "out") as reader:
        stories = {story.headline: story for story in reader.every(Article)}
        assert len(stories) == COUNT
        assert stories["Headline 13"].id == "article-013"
        assert stories["Headline 13"].edition == "english"
        assert stories["Headline 11"].body
    assert done.lost == ()
    see_that_it_is_sound(tmp_path / "out")


def test_two_articles_of_one_id_both_come_out(whole: Path, tmp_path: Path) -> None:
    content = (whole / "newsroom.db").read_bytes()
    # As in a row: behind the number of the edition's bytes and before those of its story.
    content = content.replace(b"article-015englishstory-article-015", b"article-017englishstory-article-015")
    salvaged(tmp_path / "out", content)
    with open_reader(tmp_path / "out") as reader:
        stories = {story.headline: story.id for story in reader.every(Article)}
    assert len(stories) == COUNT
    assert len(set(stories.values())) == COUNT
    assert stories["Headline 15"] == "article-015"


def test_a_schema_that_is_no_text_is_damage(whole: Path, tmp_path: Path) -> None:
    content = (whole / "newsroom.db").read_bytes()
    assert b"CREATE TABLE topic_name" in content
    content = content.replace(b"CREATE TABLE topic_name", b"CREATE TABLE \xff\xfepic_name")
    (tmp_path / "newsroom.db").write_bytes(content)
    with pytest.raises(DamagedNewsroom):
        open_reader(tmp_path)
    salvaged(tmp_path / "out", content)
    with open_reader(tmp_path / "out") as reader:
        assert len(reader.every(Article)) == COUNT
