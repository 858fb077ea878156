"""The whole way through the command line, and what each verb prints."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
Write = Callable[..., Path]


def files_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and time of each file."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def test_the_whole_job(run: Run, tmp_path: Path, photo: Path, write: Write) -> None:
    out = tmp_path / "site"
    assert "15 articles" in run("new", tmp_path / "desk", "--sample").stderr
    listed = json.loads(run("list", "--json").stdout)
    assert len(listed) == 15
    assert {"id", "slug", "headline", "status", "section", "edition", "updated"} <= listed[0].keys()
    run("import", write("own.md", "headline: Our own\nsection: Harbour", "A word: pelican."))
    run("set", "our-own", "kicker=New", "topics=Work, Food", "byline=Inês Costa (Editor)", "embargo=")
    added = json.loads(run("photos", "add", photo, "--json").stdout)
    run("set", "our-own", f"lead={added[0]['id']}", "lead_caption=The quay", "lead_credit=[A B//AFP/Getty]")
    shown = json.loads(run("show", "our-own", "--json").stdout)
    assert shown["placements"][0]["photo"]["credit"]["distributor"] == "Getty"
    assert (shown["kicker"], shown["topics"], shown["bylines"][0]["role"]) == ("New", ["Work", "Food"], "Editor")
    assert "released" in run("publish", "our-own").stderr
    assert (
        "2 unpublished articles are not in this site."
        in run("export", "site", out, "--base-url", "https://example.org").stdout
    )
    page = next(out.rglob("our-own.html")).read_text(encoding="utf-8")
    assert "[A B//AFP/Getty]" in page
    before = files_in(out)
    assert (
        "0 files new, 0 changed, 0 removed"
        in run("export", "site", out, "--base-url", "https://example.org").stdout
    )
    assert files_in(out) == before
    assert "our-own" in run("search", "pelic").stdout


def test_an_edit_changes_no_page_before_it_is_published(run: Run, sample: Path, tmp_path: Path) -> None:
    run("-n", sample, "export", "site", tmp_path / "site")
    before = files_in(tmp_path / "site")
    run("-n", sample, "set", "fish-prices-fall", "headline=Edited", "body=Nothing left.")
    run("-n", sample, "export", "site", tmp_path / "site")
    assert files_in(tmp_path / "site") == before
    assert "published *" in run("-n", sample, "list").stdout
    run("-n", sample, "publish", "fish-prices-fall")
    run("-n", sample, "export", "site", tmp_path / "site")
    changed = [name for name, file in files_in(tmp_path / "site").items() if before.get(name) != file]
    assert any(name.endswith("fish-prices-fall.html") for name in changed)


def test_no_export_replaces_the_site_of_another_newsroom(run: Run, sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run("-n", sample, "export", "site", site)
    before = files_in(site)
    run("new", tmp_path / "other")
    for more in ([], ["--dry-run"]):
        said = run("-n", tmp_path / "other", "export", "site", site, *more, code=3).stderr
        assert f"“{site}” holds the site of another newsroom" in said
        assert "Export into another folder, or delete that one first." in said
    assert files_in(site) == before


def test_a_restored_newsroom_goes_on_with_its_site(run: Run, sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run("-n", sample, "export", "site", site)
    run("-n", sample, "backup", tmp_path / "all.zip")
    run("-n", sample, "export", "plain", tmp_path / "plain")
    for number, kept in enumerate(("all.zip", "plain")):
        run("restore", tmp_path / kept, tmp_path / f"again-{number}")
        assert "0 removed" in run("-n", tmp_path / f"again-{number}", "export", "site", site).stdout


def test_two_exports_are_the_same_bytes(run: Run, sample: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("-n", sample, "export", "site", tmp_path / name)
    one, two = ({name: data for name, (data, _) in files_in(tmp_path / each).items()} for each in ("one", "two"))
    assert one == two


def test_dry_run_writes_nothing(run: Run, sample: Path, tmp_path: Path) -> None:
    listed = run("-n", sample, "export", "site", tmp_path / "site", "--dry-run").stdout
    assert "+ index.html\n" in listed
    assert not (tmp_path / "site").exists()
    run("export", "site", tmp_path / "site")
    written = {name for name in files_in(tmp_path / "site") if not name.startswith(".newsdesk")}
    assert {line[2:] for line in listed.splitlines() if line.startswith("+ ")} == written


def test_one_file_is_one_file(run: Run, sample: Path, tmp_path: Path) -> None:
    for comments, told in (("off", " files new, "), ("on", "13 articles: 1 file new, ")):
        run("-n", sample, "set", "fish-prices-fall", f"comments={comments}")
        run("publish", "fish-prices-fall")
        assert told in run("export", "site", tmp_path / "site").stdout


def test_list_in_columns_and_filtered(run: Run, sample: Path) -> None:
    lines = run("-n", sample, "list").stdout.splitlines()
    assert len(lines) == 15
    ends = [line.split()[0] for line in lines]
    assert all(len(end) == 6 for end in ends)
    assert "\u2068" not in "".join(lines)
    assert run("show", ends[3]).exit_code == 0
    assert len(run("list", "--status", "draft").stdout.splitlines()) == 1
    assert len(run("list", "--section", "harbour").stdout.splitlines()) == 6
    assert len(run("list", "--section", "Puerto", "--edition", "es").stdout.splitlines()) == 1
    assert len(run("list", "--edition", "ar").stdout.splitlines()) == 1
    assert len(run("list", "--topic", "Weather").stdout.splitlines()) >= 3
    assert json.loads(run("list", "--status", "killed", "--json").stdout) == []
    nothing = run("list", "--status", "killed")
    assert (nothing.stdout, nothing.stderr) == ("", "Nothing found.\n")
    assert "Perhaps you mean: Harbour" in run("list", "--section", "Harbor", code=3).stderr


def test_an_article_by_each_of_its_names(run: Run, sample: Path) -> None:
    record = json.loads(run("-n", sample, "show", "es/turno-de-noche-estibadores", "--json").stdout)
    id = record["id"]
    assert record["edition"] == "es"
    assert {one["edition"] for one in record["translations"]} == {"en", "pt", "ar"}
    assert record["links"][0]["slug"] == "council-reopens-customs-house"
    for ref in (id, id.upper(), id[-6:], id[-9:]):
        assert json.loads(run("show", ref, "--json").stdout)["id"] == id
    wrong = run("show", "turno-de-noche-estibadores", code=3)
    assert "Perhaps you mean: es/turno-de-noche-estibadores" in wrong.stderr
    assert "Perhaps you mean: fish-prices-fall" in run("show", "fish-price-fall", code=3).stderr
    assert "list" in run("show", "zzzzzz", code=3).stderr


def test_show_in_its_three_forms(run: Run, sample: Path, tmp_path: Path) -> None:
    run("-n", sample, "settings", "zone=Asia/Tokyo")
    plain = run("show", "council-reopens-customs-house").stdout
    assert "headline" in plain
    assert re.search(r"^first released +2026-01-15 21:15$", plain, re.MULTILINE)
    assert "photo:" in plain
    assert "READ: " in plain
    text = run("show", "council-reopens-customs-house", "--markdown").stdout
    (tmp_path / "back.md").write_text(text, encoding="utf-8")
    assert "unchanged" in run("import", tmp_path / "back.md", "--update", "--strict").stdout
    assert "either" in run("show", "x", "--markdown", "--json", code=2).stderr


def test_import_reports_what_it_did(run: Run, room: Path, write: Write) -> None:
    good, bad = write("good.md", "headline: Good\nsection: New"), write("bad.md", "headline: Bad\nlead: none.jpg")
    result = run("-n", room, "import", good, bad, code=3)
    assert "good" in result.stdout
    assert "New section “New”." in result.stderr
    assert "bad.md" in result.stderr
    assert "none.jpg" in result.stderr
    again = json.loads(run("import", good, "--json", code=3).stdout)
    assert again["imported"] == []
    assert json.loads(run("show", "good", "--json").stdout)["id"] in again["refused"][0]["reason"]
    assert (
        "There is no section “Other”"
        in run("import", write("o.md", "headline: O\nsection: Other"), "--strict", code=3).stderr
    )


def test_photos_are_kept_once(run: Run, room: Path, photo: Path) -> None:
    text = photo.parent / "text.jpg"
    text.write_text("no picture", encoding="utf-8")
    result = run("photos", "-n", room, "add", photo, text, photo.parent / "none.jpg", code=3)
    assert "new" in result.stdout
    assert "text.jpg" in result.stderr
    assert "none.jpg" in result.stderr
    assert "known" in run("photos", "add", "-n", room, photo).stdout


def test_publish_says_when(run: Run, room: Path, write: Write) -> None:
    run("import", write("a.md", "headline: A\nslug: a"))
    assert "before 2999-01-01 00:00:00+00:00" in run("publish", "a", "--at", "2999-01-01").stderr
    again = run("publish", "a").stderr
    assert "already, but not before 2999" in again
    assert "newsdesk publish a --at now" in again
    assert "is not in this site before 2999" in run("export", "site", room.parent / "site").stdout
    assert "Export the site to put it online" in run("publish", "a", "--at", "NOW").stderr
    assert "readers have this version already" in run("publish", "a").stderr
    assert "leaves the site until then" in run("publish", "a", "--at", "2999-01-01").stderr
    run("set", "a", "embargo=2999-01-01")
    assert "embargoed until 2999" in run("publish", "a", "--at", "now", code=3).stderr
    assert "its status is ready" in run("unpublish", "a").stderr
    assert "not published" in run("unpublish", "a", code=3).stderr
    assert "not a date" in run("publish", "a", "--at", "soon", code=3).stderr


def test_set_knows_its_fields(run: Run, sample: Path) -> None:
    assert "Perhaps you mean: headline" in run("-n", sample, "set", "x", "hedline=A", code=2).stderr
    assert "There is no field “title”. Perhaps you mean: headline." in run("set", "x", "title=A", code=2).stderr
    assert (
        "“newsdesk import” makes"
        in run("set", "-n", sample, "fish-prices-fall", "topics=Xylophones", code=3).stderr
    )
    assert "NAME=VALUE" in run("set", "x", "headline", code=2).stderr
    assert (
        "Perhaps you mean: Politics"
        in run("set", "-n", sample, "fish-prices-fall", "section=Politic", code=3).stderr
    )
    assert "newsdesk publish" in run("set", "bridge-forty-years", "status=published", code=3).stderr
    assert "status" in run("set", "--help").stdout


def test_new_says_what_it_made(run: Run, tmp_path: Path) -> None:
    assert "“Diario”" in run("new", tmp_path / "d", "--title", "Diario", "--language", "es").stderr
    assert "not empty" in run("new", tmp_path / "d", code=3).stderr
    assert "language tag" in run("new", tmp_path / "e", "--language", "Spanish!", code=3).stderr
    assert not (tmp_path / "e").exists()
    assert "It has: en, es, pt, ar" in run("new", tmp_path / "f", "--sample", "--language", "de", code=3).stderr
    run("new", tmp_path / "g", "--sample", "--language", "ar", "--title", "ميناء")
    assert "وردية الليل" in run("show", "wardiyat-al-layl").stdout


def test_the_newsroom_that_is_meant(run: Run, sample: Path, room: Path) -> None:
    assert (run("list").stdout, run("list").stderr) == ("", "There are no articles yet.\n")
    nothing = run("search", "pelican")
    assert (nothing.stdout, nothing.stderr) == ("", "Nothing found.\n")
    assert len(run("list", "-n", sample).stdout.splitlines()) == 15
    assert len(run("list").stdout.splitlines()) == 15
    assert run("-n", sample, "list", "-n", room).stdout == ""


def test_settings_are_shown_and_changed(run: Run, room: Path) -> None:
    assert json.loads(run("-n", room, "settings", "--json").stdout)["title"] == "Test"
    run("settings", "tagline=All the news", "comments=on", "base_url=https://example.org/news", "zone=Asia/Tokyo")
    shown = run("settings").stdout
    assert "All the news" in shown
    assert "https://example.org/news/" in shown
    for wrong in ("https://", "https://[", "example.org", "https://exa mple.org", "https://example.org/?a"):
        assert "address of a site" in run("settings", f"base_url={wrong}", code=3).stderr
        assert "address of a site" in run("export", "site", room, "--base-url", wrong, code=3).stderr
    for wrong in ("accent=red", "zone=Atlantis", "base_url=example.org", "comments=maybe", "title=", "logo=a/b"):
        assert run("settings", "tagline=x", wrong, code=3).stderr
    odd = ("address={slug:>99}", "address={slug!r}", "credit_form={person:>99}")
    for wrong in ("address={year}", "address={slug", "credit_form={agency}", "credit_form={who}", *odd):
        assert run("settings", wrong, code=3).stderr
    assert run("settings").stdout == shown
    assert "no setting “titel”. Perhaps you mean: title" in run("settings", "titel=x", code=2).stderr


def test_set_says_what_a_status_means_for_readers(run: Run, room: Path, write: Write) -> None:
    run("-n", room, "import", write("a.md", "headline: A\nslug: a"))
    assert "readers" not in run("set", "a", "status=ready").stderr
    run("publish", "a")
    assert "readers" not in run("set", "a", "kicker=New").stderr
    assert "counts once it is published again" in run("set", "a", "embargo=2099-01-01").stderr
    assert "published again" not in run("set", "a", "kicker=K").stderr
    run("set", "a", "embargo=")
    assert "readers still have the released version" in run("set", "a", "status=editing").stderr
    assert "takes its page off the site" in run("set", "a", "status=held").stderr
    assert "shows the released version again" in run("set", "a", "status=ready").stderr
    assert "its release is ended" in run("set", "a", "status=spiked").stderr
    assert "readers" not in run("set", "a", "status=draft").stderr


def test_comments_need_a_text(run: Run, room: Path, write: Write) -> None:
    run("-n", room, "import", write("a.md", "headline: A\nslug: a"))
    for words in (["settings", "comments=on"], ["set", "a", "comments=on"]):
        assert "until comments_text is set" in run(*words).stderr
        assert "comments_text" not in run(*words[:-1], "comments=off").stderr
    assert "until" not in run("settings", "comments_text=Write to us", "comments=on").stderr
    assert "until" not in run("set", "a", "comments=on").stderr


def test_the_ending_of_a_file_says_its_form(run: Run, room: Path, write: Write, tmp_path: Path) -> None:
    run("-n", room, "import", write("a.md", "headline: A\nslug: a"))
    for name, start in (("a.zip", b"PK"), ("a.TXT", b"A\n"), ("a.html", b"<!"), ("a.htm", b"<!")):
        run("export", "article", "a", tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)
    run("export", "article", "a", tmp_path / "page")
    assert (tmp_path / "page" / "index.html").is_file()
    run("export", "article", "a", tmp_path / "piece.html", "--format", "fragment")
    for name, form in (("b.zip", "page"), ("b.html", "text"), ("b.txt", "single")):
        told = run("export", "article", "a", tmp_path / name, "--format", form, code=2).stderr
        assert f"not by --format {form}" in told
        assert not (tmp_path / name).exists()
    (tmp_path / "folder.zip").mkdir()
    run("export", "article", "a", tmp_path / "folder.zip", "--format", "text")
    assert (tmp_path / "folder.zip" / "a.txt").is_file()
    long = tmp_path / ("long" * 100 + ".txt")
    assert "cannot be written" in run("export", "article", "a", long, code=3).stderr
