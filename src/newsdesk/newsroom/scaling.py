"""Photos in the widths in which they are shown, from the cache of the newsroom or made anew."""

from __future__ import annotations

from pathlib import Path

from newsdesk.model.ids import NewsroomId
from newsdesk.model.photo import Photo
from newsdesk.newsroom.photos import ORIGINALS
from newsdesk.paths import cache_folder
from newsdesk.photos import Derivatives, original_path, web_widths


def scaled_photo(folder: Path, newsroom: NewsroomId, photo: Photo, width: int) -> bytes:
    """The photo of the newsroom in `folder` as a JPEG or PNG of at least `width` pixels, if it has as many.

    It needs no reader: any thread may ask. Raises `Trouble` when the original is missing or damaged.
    """
    widths = web_widths(photo.width)
    wide_enough = next((each for each in widths if each >= width), widths[-1])
    original = original_path(folder / ORIGINALS, photo.hash, photo.extension)
    return Derivatives(cache_folder(newsroom) / "photos").get(original, photo.hash, wide_enough, widths)
