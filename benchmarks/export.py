"""Export and import of a whole site, beside Hugo and a plain copy of the finished site."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from corpus import write_for_hugo, write_for_newsdesk
from hugo_site import hugo_binary, write_hugo_site
from timing import Cost, cost_of, in_turn, table

BASE_URL = "https://example.org/"


class Contest:
    """Two sites of the same articles in one folder: ours and Hugo's."""

    def __init__(self, work: Path, count: int) -> None:
        self.count = count
        self._edits = 0
        self._work = work
        self._site = work / "site"
        self._hugo = work / "hugo"
        self._env = {name: str(work / "home") for name in ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
        self._newsdesk = [sys.executable, "-m", "newsdesk", "-n", str(work / "newsroom")]
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        (work / "home").mkdir()

    def load(self) -> Cost:
        """Write both sets of articles and import ours; the cost is the import's."""
        write_hugo_site(self._hugo)
        write_for_hugo(self._hugo / "content", self.count)
        write_for_newsdesk(self._work / "articles", self.count)
        new = [sys.executable, "-m", "newsdesk", "new", str(self._work / "newsroom"), "--title", "Newsroom"]
        cost_of(new, self._env)
        names = self._work / "names.txt"
        names.write_text("\n".join(map(str, sorted((self._work / "articles").iterdir()))), encoding="utf-8")
        return cost_of(
            ["xargs", "-n", "100000", "-s", "2000000", "-a", names, *self._newsdesk, "import"], self._env
        )

    def cold(self) -> Cost:
        """Nothing exported, nothing cached."""
        shutil.rmtree(self._work / "home", ignore_errors=True)
        (self._work / "home").mkdir()
        return self.cached()

    def cached(self) -> Cost:
        """Nothing exported, bodies cached."""
        shutil.rmtree(self._site, ignore_errors=True)
        return self._export()

    def nothing_changed(self) -> Cost:
        """Everything exported and as it was."""
        return self._export()

    def one_edit(self) -> Cost:
        """One article edited and published since the last export; the cost is the export's."""
        slug = f"story-{self.count // 2:06}"
        self._edits += 1
        cost_of([*self._newsdesk, "set", slug, f"standfirst=Edited {self._edits} times."], self._env)
        cost_of([*self._newsdesk, "publish", slug], self._env)
        return self._export()

    def hugo(self) -> Cost:
        """Hugo over its articles into an empty folder."""
        shutil.rmtree(self._hugo / "public", ignore_errors=True)
        return cost_of([hugo_binary(), "--quiet", "--source", self._hugo])

    def hugo_again(self) -> Cost:
        """Hugo after one edit, over what it wrote."""
        edited = next((self._hugo / "content").rglob(f"story-{self.count // 2:06}.md"))
        edited.write_text(edited.read_text(encoding="utf-8") + "\nEdited.\n", encoding="utf-8")
        return cost_of([hugo_binary(), "--quiet", "--source", self._hugo])

    def copy(self) -> Cost:
        """The floor: `cp -r` of our finished site."""
        shutil.rmtree(self._work / "copy", ignore_errors=True)
        return cost_of(["cp", "-r", self._site, self._work / "copy"])

    def _export(self) -> Cost:
        return cost_of([*self._newsdesk, "export", "site", str(self._site), "--base-url", BASE_URL], self._env)


def contest(work: Path, count: int, rounds: int) -> str:
    """Run it and give the table of costs, each as a ratio to that of Hugo in the same turns."""
    site = Contest(work / f"export-{count}", count)
    loaded = site.load()
    site.cold()
    turns = [
        in_turn({"cold export": site.cold, "hugo": site.hugo}, max(1, rounds // 2)),
        in_turn({"cached export": site.cached, "cp -r": site.copy, "hugo": site.hugo}, rounds),
        in_turn(
            {"one edit": site.one_edit, "nothing changed": site.nothing_changed, "hugo": site.hugo_again}, rounds
        ),
    ]
    turns[0]["import"] = loaded
    rows = [_row(name, cost, turn["hugo"]) for turn in turns for name, cost in turn.items()]
    head = ["what", "wall s", "CPU s", "peak MB", "wall / Hugo", "peak / Hugo"]
    return table(f"Export of {count:,} articles", head, rows)


def _row(name: str, cost: Cost, hugo: Cost) -> list[str]:
    ratios = [f"{cost.wall / hugo.wall:.2f}", f"{cost.peak / hugo.peak:.2f}"]
    return [name, f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.peak:.0f}", *ratios]
