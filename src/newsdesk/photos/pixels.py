"""What is put right in a decoded picture before it goes on the web: turn, depth, alpha and colour."""

from __future__ import annotations

import struct
from io import BytesIO

from PIL import Image, ImageCms

ORIENTATION_TAG = 0x0112

# EXIF 2.32, tag 0x0112: how the stored picture is turned to stand upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = (5, 6, 7, 8)
_SIXTEEN_BITS = 65_535


def orientation(image: Image.Image) -> int:
    """How the picture must still be turned: EXIF orientation 1 (not at all) to 8.

    1 also when there is none, when the EXIF data is damaged, and for TIFF, which Pillow turns by itself.
    """
    if image.format == "TIFF":
        return 1
    try:
        value = image.getexif().get(ORIENTATION_TAG, 1)
    except (struct.error, SyntaxError, ValueError, LookupError, TypeError, OSError, ArithmeticError):
        return 1
    return value if value in _TURNS else 1


def lies_sideways(turn: int) -> bool:
    """Whether orientation `turn` swaps width and height."""
    return turn in _SIDEWAYS


def turned_upright(image: Image.Image, turn: int) -> Image.Image:
    """The picture as a person sees it, given its EXIF orientation."""
    return image.transpose(_TURNS[turn]) if turn in _TURNS else image


def is_transparent(image: Image.Image) -> bool:
    """Whether any pixel of a decoded picture lets its ground through; an alpha channel alone does not."""
    if not image.has_transparency_data or image.mode.startswith("I"):
        return False
    with_alpha = image if "A" in image.getbands() else image.convert("RGBA")
    lowest, _highest = with_alpha.getchannel("A").getextrema()
    return isinstance(lowest, int | float) and lowest < 255


def in_eight_bits(image: Image.Image, transparent: bool) -> Image.Image:
    """The picture in a mode that can be resized: 16 and 32 bits scaled to 8, palettes resolved.

    Pillow's own `convert("L")` would cut every 16-bit value above 255 to white.
    """
    if image.mode.startswith("I") or image.mode == "F":
        return _scaled(image).convert("L")
    if transparent:
        return image if image.mode in ("RGBA", "LA") else image.convert("RGBA")
    image.info.pop("transparency", None)  # it hides nothing, and Pillow would warn of it
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image
    return image.convert("L" if image.mode in ("1", "LA", "La") else "RGB")


def _scaled(image: Image.Image) -> Image.Image:
    """Bring the values of an integer or float picture to 0..255; floats up to 1 are parts of full light."""
    _lowest, highest = image.getextrema()
    assert isinstance(highest, int | float)
    if image.mode == "F":
        brightest = highest if highest > 1 else 1
    else:
        brightest = highest if highest > _SIXTEEN_BITS else _SIXTEEN_BITS
    factor = 255 / brightest
    return image.point(lambda value: value * factor)


def as_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture as RGB or RGBA in sRGB; `profile` is the ICC profile of its values, if it came with one.

    A profile that does not fit the picture or cannot be read is left aside, as browsers do.
    """
    alpha = image.getchannel("A") if image.mode in ("RGBA", "LA") else None
    opaque = image.convert(image.mode.removesuffix("A")) if alpha else image
    srgb = _through_profile(opaque, profile) or opaque.convert("RGB")
    if alpha:
        srgb.putalpha(alpha)
    return srgb


def _through_profile(image: Image.Image, profile: bytes | None) -> Image.Image | None:
    try:
        if image.mode == "LAB":
            source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        elif profile:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
        else:
            return None
        return ImageCms.profileToProfile(
            image,
            source,
            ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
