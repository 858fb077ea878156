"""Keeps the original of every photo once, under its content hash, checked before it is let in."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.photos.opening import decode, is_animated, open_picture
from newsdesk.photos.pixels import is_transparent, lies_sideways, orientation
from newsdesk.photos.writing import passing_name, put_in_place, sweep

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Original:
    """What is known of a picture in the library.

    `hash` is the SHA-256 of the file in hexadecimal; `extension` is that of its real format, without a dot;
    `width` and `height` are pixels as shown, upright; `bytes` is the size of the file. `animated`: only its
    first frame is used on pages. `transparent`: some pixel lets its ground through.
    """

    hash: str
    extension: str
    width: int
    height: int
    bytes: int
    animated: bool
    transparent: bool


def original_path(originals: Path, hash: str, extension: str) -> Path:
    """Where the library in folder `originals` keeps the picture of that hash."""
    return originals / hash[:2] / f"{hash}.{extension}"


def add_original(originals: Path, source: Path) -> Original:
    """Check the picture in file `source`, copy it into the library as it is, and say what it is.

    A picture that is there already is not written again. Raises `Trouble` naming the file when it is not a
    picture that we can use or cannot be copied; the library is then as it was before. Copies that were left
    half-way by a process that was killed are removed a day later.
    """
    with open_picture(source):
        pass  # a film or a text of ten gigabytes is refused before it is copied
    try:
        # Without those above it: a newsroom that was moved away must find its place free when it comes back.
        originals.mkdir(exist_ok=True)
        sweep(originals)
        with passing_name(originals) as copy:
            size, content_hash = _copy(source, copy)
            original = _examine(copy, source.name, size, content_hash)
            final = original_path(originals, content_hash, original.extension)
            # A kept file of another size was damaged after it was let in; the same bytes mend it.
            if not (final.is_file() and final.stat().st_size == size):
                put_in_place(copy, final)
            return original
    except OSError as error:
        raise Trouble(
            N_("“{name}” could not be copied into the newsroom: {reason}."),
            way_out=N_("Make room on the disk, check that it can be written to, and add the photo again."),
            name=source.name,
            reason=error.strerror or str(error),
        ) from error


def _copy(source: Path, copy: Path) -> tuple[int, str]:
    """Copy a file, giving the number of bytes and their SHA-256."""
    size, digest = 0, sha256()
    with source.open("rb") as incoming, copy.open("xb") as outgoing:
        while piece := incoming.read(_PIECE):
            outgoing.write(piece)
            digest.update(piece)
            size += len(piece)
    return size, digest.hexdigest()


def _examine(copy: Path, name: str, size: int, content_hash: str) -> Original:
    """Decode the copy, not the source, so that what was checked is what is kept."""
    with open_picture(copy, name) as (image, extension):
        width, height = image.size
        turn = orientation(image)
        # Reads every byte of a JPEG all the same, in a small part of the time and memory.
        image.draft(None, (max(1, width // 8), max(1, height // 8)))
        decode(image, name)
        return Original(
            hash=content_hash,
            extension=extension,
            width=height if lies_sideways(turn) else width,
            height=width if lies_sideways(turn) else height,
            bytes=size,
            animated=is_animated(image, name),
            transparent=is_transparent(image),
        )
