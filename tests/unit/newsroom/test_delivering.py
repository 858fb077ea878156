"""One article on its way to a person, in each form."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from newsdesk.errors import Trouble
from newsdesk.model.article import Article
from newsdesk.model.photo import Photo
from newsdesk.model.revision import Reason
from newsdesk.newsroom import (
    Delivery,
    Format,
    copied,
    create_newsroom,
    delete_articles,
    deliver,
    edit_text,
    import_files,
    new_article,
    note_sending,
    publish,
    set_fields,
)
from newsdesk.store import Store

from .conftest import START, Clock

HEAD = """headline: 'Rockets hit "Green Zone"'
kicker: Near you
standfirst: Two of them.
slug: rockets
section: Politics
topics: [Iraq]
byline: [Jane Doe, {name: João Silva, role: photos}]
dateline: BAGHDAD
date: 2026-03-20 10:30
lead: {photo: ../photos/big quay.jpg, caption: At dawn, alt: A quay, credit: '[A B//AFP/Getty]'}"""
BODY = (
    "First.\n\n![A red thing](../photos/red.png)\n\nREAD: [Other](article:other)\n\n[Us](https://example.org/us)"
)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.fixture
def article(store: Store, write: Callable[..., Path], picture: Callable[..., Path]) -> Article:
    quay = picture("photos/big quay.jpg")
    Image.new("RGB", (1500, 900), "navy").save(quay, exif=_exif())
    Image.new("RGBA", (40, 30), (255, 0, 0, 128)).save(quay.with_name("red.png"))
    report = import_files(store, [write("a.md", HEAD, BODY), write("b.md", "headline: Other")])
    assert report.refused == ()
    found = store.read.get(Article, report.imported[0].id)
    assert found
    return found


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "SECRET CAMERA"
    return exif


def sent(store: Store, article: Article, out: Path, form: Format, *, released: bool = False) -> Delivery:
    return deliver(store.read, store.folder, article, out, form, now=START, released=released)


def test_text(store: Store, article: Article, tmp_path: Path) -> None:
    done = sent(store, article, tmp_path / "out.txt", Format.TEXT)
    assert done.paths == (tmp_path / "out.txt",)
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == (
        "Near you\n\nRockets hit “Green Zone”\n\nTwo of them.\n\n"
        "By Jane Doe and João Silva (photos)\nBAGHDAD, 20 March 2026, 10:30\n\n"
        "First.\n\nREAD: Other\n\nUs (https://example.org/us)\n\n"
        "Photo: At dawn [A B//AFP/Getty]\nPhoto: A red thing\n"
    )
    assert "working copy of “Rockets" in str(done.version)


def test_page_stands_alone(store: Store, article: Article, tmp_path: Path) -> None:
    done = sent(store, article, tmp_path / "page", Format.PAGE)
    html = (tmp_path / "page" / "index.html").read_text(encoding="utf-8")
    named = set(re.findall(r'(?:src|href)="([^"#:]+)"', html))
    named |= {part.split()[0] for group in re.findall(r'srcset="([^"]+)"', html) for part in group.split(",")}
    written = {path.relative_to(tmp_path / "page").as_posix() for path in done.paths}
    assert named <= written
    assert {name for name in written if name.startswith("photos/")} <= named
    assert "[A B//AFP/Getty]" in html


def test_single_needs_no_other_file(store: Store, article: Article, tmp_path: Path) -> None:
    done = sent(store, article, tmp_path, Format.SINGLE)
    assert done.paths == (tmp_path / "rockets.html",)
    html = done.paths[0].read_text(encoding="utf-8")
    assert html.count('src="data:image/') == 2
    assert not re.search(r'(?:src|srcset)="(?!data:)', html)
    assert "<link" not in html.replace('<link rel="canonical"', "")


def test_fragment_names_the_photos_beside_it(store: Store, article: Article, tmp_path: Path) -> None:
    done = sent(store, article, tmp_path / "piece.html", Format.FRAGMENT)
    html = done.paths[0].read_text(encoding="utf-8")
    assert "<html" not in html
    for path in done.paths[1:]:
        assert path.relative_to(tmp_path).as_posix() in html
    assert len(done.paths) == 3


def test_zip_is_the_same_bytes_and_can_be_imported(store: Store, article: Article, tmp_path: Path) -> None:
    first = sent(store, article, tmp_path / "one.zip", Format.ZIP).paths[0].read_bytes()
    (tmp_path / "two").mkdir()
    assert sent(store, article, tmp_path / "two" / "one.zip", Format.ZIP).paths[0].read_bytes() == first
    assert b"SECRET" not in first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "unpacked")
        captions = archive.read("one/captions.txt").decode()
    texts = {f"one/one.{ending}" for ending in ("html", "txt", "md")}
    assert names == texts | {"one/captions.txt", "one/photos/1-big-quay.jpg", "one/photos/2-red.png"}
    assert captions.startswith("photos/1-big-quay.jpg\nAt dawn [A B//AFP/Getty]\nA quay\n")
    clock = Clock()
    with create_newsroom(
        tmp_path / "other", title="O", language="en", zone="UTC", clock=clock, ids=store.ids, author=""
    ) as other:
        report = import_files(other, [tmp_path / "unpacked" / "one" / "one.md"])
        assert report.refused == ()
        found = other.read.article_by_slug(other.read.newsroom().main_edition, "rockets")
        assert found
        assert (found.headline, found.first_released) == (article.headline, article.first_released)
        assert len(other.read.placements(found.id)) == 2
        assert {one.credit for one in other.read.every(Photo)} == {one.credit for one in store.read.every(Photo)}


def test_the_notes_of_the_desk_stay_there(store: Store, write: Callable[..., Path], tmp_path: Path) -> None:
    secret = "assignee: Secret\noutlet_note: Secret\npublished_url: https://example.org/secret\nodd: Secret"
    plans = "status: ready\ndeadline: 2026-03-22\nlength_target: 500\nnot_before: 2026-04-01\nstory: s"
    needed = "embargo: 2026-04-01\nsearch_text: Found\nsocial_text: Shared"
    head = f"headline: A\nslug: a\n{secret}\n{plans}\n{needed}"
    report = import_files(store, [write("a.md", head)])
    article = store.read.get(Article, report.imported[0].id)
    assert article
    path = sent(store, article, tmp_path / "a.zip", Format.ZIP).paths[0]
    with zipfile.ZipFile(path) as archive:
        text = archive.read("a/a.md").decode()
        assert all(b"ecret" not in archive.read(name) for name in archive.namelist())
    keys = re.findall(r"^(\w+):", text, re.MULTILINE)
    assert keys == ["language", "headline", "slug", "search_text", "social_text", "embargo"]


def test_an_embargo_stands_on_top_until_it_is_over(store: Store, article: Article, tmp_path: Path) -> None:
    embargoed = set_fields(store, article, {"embargo": "2026-04-01 06:00"})
    notice = "EMBARGOED UNTIL 1 April 2026, 06:00 (America/Sao_Paulo)"
    for form in Format:
        path = sent(store, embargoed, tmp_path / f"x-{form}", form).paths[0]
        data = path.read_bytes()
        if form is Format.ZIP:
            with zipfile.ZipFile(path) as archive:
                data = archive.read("x-zip/x-zip.txt")
                assert archive.read("x-zip/captions.txt").decode().startswith(notice)
        assert notice.encode() in data
    later = datetime(2026, 4, 1, 9, tzinfo=UTC)
    deliver(store.read, store.folder, embargoed, tmp_path / "later", Format.TEXT, now=later)
    assert "EMBARGO" not in (tmp_path / "later").read_text(encoding="utf-8")


def test_the_released_version(store: Store, article: Article, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="no released version"):
        sent(store, article, tmp_path / "a.txt", Format.TEXT, released=True)
    published = publish(store, article).article
    edited = set_fields(store, published, {"kicker": "Edited"})
    done = sent(store, edited, tmp_path / "a.txt", Format.TEXT, released=True)
    assert done.paths[0].read_text(encoding="utf-8").startswith("Near you")
    assert "2026-03-20 10:30" in str(done.version)


def test_only_our_own_files_are_overwritten(store: Store, article: Article, tmp_path: Path) -> None:
    page = tmp_path / "page"
    sent(store, article, page, Format.PAGE)
    times = {path: path.stat().st_mtime_ns for path in page.rglob("*.jpg")}
    changed = set_fields(store, article, {"kicker": "New"})
    sent(store, changed, page, Format.PAGE)
    assert {path: path.stat().st_mtime_ns for path in page.rglob("*.jpg")} == times
    (page / "index.html").write_text("mine", encoding="utf-8")
    for file in page.rglob("*.jpg"):
        file.unlink()
    with pytest.raises(Trouble, match="did not write it"):
        sent(store, changed, page, Format.PAGE)
    assert list(page.rglob("*.jpg")) == []
    shutil.rmtree(tmp_path / "cache")
    (page / "index.html").unlink()
    sent(store, changed, page, Format.PAGE)
    (tmp_path / "cache").rename(tmp_path / "gone")
    with pytest.raises(Trouble, match="did not write it"):
        sent(store, article, page, Format.PAGE)


def test_a_place_is_kept_for_its_article(store: Store, article: Article, tmp_path: Path) -> None:
    other = store.read.article_by_slug(article.edition, "other")
    assert other
    page = tmp_path / "page"
    sent(store, article, page, Format.PAGE)
    before = {path: path.read_bytes() for path in page.rglob("*") if path.is_file()}
    with pytest.raises(Trouble, match="another article"):
        sent(store, other, page, Format.PAGE)
    assert {path: path.read_bytes() for path in page.rglob("*") if path.is_file()} == before
    (page / "index.html").unlink()
    with pytest.raises(Trouble, match="remove what is there"):
        sent(store, other, page, Format.PAGE)
    shutil.rmtree(page)
    sent(store, other, page, Format.PAGE)
    assert not (page / "photos").exists()
    with pytest.raises(Trouble, match="another article"):
        sent(store, article, page, Format.PAGE)
    sent(store, article, tmp_path / "a.txt", Format.TEXT)
    with pytest.raises(Trouble, match="another article"):
        sent(store, other, tmp_path / "a.txt", Format.TEXT)


def test_a_photo_that_is_gone_goes_from_its_place(store: Store, article: Article, tmp_path: Path) -> None:
    sent(store, article, tmp_path / "piece.html", Format.FRAGMENT)
    sent(store, article, tmp_path / "piece.html", Format.SINGLE)
    assert [path.name for path in tmp_path.glob("piece*")] == ["piece.html"]
    page = tmp_path / "page"
    first = sent(store, article, page, Format.PAGE)
    (page / "mine.txt").write_text("mine", encoding="utf-8")
    lead = set_fields(store, article, {"body": "First."})
    second = sent(store, lead, page, Format.PAGE)
    gone = set(first.paths) - set(second.paths)
    assert gone
    assert not any(path.exists() for path in gone)
    changed = next(path for path in second.paths if path.parent.name == "photos")
    changed.write_bytes(b"mine")
    bare = sent(store, set_fields(store, lead, {"lead": ""}), page, Format.PAGE)
    left = {path for path in page.rglob("*") if path.is_file()}
    assert left == {*bare.paths, page / "mine.txt", changed}


def test_places_that_will_not_do(store: Store, article: Article, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for out in (Path("/"), home, tmp_path, store.folder, store.folder / "x"):
        with pytest.raises(Trouble, match=r"inside|holds|is your home"):
            sent(store, article, out, Format.PAGE)
    with pytest.raises(Trouble, match="inside"):
        sent(store, article, store.folder / "newsroom.db", Format.TEXT)
    with pytest.raises(Trouble, match="did not write it"):
        sent(store, article, Path("/dev/zero"), Format.TEXT)
    with pytest.raises(Trouble, match="cannot be written"):
        sent(store, article, tmp_path / ("long" * 100), Format.TEXT)
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(Trouble, match="is a file"):
        sent(store, article, tmp_path / "file", Format.PAGE)
    with pytest.raises(Trouble, match="cannot be written"):
        sent(store, article, tmp_path / "file" / "a.txt", Format.TEXT)
    assert sorted(path.name for path in home.iterdir()) == []


def test_a_missing_original_is_named(store: Store, article: Article, tmp_path: Path) -> None:
    shutil.rmtree(store.folder / "originals")
    with pytest.raises(Trouble):
        sent(store, article, tmp_path / "page", Format.PAGE)
    assert not (tmp_path / "page").exists()


def test_the_reason_is_in_the_log(store: Store, article: Article) -> None:
    held = set_fields(store, article, {"status": "held"})
    note_sending(store, held, "The lawyer reads it")
    line = str(store.read.log(1)[0].name)
    assert "The lawyer reads it" in line
    assert "held" in line
    assert store.read.revisions(held.id)[0].name == "The lawyer reads it"


def test_what_was_sent_is_kept(store: Store, article: Article) -> None:
    note_sending(store, article)
    [kept] = store.read.revisions(article.id)[:1]
    assert (kept.reason, kept.name) == (Reason.SENT, "")
    assert store.read.snapshot(kept.hash).article == article
    assert "Send “Rockets" in str(store.read.log(1)[0].name)


def test_an_article_for_the_clipboard(store: Store, article: Article) -> None:
    copy = copied(store.read, store.folder, article.id, START)
    assert "<h1>Rockets hit “Green Zone”</h1>" in copy.html
    assert "<img" not in copy.html
    assert '<p class="photo">[Photo 2]</p>' in copy.html
    assert copy.html.endswith("<p>Photo 1: At dawn [A B//AFP/Getty]<br>\nPhoto 2: A red thing</p>\n")
    assert "BAGHDAD</span> — First." in copy.html
    assert 'href="article' not in copy.html
    assert "BAGHDAD" in copy.text
    assert "First.\n\n[Photo 2]\n\nREAD: Other\n\nUs (https://example.org/us)" in copy.text
    assert copy.text.endswith("\n\nPhoto 1: At dawn [A B//AFP/Getty]\nPhoto 2: A red thing\n")


def test_the_clipboard_tells_of_an_embargo_first(store: Store, article: Article) -> None:
    set_fields(store, article, {"embargo": "2026-04-01 10:00"})
    copy = copied(store.read, store.folder, article.id, START)
    assert copy.text.startswith("EMBARGOED UNTIL ")
    assert copy.html.index("EMBARGOED UNTIL") < copy.html.index("<h1>")
    assert "EMBARGOED" not in copied(store.read, store.folder, article.id, datetime(2026, 5, 1, tzinfo=UTC)).text


def test_the_clipboard_has_the_copy_that_is_asked_for(store: Store, article: Article) -> None:
    with pytest.raises(Trouble, match="no released version"):
        copied(store.read, store.folder, article.id, START, released=True)
    publish(store, article)
    edit_text(store, article.id, {"body": "Newer & <b>bold</b> claim.", "headline": ""})
    assert "First." in copied(store.read, store.folder, article.id, START, released=True).text
    newer = copied(store.read, store.folder, article.id, START)
    assert "Newer & bold claim." in newer.text
    assert "Newer &amp;" in newer.html
    assert newer.text.endswith("Photo 1: At dawn [A B//AFP/Getty]\n")


def test_without_photos_nothing_is_listed(store: Store, article: Article) -> None:
    bare = new_article(store, article.edition, "Bare")
    copy = copied(store.read, store.folder, bare.id, START)
    assert "Photo" not in copy.html + copy.text
    delete_articles(store, [bare.id])
    with pytest.raises(Trouble, match="deleted"):
        copied(store.read, store.folder, bare.id, START)
