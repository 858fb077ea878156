"""The command line in a process of its own: what it loads, how it ends, what it prints where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[3]

LOADED = """
import sys
sys.modules["PySide6"] = None
from newsdesk.__main__ import main
sys.argv[1:] = {arguments!r}
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
heavy = {heavy!r}
print("LOADED", sorted(heavy & sys.modules.keys()))
"""
HEAVY = {"sqlalchemy", "markdown", "PIL", "jinja2", "babel", "nh3", "yaml", "slugify", "filelock"}


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT / "src")} | more


def newsdesk(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "newsdesk", *arguments], env=environment(**more), capture_output=True, check=False
    )


def loaded(*arguments: str) -> set[str]:
    """Which of the heavy modules a command loads."""
    code = LOADED.format(arguments=list(arguments), heavy=HEAVY)
    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    names = ran.stdout.rpartition("LOADED ")[2]
    return {name for name in HEAVY if f"'{name}'" in names}


def test_help_loads_nothing_heavy() -> None:
    assert loaded("--help") == set()


def test_a_list_loads_the_store_alone(sample: Path) -> None:
    assert loaded("-n", str(sample), "list") <= {"sqlalchemy", "slugify", "filelock"}


def test_the_site_without_qt(sample: Path, tmp_path: Path) -> None:
    assert "jinja2" in loaded("-n", str(sample), "export", "site", str(tmp_path / "site"))
    assert (tmp_path / "site" / "index.html").is_file()


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_any_script_in_any_locale(sample: Path, locale: str) -> None:
    ran = newsdesk("-n", str(sample), "list", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ran.returncode == 0, ran.stderr
    assert "وردية الليل" in ran.stdout.decode("utf-8")


def test_a_reader_that_goes_away(sample: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "newsdesk", "-n", str(sample), "list"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_data_and_messages_go_apart(sample: Path) -> None:
    ran = newsdesk("-n", str(sample), "show", "nothing")
    assert ran.returncode == 3
    assert ran.stdout == b""
    assert ran.stderr.count(b"\n") == 2
    assert b"Traceback" not in ran.stderr
    assert newsdesk("--version").stdout.startswith(b"newsdesk, version ")


@pytest.mark.parametrize("verb", [["list"], ["list", "--json"], ["show", "fish-prices-fall", "--markdown"]])
def test_output_that_takes_nothing(sample: Path, verb: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "newsdesk", "-n", str(sample), *verb],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 3
    assert b"No space left on device" in ran.stderr
    assert ran.stderr.count(b"\n") == 2


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_output_that_is_closed(sample: Path, closed: str) -> None:
    line = f'"$0" -m newsdesk -n "$1" list {closed}'
    ran = subprocess.run(
        ["sh", "-c", line, sys.executable, sample], env=environment(), capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_files_whose_names_are_no_text(tmp_path: Path) -> None:
    room, photo, article = (str(tmp_path / f"{name}\udcff") for name in ("room", "quay.jpg", "a.md"))
    Image.new("RGB", (40, 30), "teal").save(tmp_path / "quay.png")
    (tmp_path / "quay.png").rename(photo)
    Path(article).write_text("---\nheadline: A\n---\nText", encoding="utf-8")

    def done(*arguments: str) -> bytes:
        ran = newsdesk(*arguments)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    done("new", room)
    assert "room\ufffd" in done("settings").decode("utf-8")
    assert json.loads(done("photos", "add", photo, "--json"))[0]["file_name"] == "quay.jpg?"
    assert json.loads(done("import", article, "--json"))["imported"][0]["file"] == article
    done("export", "site", str(tmp_path / "site\udcff"))
    done("export", "article", "a", str(tmp_path / "page\udcff"))
