"""What must hold after a stop at any point, as a table that is gone through at each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from faults.forking import End, Outcome
from faults.job import Job
from faults.looking import NEWSROOM, WORKING, Look, faults_of
from faults.tracing import Kind
from helpers.checked_backups import check_backup
from newsdesk.errors import Trouble

CACHE = "home/cache/"


@dataclass(frozen=True, slots=True)
class Clean:
    """The job without faults: the place before and after it, and the states of the records that may be met.

    `ailing` is what is wrong with the newsroom before a job that is there to put it right.
    """

    before: Look
    after: Look
    states: Sequence[dict[str, str]]
    ailing: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Stopped:
    """The place after a stop: as it was found, and how the job ended."""

    job: Job
    kind: Kind
    place: Path
    clean: Clean
    outcome: Outcome
    found: Look


@dataclass(frozen=True, slots=True)
class Again:
    """The place after the job was done once more, two days later and without faults."""

    job: Job
    place: Path
    clean: Clean
    outcome: Outcome
    found: Look


def ends_as_it_may(stopped: Stopped) -> Iterator[str]:
    """A killed job says nothing more; a fault of the disk is told in words, or changes nothing of the result."""
    outcome = stopped.outcome
    if stopped.kind is Kind.KILL:
        if outcome.end is not End.GONE:
            yield f"the job went on to its end ({outcome.end}): the point was never reached"
    elif outcome.end in (End.BUG, End.GONE):
        yield f"the job broke down: {outcome.what or 'without a word'}"
    elif outcome.end is End.DONE and stopped.found.tables != stopped.clean.after.tables:
        yield "the job says that it is done, and it is not"


def says_what_and_what_to_do(stopped: Stopped) -> Iterator[str]:
    """Trouble names the file or folder, and the way out."""
    outcome = stopped.outcome
    if outcome.end is End.TROUBLE:
        names = {Path(name).name for name in stopped.clean.before.files if name.startswith("desk/")}
        if str(stopped.place) not in outcome.what and not any(name in outcome.what for name in names):
            yield f"names no file: {outcome.what}"
        if not outcome.way_out:
            yield f"names no way out: {outcome.what}"


def is_old_or_new(stopped: Stopped) -> Iterator[str]:
    """The records are those before the job or after it, never some of each."""
    found = stopped.found.tables
    if found not in stopped.clean.states:
        before, after = stopped.clean.before.tables, stopped.clean.after.tables
        mixed = [name for name in found if found[name] not in (before.get(name), after.get(name))]
        yield f"the records are neither the old nor the new ones ({', '.join(mixed) or 'some of each'})"


def is_sound(stopped: Stopped) -> Iterator[str]:
    """The newsroom's file is whole, and so is every backup."""
    if (stopped.place / NEWSROOM).is_file():
        yield from (fault for fault in faults_of(stopped.place / NEWSROOM) if fault not in stopped.clean.ailing)
    for name in stopped.found.files:
        if name.endswith(".zip") and ".part/" not in name:
            try:
                check_backup(stopped.place / name)
            except Trouble as trouble:
                yield str(trouble.what)


def keeps_originals(stopped: Stopped) -> Iterator[str]:
    """Every original is what its name says, and none is gone."""
    for name, digest in stopped.found.files.items():
        path = Path(name)
        if name.startswith("newsroom/originals/") and not name.endswith(("/", ".part")) and path.stem != digest:
            yield f"{name} is not what its name says"
    gone = [
        name for name in stopped.clean.before.files if "/originals/" in name and name not in stopped.found.files
    ]
    yield from (f"{name} is gone" for name in gone)


def has_whole_files(stopped: Stopped) -> Iterator[str]:
    """Every file that may not be seen half-written is the old one or the new one, or not there."""
    before, after = stopped.clean.before.files, stopped.clean.after.files
    for name, found in stopped.found.files.items():
        meant = any(fnmatch(name, pattern) for pattern in stopped.job.whole) and not _is_passing(name)
        if meant and found not in (before.get(name), after.get(name)):
            yield f"{name} is neither the old nor the new one"
    for name in before.keys() & after:
        if any(fnmatch(name, pattern) for pattern in stopped.job.whole) and name not in stopped.found.files:
            yield f"{name} is gone for now"


def _is_passing(name: str) -> bool:
    """Whether a file is known to be unfinished by its name or its folder."""
    return name.endswith((".part", "/")) or "/.newsdesk/" in name


def keeps_backups(stopped: Stopped) -> Iterator[str]:
    """A backup that was there is there, as it was."""
    before, after, found = stopped.clean.before.files, stopped.clean.after.files, stopped.found.files
    for name in before.keys() & after:
        if fnmatch(name, "*/*.zip") and found.get(name) != before[name]:
            yield f"{name} is gone, or another"


def keeps_words(stopped: Stopped) -> Iterator[str]:
    """Text that waited for a decision still waits, whole."""
    if stopped.job.keeps:
        pattern, word = stopped.job.keeps
        files = [file.read_text(encoding="utf-8") for file in stopped.place.glob(pattern)]
        if not any(word in text and json.loads(text) for text in files):
            yield f"“{word}” is in none of {pattern}"


def succeeds(again: Again) -> Iterator[str]:
    """Done again, the job comes to its end."""
    if again.outcome.end is not End.DONE:
        yield f"done again, it fails: {again.outcome.what}"


def ends_alike(again: Again) -> Iterator[str]:
    """Done again, the job leaves what it leaves without faults: records, files, and nothing else."""
    if again.found.tables != again.clean.after.tables:
        yield "done again, it leaves other records"
    wanted = {name: digest for name, digest in again.clean.after.files.items() if not _varies(again.job, name)}
    found = {name: digest for name, digest in again.found.files.items() if not _varies(again.job, name)}
    # What is in the cache can be made again at any time: nothing of it has to be there.
    yield from (f"done again, it lacks {name}" for name in wanted.keys() - found if not name.startswith(CACHE))
    litter = {name for name in found.keys() - wanted if not (name.startswith(CACHE) and name.endswith(WORKING))}
    yield from (f"litter: {name}" for name in sorted(litter) if f"{Path(name).parent.as_posix()}/" not in litter)
    yield from (f"done again, {name} is another" for name in found.keys() & wanted if found[name] != wanted[name])


def _varies(job: Job, name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in job.varies)


AT_ONCE: tuple[Callable[[Stopped], Iterator[str]], ...] = (
    ends_as_it_may,
    says_what_and_what_to_do,
    is_sound,
    keeps_originals,
    has_whole_files,
    keeps_backups,
    keeps_words,
)
"""What must hold as the place was found."""

AFTER: tuple[Callable[[Again], Iterator[str]], ...] = (succeeds, ends_alike)
"""What must hold once the job was done again."""
