"""Stop every job at many points, and tell at which of them something did not hold."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from reliability_page import table, write_table

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from faults.forking import Forker, forker
from faults.jobs import JOBS
from faults.stopping import Point, Stopper
from faults.tracing import Kind, TracerMissing

EVERY = sys.maxsize
HEAD = ("job", "what happens", "points there are", "points tried", "bad")


@dataclass(frozen=True, slots=True)
class Row:
    """All points of one kind in one job."""

    job: str
    kind: Kind
    there: int
    tried: list[Point]

    @property
    def bad(self) -> list[Point]:
        """The points at which something did not hold."""
        return [point for point in self.tried if point.faults]


def rows(forks: Forker, count: int) -> Iterator[Row]:
    """Go through all jobs, each stopped at `count` points of each kind."""
    for job in JOBS.values():
        with TemporaryDirectory(prefix="newsdesk-") as folder:
            stopper = Stopper(forks, job, Path(folder))
            for kind in Kind:
                yield Row(job.name, kind, len(stopper.points(kind)), list(stopper.some(kind, count)))


def gone_through(count: int) -> list[Row]:
    """The rows of all jobs, told of as they come."""
    found = []
    with forker() as forks:
        for row in rows(forks, count):
            found.append(row)
            print(f"{row.job}, {row.kind}: {len(row.tried)} points, {len(row.bad)} bad", file=sys.stderr)
            for point in row.bad:
                print(f"  {point}", file=sys.stderr)
    return found


def main() -> int:
    """Run the script."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--points", type=int, default=15, help="how many points of each kind in each job")
    asked.add_argument("--every", action="store_true", help="every point there is")
    asked.add_argument("--write", action="store_true", help="write the table into docs/reliability.md")
    options = asked.parse_args()
    began = time.monotonic()
    try:
        found = gone_through(EVERY if options.every else options.points)
    except TracerMissing as missing:
        raise SystemExit(str(missing)) from None
    tried, bad = sum(len(row.tried) for row in found), sum(len(row.bad) for row in found)
    text = table(HEAD, [(row.job, row.kind, row.there, len(row.tried), len(row.bad)) for row in found])
    took = time.monotonic() - began
    text += f"\n\n{tried} points on {datetime.now(UTC):%Y-%m-%d}, {bad} bad, in {took:.0f} seconds."
    print(text)
    if options.write:
        write_table("points", text)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
