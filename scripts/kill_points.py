"""Stop every job at many points, and tell at which of them something did not hold."""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from reliability_page import table, write_table

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from faults.forking import forker
from faults.jobs import JOBS
from faults.stopping import Point, Stopper
from faults.tracing import Kind, TracerMissing
from newsdesk.jobs import map_processes

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


def rows_of(job: str, count: int) -> list[Row]:
    """One job, stopped at `count` points of each kind."""
    with TemporaryDirectory(prefix="newsdesk-") as folder, forker() as forks:
        stopper = Stopper(forks, JOBS[job], Path(folder))
        return [Row(job, kind, len(stopper.points(kind)), list(stopper.some(kind, count))) for kind in Kind]


def all_rows(count: int) -> list[Row]:
    """The rows of all jobs, several at a time, told of as they come."""
    found = []
    for rows in map_processes(partial(rows_of, count=count), JOBS, workers=os.cpu_count() or 1, chunk=1):
        for row in rows:
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
        found = all_rows(EVERY if options.every else options.points)
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
