"""Where a page stands in its site, and how it names other pages, pictures and dates from there."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from html import escape
from urllib.parse import quote

from markupsafe import Markup

from newsdesk.render.dates import Dates
from newsdesk.render.quotes import smarten
from newsdesk.render.view import Locate, Picture, Site

USUAL_WIDTH = 800
"""The width, in pixels, that a browser gets which does not choose among several."""

SOCIAL_WIDTH = 1200
"""The width, in pixels, of the picture that other sites show beside a link."""

INDEX = "index.html"

_said = lru_cache(maxsize=4096)(smarten)
"""A headline is said on its own page and on those of many others."""


class Place:
    """One page's place: `up` leads from it to the root of the site."""

    def __init__(self, site: Site, path: str, dates: Dates, locate: Locate) -> None:
        self.site = site
        self.labels = site.edition.labels
        self.up = up(path)
        self._path = path
        self._dates = dates
        self._locate = locate
        self._language = site.edition.language

    def say(self, text: str) -> str:
        """A text with the quotes and dashes of the edition's language."""
        return _said(text, self._language)

    def day(self, moment: datetime) -> str:
        """A date in words."""
        return self._dates.day(moment)

    def day_and_time(self, moment: datetime) -> str:
        """A date and time in words."""
        return self._dates.day_and_time(moment)

    def iso(self, moment: datetime) -> str:
        """A moment for machines, with the offset of the newsroom's zone."""
        return self._dates.iso(moment)

    def address(self, path: str = "") -> str:
        """The absolute address of a site path (this page's if none is given), empty without a base URL."""
        base = self.site.base_url
        return base + without_index(path or self._path) if base else ""

    def img(self, picture: Picture, sizes: str, first: bool = False) -> Markup:
        """An `img` element: a picture in its widths, from this page; the `first` of a page is fetched at once.

        `sizes` says how wide it is shown. A picture whose bytes are in its address (`data:`) comes in one width.
        """
        width = usual_width(picture, USUAL_WIDTH)
        src = self._source(picture, width)
        srcset = ""
        if len(picture.widths) > 1 and not src.startswith("data:"):
            sources = ", ".join(f"{self._source(picture, each)} {each}w" for each in sorted(picture.widths))
            srcset = f' srcset="{escape(sources)}" sizes="{sizes}"'
        fetched = 'fetchpriority="high"' if first else 'loading="lazy"'
        return Markup(
            f'<img src="{escape(src)}"{srcset} width="{width}" height="{scaled_height(picture, width)}"'
            f' alt="{escape(self.say(picture.alt))}" {fetched} decoding="async">'
        )

    def social_image(self, picture: Picture) -> str:
        """The absolute address of a picture at `SOCIAL_WIDTH` or near it, empty when it has none."""
        found = self._locate(picture, usual_width(picture, SOCIAL_WIDTH))
        if found.startswith(("https://", "http://")):
            return found
        return "" if _has_scheme(found) or not self.site.base_url else self.site.base_url + quote(found)

    def _source(self, picture: Picture, width: int) -> str:
        found = self._locate(picture, width)
        return found if _has_scheme(found) else self.up + found


def up(path: str) -> str:
    """The way from a page to the root of its site: `../` for each folder of its path."""
    return "../" * path.count("/")


def without_index(path: str) -> str:
    """A site path as addresses give it: percent-encoded where it must be, a folder for its index page."""
    if path == INDEX or path.endswith("/" + INDEX):
        path = path[: -len(INDEX)]
    return path if path.isascii() else quote(path)


def usual_width(picture: Picture, wanted: int) -> int:
    """The least width of a picture that is not under the wanted one, else its greatest."""
    enough = [width for width in picture.widths if width >= wanted]
    return min(enough) if enough else max(picture.widths)


def scaled_height(picture: Picture, width: int) -> int:
    """The height in pixels of a picture at a width."""
    return max(1, round(picture.height * width / picture.width))


def _has_scheme(address: str) -> bool:
    return ":" in address.split("/", 1)[0]
