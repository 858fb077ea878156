"""Every job is stopped at a few points, spread over all; `make faults` goes on to hundreds, or to every one."""

from __future__ import annotations

from pathlib import Path

import pytest

from faults.forking import Forker
from faults.jobs import JOBS
from faults.stopping import Stopper
from faults.tracing import Kind

SAMPLE = {Kind.KILL: 3, Kind.FULL: 1, Kind.FAULT: 1}


@pytest.mark.parametrize("job", JOBS)
def test_a_stop_leaves_the_old_or_the_new(job: str, forks: Forker, tmp_path: Path) -> None:
    stopper = Stopper(forks, JOBS[job], tmp_path)
    stopped = [point for kind, count in SAMPLE.items() for point in stopper.some(kind, count)]
    assert len(stopped) == sum(SAMPLE.values())
    assert [str(point) for point in stopped if point.faults] == []
