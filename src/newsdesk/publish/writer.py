"""Brings a site's folder to what it should be: each file old or new and whole, and nothing else touched."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from newsdesk.i18n import N_
from newsdesk.publish.disk import Disk, Standing, in_the_way
from newsdesk.publish.folder import cannot_write, held
from newsdesk.publish.manifest import Entry
from newsdesk.publish.outputs import Cancelled, Files, Output, Progress, Stage, Written
from newsdesk.publish.placing import Staged, Work, describe, put_into_place


def write_site(
    out: Path,
    newsroom: str,
    stages: Sequence[Stage],
    progress: Progress,
    cancelled: Callable[[], bool],
    dry_run: bool = False,
) -> Written:
    """Make what is needed of `stages` and put it into the folder `out`, which has passed `check_folder`.

    It becomes, or goes on being, the site of the newsroom with the id `newsroom`.
    A file stays untouched when its key is that of the last export, or when the same bytes come out. All that is
    new is written aside first; then files go into place in the order of the stages; then what we wrote and is not
    wanted any more is removed; then the manifest is replaced. A dry run only compares.

    Raises `Trouble` naming the file when the disk does not let us, when something that we did not write is in the
    way, when the folder holds another newsroom's site or when another export holds it, and `Cancelled`. The site
    is then as it was, unless the disk failed while files were put into place: then the next export puts it right.
    """
    if dry_run:
        disk = Disk(out, newsroom)
        return describe(disk, _prepare(disk, stages, progress, cancelled, dry_run))
    with held(out):
        disk = Disk(out, newsroom)
        try:
            _make_empty(disk.aside)
            return put_into_place(disk, _prepare(disk, stages, progress, cancelled, dry_run), progress)
        finally:
            _clear(disk.aside)


def _make_empty(folder: Path) -> None:
    _clear(folder)
    try:
        folder.mkdir()
    except OSError as error:
        raise cannot_write(folder, error) from error


def _clear(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def _prepare(
    disk: Disk, stages: Sequence[Stage], progress: Progress, cancelled: Callable[[], bool], dry_run: bool
) -> Work:
    """Compare, make what is needed, and write it aside unless this is a dry run."""
    work = Work()
    needed = [(stage, _compare(disk, stage.outputs, work.files)) for stage in stages]
    for stage, outputs in needed:
        stage.check(outputs)
    for stage, outputs in needed:
        if dry_run:
            outputs = _not_certain(disk, outputs, work)
        for done, (output, files) in enumerate(zip(outputs, stage.make(outputs), strict=True)):
            if cancelled():
                raise Cancelled(N_("The export was stopped. The site is as it was before."))
            progress(stage.name, done, len(outputs))
            _stage(disk, work, output, files, dry_run)
        if outputs:
            progress(stage.name, len(outputs), len(outputs))
    return work


def _compare(disk: Disk, outputs: Sequence[Output], kept: dict[str, Entry]) -> list[Output]:
    """The outputs that have to be made; the files of the others go into `kept`."""
    known = disk.written.files
    needed = []
    for output in outputs:
        paths = output.paths
        if output.perhaps and (companion := known.get(output.perhaps)) and companion.key == output.key:
            paths = (*paths, output.perhaps)
        whole = {
            path: entry
            for path in paths
            if (entry := known.get(path)) and entry.key == output.key and disk.is_intact(path, entry)
        }
        if len(whole) == len(paths):
            kept.update(whole)
            continue
        needed.append(output)
        for path in paths:
            if disk.look(path).standing is Standing.FOREIGN:
                raise in_the_way(disk.out / path)
    return needed


def _not_certain(disk: Disk, outputs: Sequence[Output], work: Work) -> list[Output]:
    """Leave out, for a dry run, what is known to be new without making it."""
    uncertain = []
    for output in outputs:
        if output.perhaps or any(path in disk for path in output.paths):
            uncertain.append(output)
            continue
        for path in output.paths:
            work.files[path] = Entry("", 0, output.key)
            work.staged.append(Staged(path, disk.aside, is_new=True, was_changed=False))
    return uncertain


def _stage(disk: Disk, work: Work, output: Output, files: Files, dry_run: bool) -> None:
    for path, content in files:
        entry = work.files[path] = Entry(sha256(content).hexdigest(), len(content), output.key)
        found = disk.look(path)
        if found.standing is Standing.FOREIGN:
            raise in_the_way(disk.out / path)
        if found.sha256 != entry.sha256:
            ready = disk.aside / str(len(work.staged))
            if not dry_run:
                _write_aside(disk.out / path, ready, content)
            work.staged.append(Staged(path, ready, path not in disk, found.standing is Standing.CHANGED))


def _write_aside(path: Path, ready: Path, content: bytes) -> None:
    try:
        with ready.open("xb") as stream:
            stream.write(content)
    except OSError as error:
        raise cannot_write(path, error) from error
