"""Files go into a site's folder whole, in order, and nothing that is not ours is touched."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from filelock import FileLock

from newsdesk.errors import Trouble
from newsdesk.i18n import Message
from newsdesk.publish.folder import check_folder
from newsdesk.publish.outputs import Cancelled, Files, Output, Stage, Written
from newsdesk.publish.writer import write_site
from unit.publish.newsrooms import marks, tree

ROOT = Path(__file__).parents[3]
FIRST = {"a.html": "one", "deep/er/b.html": "two", "index.html": "three"}


def stage_of(files: Mapping[str, str]) -> Stage:
    """Each file an output of its own, keyed by its text."""

    def make(outputs: Sequence[Output]) -> Iterator[Files]:
        for output in outputs:
            yield [(output.paths[0], files[output.paths[0]].encode())]

    return Stage(Message("Making"), [Output(text, (path,)) for path, text in files.items()], make)


def write(out: Path, files: Mapping[str, str], *, dry_run: bool = False, stop: bool = False) -> Written:
    """Bring `out` to these files."""
    return write_site(out, "ours", [stage_of(files)], lambda *_: None, lambda: stop, dry_run)


def texts(out: Path) -> dict[str, str]:
    """All files but ours in `.newsdesk`."""
    return {
        path.relative_to(out).as_posix(): path.read_text()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".newsdesk" not in path.parts
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with the first site in it."""
    folder = tmp_path / "site"
    write(folder, FIRST)
    return folder


def test_a_first_export_writes_everything_and_leaves_no_litter(out: Path) -> None:
    assert texts(out) == FIRST
    assert [path.name for path in (out / ".newsdesk").iterdir()] == ["manifest.json"]


def test_a_second_export_touches_nothing(out: Path) -> None:
    before = marks(out)
    written = write(out, FIRST)
    assert (written.new, written.changed, written.removed) == ((), (), ())
    assert sorted(written.unchanged) == sorted(FIRST)
    assert marks(out) == before


def test_changes_are_told_apart(out: Path) -> None:
    second = {"a.html": "one", "index.html": "4", "new/c.html": "5"}
    planned = write(out, second, dry_run=True)
    assert texts(out) == FIRST
    written = write(out, second)
    assert written == planned
    assert (written.new, written.changed) == (("new/c.html",), ("index.html",))
    assert (written.removed, written.unchanged) == (("deep/er/b.html",), ("a.html",))
    assert texts(out) == second
    assert not (out / "deep").exists()


def test_another_key_with_the_same_bytes_touches_only_the_manifest(out: Path) -> None:
    before = marks(out)
    stage = stage_of(FIRST)
    other = Stage(stage.name, [Output("other", output.paths) for output in stage.outputs], stage.make)
    written = write_site(out, "ours", [other], lambda *_: None, lambda: False)
    assert not written.changed
    after = marks(out)
    assert {path for path in before if before[path] != after[path]} == {".newsdesk/manifest.json"}


def test_what_is_missing_or_cut_off_is_made_again(out: Path) -> None:
    (out / "a.html").unlink()
    (out / "index.html").write_bytes(b"")
    written = write(out, FIRST)
    assert written.changed == ("a.html", "index.html")
    assert not written.set_aside
    assert texts(out) == FIRST


def test_a_page_that_someone_changed_is_kept_beside_ours(out: Path) -> None:
    (out / "a.html").write_text("mine")
    assert write(out, FIRST).set_aside == (("a.html", "a.html.changed"),)
    (out / "a.html").write_text("mine again")
    assert write(out, FIRST).set_aside == (("a.html", "a.html.changed-2"),)
    assert texts(out) == FIRST | {"a.html.changed": "mine", "a.html.changed-2": "mine again"}
    assert not write(out, FIRST).set_aside


def test_a_changed_page_that_is_not_wanted_any_more_is_left(out: Path) -> None:
    (out / "deep/er/b.html").write_text("mine")
    written = write(out, {"a.html": "one"})
    assert written.removed == ("index.html",)
    assert written.left == ("deep/er/b.html",)
    assert texts(out) == {"a.html": "one", "deep/er/b.html": "mine"}
    assert write(out, {"a.html": "one"}).left == ()


def test_files_and_folders_of_others_stay(tmp_path: Path) -> None:
    out = tmp_path / "site"
    (out / "deep" / "empty").mkdir(parents=True)
    (out / "CNAME").write_text("example.org")
    write(out, FIRST)
    (out / "deep/er/mine.txt").write_text("mine")
    write(out, {})
    assert texts(out) == {"CNAME": "example.org", "deep/er/mine.txt": "mine"}
    assert (out / "deep" / "empty").is_dir()


def test_an_empty_folder_that_was_there_before_us_stays(tmp_path: Path) -> None:
    out = tmp_path / "site"
    (out / "deep").mkdir(parents=True)
    write(out, FIRST)
    write(out, {})
    assert [path.name for path in out.iterdir() if path.name != ".newsdesk"] == ["deep"]


def test_a_file_of_another_in_the_way_is_named_before_anything_is_written(tmp_path: Path) -> None:
    out = tmp_path / "site"
    (out / "deep").mkdir(parents=True)
    (out / "index.html").write_text("mine")
    before = tree(out)
    with pytest.raises(Trouble, match=r"index\.html.*in the way"):
        write(out, FIRST)
    assert tree(out) == before
    (out / "index.html").unlink()
    (out / "deep" / "er").write_text("a file where a folder should be")
    with pytest.raises(Trouble, match=r"deep.er.*in the way"):
        write(out, FIRST)


def test_nothing_is_written_or_removed_through_links(out: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "er").mkdir(parents=True)
    canary = outside / "er" / "b.html"
    canary.write_text("two")
    for name in ("b.html", "er"):
        path = out / "deep" / "er" / name
        path.unlink() if name == "b.html" else path.parent.rmdir()
    (out / "deep").rmdir()
    (out / "deep").symlink_to(outside)
    with pytest.raises(Trouble, match="deep"):
        write(out, FIRST)
    assert write(out, {"a.html": "one"}).left == ("deep/er/b.html",)
    assert tree(outside) == {"er/b.html": tree(outside)["er/b.html"]}
    assert canary.read_text() == "two"


def test_a_link_in_the_place_of_a_page_is_put_aside_and_what_it_leads_to_stays(out: Path, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    canary.write_text("one")
    (out / "a.html").unlink()
    (out / "a.html").symlink_to(canary)
    assert write(out, FIRST | {"a.html": "new"}).set_aside == (("a.html", "a.html.changed"),)
    assert canary.read_text() == "one"
    assert not (out / "a.html").is_symlink()
    assert (out / "a.html.changed").is_symlink()


def test_a_manifest_cannot_make_us_remove_what_lies_outside(out: Path) -> None:
    canary = out.parent / "canary"
    canary.write_text("one")
    manifest = out / ".newsdesk" / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"a.html"', '"../canary"'))
    (out / "a.html").unlink()
    write(out, FIRST)
    assert canary.read_text() == "one"


def test_the_site_of_another_newsroom_is_left_alone(out: Path) -> None:
    before = marks(out)
    for dry_run in (True, False):
        with pytest.raises(Trouble, match="site of another newsroom"):
            write_site(out, "theirs", [stage_of({})], lambda *_: None, lambda: False, dry_run)
    assert marks(out) == before


def test_a_site_that_another_newsroom_has_begun_is_left_alone(out: Path) -> None:
    (out / ".newsdesk" / "manifest.json").rename(out / ".newsdesk" / "next.json")
    before = marks(out)
    with pytest.raises(Trouble, match="site of another newsroom"):
        write_site(out, "theirs", [stage_of(FIRST)], lambda *_: None, lambda: False)
    assert marks(out) == before


def test_a_manifest_of_an_earlier_version_gets_the_newsroom(out: Path) -> None:
    manifest = out / ".newsdesk" / "manifest.json"
    now = manifest.read_text()
    manifest.write_text(now.replace('"newsroom":"ours",\n', ""))
    assert manifest.read_text() != now
    written = write(out, FIRST)
    assert (written.new, written.changed, written.removed) == ((), (), ())
    assert manifest.read_text() == now


def test_a_damaged_manifest_is_named(out: Path) -> None:
    (out / ".newsdesk" / "manifest.json").write_text("{")
    with pytest.raises(Trouble, match=r"manifest\.json.*damaged"):
        write(out, FIRST)
    assert texts(out) == FIRST


def test_a_stop_leaves_the_site_as_it_was(out: Path, tmp_path: Path) -> None:
    before = tree(out)
    with pytest.raises(Cancelled):
        write(out, FIRST | {"a.html": "other"}, stop=True)
    assert tree(out) == before
    with pytest.raises(Cancelled):
        write(tmp_path / "x" / "new", FIRST, stop=True)
    assert not (tmp_path / "x").exists()


def test_a_full_disk_leaves_the_site_as_it_was(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(out)
    real_open = Path.open

    def full(path: Path, mode: str = "r", *rest: object) -> object:
        if path.parent.name == "new" and path.name == "1":
            path.touch()
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real_open(path, mode, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(Trouble, match=r"index\.html.*No space left"):
        write(out, FIRST | {"a.html": "other", "index.html": "other"})
    monkeypatch.undo()
    assert tree(out) == before


def test_a_disk_that_fails_while_files_move_is_put_right_by_the_next_export(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = {"a.html": "1", "new/c.html": "5", "index.html": "4"}
    real_replace = Path.replace

    def failing(path: Path, target: Path) -> Path:
        if target.name == "index.html":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real_replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(Trouble, match=r"index\.html.*cannot be written"):
        write(out, second)
    monkeypatch.undo()
    assert texts(out) == {"a.html": "1", "deep/er/b.html": "two", "index.html": "three", "new/c.html": "5"}
    assert not write(out, second).set_aside
    write(tmp_path / "clean", second)
    assert tree(out) == tree(tmp_path / "clean")


KILLED = """
import os, sys
from pathlib import Path
sys.path[:0] = [{tests!r}, {source!r}]
from unit.publish.test_writer import write
steps = iter(range({step}))
def watched(real):
    def call(*values, **named):
        if next(steps, None) is None:
            os._exit(9)
        return real(*values, **named)
    return call
for name in ("open", "mkdir", "replace", "unlink", "rmdir"):
    setattr(Path, name, watched(getattr(Path, name)))
write(Path({out!r}), {files!r})
"""


@pytest.mark.parametrize("step", [8, 13, 17, 22])
def test_a_kill_at_any_step_leaves_whole_files_and_a_site_that_the_next_export_puts_right(
    out: Path, tmp_path: Path, step: int
) -> None:
    second = {"a.html": "1", "new/c.html": "5", "newer/d.html": "6", "index.html": "4"}
    code = KILLED.format(
        tests=str(ROOT / "tests"), source=str(ROOT / "src"), step=step, out=str(out), files=second
    )
    subprocess.run([sys.executable, "-c", code], check=False)
    for path, text in texts(out).items():
        assert text in (FIRST.get(path), second.get(path))
    assert not write(out, second).set_aside
    write(tmp_path / "clean", second)
    assert tree(out) == tree(tmp_path / "clean")


def test_two_exports_at_once_are_refused(out: Path) -> None:
    before = texts(out)
    with FileLock(out / ".newsdesk" / "lock"), pytest.raises(Trouble, match="Another export"):
        write(out, {})
    assert texts(out) == before


@pytest.mark.parametrize(
    "choose",
    [
        lambda home, _: home,
        lambda home, _: home.parent,
        lambda home, _: Path(home.anchor),
        lambda _, newsroom: newsroom,
        lambda _, newsroom: newsroom / "site",
        lambda _, newsroom: newsroom / "originals" / "..",
        lambda _, newsroom: newsroom.parent,
    ],
)
def test_dangerous_folders_are_refused(
    choose: Callable[[Path, Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, newsroom = tmp_path / "people" / "ada", tmp_path / "desk" / "newsroom"
    home.mkdir(parents=True)
    newsroom.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    with pytest.raises(Trouble):
        check_folder(choose(home, newsroom), newsroom)
    link = tmp_path / "link"
    link.symlink_to(choose(home, newsroom))
    with pytest.raises(Trouble):
        check_folder(link, newsroom)
    assert check_folder(home / "site", newsroom) == home / "site"


def test_a_repository_a_file_and_a_linked_folder_of_ours_are_refused(tmp_path: Path) -> None:
    newsroom = tmp_path / "newsroom"
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    with pytest.raises(Trouble, match="Git"):
        check_folder(tmp_path / "repository", newsroom)
    assert check_folder(tmp_path / "repository" / "docs", newsroom)
    (tmp_path / "file").touch()
    for inside in (".", "deep/er"):
        with pytest.raises(Trouble, match="file” is a file"):
            check_folder(tmp_path / "file" / inside, newsroom)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / ".newsdesk").symlink_to(tmp_path / "repository")
    with pytest.raises(Trouble, match="is a link"):
        check_folder(tmp_path / "site", newsroom)


def test_a_folder_that_one_may_not_look_into_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    stat = Path.stat

    def guarded(path: Path, **options: bool) -> os.stat_result:
        if closed in path.parents:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return stat(path, **options)

    closed.mkdir()
    monkeypatch.setattr(Path, "stat", guarded)
    with pytest.raises(Trouble, match=r"site” cannot be read: Permission denied.*another folder"):
        check_folder(closed / "site", tmp_path / "newsroom")


def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    with pytest.raises(Trouble, match=r"circle.*” cannot be read"):
        check_folder(tmp_path / "circle" / "site", tmp_path / "newsroom")
