"""`newsdesk doctor` checks, repairs and salvages, and its exit code says what came of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def spoil(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / "newsroom.db")
    connection.execute(statement)
    connection.commit()
    connection.close()


def trash(folder: Path, page: int) -> bytes:
    content = bytearray((folder / "newsroom.db").read_bytes())
    content[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
    (folder / "newsroom.db").write_bytes(content)
    return bytes(content)


def kinds(result: Result) -> dict[str, int]:
    return {finding["kind"]: finding["count"] for finding in json.loads(result.stdout)["findings"]}


def hashes(folder: Path) -> dict[str, str]:
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_the_sample_is_well_and_left_alone(run: Run, sample: Path) -> None:
    before = hashes(sample)
    assert run("doctor", sample, "--thorough").stdout.startswith("All is well: ")
    record = json.loads(run("doctor", sample, "--json").stdout)
    assert record["findings"] == []
    assert record["articles"] > 0
    assert record["photos"] > 0
    assert hashes(sample) == before


def test_what_is_found_is_told_and_repaired(run: Run, sample: Path) -> None:
    spoil(sample, "UPDATE article SET credits = 'wrong'")
    next((sample / "originals").glob("*/*")).unlink()
    result = run("doctor", sample, code=1)
    assert "The original of 1 photo is missing." in result.stdout
    assert "newsdesk doctor --repair" in result.stderr
    found = kinds(run("doctor", sample, "--json", code=1))
    assert found["originals_missing"] == 1
    assert found["derived"] > 10
    result = run("doctor", sample, "--repair", code=1)
    assert "up to date" in result.stdout
    assert kinds(run("doctor", sample, "--json", code=1)) == {"originals_missing": 1}


def test_a_repair_with_nothing_left_ends_well(run: Run, sample: Path) -> None:
    spoil(sample, "DELETE FROM article_photo")
    done = json.loads(run("doctor", "-n", sample, "--repair", "--json").stdout)
    assert done["findings"] == []
    assert {finding["kind"] for finding in done["mended"]} == {"derived"}
    run("doctor", sample, "--repair")


def test_a_damaged_newsroom_names_the_ways_out_and_is_salvaged(run: Run, sample: Path) -> None:
    articles = json.loads(run("doctor", sample, "--json").stdout)["articles"]
    damaged = trash(sample, 0)
    run("list", "-n", sample, code=3)
    result = run("doctor", sample, code=1)
    assert "damaged" in result.stdout
    assert f"newsdesk doctor --salvage {sample}" in result.stderr
    done = json.loads(run("doctor", sample, "--salvage", "--json").stdout)
    assert done["saved"]["article"] == {"saved": articles, "lost": 0}
    assert (Path(done["aside"]) / "newsroom.db").read_bytes() == damaged
    assert run("doctor", sample, "--thorough").stdout.startswith("All is well: ")


def test_the_newest_backup_is_named(run: Run, sample: Path) -> None:
    backup = run("backup", "-n", sample).stdout.split()[0]
    trash(sample, 3)
    result = run("doctor", sample, code=1)
    assert f"newsdesk restore --over {backup} {sample}" in result.stderr
    run("restore", "--over", backup, sample)
    run("doctor", sample)


def test_salvage_is_told_in_words(run: Run, sample: Path) -> None:
    trash(sample, 3)
    result = run("doctor", sample, "--salvage")
    assert "articles were saved." in result.stdout
    assert "set-aside" in result.stderr


@pytest.fixture
def without_photos(run: Run, sample: Path) -> tuple[Path, str]:
    """A newsroom of which the pages with the photos are trash, and its backup."""
    backup = run("backup", "-n", sample).stdout.split()[0]
    connection = sqlite3.connect(sample / "newsroom.db")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    hashes = [row[0].encode() for row in connection.execute("SELECT hash FROM photo")]
    connection.close()
    content = (sample / "newsroom.db").read_bytes()
    for page in range(len(content) // 4096):
        if any(hash in content[page * 4096 : page * 4096 + 4096] for hash in hashes):
            trash(sample, page)
    return sample, backup


def test_a_salvage_that_loses_photos_fails_and_lists_them(run: Run, without_photos: tuple[Path, str]) -> None:
    folder, backup = without_photos
    done = json.loads(run("doctor", folder, "--salvage", "--json", code=1).stdout)
    assert {"kind": "photo", "count": 12, "names": []} in done["lost"]
    assert done["backup"] == backup


def test_after_a_salvage_the_way_back_is_named_and_originals_are_to_be_kept(
    run: Run, without_photos: tuple[Path, str]
) -> None:
    folder, backup = without_photos
    result = run("doctor", folder, "--salvage", code=1)
    assert "0 of 12 photos" in result.stdout
    assert f"newsdesk restore --over {backup} {folder}" in result.stderr
    told = run("doctor", folder, code=1).stdout
    assert "12 files among the originals belong to no photo." in told
    assert "They may belong to photos whose record was lost: keep them." in told
    assert "Delete" not in told
    run("restore", "--over", backup, folder)
    run("doctor", folder)


def test_only_a_damaged_newsroom_is_salvaged(run: Run, sample: Path) -> None:
    before = hashes(sample)
    assert "not damaged" in run("doctor", sample, "--salvage", code=3).stderr
    assert hashes(sample) == before
    run("doctor", sample, "--salvage", "--repair", code=2)


def test_no_newsroom_cannot_be_checked(run: Run, tmp_path: Path) -> None:
    assert "There is no newsroom" in run("doctor", tmp_path, code=3).stderr


def test_a_file_of_another_kind_is_damage_too(run: Run, sample: Path) -> None:
    for content in (b"", b"hello", b"To whom it may concern. " * 999):
        (sample / "newsroom.db").write_bytes(content)
        assert kinds(run("doctor", sample, "--json", code=1)) == {"damaged": 1}
        assert "Nothing of a newsroom" in run("doctor", sample, "--salvage", code=3).stderr
