"""What stands in the way: told on stderr with a way out, and nothing lost or half-written."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Write = Callable[..., Path]

HOLD = """
import sys
from pathlib import Path
from newsdesk.newsroom import now, write_newsroom
with write_newsroom(Path(sys.argv[1]), Path(sys.argv[1]), now):
    print("held", flush=True)
    sys.stdin.read()
"""


def digest(folder: Path) -> dict[str, str]:
    """What is in a folder, by name, without what SQLite lays beside a file that is read."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


@contextmanager
def held(room: Path) -> Iterator[None]:
    """Another process writes the newsroom."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(room)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield
        process.communicate("")


def test_one_writes_and_all_read(run: Run, sample: Path, write: Write, tmp_path: Path) -> None:
    with held(sample):
        for arguments in (["import", write("a.md", "headline: A")], ["publish", "bridge-forty-years"]):
            told = run("-n", sample, *arguments, code=3).stderr
            assert "being written by another Newsdesk" in told
        assert len(json.loads(run("-n", sample, "list", "--json").stdout)) == 15
        run("-n", sample, "show", "bridge-forty-years")
        run("-n", sample, "search", "bridge")
        run("-n", sample, "export", "site", tmp_path / "site")
        sent = run("-n", sample, "export", "article", "bridge-forty-years", tmp_path / "a.txt", "--format", "text")
        assert "could not be kept in the history" in sent.stderr
    assert "headline: A" not in run("-n", sample, "list").stdout
    run("-n", sample, "publish", "bridge-forty-years")


@pytest.mark.parametrize("verb", [["list"], ["show", "x"], ["publish", "x"], ["export", "site", "out"]])
def test_a_newer_newsroom_is_left_alone(run: Run, room: Path, verb: list[str]) -> None:
    with sqlite3.connect(room / "newsroom.db") as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version = {version + 1}")
    connection.close()
    before = digest(room)
    assert "newsdesk: " in run("-n", room, *verb, code=3).stderr
    assert digest(room) == before


@pytest.mark.parametrize("verb", [["list"], ["import", "x.md"], ["export", "site", "out"]])
def test_what_is_not_a_newsroom(run: Run, tmp_path: Path, verb: list[str]) -> None:
    folder = tmp_path / "other"
    assert "newsdesk: " in run("-n", folder, *verb, code=3).stderr
    assert not folder.exists()
    folder.mkdir()
    assert "newsdesk: " in run("-n", folder, *verb, code=3).stderr
    (folder / "newsroom.db").write_text("hello", encoding="utf-8")
    assert "newsdesk: " in run("-n", folder, *verb, code=3).stderr
    assert (folder / "newsroom.db").read_text(encoding="utf-8") == "hello"
    assert [path.name for path in folder.iterdir()] == ["newsroom.db"]


def test_no_newsroom_at_all(run: Run) -> None:
    told = run("list", code=3).stderr
    assert "There is no newsroom yet." in told
    assert "newsdesk new" in told


def test_the_newsroom_opened_last_is_gone(run: Run, room: Path) -> None:
    room.rename(room.with_name("moved"))
    assert str(room) in run("list", code=3).stderr


def test_dangerous_folders_for_a_site(run: Run, sample: Path, own_folders: Path) -> None:
    before = digest(sample)
    for out in (Path("/"), own_folders, own_folders.parent, sample, sample / "site"):
        assert "“" in run("-n", sample, "export", "site", out, code=3).stderr
        told = run("-n", sample, "export", "article", "bridge-forty-years", out, code=3).stderr
        assert str(out) in told
    assert digest(sample) == before
    assert list(own_folders.iterdir()) == [own_folders / "state"]
    taken = own_folders / "file"
    taken.write_text("mine", encoding="utf-8")
    run("-n", sample, "export", "site", taken, code=3)
    assert taken.read_text(encoding="utf-8") == "mine"


def test_files_of_others_stay(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("mine", encoding="utf-8")
    assert "index.html" in run("-n", sample, "export", "site", out, code=3).stderr
    assert {path.name for path in out.iterdir()} - {".newsdesk"} == {"index.html"}
    assert (out / "index.html").read_text(encoding="utf-8") == "mine"


@pytest.mark.usefixtures("room")
def test_bad_files_lose_nothing(run: Run, write: Write, photo: Path) -> None:
    (photo.parent / "text.jpg").write_text("just text", encoding="utf-8")
    bad = {
        write("missing.md", "headline: A\nlead: none.jpg"): "none.jpg",
        write("text.md", "headline: A\nlead: ../photos/text.jpg"): "text.jpg",
        write("yaml.md", "headline: [A"): "line",
        write("twice.md", "headline: A\nheadline: B"): "twice",
    }
    latin = write("latin.md", "headline: A")
    latin.write_bytes("---\nheadline: Café\n---\n".encode("cp1252"))
    bad[latin] = "UTF-8"
    told = run("import", *bad, code=3).stderr
    for path, what in bad.items():
        assert str(path) in told
        assert what in told
    assert run("list").stdout == ""


def test_a_state_that_cannot_be_read_is_no_failure(run: Run, room: Path, own_folders: Path) -> None:
    remembered = own_folders / "state" / "newsdesk" / "newsrooms.json"
    assert json.loads(remembered.read_text(encoding="utf-8"))["last"] == str(room)
    for text in ("{", "[]", '{"last": 5}'):
        remembered.write_text(text, encoding="utf-8")
        assert "A copy of it is used" in run("list").stderr
    remembered.write_text('{"last": ""}', encoding="utf-8")
    assert "no newsroom yet" in run("list", code=3).stderr
    remembered.unlink()
    remembered.mkdir()
    run("-n", room, "list")


@pytest.mark.usefixtures("room")
def test_wrong_use(run: Run) -> None:
    for arguments in (["lst"], ["show"], ["list", "--status", "nothing"], ["export"], ["import"], ["search"]):
        run(*arguments, code=2)
    assert "There is no verb “publsh”. Perhaps you mean: publish" in run("publsh", "a", code=2).stderr
    assert "There is no verb “page”. There are: site, article, plain." in run("export", "page", code=2).stderr
    assert "No such option" in run("--nothing", code=2).stderr


@pytest.mark.usefixtures("room")
def test_a_bug_is_not_hidden(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("newsdesk.newsroom.listing.every_row", broken)
    monkeypatch.setattr("newsdesk.cli.list.every_row", broken)
    with pytest.raises(ZeroDivisionError):
        run("list")


@pytest.mark.usefixtures("room")
def test_stopping_by_hand(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    files = [write("a.md", "headline: A"), write("b.md", "headline: B")]
    with monkeypatch.context() as patch:
        patch.setattr("newsdesk.store.Store.put_all", stopped)
        assert "stopped" in run("import", *files, code=130).stderr
    assert run("list").stdout == ""
    run("import", *files)


@pytest.mark.usefixtures("room")
def test_a_held_article_needs_a_reason(run: Run, write: Write, tmp_path: Path) -> None:
    run("import", write("a.md", "headline: A\nslug: a\nstatus: held"))
    out = tmp_path / "a.txt"
    told = run("export", "article", "a", out, "--format", "text", code=3).stderr
    assert "“A” is held." in told
    assert "--reason" in told
    assert not out.exists()
    run("export", "article", "a", out, "--format", "text", "--reason", "The lawyer reads it")
    assert out.read_text(encoding="utf-8").startswith("A\n")
    assert "is held" in run("publish", "a", code=3).stderr


@pytest.mark.usefixtures("room")
def test_deliveries_overwrite_only_their_own(run: Run, write: Write, tmp_path: Path) -> None:
    run("import", write("a.md", "headline: A\nslug: a\nembargo: 2999-01-01 06:00"))
    out = tmp_path / "a.txt"
    run("export", "article", "a", out, "--format", "text")
    assert out.read_text(encoding="utf-8").startswith("EMBARGOED UNTIL 1 January 2999, 06:00 (Europe/Lisbon)\n")
    run("set", "a", "headline=B")
    run("export", "article", "a", out, "--format", "text")
    out.write_text("mine", encoding="utf-8")
    assert "did not write" in run("export", "article", "a", out, "--format", "text", code=3).stderr
    assert out.read_text(encoding="utf-8") == "mine"
    run("export", "article", "a", tmp_path, "--format", "single")
    assert (tmp_path / "a.html").is_file()
    assert "no released version" in run("export", "article", "a", tmp_path / "r", "--released", code=3).stderr
    run("publish", "a")
    run("set", "a", "headline=C")
    assert "released version of “B”" in run("export", "article", "a", tmp_path / "r", "--released").stderr
    page = (tmp_path / "r" / "index.html").read_text(encoding="utf-8")
    assert "<h1>B</h1>" in page.replace("\n", "")


@pytest.mark.parametrize(
    "words",
    [
        ["show", "\udcff"],
        ["set", "\udcff", "headline=A"],
        ["set", "a", "headline=\udcff"],
        ["search", "\udcff"],
        ["list", "--section", "\udcff"],
        ["publish", "\udcff"],
        ["publish", "a", "--at", "\udcff"],
        ["unpublish", "\udcff"],
        ["export", "article", "\udcff", "out"],
        ["export", "article", "a", "out", "--reason", "\udcff"],
        ["export", "site", "out", "--base-url", "https://\udcff/"],
        ["settings", "title=\udcff"],
        ["new", "folder", "--title", "\udcff"],
    ],
)
def test_words_that_are_no_text(run: Run, words: list[str]) -> None:
    assert "is not text in UTF-8" in run(*words, code=2).stderr


@pytest.mark.parametrize(
    "words",
    [
        ["new", ""],
        ["-n", "", "list"],
        ["list", "-n", " "],
        ["import", ""],
        ["photos", "add", ""],
        ["export", "site", ""],
        ["export", "article", "a", ""],
        ["publish", "a", "--at", ""],
    ],
)
def test_empty_words_are_wrong_use(run: Run, words: list[str]) -> None:
    assert "empty" in run(*words, code=2).stderr


@pytest.mark.usefixtures("room")
def test_files_are_judged_one_by_one(run: Run, write: Write, photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed, opened = write("closed.md", "headline: Closed"), write("open.md", "headline: Open")
    allowed = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: path not in map(str, (closed, photo)) and allowed(path, mode)
    )
    assert run("import", closed, opened).stdout.count("new") == 2
    assert "new" in run("photos", "add", photo).stdout
