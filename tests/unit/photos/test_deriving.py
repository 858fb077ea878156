"""Web pictures are upright, in sRGB, never larger than the original, and carry nothing of the camera."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from newsdesk.errors import Trouble
from newsdesk.photos import add_original, derive, derived_extension, derived_name, web_widths
from unit.photos.pictures import (
    BLUE,
    GREEN,
    RED,
    corner_colours,
    corners,
    distance,
    jpeg,
    opened,
    pixel,
    png_header,
    swapped_profile,
)

AS_SHOWN = ["red", "green", "blue", "white"]


def made(path: Path, width: int) -> Image.Image:
    """The one web picture of that width."""
    return opened(derive(path, [width]).by_width[width])


@given(st.integers(1, 70_000))
def test_web_widths_ascend_to_the_width_itself_and_never_beyond(width: int) -> None:
    widths = web_widths(width)
    assert list(widths) == sorted(set(widths))
    assert widths[-1] == min(width, 1920)
    assert {rung for rung in (320, 640, 960, 1280, 1920) if rung <= width} <= set(widths)


def test_web_widths_by_example() -> None:
    assert web_widths(4000) == (320, 640, 960, 1280, 1920)
    assert web_widths(1000) == (320, 640, 960, 1000)
    assert web_widths(320) == (320,)
    assert web_widths(50) == (50,)


def test_names_are_known_before_the_bytes() -> None:
    assert derived_name("0123456789abcdef" * 4, 640, derived_extension(False)) == "0123456789abcdef-640.jpg"
    assert derived_extension(True) == "png"


def test_every_width_keeps_the_proportions(tmp_path: Path) -> None:
    derived = derive(jpeg(tmp_path / "quay.jpg", 1500, 1001), web_widths(1500))
    assert derived.extension == "jpg"
    sizes = {width: opened(content).size for width, content in derived.by_width.items()}
    assert sizes == {
        320: (320, 214),
        640: (640, 427),
        960: (960, 641),
        1280: (1280, 854),
        1500: (1500, 1001),
    }
    assert all(corner_colours(opened(content)) == AS_SHOWN for content in derived.by_width.values())


def test_a_strip_keeps_at_least_one_pixel_of_height(tmp_path: Path) -> None:
    path = tmp_path / "strip.png"
    Image.new("RGB", (4000, 2)).save(path)
    assert made(path, 320).size == (320, 1)


def test_a_width_does_not_depend_on_which_others_are_asked_for_and_bytes_repeat(tmp_path: Path) -> None:
    path = jpeg(tmp_path / "quay.jpg", 1500, 1001)
    every = derive(path, web_widths(1500)).by_width
    for width in (320, 960, 1500):
        assert derive(path, [width]).by_width == {width: every[width]}


def test_a_width_that_is_not_for_the_web_is_a_mistake_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="500"):
        derive(jpeg(tmp_path / "small.jpg", 400, 300), [500])


def test_jpegs_are_progressive_with_halved_colour(tmp_path: Path) -> None:
    image = made(jpeg(tmp_path / "quay.jpg", 400, 300), 320)
    assert image.info["progressive"]
    assert [part[1:3] for part in image.layer] == [(2, 2), (1, 1), (1, 1)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_every_orientation_comes_out_upright(tmp_path: Path, format_: str, turn: int) -> None:
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    shown = corners(360, 240)
    stored = shown.transpose(back[turn]) if turn in back else shown
    exif = Image.Exif()
    exif[0x0112] = turn
    path = tmp_path / "turned"
    stored.save(path, format_, exif=exif)
    image = made(path, 320)
    assert image.size == (320, 213)
    assert corner_colours(image) == AS_SHOWN


def test_cmyk_keeps_its_colours(tmp_path: Path) -> None:
    path = tmp_path / "print.jpg"
    corners(400, 300).convert("CMYK").save(path, quality=95)
    image = made(path, 320)
    assert image.mode == "RGB"
    assert corner_colours(image) == AS_SHOWN
    assert distance(pixel(image, (80, 60)), RED) < 12


def test_lab_and_ycbcr_and_black_and_white_become_rgb(tmp_path: Path) -> None:
    lab = ImageCms.profileToProfile(
        corners(400, 300), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert lab is not None
    lab.save(tmp_path / "lab.tif")
    corners(400, 300).convert("YCbCr").save(tmp_path / "ycbcr.tif")
    assert corner_colours(made(tmp_path / "lab.tif", 320)) == AS_SHOWN
    assert corner_colours(made(tmp_path / "ycbcr.tif", 320)) == AS_SHOWN
    Image.new("1", (400, 300), 1).save(tmp_path / "fax.tif")
    assert pixel(made(tmp_path / "fax.tif", 320), (9, 9)) == (255, 255, 255)


@pytest.mark.parametrize("extension", ["png", "tif"])
def test_sixteen_bits_are_scaled_and_not_clipped(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"deep.{extension}"
    Image.new("I;16", (400, 300), 40_000).save(path)
    assert distance(pixel(made(path, 320), (9, 9)), (156, 156, 156)) <= 1


def test_thirty_two_bits_and_floats_are_scaled(tmp_path: Path) -> None:
    Image.new("I", (400, 300), 40_000).save(tmp_path / "whole.tif")
    Image.new("F", (400, 300), 0.5).save(tmp_path / "float.tif")
    assert distance(pixel(made(tmp_path / "whole.tif", 320), (9, 9)), (156, 156, 156)) <= 1
    assert distance(pixel(made(tmp_path / "float.tif", 320), (9, 9)), (128, 128, 128)) <= 1


def test_an_icc_profile_is_applied_and_not_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "swapped.jpg"
    corners(400, 300).save(path, quality=95, icc_profile=swapped_profile())
    image = made(path, 320)
    assert "icc_profile" not in image.info
    assert corner_colours(image) == ["green", "red", "blue", "white"]


def test_a_profile_works_on_transparent_pictures_too(tmp_path: Path) -> None:
    path = tmp_path / "swapped.png"
    picture = corners(400, 300)
    picture.putalpha(128)
    picture.save(path, icc_profile=swapped_profile())
    image = made(path, 320)
    assert image.mode == "RGBA"
    assert image.getpixel((9, 9))[3] == 128  # type: ignore[index]
    assert distance(pixel(image, (80, 60)), GREEN) < 60


@pytest.mark.parametrize("profile", [b"no profile at all", swapped_profile()])
def test_a_profile_that_does_not_fit_is_left_aside(tmp_path: Path, profile: bytes) -> None:
    path = tmp_path / "grey.png"
    Image.new("L", (400, 300), 90).save(path, icc_profile=profile)
    assert distance(pixel(made(path, 320), (9, 9)), (90, 90, 90)) <= 1


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "PA"])
def test_real_transparency_stays_and_makes_a_png(tmp_path: Path, mode: str) -> None:
    picture = Image.new("RGBA", (400, 300), (*BLUE, 255))
    picture.paste((*RED, 0), (0, 0, 200, 300))
    path = tmp_path / "logo"
    if mode == "P":
        picture.quantize(4).save(path, "PNG")
    else:
        picture.convert("LA" if mode == "PA" else mode).save(path, "PNG" if mode != "PA" else "TIFF")
    derived = derive(path, [320])
    image = opened(derived.by_width[320])
    assert (derived.extension, image.mode, image.format) == ("png", "RGBA", "PNG")
    left, right = image.getpixel((40, 100)), image.getpixel((280, 100))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert (left[3], right[3]) == (0, 255)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_an_alpha_channel_that_hides_nothing_makes_a_jpeg(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "photo.png"
    picture = corners(400, 300).convert("RGBA")
    (picture.quantize(8) if mode == "P" else picture.convert(mode)).save(path)
    derived = derive(path, [320])
    assert (derived.extension, opened(derived.by_width[320]).format) == ("jpg", "JPEG")
    assert add_original(tmp_path / "originals", path).transparent is False


@pytest.mark.parametrize("format_", ["GIF", "WEBP", "PNG"])
def test_the_first_frame_of_an_animation_is_used(tmp_path: Path, format_: str) -> None:
    path = tmp_path / "moving"
    frames = [corners(400, 300), corners(400, 300).rotate(180)]
    frames[0].save(path, format_, save_all=True, append_images=frames[1:])
    assert corner_colours(made(path, 320)) == AS_SHOWN


def revealing(path: Path, format_: str, **more: object) -> Path:
    """A picture that tells where, when, with what and by whom it was taken, in every way that Pillow writes."""
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x0131] = "SECRET camera", "SECRET author", "SECRET software"
    exif.get_ifd(0x8769)[0xA431] = "SECRET serial"
    exif.get_ifd(0x8825).update({1: "N", 2: (38.0, 42.0, 1.0), 29: "SECRET:GPS"})
    picture = corners(400, 300)
    if more.pop("hole", False):
        picture.putalpha(120)
    picture.info["comment"] = b"SECRET comment"
    picture.save(
        path,
        format_,
        exif=exif,
        xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>SECRET xmp</x:xmpmeta>",
        icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        **more,
    )
    return path


@pytest.mark.parametrize(
    ("format_", "hole"), [("JPEG", False), ("PNG", False), ("PNG", True), ("WEBP", True), ("AVIF", False)]
)
def test_nothing_of_the_camera_is_left(tmp_path: Path, format_: str, hole: bool) -> None:
    path = revealing(tmp_path / "telling", format_, hole=hole)
    assert b"SECRET" in path.read_bytes()
    derived = derive(path, [320, 400])
    assert derived.extension == derived_extension(hole)
    for content in derived.by_width.values():
        image = opened(content)
        assert b"SECRET" not in content
        assert b"Exif" not in content
        assert not image.getexif()
        assert set(image.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        }
        assert_only_picture_data(content)


def assert_only_picture_data(content: bytes) -> None:
    """No part of a JPEG or PNG but those that hold pixels (JFIF's own header holds none of the camera's)."""
    if content.startswith(b"\x89PNG"):
        chunks, place = set(), 8
        while place < len(content):
            chunks.add(content[place + 4 : place + 8])
            place += 12 + int.from_bytes(content[place : place + 4])
        assert chunks == {b"IHDR", b"IDAT", b"IEND"}
    else:
        image = Image.open(BytesIO(content))
        assert [name for name, _data in image.applist] == ["APP0"]  # type: ignore[attr-defined]


def test_a_damaged_or_missing_original_is_named(tmp_path: Path) -> None:
    path = tmp_path / "lost.png"
    with pytest.raises(Trouble, match=r"lost\.png"):
        derive(path, [320])
    path.write_bytes(png_header(400, 300))
    with pytest.raises(Trouble, match=r"“lost\.png” is cut short or damaged"):
        derive(path, [320])
