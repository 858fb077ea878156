"""Writes what a picture says of itself into a JPEG: IPTC-IIM and XMP, in the order that readers expect."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from hashlib import md5
from xml.sax.saxutils import escape

_APP13 = b"\xff\xed"
_RESOURCES = b"Photoshop 3.0\0"
_IPTC, _IPTC_DIGEST = 0x0404, 0x0425
_UTF8 = b"\x1b%G"


@dataclass(frozen=True, slots=True)
class Facts:
    """The fields that go with a picture; the names are those of `pictures.yaml`."""

    caption: str
    byline: str
    credit: str
    copyright: str
    alt_text: str


def xmp(facts: Facts) -> bytes:
    """An XMP packet (ISO 16684-1) with the IPTC Core properties."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
<dc:creator><rdf:Seq><rdf:li>{escape(facts.byline)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>{_in_default_language(facts.caption)}</dc:description>
<dc:rights>{_in_default_language(facts.copyright)}</dc:rights>
<photoshop:Credit>{escape(facts.credit)}</photoshop:Credit>
<Iptc4xmpCore:AltTextAccessibility>{_in_default_language(facts.alt_text)}</Iptc4xmpCore:AltTextAccessibility>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


def with_iptc(jpeg: bytes, facts: Facts) -> bytes:
    """The same JPEG with an APP13 segment after those that begin it (APP0 and APP1)."""
    place = 2
    while jpeg[place : place + 2] in (b"\xff\xe0", b"\xff\xe1"):
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
    return jpeg[:place] + iptc_segment(facts) + jpeg[place:]


def iptc_segment(facts: Facts) -> bytes:
    """The APP13 segment: Photoshop resources that hold the IIM datasets (IIM 4.2) and their digest."""
    datasets = b"".join(
        (
            _dataset(1, 90, _UTF8),
            _dataset(2, 0, struct.pack(">H", 4)),
            _dataset(2, 80, _cut(facts.byline, 32)),
            _dataset(2, 110, _cut(facts.credit, 32)),
            _dataset(2, 116, _cut(facts.copyright, 128)),
            _dataset(2, 120, _cut(facts.caption, 2000)),
        )
    )
    digest = md5(datasets, usedforsecurity=False).digest()
    body = _RESOURCES + _resource(_IPTC, datasets) + _resource(_IPTC_DIGEST, digest)
    return _APP13 + struct.pack(">H", len(body) + 2) + body


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def _cut(text: str, most: int) -> bytes:
    """As much of a text as IIM has room for, in whole letters; XMP holds all of it."""
    return text.encode()[:most].decode(errors="ignore").encode()


def _resource(number: int, value: bytes) -> bytes:
    """A Photoshop resource without a name, filled up to an even length."""
    return b"8BIM" + struct.pack(">HHI", number, 0, len(value)) + value + bytes(len(value) % 2)


def _in_default_language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'
