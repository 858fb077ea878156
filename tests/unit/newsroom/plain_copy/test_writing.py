"""What a plain copy holds reads back to the same newsroom, whatever is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from helpers.plain_copies import back_from, records_of
from newsdesk.backups import Cancelled
from newsdesk.errors import Trouble
from newsdesk.model.article import Article, Status
from newsdesk.model.ids import (
    id_maker,
)
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement
from newsdesk.newsroom import add_photos, create_sample, edit_text, export_site, new_article, set_status
from newsdesk.newsroom.plain_copy import write_plain_copy
from newsdesk.photos import original_path
from newsdesk.store import Reader, Store
from unit.newsroom.conftest import START, Clock


def site_of(reader: Reader, folder: Path, out: Path) -> dict[str, bytes]:
    """The exported site: every file but our own notes."""
    export_site(reader, folder, out, now=START + timedelta(days=400), base_url="https://example.org/")
    files = (file for file in out.rglob("*") if file.is_file() and ".newsdesk" not in file.parts)
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def sample(tmp_path: Path, clock: Clock) -> Store:
    """The sample newsroom, some published articles changed since, one held, and a theme."""
    store = create_sample(tmp_path / "sample", clock=clock, ids=id_maker(clock), author="me")
    theme = store.folder / "theme"
    theme.mkdir()
    (theme / "colours.css").write_text("/* of our own */", encoding="utf-8")
    first, second, third = [article for article in store.read.every(Article) if article.released_revision][:3]
    edit_text(store, first.id, {"body": f"{first.body}\n\nMore, which nobody has read yet."})
    edit_text(store, second.id, {"headline": "Another headline\nthat is long"})
    set_status(store, [third.id], Status.HELD)
    return store


def test_the_sample_comes_back_whole(tmp_path: Path, sample: Store) -> None:
    copied = write_plain_copy(sample.read, sample.folder, tmp_path / "copy")
    assert copied.remarks == ()
    assert copied.articles == len(sample.read.every(Article))
    back = back_from(tmp_path / "copy", tmp_path / "back")
    with sample, back.store as store:
        assert back.remarks == ()
        assert records_of(store.read) == records_of(sample.read)
        assert site_of(store.read, store.folder, tmp_path / "b") == site_of(
            sample.read, sample.folder, tmp_path / "a"
        )
        for photo in store.read.every(Photo):
            original = original_path(store.folder / "originals", photo.hash, photo.extension)
            assert sha256(original.read_bytes()).hexdigest() == photo.hash
        assert (store.folder / "theme" / "colours.css").is_file()


@pytest.fixture
def copy(tmp_path: Path, store: Store, picture: Callable[..., Path]) -> Path:
    """The plain copy of a newsroom with one article, which has a photo."""
    added = add_photos(store, [picture()]).added[0].photo
    article = new_article(store, store.read.newsroom().main_edition)
    edit_text(store, article.id, {"headline": "The quay", "body": f"One.\n\n![Boats](photo:{added.id})\n\nTwo."})
    write_plain_copy(store.read, store.folder, tmp_path / "copy")
    return tmp_path / "copy"


def the_article(copy: Path) -> Path:
    [file] = (copy / "articles").rglob("*.md")
    return file


def the_photo(copy: Path) -> Path:
    [file] = (copy / "photos").iterdir()
    return file


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_a_text_shows_its_photos_to_any_tool(copy: Path) -> None:
    file = the_article(copy)
    assert f"![Boats](../../photos/{the_photo(copy).name})" in file.read_text(encoding="utf-8")
    assert (file.parent / "../../photos" / the_photo(copy).name).is_file()


def test_the_sums_are_those_of_the_files(copy: Path) -> None:
    lines = (copy / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    files = {file.relative_to(copy).as_posix() for file in copy.rglob("*") if file.is_file()}
    assert {line[66:] for line in lines} == files - {"SHA256SUMS"}
    for line in lines:
        assert sha256((copy / line[66:]).read_bytes()).hexdigest() == line[:64]


def test_what_a_person_edited_counts(tmp_path: Path, copy: Path, store: Store) -> None:
    file = the_article(copy)
    before = store.read.every(Article)[0]
    change(file, "headline: The quay", "headline: The *old* quay\nkicker: 'no'")
    change(file, "Two.", "Two, and three.")
    (file.parent / "from-an-editor.md").write_bytes(b"---\r\nheadline: New\r\n---\r\n\r\nHere.\r\n")
    with back_from(copy, tmp_path / "back").store as made:
        articles = {article.slug: article for article in made.read.every(Article)}
    body = before.body.replace("Two.", "Two, and three.")
    assert articles["the-quay"] == replace(before, headline="The *old* quay", kicker="no", body=body)
    assert (articles["from-an-editor"].headline, articles["from-an-editor"].body) == ("New", "Here.")
    assert articles["from-an-editor"].edition == before.edition


def test_a_photo_that_is_missing_or_another_is_named(tmp_path: Path, copy: Path, store: Store) -> None:
    photo = the_photo(copy)
    photo.write_bytes(b"something else")
    back = back_from(copy, tmp_path / "changed")
    with back.store as made:
        assert made.read.every(Photo) == store.read.every(Photo)
        assert not [file for file in (made.folder / "originals").rglob("*") if file.is_file()]
    assert [str(remark) for remark in back.remarks] == [
        f"The photo “{photo.name}” is not the one that it was, and was left out."
    ]
    photo.unlink()
    back = back_from(copy, tmp_path / "missing")
    back.store.close()
    assert [str(remark) for remark in back.remarks] == [
        f"The photo “{photo.name}” is not in the copy. What is known of it was kept."
    ]


@pytest.mark.usefixtures("copy")
def test_a_lost_original_does_not_stop_the_copy(tmp_path: Path, store: Store) -> None:
    [original] = (file for file in (store.folder / "originals").rglob("*") if file.is_file())
    original.write_bytes(b"rotten")
    [damaged] = write_plain_copy(store.read, store.folder, tmp_path / "two").remarks
    original.unlink()
    [missing] = write_plain_copy(store.read, store.folder, tmp_path / "three").remarks
    assert "is damaged" in str(damaged)
    assert "is missing" in str(missing)
    assert not (tmp_path / "three" / "photos").exists()


BROKEN = [
    ("headline: The quay", "headline: 'The quay", "line 2"),
    ("status: draft", "status: lost", "line 5: “status” must be one of"),
    ("edition: en", "edition: fr", "line 3: “edition” names “fr”, which is not in newsroom.yaml"),
    ("headline: The quay", "headlin: The quay", "line 2: “headlin” is not known here"),
    ("  role: inline\n", "", "“role” is missing here"),
]


@pytest.mark.parametrize(("before", "after", "said"), BROKEN)
def test_a_broken_file_is_named_and_nothing_is_made(
    tmp_path: Path, copy: Path, before: str, after: str, said: str
) -> None:
    change(the_article(copy), before, after)
    with pytest.raises(Trouble) as raised:
        back_from(copy, tmp_path / "there" / "back")
    assert str(the_article(copy)) in str(raised.value)
    assert said in str(raised.value)
    assert not (tmp_path / "there").exists()


BROKEN_NEWSROOM = [
    ("plain_copy: 1", "plain_copy: 2", "newer Newsdesk"),
    ("plain_copy: 1\n", "", "does not begin like"),
    ("zone: America/Sao_Paulo", "zone: Mars/Olympus", "no time zone “Mars/Olympus”"),
    ("    hash: ", "    hash: ../", "no proper hash"),
    ("main_edition: en", "main_edition: fr", "line 5: “main_edition” names “fr”"),
    ("  title: Test", "  title: [Test", "this is not YAML"),
    ("    direction: ltr\n", "", "“direction” is missing here"),
]


@pytest.mark.parametrize(("before", "after", "said"), BROKEN_NEWSROOM)
def test_a_broken_newsroom_file_is_named(tmp_path: Path, copy: Path, before: str, after: str, said: str) -> None:
    change(copy / "newsroom.yaml", before, after)
    with pytest.raises(Trouble) as raised:
        back_from(copy, tmp_path / "back")
    assert "newsroom.yaml" in str(raised.value)
    assert said in str(raised.value)
    assert not (tmp_path / "back").exists()


def test_two_files_of_one_article_are_refused(tmp_path: Path, copy: Path) -> None:
    file = the_article(copy)
    other = file.with_name("again.md")
    other.write_bytes(file.read_bytes())
    with pytest.raises(Trouble, match=r"again\.md.*have the same id"):
        back_from(copy, tmp_path / "back")
    id = next(line for line in other.read_text(encoding="utf-8").splitlines() if line.startswith("id: "))
    change(other, f"{id}\n", "")
    with pytest.raises(Trouble, match=r"have the same slug: the-quay"):
        back_from(copy, tmp_path / "back")
    file.rename(file.with_name("the-quay.released.md"))
    with pytest.raises(Trouble, match="whose own file is not there"):
        back_from(copy, tmp_path / "back")


def test_what_is_in_the_way_stays(tmp_path: Path, copy: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Trouble, match="is not an empty folder"):
        back_from(copy, there)
    with pytest.raises(Trouble, match=r"there is no newsroom\.yaml in it"):
        back_from(there, tmp_path / "back")
    assert [file.name for file in there.iterdir()] == ["letter.txt"]


def test_an_older_copy_gives_way_unless_somebody_changed_it(tmp_path: Path, copy: Path, store: Store) -> None:
    write_plain_copy(store.read, store.folder, copy)
    article = store.read.every(Article)[0]
    edit_text(store, article.id, {"headline": "The harbour"})
    write_plain_copy(store.read, store.folder, copy)
    assert the_article(copy).name == "the-harbour.md"
    change(the_article(copy), "Two.", "Two, by hand.")
    with pytest.raises(Trouble, match=r"the-harbour\.md” was added or changed"):
        write_plain_copy(store.read, store.folder, copy)
    assert "Two, by hand." in the_article(copy).read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "desk", "newsroom"]


def test_a_place_that_is_somebody_elses_is_refused(tmp_path: Path, store: Store) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "newsroom.yaml").write_text("title: mine\n", encoding="utf-8")
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    for place, said in (
        (other, "is not a plain copy"),
        (file, "is a file"),
        (store.folder / "copy", "the newsroom itself"),
        (tmp_path, "the newsroom itself"),
        (Path.home(), "your home"),
    ):
        with pytest.raises(Trouble, match=said):
            write_plain_copy(store.read, store.folder, place)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "newsroom", "other"]


@pytest.mark.usefixtures("copy")
def test_nothing_stays_of_a_copy_that_was_stopped(tmp_path: Path, store: Store) -> None:
    with pytest.raises(Cancelled):
        write_plain_copy(store.read, store.folder, tmp_path / "a" / "b", cancelled=lambda: True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "desk", "newsroom"]


def test_every_key_of_an_article_is_described() -> None:
    said = (Path(__file__).parents[4] / "docs" / "plain-copy.md").read_text(encoding="utf-8")
    keys = {field.name for kind in (Article, Placement) for field in fields(kind)} - {"article"}
    assert sorted(key for key in keys if f"`{key}`" not in said) == []
