"""The points of failure are made with the tracer of Linux: elsewhere there is nothing to collect here."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from faults.forking import Forker, forker

collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py"]


@pytest.fixture(scope="session")
def forks() -> Iterator[Forker]:
    """The process that forks for every point."""
    with forker() as made:
        yield made
