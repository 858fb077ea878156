"""Originals are kept once, whole and unchanged, or not at all."""

from __future__ import annotations

import errno
import os
import time
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from newsdesk.errors import Trouble
from newsdesk.photos import Original, add_original, original_path
from unit.photos.pictures import RED, corners, jpeg, png_header

SOUND = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "AVIF")


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_original_is_kept_as_it_is_under_its_hash(tmp_path: Path) -> None:
    source, originals = jpeg(tmp_path / "quay.JPEG"), tmp_path / "originals"
    content = source.read_bytes()
    original = add_original(originals, source)
    content_hash = sha256(content).hexdigest()
    assert original == Original(content_hash, "jpg", 400, 300, len(content), animated=False, transparent=False)
    assert files_in(originals) == [f"{content_hash[:2]}/{content_hash}.jpg"]
    assert original_path(originals, original.hash, original.extension).read_bytes() == content
    assert source.read_bytes() == content


def test_a_picture_of_one_pixel(tmp_path: Path) -> None:
    original = add_original(tmp_path / "originals", jpeg(tmp_path / "dot.jpg", 1, 1))
    assert (original.width, original.height) == (1, 1)


def test_it_may_be_read_by_those_who_may_read_other_new_files(tmp_path: Path) -> None:
    source = jpeg(tmp_path / "quay.jpg")
    original = add_original(tmp_path / "originals", source)
    kept = original_path(tmp_path / "originals", original.hash, "jpg")
    assert kept.stat().st_mode == source.stat().st_mode


def test_the_same_picture_twice_is_one_original_and_not_written_again(tmp_path: Path) -> None:
    first, originals = jpeg(tmp_path / "one.jpg"), tmp_path / "originals"
    second = tmp_path / "two.png"
    second.write_bytes(first.read_bytes())
    original = add_original(originals, first)
    kept = original_path(originals, original.hash, "jpg")
    before = kept.stat()
    assert add_original(originals, second) == original
    assert (kept.stat().st_ino, kept.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert len(files_in(originals)) == 1


def test_an_original_that_was_cut_later_is_mended_by_adding_it_again(tmp_path: Path) -> None:
    source, originals = jpeg(tmp_path / "quay.jpg"), tmp_path / "originals"
    original = add_original(originals, source)
    kept = original_path(originals, original.hash, "jpg")
    kept.write_bytes(b"")
    add_original(originals, source)
    assert kept.read_bytes() == source.read_bytes()


@pytest.mark.parametrize("format_", ["JPEG", "TIFF"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_width_and_height_are_those_of_the_upright_picture(tmp_path: Path, format_: str, turn: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    source = tmp_path / "turned"
    corners(40, 30).save(source, format_, exif=exif)
    original = add_original(tmp_path / "originals", source)
    assert (original.width, original.height) == ((40, 30) if turn < 5 else (30, 40))


@pytest.mark.filterwarnings("ignore")
def test_a_damaged_orientation_counts_as_upright(tmp_path: Path) -> None:
    source = tmp_path / "odd.jpg"
    corners(40, 30).save(source, exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12rubbish")
    assert add_original(tmp_path / "originals", source).width == 40


@pytest.mark.parametrize("format_", ["GIF", "WEBP", "PNG"])
def test_animated(tmp_path: Path, format_: str) -> None:
    source = tmp_path / "moving"
    frames = [corners(40, 30), corners(40, 30).rotate(180)]
    frames[0].save(source, format_, save_all=True, append_images=frames[1:])
    assert add_original(tmp_path / "originals", source).animated


def test_an_animation_that_is_damaged_after_its_first_frame(tmp_path: Path) -> None:
    source = tmp_path / "moving.gif"
    corners(40, 30).save(source)
    source.write_bytes(source.read_bytes()[:-1] + b"\x2c\0\0")
    with pytest.raises(Trouble, match="damaged"):
        add_original(tmp_path / "originals", source)


def test_the_pages_of_a_tiff_are_no_animation(tmp_path: Path) -> None:
    source = tmp_path / "pages.tif"
    corners(40, 30).save(source, save_all=True, append_images=[corners(40, 30)])
    assert not add_original(tmp_path / "originals", source).animated


def see_through(mode: str, alpha: int) -> Image.Image:
    """A picture of a mode with an alpha channel whose upper left pixel has that alpha."""
    image = Image.new("RGBA", (40, 30), (*RED, 255))
    image.putpixel((0, 0), (*RED, alpha))
    return image.quantize(8) if mode == "P" else image.convert(mode)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
@pytest.mark.parametrize(("alpha", "expected"), [(255, False), (100, True), (0, True)])
def test_only_pixels_that_let_light_through_make_a_picture_transparent(
    tmp_path: Path, mode: str, alpha: int, expected: bool
) -> None:
    source = tmp_path / "logo.png"
    see_through(mode, alpha).save(source)
    assert add_original(tmp_path / "originals", source).transparent is expected


def test_one_colour_declared_transparent(tmp_path: Path) -> None:
    source = tmp_path / "logo.png"
    corners(40, 30).save(source, transparency=RED)
    assert add_original(tmp_path / "originals", source).transparent


@pytest.mark.parametrize("format_", SOUND)
@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_picture_that_is_cut_short(tmp_path: Path, format_: str, part: float) -> None:
    source, originals = tmp_path / "cut.jpg", tmp_path / "originals"
    noise = Image.effect_noise((200, 150), 80).convert("RGB")
    noise.save(source, format_)
    content = source.read_bytes()
    source.write_bytes(content[: int(len(content) * part)])
    with pytest.raises(Trouble, match=r"“cut\.jpg” is cut short or damaged"):
        add_original(originals, source)
    assert files_in(originals) == []


def test_a_progressive_jpeg_that_is_cut_short(tmp_path: Path) -> None:
    source = tmp_path / "cut.jpg"
    Image.effect_noise((400, 300), 80).save(source, "JPEG", progressive=True)
    content = source.read_bytes()
    source.write_bytes(content[:-2000])
    with pytest.raises(Trouble, match="cut short"):
        add_original(tmp_path / "originals", source)


def test_less_data_than_the_header_promises(tmp_path: Path) -> None:
    source = tmp_path / "hollow.png"
    source.write_bytes(png_header(2000, 2000))
    with pytest.raises(Trouble, match="cut short or damaged"):
        add_original(tmp_path / "originals", source)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def full(*_arguments: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    source, originals = jpeg(tmp_path / "quay.jpg"), tmp_path / "originals"
    monkeypatch.setattr(os, call, full)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Trouble, match=r"“quay\.jpg” could not be copied .*: No space left on device"):
        add_original(originals, source)
    assert files_in(originals) == []


def test_a_library_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "originals").write_text("in the way")
    with pytest.raises(Trouble, match=r"quay\.jpg"):
        add_original(tmp_path / "originals", jpeg(tmp_path / "quay.jpg"))


class Killed(BaseException):
    """Stands for the end of the process: no handler runs but those that a real kill would not run either."""


def test_a_kill_before_the_rename_leaves_no_file_under_a_final_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_arguments: object, **_options: object) -> NoReturn:
        raise Killed

    source, originals = jpeg(tmp_path / "quay.jpg"), tmp_path / "originals"
    monkeypatch.setattr(Path, "replace", killed)
    monkeypatch.setattr(Path, "unlink", killed)
    with pytest.raises(Killed):
        add_original(originals, source)
    (left,) = files_in(originals)
    assert left.endswith(".part")
    monkeypatch.undo()
    add_original(originals, source)


def test_what_a_kill_left_is_swept_when_it_is_a_day_old_and_nothing_else(tmp_path: Path) -> None:
    originals = tmp_path / "originals"
    originals.mkdir()
    day = 24 * 60 * 60
    for name, age in [
        (".incoming-old.part", day + 60),
        (".incoming-new.part", day - 600),
        ("mine.part", 9 * day),
        (".incoming-mine.txt", 9 * day),
    ]:
        (originals / name).touch()
        os.utime(originals / name, (time.time() - age,) * 2)
    (originals / ".incoming-folder.part").mkdir()
    os.utime(originals / ".incoming-folder.part", (0, 0))
    original = add_original(originals, jpeg(tmp_path / "quay.jpg"))
    assert files_in(originals) == [
        ".incoming-mine.txt",
        ".incoming-new.part",
        f"{original.hash[:2]}/{original.hash}.jpg",
        "mine.part",
    ]


@pytest.fixture(scope="module")
def samples() -> dict[str, bytes]:
    """One small sound file of each format."""
    made = {}
    for format_ in SOUND:
        stream = BytesIO()
        corners(24, 16).save(stream, format_)
        made[format_] = stream.getvalue()
    return made


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_of_any_kind_is_trouble_and_never_a_crash(
    tmp_path: Path, samples: dict[str, bytes], data: st.DataObject
) -> None:
    content = bytearray(samples[data.draw(st.sampled_from(SOUND))])
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=6)):
        content[place] = data.draw(st.integers(0, 255))
    source = tmp_path / "odd.jpg"
    source.write_bytes(content)
    try:
        original = add_original(tmp_path / "originals", source)
    except Trouble:
        return
    assert original.hash == sha256(content).hexdigest()
