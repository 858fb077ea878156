"""Pictures that the photo tests make for themselves."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 200, 40), (30, 50, 210), (245, 245, 245)


def corners(width: int, height: int) -> Image.Image:
    """A picture with red, green, blue and white quarters, read from the upper left."""
    small = Image.new("RGB", (2, 2))
    small.putdata([RED, GREEN, BLUE, WHITE])
    return small.resize((width, height), Image.Resampling.NEAREST)


def corner_colours(image: Image.Image) -> list[str]:
    """Which of the four colours stands in each quarter of a picture made by `corners`."""
    names = {RED: "red", GREEN: "green", BLUE: "blue", WHITE: "white"}
    across, down = image.width, image.height
    places = [(across // 4, down // 4), (3 * across // 4, down // 4)]
    places += [(across // 4, 3 * down // 4), (3 * across // 4, 3 * down // 4)]
    return [names[min(names, key=lambda colour: distance(colour, pixel(image, place)))] for place in places]


def pixel(image: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    """The values of one pixel as RGB."""
    value = image.convert("RGB").getpixel(place)
    assert isinstance(value, tuple)
    return tuple(int(part) for part in value)


def distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """How far apart two colours are: the largest difference of a channel."""
    return max(abs(first - second) for first, second in zip(one, other, strict=True))


def opened(content: bytes) -> Image.Image:
    """A decoded picture from its bytes."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


def jpeg(path: Path, width: int = 400, height: int = 300) -> Path:
    """A small sound JPEG."""
    corners(width, height).save(path, "JPEG", quality=90)
    return path


def png_header(width: int, height: int) -> bytes:
    """A PNG that promises so many pixels and holds hardly any data."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


def swapped_profile() -> bytes:
    """An ICC profile like sRGB in which red light is green and green light is red."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (count,) = struct.unpack_from(">I", profile, 128)
    for place in range(132, 132 + 12 * count, 12):
        sign = bytes(profile[place : place + 4])
        if sign in (b"rXYZ", b"gXYZ"):
            profile[place : place + 4] = b"gXYZ" if sign == b"rXYZ" else b"rXYZ"
    return bytes(profile)
