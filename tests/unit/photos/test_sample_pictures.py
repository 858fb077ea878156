"""The sample pictures say who made them, in the bytes that other programs look for."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from hashlib import md5
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
import yaml
from PIL import Image, IptcImagePlugin

from unit.photos.pictures import corners

ROOT = Path(__file__).parents[3]
PHOTOS = ROOT / "resources" / "samples" / "photos"


@pytest.fixture(scope="module")
def metadata() -> ModuleType:
    """The script's module, which is not part of the package."""
    spec = importlib.util.spec_from_file_location(
        "sample_metadata", ROOT / "scripts" / "sample_pictures" / "metadata.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_segment_to_the_byte(metadata: ModuleType) -> None:
    facts = metadata.Facts(caption="Sea", byline="Inês", credit="HW", copyright="© HW", alt_text="A sea")
    datasets = (
        b"\x1c\x01\x5a\0\x03\x1b%G\x1c\x02\0\0\x02\0\x04\x1c\x02\x50\0\x05In\xc3\xaas"
        b"\x1c\x02\x6e\0\x02HW\x1c\x02\x74\0\x05\xc2\xa9 HW\x1c\x02\x78\0\x03Sea"
    )
    body = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(datasets).to_bytes(4, "big") + datasets
    body += bytes(len(datasets) % 2)
    body += b"8BIM\x04\x25\0\0\0\0\0\x10" + md5(datasets, usedforsecurity=False).digest()
    assert metadata.iptc_segment(facts) == b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body


def test_text_beyond_what_iim_holds_is_cut_between_letters(metadata: ModuleType) -> None:
    facts = metadata.Facts(caption="", byline="ã" * 20 + "x", credit="a" + "ã" * 20, copyright="", alt_text="")
    segment = metadata.iptc_segment(facts)
    assert b"\x50\0\x20" + ("ã" * 16).encode() + b"\x1c" in segment
    assert b"\x6e\0\x1f" + ("a" + "ã" * 15).encode() + b"\x1c" in segment


def test_the_segment_stands_behind_those_that_begin_the_file(metadata: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "quay.jpg"
    facts = metadata.Facts(caption="Sea & sky", byline="Inês", credit="HW", copyright="©", alt_text="<sea>")
    corners(20, 10).save(path, xmp=metadata.xmp(facts))
    path.write_bytes(metadata.with_iptc(path.read_bytes(), facts))
    with Image.open(path) as image:
        image.load()
        iptc = IptcImagePlugin.getiptcinfo(image)
        assert iptc is not None
        assert iptc[(2, 120)] == b"Sea & sky"
        assert "Inês" in image.info["xmp"].decode()
    content = path.read_bytes()
    assert content.index(b"http://ns.adobe.com/xap") < content.index(b"Photoshop 3.0")


@pytest.fixture(scope="module")
def text_of() -> Callable[[bytes, str], str]:
    """The text inside an element of an XMP packet, by the end of its name."""

    def text(packet: bytes, name: str) -> str:
        root = ElementTree.fromstring(packet.decode().split("?>", 1)[1].rsplit("<?", 1)[0])
        (element,) = (element for element in root.iter() if element.tag.endswith("}" + name))
        return "".join(element.itertext())

    return text


def test_every_sample_picture_carries_its_caption_and_credit(text_of: Callable[[bytes, str], str]) -> None:
    texts = yaml.safe_load((PHOTOS.parent / "pictures.yaml").read_text(encoding="utf-8"))
    assert sorted(path.name for path in PHOTOS.iterdir()) == sorted(texts)
    for name, fields in texts.items():
        with Image.open(PHOTOS / name) as image:
            packet = image.info["xmp"]
            assert 1600 <= max(image.size) <= 2400
        assert (PHOTOS / name).stat().st_size < 350 * 1024
        found = [text_of(packet, tag) for tag in ("description", "creator", "Credit", "rights")]
        assert found == [fields[key] for key in ("caption", "byline", "credit", "copyright")]
        assert text_of(packet, "AltTextAccessibility") == fields["alt_text"]
