"""Stops a job at one point after another, and gathers what does not hold then."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from faults.forking import End, Forker, Outcome, untraced
from faults.job import Job
from faults.looking import NEWSROOM, faults_of, grow_old, look
from faults.rules import AFTER, AT_ONCE, Again, Clean, Stopped, is_old_or_new
from faults.tracing import Call, Kind, calls_in, injections, points, spread, traced


@dataclass(frozen=True, slots=True)
class Point:
    """One stop: the call at which it happened, and what did not hold."""

    job: str
    kind: Kind
    number: int
    call: str
    faults: tuple[str, ...]

    def __str__(self) -> str:
        said = "".join(f"\n    {fault}" for fault in self.faults)
        return f"{self.job}, {self.kind} at {self.number} ({self.call}){said}"


class Stopper:
    """Stops one job. The place is always the same folder, so that paths are too; a copy of it waits beside."""

    def __init__(self, forker: Forker, job: Job, root: Path) -> None:
        self.job = job
        self._forker = forker
        self._place, self._kept, self._log = root / "place", root / "kept", root / "calls"
        self._place.mkdir(parents=True)
        self._must("prepare")
        self._place.rename(self._kept)
        self._fresh()
        self._must("warm")
        self.calls = self._listed()
        self.clean = self._clean()

    def points(self, kind: Kind) -> list[int]:
        """The numbers of all points of a kind."""
        return points(self.calls, kind, self._place, reads=self.job.reads)

    def some(self, kind: Kind, count: int) -> Iterator[Point]:
        """Stop at so many points, spread evenly over all."""
        for number in spread(self.points(kind), count):
            yield self.stop(kind, number)

    def stop(self, kind: Kind, number: int) -> Point:
        """Stop at one point, look, do the job again, and look again."""
        self._fresh()
        outcome = self._forker.run(
            self.job.name,
            "run",
            self._place,
            partial(traced, log=self._log, inject=injections(self.calls, kind, number)),
        )
        faults = [*self._found(kind, outcome), *self._again()]
        return Point(self.job.name, kind, number, _brief(self.calls[number], self._place), tuple(faults))

    def _found(self, kind: Kind, outcome: Outcome) -> Iterator[str]:
        try:
            stopped = Stopped(self.job, kind, self._place, self.clean, outcome, look(self._place))
        except sqlite3.Error as error:
            yield f"the newsroom cannot be read: {error}"
            return
        for rule in AT_ONCE:
            yield from rule(stopped)
        if self.job.settles:
            self._must("reopen")
            stopped = replace(stopped, found=look(self._place))
        yield from is_old_or_new(stopped)

    def _again(self) -> Iterator[str]:
        grow_old(self._place)
        outcome = self._forker.run(self.job.name, "run", self._place, untraced)
        again = Again(self.job, self._place, self.clean, outcome, look(self._place))
        for rule in AFTER:
            yield from rule(again)

    def _listed(self) -> list[Call]:
        """The calls of the job, undisturbed."""
        processes: list[int] = []

        def trace(process: int, go: Callable[[], None]) -> None:
            processes.append(process)
            traced(process, go, self._log)

        self._fresh()
        outcome = self._forker.run(self.job.name, "run", self._place, trace)
        assert outcome.end is End.DONE, outcome.what
        return calls_in(self._log, processes[0])

    def _clean(self) -> Clean:
        states = []
        for number, _ in enumerate(self.job.between):
            self._fresh()
            self._must(str(number))
            states.append(look(self._place).tables)
        self._fresh()
        before, file = look(self._place), self._place / NEWSROOM
        ailing = list(faults_of(file)) if file.is_file() else []
        self._must("run")
        after = look(self._place)
        return Clean(before, after, [before.tables, *states, after.tables], ailing)

    def _must(self, part: str) -> None:
        outcome = self._forker.run(self.job.name, part, self._place, untraced)
        assert outcome.end is End.DONE, f"{self.job.name}, {part}: {outcome.what}"

    def _fresh(self) -> None:
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(self._kept, self._place)


def _brief(call: Call, place: Path) -> str:
    return f"{call.name} {call.rest.replace(str(place), '').partition(', ')[0][:90]}"
