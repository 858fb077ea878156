"""Files that are not usable pictures are refused by name, before anything is decoded."""

from __future__ import annotations

import errno
import os
import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from newsdesk.errors import Trouble
from newsdesk.photos.opening import MOST_PIXELS, open_picture
from unit.photos.pictures import corners, jpeg, png_header


def refused(path: Path) -> str:
    """What is said of a file that cannot be used; the way out is never empty and the name is always there."""
    with pytest.raises(Trouble) as caught, open_picture(path):
        pass
    assert path.name in str(caught.value.what)
    assert str(caught.value.way_out)
    return str(caught.value.what)


@pytest.mark.parametrize(
    ("format_", "extension"),
    [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif"), ("TIFF", "tif"), ("AVIF", "avif")],
)
def test_the_extension_comes_from_the_content(tmp_path: Path, format_: str, extension: str) -> None:
    path = tmp_path / "named.wrong"
    corners(40, 30).save(path, format_)
    with open_picture(path) as (image, found):
        assert found == extension
        assert image.size == (40, 30)


def test_a_picture_from_a_phone_with_several_frames_in_one_jpeg_is_a_jpeg(tmp_path: Path) -> None:
    path = tmp_path / "phone.jpg"
    corners(40, 30).save(path, "MPO", save_all=True, append_images=[corners(40, 30)])
    with open_picture(path) as (_image, found):
        assert found == "jpg"


@pytest.mark.parametrize(
    "content",
    [
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        b"\xc5\xd0\xd3\xc6\x20\0\0\0",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b"<!doctype html><html><img src=x onerror=alert(1)></html>",
        b"I am a caption and nothing else.",
        "Žluťoučký kůň ".encode() * 60,
        "\ufeffNotes".encode("utf-16"),
        b"PK\x03\x04\x14\0\x06\0",
    ],
)
def test_documents_that_are_called_jpg(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)
    assert "document" in refused(path)


@pytest.mark.parametrize(
    "content", [b"BM\x36\0\0\0\0\0", b"\0\0\0\x0cjP  \r\n\x87\n", b"8BPS\0\x01", b"\x9f\0\xff"]
)
def test_other_kinds_of_picture(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)
    assert "not a picture of a kind" in refused(path)


@pytest.mark.parametrize("brand", [b"heic", b"mif1"])
def test_heic_is_to_be_converted_first(tmp_path: Path, brand: bytes) -> None:
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0mif1heic" + bytes(100))
    assert "HEIC" in refused(path)


def test_raw_camera_files_would_give_only_their_thumbnail(tmp_path: Path) -> None:
    path = tmp_path / "DSC_1.nef"
    corners(40, 30).save(path, "TIFF", tiffinfo={254: 1})
    assert "raw camera file" in refused(path)


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "nothing.jpg"
    path.touch()
    assert "is empty" in refused(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "no picture" in refused(tmp_path / "gone.jpg")
    (tmp_path / "album.jpg").mkdir()
    assert "not a file" in refused(tmp_path / "album.jpg")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = jpeg(tmp_path / "secret.jpg")

    def forbidden(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "open", forbidden)
    assert "cannot be read: Permission denied" in refused(path)


@pytest.mark.parametrize("reads", [0, 1, 2])
def test_a_disk_that_fails_while_a_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reads: int
) -> None:
    class Failing(BytesIO):
        """Gives out after so many reads."""

        left = reads

        def read(self, size: int | None = -1) -> bytes:
            self.left -= 1
            if self.left < 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return super().read(size)

    path = jpeg(tmp_path / "card.jpg")
    content = path.read_bytes()
    monkeypatch.setattr(Path, "open", lambda *_: Failing(content))
    said = refused(path)
    assert "card.jpg" in said
    assert "cannot be read: Input/output error" in said


def test_a_bomb_is_refused_from_its_header(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png_header(30_000, 30_000))
    tracemalloc.start()
    assert "too large" in refused(path)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000


def test_a_large_photo_raises_no_warning_of_the_decoder(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(png_header(14_000, 14_000))
    assert Image.MAX_IMAGE_PIXELS is not None
    assert Image.MAX_IMAGE_PIXELS < 14_000 * 14_000 < MOST_PIXELS
    with open_picture(path) as (image, _extension):
        assert image.size == (14_000, 14_000)


def test_a_side_that_no_jpeg_could_hold(tmp_path: Path) -> None:
    path = tmp_path / "strip.png"
    path.write_bytes(png_header(10, 70_000))
    assert "too large" in refused(path)


@pytest.mark.parametrize(("width", "height"), [(0, 0), (0, 5), (5, 0)])
def test_a_picture_without_pixels(tmp_path: Path, width: int, height: int) -> None:
    path = tmp_path / "flat.png"
    path.write_bytes(png_header(width, height))
    assert "damaged" in refused(path)


def test_a_header_that_stops_short(tmp_path: Path) -> None:
    whole = jpeg(tmp_path / "whole.jpg").read_bytes()
    path = tmp_path / "head.jpg"
    path.write_bytes(whole[:20])
    assert "damaged" in refused(path)
