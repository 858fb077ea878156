"""Kill the real window while somebody types in it, again and again, and tell what was lost."""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from reliability_page import table, write_table

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from faults.looking import faults_of

SCRIPTS = Path(__file__).parent
TYPING = (0.5, 12.0)
"""Seconds from the first key to the kill, at least and at most."""
PATIENCE = 60.0
"""Seconds after which a window that does not come counts as broken."""
MOST_LOST = 2.0
"""Seconds of typing that may be lost, at most."""
BETWEEN = 0.25
"""Seconds from the moment that a text is handed over to the moment that its write begins, at most."""
HEAD = ("run", "killed after (s)", "typed", "lost", "lost (s)", "told to stand until", "newsroom")


@dataclass(frozen=True, slots=True)
class Key:
    """A character, and the moment at which the window had it, in seconds since 1970."""

    time: float
    character: str


@dataclass(frozen=True, slots=True)
class Run:
    """One kill: what was typed until then, and what is there afterwards.

    `kept` is how many of the keys are there, None when the text is another; `stands` is the moment up to which
    the window says that the text stands; `damage` is what is wrong with the newsroom's file.
    """

    number: int
    killed: float
    keys: list[Key]
    kept: int | None
    stands: datetime | None
    damage: list[str]

    @property
    def lost(self) -> list[Key]:
        """The keys that are not there."""
        return self.keys[self.kept or 0 :]

    @property
    def lost_seconds(self) -> float:
        """The seconds of typing before the kill that are not there."""
        return self.killed - self.lost[0].time if self.lost else 0.0

    @property
    def faults(self) -> list[str]:
        """What does not hold."""
        found = list(self.damage)
        if self.kept is None:
            found.append("another text")
        if self.lost_seconds > MOST_LOST:
            found.append("too much lost")
        if self.stands is None:
            found.append("nobody is told")
        elif self.lost and self.lost[0].time < self.stands.timestamp() - BETWEEN:
            found.append("less stands than is said")
        return found

    def row(self) -> list[str]:
        """The run in the table."""
        before = self.killed - self.stands.timestamp() if self.stands else 0
        return [
            str(self.number),
            f"{self.killed - self.keys[0].time:.1f}",
            str(len(self.keys)),
            str(len(self.lost)),
            f"{self.lost_seconds:.2f}",
            f"{before:.1f} s before the kill" if self.stands else "nothing",
            "; ".join(self.faults) or "whole",
        ]


def text_of(keys: list[Key]) -> str:
    """What the keys write: the return key begins a paragraph."""
    return "".join(key.character for key in keys).replace("\n", "\n\n")


def kept_of(keys: list[Key], body: str) -> int | None:
    """How many of the keys are in a text that holds nothing else; None for another text."""
    found = body.rstrip()
    for count in range(len(keys), -1, -1):
        if text_of(keys[:count]).rstrip() == found:
            return count
    # A key that the window had and that was not noted any more.
    return len(keys) if found[:-1] == text_of(keys).rstrip("\n") else None


class Range:
    """A folder with a newsroom, and the folders of this person's own; each run begins with a copy."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._place, self._kept = root / "place", root / "kept"
        self.folder = self._place / "newsroom"
        self._call("-m", "newsdesk", "new", str(self._kept / "newsroom"), "--sample")

    def run(self, number: int) -> Run:
        """Type, kill and look, by the dice of that number."""
        chance = random.Random(number)
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(self._kept, self._place)
        article, keys, killed = self._killed(number, chance.uniform(*TYPING))
        found = json.loads(self._call(str(SCRIPTS / "window_reopened.py"), str(self.folder), article))
        stands = datetime.fromisoformat(found["stands"]) if found["stands"] else None
        damage = list(faults_of(self.folder / "newsroom.db"))
        return Run(number, killed, keys, kept_of(keys, found["body"]), stands, damage)

    def _killed(self, number: int, after: float) -> tuple[str, list[Key], float]:
        """The article that was written in, the keys, and the moment of the kill."""
        notes = self._place / "keys"
        typist = [sys.executable, str(SCRIPTS / "window_typist.py"), str(self.folder), str(notes), str(number)]
        with subprocess.Popen(typist, env=self._environment(), start_new_session=True) as window:
            deadline = time.monotonic() + PATIENCE
            while not notes.exists() or notes.read_bytes().count(b"\n") < 2:
                if window.poll() is not None or time.monotonic() > deadline:
                    window.kill()
                    raise SystemExit("The window did not come.")
                time.sleep(0.01)
            time.sleep(after)
            killed = time.time()
            window.kill()
        article, *lines = notes.read_text(encoding="utf-8").splitlines()
        return article, [Key(float(moment), chr(int(code))) for moment, code in map(str.split, lines)], killed

    def _call(self, *arguments: str) -> str:
        command = [sys.executable, *arguments]
        made = subprocess.run(command, env=self._environment(), stdout=subprocess.PIPE, check=False, text=True)
        if made.returncode:
            raise SystemExit(f"{' '.join(arguments)} failed; the newsroom is kept in {self._keep()}.")
        return made.stdout

    def _keep(self) -> Path:
        """A copy that stays, to look into."""
        kept = Path(mkdtemp(prefix="newsdesk-kept-"))
        shutil.copytree(self._root, kept, dirs_exist_ok=True)
        return kept

    def _environment(self) -> Mapping[str, str]:
        folders = ("DATA", "STATE", "CACHE", "CONFIG")
        return os.environ | {f"XDG_{name}_HOME": str(self._place / "home" / name.lower()) for name in folders}


def told(runs: list[Run]) -> str:
    """The table of the runs, below a sentence on all of them."""
    bad = sum(bool(run.faults) for run in runs)
    seconds = sorted(run.lost_seconds for run in runs)
    summary = (
        f"{len(runs)} kills on {datetime.now(UTC):%Y-%m-%d}: {bad} bad; "
        f"lost at most {seconds[-1]:.2f} seconds of typing, {seconds[len(seconds) // 2]:.2f} in the middle."
    )
    return f"{summary}\n\n{table(HEAD, [run.row() for run in runs])}"


def main() -> int:
    """Run the script."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=50, help="how many times")
    asked.add_argument("--from", type=int, default=1, dest="first", help="the number of the first run")
    asked.add_argument("--write", action="store_true", help="write the table into docs/reliability.md")
    options = asked.parse_args()
    runs = []
    with TemporaryDirectory(prefix="newsdesk-") as folder:
        here = Range(Path(folder))
        for number in range(options.first, options.first + options.runs):
            runs.append(here.run(number))
            print(" ".join(f"{cell:>8}" for cell in runs[-1].row()), file=sys.stderr, flush=True)
    text = told(runs)
    print(text)
    if options.write:
        write_table("kills", text)
    return 1 if any(run.faults for run in runs) else 0


if __name__ == "__main__":
    raise SystemExit(main())
