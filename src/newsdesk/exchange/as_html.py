"""One article as HTML: a page with its files, a single file, or a fragment to paste into another system."""

from __future__ import annotations

from base64 import b64encode

from newsdesk.exchange.parcel import Files, Parcel, in_one_width, without_site
from newsdesk.render import Picture, fragment, page, single_page

FRAGMENT_WIDTH = 1280
"""How wide the pictures of a fragment are at most, in pixels: one file each, to upload by hand."""

_TYPES = {"jpg": "image/jpeg", "png": "image/png"}


def write_page(parcel: Parcel) -> Files:
    """The article's page as `index.html`, with its style sheet, logo and pictures in all widths beside it."""
    pictures = _Pictures(parcel, "photos")
    html = page(without_site(parcel.view), parcel.theme, pictures.locate)
    return (("index.html", html.encode()), *parcel.assets, *pictures.files())


def write_single(parcel: Parcel) -> Files:
    """The article as one HTML file that needs no other: style and pictures are inside it."""

    def inside(picture: Picture, width: int) -> str:
        data = b64encode(parcel.picture(picture, width)).decode()
        return f"data:{_TYPES[picture.extension]};base64,{data}"

    html = single_page(parcel.view, parcel.theme, inside, parcel.css)
    return ((f"{parcel.name}.html", html.encode()),)


def write_fragment(parcel: Parcel) -> Files:
    """The article alone as HTML without style; its pictures lie in a folder beside it, named after it."""
    pictures = _Pictures(parcel, f"{parcel.name}-photos")
    html = fragment(in_one_width(parcel.view, FRAGMENT_WIDTH), parcel.theme, pictures.locate)
    return ((f"{parcel.name}.html", html.encode()), *pictures.files())


class _Pictures:
    """Names pictures while HTML is made, and then gives the files that it names."""

    def __init__(self, parcel: Parcel, folder: str) -> None:
        self._parcel = parcel
        self._folder = folder
        self._named: dict[str, tuple[Picture, int]] = {}

    def locate(self, picture: Picture, width: int) -> str:
        """The name of a picture in a width."""
        name = f"{self._folder}/{picture.hash[:16]}-{width}.{picture.extension}"
        self._named[name] = (picture, width)
        return name

    def files(self) -> Files:
        """All that was named."""
        return tuple((name, self._parcel.picture(*which)) for name, which in sorted(self._named.items()))
