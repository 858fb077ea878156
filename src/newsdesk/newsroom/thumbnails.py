"""Small pictures for lists and cards."""

from __future__ import annotations

from pathlib import Path

from newsdesk.model.ids import NewsroomId
from newsdesk.newsroom.photos import ORIGINALS
from newsdesk.paths import cache_folder
from newsdesk.photos import Derivatives, original_path


def thumbnail(folder: Path, newsroom: NewsroomId, hash: str, extension: str) -> bytes:
    """The photo of that hash in its smallest web width, as JPEG or PNG; it may be asked for in any thread.

    `folder` is the newsroom's. Raises `Trouble` when the original is missing or damaged.
    """
    original = original_path(folder / ORIGINALS, hash, extension)
    return Derivatives(cache_folder(newsroom) / "photos").smallest(original, hash)
