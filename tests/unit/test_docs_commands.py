"""The README shows every verb of the command line, and no verb that is not there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def verbs(*above: str) -> set[str]:
    """The verbs that `newsdesk ABOVE --help` lists, one level down; empty when there is none."""
    ran = subprocess.run(
        [sys.executable, "-m", "newsdesk", *above, "--help"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    listed = ran.stdout.partition("\nCommands:\n")[2]
    return set(re.findall(r"^  ([a-z][a-z-]*)(?: |$)", listed, re.MULTILINE))


def test_the_readme_shows_the_verbs_that_there_are() -> None:
    there = {(first, second) for first in verbs() for second in verbs(first) or {""}}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    calls = re.findall(r"newsdesk(?: -n \S+)? ([a-z]+)(?: ([a-z]+)\b)?", re.sub(r"uv run.*", "", readme))
    nested = {first for first, second in there if second}
    shown = {(first, second if first in nested else "") for first, second in calls}
    assert there
    assert sorted(there - shown) == []
    assert sorted(shown - there) == []


def test_the_page_of_the_command_line_names_articles_of_the_sample() -> None:
    """Whoever types its examples on a sample newsroom finds the articles there."""
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    samples = (ROOT / "resources" / "samples" / "articles").glob("*.md")
    texts = [sample.read_text(encoding="utf-8") for sample in samples]
    slugs = {found[1] for text in texts if (found := re.search(r"^slug: (\S+)$", text, re.MULTILINE))}
    named = set(re.findall(r"^    newsdesk (?:publish|history) (\S+)", page, re.MULTILINE))
    named |= {slug.rpartition("/")[2] for slug in re.findall(r"^- its .*slug.*: `(.+)`;$", page, re.MULTILINE)}
    assert len(named) > 1
    assert named <= slugs
