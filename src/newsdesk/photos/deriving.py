"""Makes the smaller pictures that go on the web from an original: upright, sRGB and free of metadata."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.ImageFile import ImageFile

from newsdesk.photos.opening import decode, open_picture
from newsdesk.photos.pixels import (
    as_srgb,
    in_eight_bits,
    is_transparent,
    lies_sideways,
    orientation,
    turned_upright,
)

DERIVED_VERSION = 1  # goes up when the same original and the same Pillow give other bytes than before
WEB_WIDTHS = (320, 640, 960, 1280, 1920)

# A smaller picture is made from the smallest one at hand that is at least this much wider: from the nearest
# one it would come out soft, from the original it would take three times as long.
_STEP = 1.5

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Derived:
    """The files made from one original: their extension, and the bytes of each width in pixels."""

    extension: str
    by_width: Mapping[int, bytes]


def web_widths(width: int) -> tuple[int, ...]:
    """The widths, in pixels and ascending, in which a picture of that width goes on the web."""
    widest = WEB_WIDTHS[-1]
    return (*(rung for rung in WEB_WIDTHS if rung < min(width, widest)), min(width, widest))


def derived_extension(transparent: bool) -> str:
    """The extension of what is made from an original that is, or is not, `Original.transparent`."""
    return "png" if transparent else "jpg"


def derived_name(hash: str, width: int, extension: str) -> str:
    """The file name on the site of the picture of that hash in that width; known before it is made."""
    return f"{hash[:16]}-{width}.{extension}"


def derive(original: Path, widths: Iterable[int]) -> Derived:
    """Make the picture in file `original` in some of its `web_widths`.

    The bytes of a width are the same whichever other widths are asked for, and the same for the same version
    of Pillow. It may run in several threads at once, which then decode and scale side by side. Raises
    `Trouble` when the original is missing or damaged, `ValueError` for another width.
    """
    with open_picture(original) as (image, _extension):
        turn = orientation(image)
        width, height = (image.height, image.width) if lies_sideways(turn) else image.size
        rungs = web_widths(width)
        sizes = [(rung, max(1, round(height * rung / width))) for rung in rungs]
        wanted = set(widths)
        if not wanted <= set(rungs):
            raise ValueError(f"{sorted(wanted)} are not all among the web widths {rungs}")
        largest, transparent = _largest(image, turn, sizes.pop(), original.name)
    extension = derived_extension(transparent)
    coded = {
        picture.width: _coded(picture, extension) for picture in _chain(largest, sizes) if picture.width in wanted
    }
    return Derived(extension, dict(sorted(coded.items())))


def derive_smallest(original: Path) -> bytes:
    """Make the picture in file `original` in the smallest of its `web_widths`; raises as `derive` does."""
    with open_picture(original) as (image, _extension):
        width = image.height if lies_sideways(orientation(image)) else image.width
    smallest = web_widths(width)[0]
    return derive(original, {smallest}).by_width[smallest]


def _largest(image: ImageFile, turn: int, size: Size, name: str) -> tuple[Image.Image, bool]:
    """The picture upright, in `size` and in sRGB, and whether it is transparent."""
    stored_size = (size[1], size[0]) if lies_sideways(turn) else size
    profile = image.info.get("icc_profile")
    image.draft(None, stored_size)  # a JPEG decodes to a half, a quarter or an eighth at little cost
    decode(image, name)
    transparent = is_transparent(image)
    picture = in_eight_bits(image, transparent)
    if picture.size != stored_size:
        picture = picture.resize(stored_size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    picture = turned_upright(as_srgb(picture, profile), turn)
    picture.info = {}  # Pillow would write comments and profiles from here into the new files
    return picture, transparent


def _chain(largest: Image.Image, smaller: list[Size]) -> Iterable[Image.Image]:
    """The largest picture, then the smaller sizes downwards, each made from a picture made before."""
    made = [largest]
    yield largest
    for size in reversed(smaller):
        source = next((picture for picture in reversed(made) if picture.width >= size[0] * _STEP), largest)
        made.append(source.resize(size, Image.Resampling.LANCZOS))
        yield made[-1]


def _coded(picture: Image.Image, extension: str) -> bytes:
    coded = BytesIO()
    if extension == "png":
        picture.save(coded, "PNG")
    else:
        picture.save(coded, "JPEG", quality=80, subsampling="4:2:0", optimize=True, progressive=True)
    return coded.getvalue()
