"""Whether a loss of power could take what a job has said is done: by the order in which it writes and syncs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from faults.tracing import SYNCS, Call

_OF_DESCRIPTOR = re.compile(r"^\d+<([^>]*)>")
_NAMES = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITES = ("write", "pwrite64", "pwritev", "ftruncate", "copy_file_range", "sendfile")
_PASSING = (".txt", ".lock", "-shm", ".part", ".json")
"""How files end that nobody misses after a loss of power."""


def unsynced(calls: Sequence[Call], place: Path, kept: Sequence[str]) -> Iterator[str]:
    """What could be lost of the folders `kept` in `place` though the job came to its end, as sentences.

    A file must be on the disk before it gets its name, and its name before the job ends; what SQLite writes beside
    must be there before it goes into the file, and the file before that goes.
    """
    files: set[str] = set()
    folders: set[str] = set()
    for call in calls:
        if " = -1 " in call.rest:
            continue
        written, names = _OF_DESCRIPTOR.match(call.rest), _NAMES.findall(call.rest)
        if call.name in _WRITES and written:
            name = written[1]
            if name.endswith(".db") and f"{name}-wal" in files and not _is_work(name):
                yield f"{name} is written before the disk has what is beside it"
            files.add(name)
        elif call.name in SYNCS and written:
            files.discard(written[1])
            folders.discard(written[1])
        elif call.name.startswith("rename"):
            if names[0] in files:
                yield f"{names[-1]} gets its name before the disk has it"
                files.add(names[-1])
            files.discard(names[0])
            files = {_moved(name, names[0], names[-1]) for name in files}
            folders.add(str(Path(names[-1]).parent))
        elif call.name.startswith("unlink") and names:
            beside = names[-1].endswith("-wal") and not _is_work(names[-1])
            if beside and names[-1].removesuffix("-wal") in files:
                yield f"{names[-1]} goes before the disk has the file"
            files.discard(names[-1])
    for name in sorted({*files, *folders}):
        if any(name.startswith(str(place / folder)) for folder in kept) and not name.endswith(_PASSING):
            yield f"{name} is not on the disk at the end"


def _is_work(name: str) -> bool:
    """Whether a file is in a folder of what is not finished, and goes with it."""
    return any(Path(folder).suffix in (".part", ".restoring") for folder in Path(name).parts[:-1])


def _moved(name: str, source: str, target: str) -> str:
    return target + name.removeprefix(source) if name.startswith(f"{source}/") else name
