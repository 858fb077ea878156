"""Backing up and restoring from the command line, beside an open newsroom and out of a damaged one."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsdesk.newsroom import now, write_newsroom
from newsdesk.paths import data_folder, state_folder
from unit.backups.test_restoring import rows
from unit.cli.conftest import Run


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def listed(run: Run, room: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("backup", "-n", room, "--list", "--json").stdout)
    return found


def test_one_into_the_places(run: Run, sample: Path, tmp_path: Path) -> None:
    made = run("backup", "-n", sample)
    (file,) = made.stdout.split("\n")[:-1]
    assert Path(file).is_relative_to(data_folder() / "backups")
    assert "15 articles, 12 photos" in made.stderr
    assert "no second place" in made.stderr
    stick = tmp_path / "stick"
    stick.mkdir()
    both = run("backup", "-n", sample, "--second", stick)
    first, second = map(Path, both.stdout.splitlines())
    assert second.is_relative_to(stick)
    assert "same disk" in both.stderr
    record, *_ = listed(run, sample)
    assert record["file"] == str(first)
    assert record["places"] == ["first", "second"]
    assert record["kind"] == "by-hand"
    assert (record["articles"], record["photos"], record["missing"]) == (15, 12, [])
    assert "first+second" in run("backup", "-n", sample, "--list").stdout
    stick.rename(tmp_path / "drawer")
    gone = run("backup", "-n", sample, code=3)
    assert "not there" in gone.stderr
    assert Path(gone.stdout.strip()).exists()
    assert "no second place" in run("backup", "-n", sample, "--no-second").stderr


def test_beside_who_writes(run: Run, room: Path, tmp_path: Path) -> None:
    with write_newsroom(room, state_folder(), now):
        run("backup")
        run("backup", tmp_path / "out.zip")
        assert "Another" not in run("backup", "--list").stdout
        assert "being written" in run("restore", tmp_path / "out.zip", room, "--over", code=3).stderr


def test_there_and_back_in_one_file(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "carried.zip"
    assert run("backup", "-n", sample, out).stdout == f"{out}\n"
    shutil.rmtree(sample)
    back = run("restore", out, tmp_path / "again")
    assert back.stdout == f"{tmp_path / 'again'}\n"
    assert "15 articles, 12 photos" in back.stderr
    assert len(json.loads(run("list", "--json").stdout)) == 15


def test_over_the_present_state(run: Run, room: Path, write: Callable[..., Path]) -> None:
    run("import", write("one.md", "title: One"))
    file = Path(run("backup").stdout.strip())
    run("import", write("two.md", "title: Two"))
    told = run("restore", file, room, code=3).stderr
    assert "a newsroom in" in told
    assert f"newsdesk restore --over {file} {room}" in told
    told = run("restore", file, room, "--over").stderr
    assert [row["headline"] for row in json.loads(run("list", "--json").stdout)] == ["One"]
    assert "The state before is in" in told
    before = next(record for record in listed(run, room) if record["kind"] == "restore")
    run("restore", str(before["file"]), room, "--over")
    assert len(json.loads(run("list", "--json").stdout)) == 2


def test_a_damaged_newsroom_is_named_and_comes_back(run: Run, sample: Path) -> None:
    file = Path(run("backup", "-n", sample).stdout.strip())
    os.truncate(sample / "newsroom.db", 50_000)
    told = run("backup", "-n", sample, code=3)
    assert "damaged" in told.stderr
    assert "newsdesk doctor" in told.stderr
    assert [record["file"] for record in listed(run, sample)] == [str(file)]
    run("restore", file, sample, "--over")
    run("list", "-n", sample)


@pytest.mark.parametrize(
    "arguments",
    [("--list", "out.zip"), ("--json",), ("--second", "a", "--no-second"), ("--list", "--second", "a"), ("",)],
)
def test_what_goes_not_together_is_wrong_use(run: Run, arguments: tuple[str, ...]) -> None:
    run("backup", *arguments, code=2)


def test_without_backups_or_a_newsroom(run: Run, room: Path, tmp_path: Path) -> None:
    assert "There are no backups yet" in run("backup", "--list").stderr
    assert listed(run, room) == []
    assert "cannot be opened" in run("backup", "-n", tmp_path / "nothing", code=3).stderr
    run("backup", "-n", tmp_path / "nothing", "--second", tmp_path, code=3)
    assert not (tmp_path / "nothing").exists()
    assert "not a whole backup" in run("restore", room / "newsroom.db", tmp_path / "again", code=3).stderr


def test_a_folder_of_backups_names_the_newest_and_the_command(run: Run, sample: Path, tmp_path: Path) -> None:
    stick, again = tmp_path / "stick", tmp_path / "again"
    stick.mkdir()
    run("backup", "-n", sample, "--second", stick)
    newest = Path(run("backup", "-n", sample).stdout.splitlines()[1])
    for place in (stick, newest.parent):
        told = run("restore", place, again, code=3).stderr
        assert f"newsdesk restore {newest} {again}" in told
        told = run("restore", "--over", place, sample, code=3).stderr
        assert f"newsdesk restore --over {newest} {sample}" in told
    assert not again.exists()
    run("restore", newest, again)


def test_a_list_without_any_newsroom_says_what_to_do(run: Run, tmp_path: Path) -> None:
    told = run("backup", "--list", code=3).stderr
    assert "There is no newsroom" in told
    assert "newsdesk restore" in told
    assert "-n" in run("backup", "-n", tmp_path / "nothing", "--list", "--json", code=3).stderr


def test_times_are_told_in_the_zone_of_the_newsroom(run: Run, room: Path, tmp_path: Path) -> None:
    run("settings", "zone=Pacific/Kiritimati")
    file = run("backup").stdout.strip()
    (record,) = listed(run, room)
    made = datetime.fromisoformat(str(record["made"])).astimezone(ZoneInfo("Pacific/Kiritimati"))
    assert run("backup", "--list").stdout.startswith(f"{made:%Y-%m-%d %H:%M}  ")
    assert f"as it was at {made:%Y-%m-%d %H:%M}" in run("restore", file, tmp_path / "again").stderr
    (room / "newsroom.db").write_bytes(b"hello")
    assert file in run("backup", "-n", room, "--list").stdout


def many(write: Callable[..., Path], count: int) -> list[Path]:
    return [write(f"{number}.md", f"title: Article {number}") for number in range(count)]


def test_a_backup_comes_before_many_files(run: Run, room: Path, write: Callable[..., Path]) -> None:
    run("import", *many(write, 10))
    assert listed(run, room) == []  # there was nothing to lose
    more = [write(f"more-{number}.md", f"title: More {number}") for number in range(10)]
    run("import", *more[:9])
    assert listed(run, room) == []
    run("import", "--no-backup", "--update", more[0])
    assert listed(run, room) == []
    run("import", "--update", more[0])
    assert [(record["kind"], record["articles"]) for record in listed(run, room)] == [("import", 19)]
    run("import", "--update", more[0])  # which changed nothing: the backup is still the newest state
    assert len(listed(run, room)) == 1


def test_nothing_is_imported_without_the_backup(run: Run, room: Path, write: Callable[..., Path]) -> None:
    run("import", *many(write, 3))
    (data_folder() / "backups").parent.mkdir(parents=True, exist_ok=True)
    (data_folder() / "backups").write_text("in the way")
    more = [write(f"more-{number}.md", f"title: More {number}") for number in range(10)]
    told = run("import", *more, code=3)
    assert "Nothing was imported" in told.stderr
    assert "--no-backup" in told.stderr
    assert len(json.loads(run("list", "--json").stdout)) == 3
    run("import", "--no-backup", *more)
    assert len(json.loads(run("list", "--json").stdout)) == 13
    assert room.exists()


def test_all_comes_back_in_an_empty_home_from_the_second_place(
    run: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a stick in the drawer is for: rows, originals and the site are what they were."""
    stick = tmp_path / "stick"
    stick.mkdir()
    run("export", "site", "-n", sample, tmp_path / "site before", "--base-url", "https://example.org/")
    before, records = tree(sample), rows(sample)
    run("backup", "-n", sample, "--second", stick)
    shutil.rmtree(sample)
    shutil.rmtree(tmp_path / "home")
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "new home" / name.lower()))
    (file,) = stick.glob("*/*.zip")
    again = tmp_path / "again"
    run("restore", file, again)
    originals = {path: content for path, content in before.items() if path.startswith("originals/")}
    assert originals == {path: content for path, content in tree(again).items() if path.startswith("originals/")}
    assert len(originals) == 12
    assert rows(again) == records
    run("export", "site", tmp_path / "site after", "--base-url", "https://example.org/")
    assert tree(tmp_path / "site after") == tree(tmp_path / "site before")


def test_a_damaged_list_of_newsrooms_is_told_once_and_the_second_place_stays(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    run("backup", "-n", sample, "--second", stick)
    kept = state_folder() / "newsrooms.json"
    kept.write_text(kept.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    told = run("backup", "-n", sample)
    assert "was damaged. A copy of it is used" in told.stderr
    assert f"{kept}.broken" in told.stderr
    assert str(stick) in told.stdout
    assert "damaged" not in run("backup", "-n", sample).stderr


def test_backups_of_a_copy_are_told_from_ones_own(run: Run, sample: Path, tmp_path: Path) -> None:
    own = Path(run("backup", "-n", sample).stdout.strip())
    copy = tmp_path / "copy"
    run("restore", own, copy)
    other = Path(run("backup", "-n", copy).stdout.strip())
    records = listed(run, sample)
    assert [(one["file"], one["own"], one["folder"]) for one in records] == [
        (str(own), True, None),
        (str(other), False, str(copy)),
    ]
    lines = run("backup", "-n", sample, "--list").stdout.splitlines()
    assert [f"made in {copy}" in line for line in lines] == [False, True]
    told = run("restore", other, sample, "--over").stderr
    assert f"It was made in another folder, {copy}; what was changed here since is not in it." in told
    assert "another folder" not in run("restore", own, sample, "--over").stderr
