"""Taking photos into the newsroom: each original once, by its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from newsdesk import photos
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.ids import PhotoId
from newsdesk.model.photo import Photo
from newsdesk.newsroom.progress import Progress, silent
from newsdesk.store import Store

ORIGINALS = "originals"
"""The folder of the originals within a newsroom's folder."""


@dataclass(frozen=True, slots=True)
class Added:
    """A photo that is in the newsroom now; `known` says that it was before."""

    file: Path
    photo: Photo
    known: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be taken in, and why."""

    file: Path
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of the files, each kind in the order of the files."""

    added: tuple[Added, ...]
    refused: tuple[Refused, ...]


def add_photos(store: Store, files: Sequence[Path], progress: Progress = silent) -> Intake:
    """Take photo files in, in one step: the good ones, whatever the others are, and none a second time."""
    added: list[Added] = []
    refused: list[Refused] = []
    new: dict[str, Photo] = {}
    doing = message(N_("Reading photos"))
    for done, file in enumerate(files):
        progress(doing, done, len(files))
        try:
            original = photos.add_original(store.folder / ORIGINALS, file)
        except Trouble as trouble:
            refused.append(Refused(file, trouble))
            continue
        known = new.get(original.hash) or store.read.photo_by_hash(original.hash)
        photo = known or photo_of(original, file, store)
        if known is None:
            new[original.hash] = photo
        added.append(Added(file, photo, known is not None))
    progress(doing, len(files), len(files))
    if new:
        with store.step(message(N_("Add photos ({count})"), count=len(new))):
            store.put_all(new.values())
    return Intake(tuple(added), tuple(refused))


def add_picture(store: Store, content: bytes, name: str) -> Intake:
    """Take in a picture that is no file, such as a pasted one: the bytes of a PNG or JPEG, and what to call it."""
    with TemporaryDirectory(prefix="newsdesk-") as aside:
        file = Path(aside) / (Path(name).name or "picture.png")
        file.write_bytes(content)
        return add_photos(store, [file])


def photo_of(original: photos.Original, file: Path, store: Store) -> Photo:
    """A new record for an original that came from `file`."""
    return Photo(
        id=PhotoId(store.ids()),
        hash=original.hash,
        extension=original.extension,
        width=original.width,
        height=original.height,
        size=original.bytes,
        added=store.clock(),
        file_name=file.name.encode(errors="replace").decode(),  # a name may be no text at all
        transparent=original.transparent,
        animated=original.animated,
    )
