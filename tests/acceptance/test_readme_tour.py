"""The README's tour of the command line works as it stands there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdesk.cli import newsdesk

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
TOUR = README.partition("## Five minutes on the command line")[2].partition("\n## ")[0]


def test_every_command_of_the_tour_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "build" / "demo").mkdir(parents=True)  # as `make run` leaves it
    article = re.search(r"Save this as `(.+?)`", TOUR)
    assert article
    (tmp_path / article[1]).write_text(_block("markdown"), encoding="utf-8")
    commands = [line for block in re.findall(r"```sh\n(.*?)```", TOUR, re.DOTALL) for line in block.splitlines()]
    ours = [line for line in commands if line.startswith("newsdesk")]
    assert len(ours) > 7
    exported = re.search(r"^export (\w+)=(\S+)", TOUR, re.MULTILINE)
    assert exported
    for line in ours:
        _run(line)
        monkeypatch.setenv(exported[1], exported[2])
    assert (tmp_path / "build/demo/night-bus.zip").is_file()
    assert (tmp_path / "build/demo/tour-site/index.html").is_file()
    # A clone of the source stays clean: build is not tracked.
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def _block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", TOUR, re.DOTALL)
    assert found
    return found[1]


def _run(line: str) -> None:
    arguments = shlex.split(line, comments=True)[1:]
    result = CliRunner().invoke(newsdesk, arguments, catch_exceptions=False)
    assert result.exit_code == 0, f"{line}\n{result.output}"
