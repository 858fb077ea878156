"""The rescue file: text that could not be saved, kept outside the newsroom and brought back."""

from __future__ import annotations

from newsdesk.newsroom.rescuing.back import (
    Difference,
    Offer,
    compared,
    keep_rescued,
    make_article_of_rescued,
    offers,
    signature_lines,
    take_rescued,
)
from newsdesk.newsroom.rescuing.copy import (
    Copy,
    copies,
    write_copies,
)
from newsdesk.newsroom.rescuing.file import (
    Rescued,
    RescueFile,
    Typed,
    fingerprint,
    grouped,
    rescue_path,
)

__all__ = [
    "Copy",
    "Difference",
    "Offer",
    "RescueFile",
    "Rescued",
    "Typed",
    "compared",
    "copies",
    "fingerprint",
    "grouped",
    "keep_rescued",
    "make_article_of_rescued",
    "offers",
    "rescue_path",
    "signature_lines",
    "take_rescued",
    "write_copies",
]
