"""Photos: originals kept once by content hash, and the web pictures that are made from them."""

from __future__ import annotations

from newsdesk.photos.cache import Derivatives
from newsdesk.photos.derive import (
    DERIVED_VERSION,
    Derived,
    derive,
    derive_smallest,
    derived_extension,
    derived_name,
    web_widths,
)
from newsdesk.photos.library import Original, add_original, original_path

__all__ = [
    "DERIVED_VERSION",
    "Derivatives",
    "Derived",
    "Original",
    "add_original",
    "derive",
    "derive_smallest",
    "derived_extension",
    "derived_name",
    "original_path",
    "web_widths",
]
