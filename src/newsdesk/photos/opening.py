"""Opens a picture file of a kind that we read; refuses every other by name before anything is decoded."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from PIL import Image
from PIL.AvifImagePlugin import AvifImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from newsdesk.errors import Trouble
from newsdesk.i18n import N_

MOST_PIXELS = 200_000_000
LONGEST_SIDE = 65_500  # what a JPEG file can hold

# Pillow's classes are called directly and not through Image.open(), which would guess from every format it
# knows and report large pictures on the process's one list of warnings, which is not ours to change.
READERS: dict[str, type[ImageFile]] = {
    "jpg": JpegImageFile,
    "png": PngImageFile,
    "webp": WebPImageFile,
    "gif": GifImageFile,
    "tif": TiffImageFile,
    "avif": AvifImageFile,
}

# What Pillow's readers were seen to raise on damaged files; bugs of ours do not pass through the few
# places that catch these.
DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    RuntimeError,
    struct.error,
    zlib.error,
)

_PHONE_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_DOCUMENTS = (b"%PDF", b"%!PS", b"\xc5\xd0\xd3\xc6", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_TIFF_REDUCED, _TIFF_DNG_VERSION = 254, 50706


@contextmanager
def open_picture(path: Path, name: str = "") -> Iterator[tuple[ImageFile, str]]:
    """The picture in `path`, its header read and nothing decoded, and the extension of its real format.

    `name` is what the user calls the file, when that is not the name in `path`. Raises `Trouble` naming the
    file when it is missing, a folder, not readable, empty, not a picture of a kind in `READERS`, damaged or
    too large. The picture is closed at the end of the block.
    """
    name = name or path.name
    with _open_file(path) as stream:
        extension = _extension(stream, name)
        stream.seek(0)
        image = _read_header(stream, extension, name)
        with image:
            _check_size(image, name)
            yield image, extension


def decode(image: ImageFile, name: str) -> None:
    """Decode the whole of the first frame; raises `Trouble` naming the file when it is cut short or damaged.

    Pillow's `verify()` would not do: it finds nothing wrong with a JPEG that is cut in half.
    """
    try:
        image.load()
    except (Image.DecompressionBombError, MemoryError) as error:
        raise _too_large(name) from error
    except DAMAGE as error:
        raise _spoilt(name, error) from error


def is_animated(image: ImageFile, name: str) -> bool:
    """Whether more frames follow the first; raises `Trouble` when what follows is damaged.

    The further pictures in a TIFF do not count: they are pages, or a small copy made by the camera.
    """
    try:
        return image.format != "TIFF" and bool(getattr(image, "is_animated", False))
    except DAMAGE as error:
        raise _spoilt(name, error) from error


def _open_file(path: Path) -> IO[bytes]:
    try:
        if path.is_file():
            return path.open("rb")
        exists = path.exists()
    except OSError as error:
        raise _unreadable(str(path), error) from error
    if exists:
        raise Trouble(
            N_("“{name}” is not a file."), way_out=N_("Choose the picture files themselves."), name=str(path)
        )
    raise Trouble(
        N_("There is no picture “{name}”."),
        way_out=N_("Check the file’s name and folder."),
        name=str(path),
    )


def _extension(stream: IO[bytes], name: str) -> str:
    """Tell the format by the first bytes alone: the name of a file proves nothing."""
    try:
        start = stream.read(512)
    except OSError as error:
        raise _unreadable(name, error) from error
    if not start:
        raise Trouble(N_("“{name}” is empty."), way_out=N_("Copy it again from where it came from."), name=name)
    extension = _known(start)
    if extension:
        return extension
    if start[4:8] == b"ftyp" and start[8:12] in _PHONE_BRANDS:
        raise Trouble(
            N_("“{name}” is a HEIC photo, which Newsdesk cannot read."),
            way_out=N_("Convert it to JPEG first, or set the phone’s camera to “most compatible”."),
            name=name,
        )
    if start.startswith(_DOCUMENTS) or _is_text(start):
        raise Trouble(
            N_("“{name}” is a document (text, web page, SVG, PDF or the like), not a photo."),
            way_out=N_("Export the picture in it as JPEG or PNG and use that."),
            name=name,
        )
    raise Trouble(
        N_("“{name}” is not a picture of a kind that Newsdesk reads."),
        way_out=N_("Convert it to JPEG or PNG first."),
        name=name,
    )


def _known(start: bytes) -> str:
    if start.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if start.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if start.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        return "tif"
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return "webp"
    # An AVIF may call itself by its family name (mif1) and say "avif" in the list of brands behind it.
    if start[4:8] == b"ftyp" and b"avif" in start[8 : max(12, min(start[3], 64))]:
        return "avif"
    return "avif" if start[4:12] == b"ftypavis" else ""


def _is_text(start: bytes) -> bool:
    if b"\0" in start:
        return start.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        start[:500].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > 490  # a letter cut in two by the end of what was read
    return True


def _read_header(stream: IO[bytes], extension: str, name: str) -> ImageFile:
    try:
        image = READERS[extension](stream, name)
    except (Image.DecompressionBombError, MemoryError) as error:
        raise _too_large(name) from error
    except DAMAGE as error:
        raise _spoilt(name, error) from error
    # Raw camera files are TIFFs whose first picture is a thumbnail.
    if isinstance(image, TiffImageFile):
        tags = image.tag_v2
        if _TIFF_DNG_VERSION in tags or tags.get(_TIFF_REDUCED) == 1:
            raise Trouble(
                N_("“{name}” is a raw camera file, which Newsdesk cannot read."),
                way_out=N_("Develop it to JPEG or TIFF first."),
                name=name,
            )
    return image


def _check_size(image: ImageFile, name: str) -> None:
    width, height = image.size
    if width < 1 or height < 1:
        raise _damaged(name)
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise _too_large(name)


def _spoilt(name: str, error: Exception) -> Trouble:
    """What to tell of a picture that could not be read to its end; only what the system refused has a number."""
    return _unreadable(name, error) if isinstance(error, OSError) and error.errno else _damaged(name)


def _unreadable(name: str, error: OSError) -> Trouble:
    return Trouble(
        N_("“{name}” cannot be read: {reason}."),
        way_out=N_("Check that the disk is connected and that you may open the file."),
        name=name,
        reason=error.strerror or str(error),
    )


def _damaged(name: str) -> Trouble:
    return Trouble(
        N_("“{name}” is cut short or damaged."),
        way_out=N_("Copy it again from the camera, or ask the sender for it once more."),
        name=name,
    )


def _too_large(name: str) -> Trouble:
    return Trouble(
        N_("“{name}” is too large: the limit is {megapixels} megapixels and {side} pixels a side."),
        way_out=N_("Save a smaller version and use that."),
        name=name,
        megapixels=MOST_PIXELS // 1_000_000,
        side=LONGEST_SIDE,
    )
