"""Photos: originals kept once by content hash, and the web pictures that are made from them.

A name is loaded when it is first used: the window must not wait for what decodes pictures.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "DERIVED_VERSION": "deriving",
    "Derivatives": "cache",
    "Derived": "deriving",
    "Original": "library",
    "add_original": "library",
    "derive": "deriving",
    "derive_smallest": "deriving",
    "derived_extension": "deriving",
    "derived_name": "deriving",
    "original_path": "library",
    "web_widths": "deriving",
}

if TYPE_CHECKING:
    from newsdesk.photos.cache import (
        Derivatives,
    )
    from newsdesk.photos.deriving import (
        DERIVED_VERSION,
        Derived,
        derive,
        derive_smallest,
        derived_extension,
        derived_name,
        web_widths,
    )
    from newsdesk.photos.library import (
        Original,
        add_original,
        original_path,
    )
else:

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


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
