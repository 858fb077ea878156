"""Putting right what a check found, after a backup; originals come back from where there is a copy of them."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.photo import Photo
from newsdesk.newsroom.checking_up.examining import Health
from newsdesk.newsroom.checking_up.files import is_as_taken_in, leftovers, original_of
from newsdesk.newsroom.progress import Progress, silent
from newsdesk.store import (
    ASIDE_NAME,
    MENDS,
    OWNER_NAME,
    DamagedNewsroom,
    Fault,
    Finding,
    Remedy,
    Store,
    found,
    mend_file,
)

Source = Callable[[Photo, Path], bool]
"""Writes a copy of a photo's original into a file, and says whether it had one."""

_OF_ORIGINALS = (Fault.ORIGINALS_MISSING, Fault.ORIGINALS_ALTERED)


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was put right, and what was not.

    `before` is the file in which the state before is kept, `aside` the folder of the altered originals, if any.
    """

    mended: tuple[Finding, ...]
    left: tuple[Finding, ...]
    before: Path | None
    aside: Path | None


@dataclass(slots=True)
class _Originals:
    """The names of the originals that came back and of those that nobody has; where altered ones are kept."""

    back: defaultdict[Fault, list[str]] = field(default_factory=lambda: defaultdict(list))
    lost: defaultdict[Fault, list[str]] = field(default_factory=lambda: defaultdict(list))
    aside: Path | None = None


def repair(
    store: Store,
    health: Health,
    *,
    back_up: Callable[[], Path | None],
    sources: Sequence[Source] = (),
    progress: Progress = silent,
) -> Repaired:
    """Put right what `health` names and can be put right, after `back_up`, which says where its copy lies.

    Nothing of a person's is deleted: an altered original is set aside before the right one takes its place. Raises
    `Trouble` when the backup cannot be made, when the newsroom cannot be written, and `DamagedNewsroom` when its
    file is broken: then only a salvage or a backup helps. Nothing is changed then.
    """
    if health.damaged:
        raise DamagedNewsroom(
            N_("The newsroom in {folder} is damaged: a repair could make it worse."),
            N_("Bring back a backup, or save what can be read with: newsdesk doctor --salvage"),
            folder=str(store.folder),
        )
    progress(message(N_("Making a backup first")), 0, 1)
    before = back_up()
    progress(message(N_("Repairing the newsroom")), 0, 1)
    now = store.clock()
    faults = {finding.fault for finding in health.findings}
    if faults & set(MENDS):
        # What is derived may have been made from what is put right now.
        mend_file(store.folder, faults | {Fault.DERIVED, Fault.SEARCH}, now, store.author)
    originals = _bring_back(store, sources, now, progress) if faults & set(_OF_ORIGINALS) else _Originals()
    for path in leftovers(store.folder) if Fault.LEFTOVERS in faults else ():
        if path.name != OWNER_NAME:
            with suppress(OSError):
                path.unlink()
    mended = [finding for finding in health.findings if finding.remedy is Remedy.REPAIR]
    left = [finding for finding in health.findings if finding.remedy in (Remedy.LOOK, Remedy.SALVAGE)]
    for fault in _OF_ORIGINALS:
        mended += found(fault, originals.back[fault])
        left += found(fault, originals.lost[fault])
    return Repaired(tuple(mended), tuple(left), before, originals.aside)


def _bring_back(store: Store, sources: Sequence[Source], now: datetime, progress: Progress) -> _Originals:
    """Bring originals back that are missing or altered."""
    done = _Originals()
    aside = store.folder / ASIDE_NAME / f"{now:%Y-%m-%d-%H%M%S}"
    photos = store.read.every(Photo)
    for number, photo in enumerate(photos):
        progress(message(N_("Bringing back photos")), number, len(photos))
        place = original_of(store.folder, photo)
        if is_as_taken_in(place, photo):
            continue
        fault = Fault.ORIGINALS_ALTERED if place.is_file() else Fault.ORIGINALS_MISSING
        try:
            came = _put_back(photo, place, sources, aside)
        except OSError as error:
            raise Trouble(
                N_("The original of “{name}” could not be brought back ({reason})."),
                N_("See that there is room and that you may write in the newsroom’s folder, then repair again."),
                name=photo.file_name or place.name,
                reason=error.strerror or str(error),
            ) from error
        if came and fault is Fault.ORIGINALS_ALTERED:
            done.aside = aside
        (done.back if came else done.lost)[fault].append(photo.file_name or place.name)
    return done


def _put_back(photo: Photo, place: Path, sources: Iterable[Source], aside: Path) -> bool:
    place.parent.mkdir(parents=True, exist_ok=True)
    incoming = place.parent.parent / f".incoming-{uuid4().hex}.part"
    try:
        if not any(source(photo, incoming) and is_as_taken_in(incoming, photo) for source in sources):
            return False
        if place.exists():
            aside.mkdir(parents=True, exist_ok=True)
            shutil.move(place, aside / place.name)
        incoming.replace(place)
    finally:
        incoming.unlink(missing_ok=True)
    return True


def from_folder(originals: Path) -> Source:
    """A source of originals: a folder that holds them under their hashes, as a newsroom and a backup place do."""

    def copy(photo: Photo, target: Path) -> bool:
        kept = originals / photo.hash[:2] / f"{photo.hash}.{photo.extension}"
        if not kept.is_file():
            return False
        shutil.copyfile(kept, target)
        return True

    return copy
