"""`make run` without a screen can be run again and again."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdesk.cli import newsdesk

SCRIPTS = Path(__file__).parents[2] / "scripts"


def test_the_sample_is_made_anew_and_its_site_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(SCRIPTS))
    made_sample = runpy.run_path(str(SCRIPTS / "show_window.py"))["made_sample"]
    monkeypatch.setitem(made_sample.__globals__, "has_display", lambda: False)
    for _time in range(2):
        arguments = ["-n", str(made_sample()), "export", "site", "build/demo/site"]
        result = CliRunner().invoke(newsdesk, arguments, catch_exceptions=False)
        assert result.exit_code == 0, result.output
