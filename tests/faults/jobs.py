"""All that Newsdesk is stopped at."""

from __future__ import annotations

from collections.abc import Mapping

from faults.job import Job
from faults.jobs_copies import COPIES
from faults.jobs_desk import DESK

JOBS: Mapping[str, Job] = {job.name: job for job in (*DESK, *COPIES)}
