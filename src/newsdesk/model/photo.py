"""A photo: an original file with what readers must be told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsdesk.model.credit import Credit
from newsdesk.model.ids import PhotoId


@dataclass(frozen=True, slots=True)
class Photo:
    """One original, shared by all articles that use it.

    `hash` is the SHA-256 of the original's bytes in hex; `extension` has no dot; `width` and `height` are
    pixels of the picture as shown (upright); `size` is bytes; `transparent` and `animated` tell of the original.
    """

    id: PhotoId
    hash: str
    extension: str
    width: int
    height: int
    size: int
    added: datetime
    file_name: str = ""
    caption: str = ""
    alt_text: str = ""
    credit: Credit = Credit()
    copyright: str = ""
    transparent: bool = False
    animated: bool = False
