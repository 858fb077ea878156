"""`newsdesk export plain`, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_the_newsroom_is_written_as_plain_files(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "plain"
    assert run("-n", sample, "export", "plain", out).stdout == f"15 articles and 12 photos are in {out}.\n"
    assert (out / "articles" / "en" / "fish-prices-fall.md").is_file()
    assert len(list((out / "photos").iterdir())) == 12
    again = run("export", "plain", "-n", sample, out)
    assert again.stderr == ""


def test_a_lost_original_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    original = next(file for file in (sample / "originals").rglob("*.jpg"))
    original.unlink()
    assert "is missing in the newsroom" in run("-n", sample, "export", "plain", tmp_path / "plain").stderr


def test_a_folder_of_somebody_else_is_refused(run: Run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine", encoding="utf-8")
    said = run("-n", sample, "export", "plain", tmp_path / "mine", code=3).stderr
    assert "not a plain copy" in said
    assert (tmp_path / "mine" / "letter.txt").is_file()


def test_a_plain_copy_becomes_a_newsroom_again(run: Run, sample: Path, tmp_path: Path) -> None:
    plain, back = tmp_path / "plain", tmp_path / "back"
    run("-n", sample, "export", "plain", plain)
    lost = next((plain / "photos").iterdir())
    lost.unlink()
    told = run("restore", plain, back)
    assert told.stdout == f"{back}\n"
    assert "“Harbour Weekly” is back from its plain copy: 15 articles." in told.stderr
    assert f"The photo “{lost.name}” is not in the copy." in told.stderr
    shown = [run("-n", folder, "show", "fish-prices-fall", "--markdown").stdout for folder in (sample, back)]
    assert shown[0] == shown[1]
    assert "not with --over" in run("restore", plain, back, "--over", code=2).stderr
    assert "is not an empty folder" in run("restore", plain, back, code=3).stderr
