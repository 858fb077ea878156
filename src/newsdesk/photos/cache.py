"""Keeps derived pictures in a folder, so that a site is not scaled anew at each export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import final

import PIL

from newsdesk.photos.deriving import DERIVED_VERSION, Derived, derive, derive_smallest
from newsdesk.photos.writing import passing_name, put_in_place, sweep

_DIGEST = 32
_SMALLEST = 0
"""Stands for the smallest width where it is not known which that is."""


@final
class Derivatives:
    """Derived pictures, made when first asked for.

    They are kept in `folder`, one file a picture: the SHA-256 of the picture, then the picture, so that a
    damaged file is noticed and made anew. With no folder, or one that cannot be written to, only the pictures
    of the last original are kept, in memory.
    """

    def __init__(self, folder: Path | None) -> None:
        # Another version of Pillow, or of ours, may give other bytes.
        self._folder = folder and folder / f"{DERIVED_VERSION}-pillow-{PIL.__version__}"
        self._last: tuple[str, Derived] = ("", Derived("", {}))

    def get(self, original: Path, hash: str, width: int, widths: Iterable[int]) -> bytes:
        """The picture of that hash in that width, in pixels.

        When it has to be made from the file `original`, all of `widths` are, as they are asked for together.
        Raises as `derive` does.
        """
        kept_hash, kept = self._last
        if kept_hash == hash and width in kept.by_width:
            return kept.by_width[width]
        return self._read(hash, width) or self._make(original, hash, width, widths)

    def smallest(self, original: Path, hash: str) -> bytes:
        """The picture of that hash in the smallest width there is of it; raises as `derive` does."""
        kept = self._read(hash, _SMALLEST)
        if not kept:
            kept = derive_smallest(original)
            self._write(hash, {_SMALLEST: kept})
        return kept

    def _make(self, original: Path, hash: str, width: int, widths: Iterable[int]) -> bytes:
        derived = derive(original, {width, *widths})
        self._last = (hash, derived)
        self._write(hash, derived.by_width)
        return derived.by_width[width]

    def _read(self, hash: str, width: int) -> bytes:
        """The kept picture, or nothing when there is none that is whole."""
        if self._folder is None:
            return b""
        try:
            content = _path(self._folder, hash, width).read_bytes()
        except OSError:
            return b""
        digest, picture = content[:_DIGEST], content[_DIGEST:]
        return picture if sha256(picture).digest() == digest else b""

    def _write(self, hash: str, pictures: Mapping[int, bytes]) -> None:
        """Keep pictures by width, and remove what a process that was killed meanwhile left half-way."""
        if self._folder is None:
            return
        # A cache that cannot be written to costs time, not pictures.
        with suppress(OSError):
            sweep(self._folder)
        for width, picture in pictures.items():
            with suppress(OSError), passing_name(self._folder) as passing:
                passing.write_bytes(sha256(picture).digest() + picture)
                put_in_place(passing, _path(self._folder, hash, width))


def _path(folder: Path, hash: str, width: int) -> Path:
    return folder / hash[:2] / f"{hash}-{width}"
