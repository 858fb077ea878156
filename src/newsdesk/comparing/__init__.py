"""What differs between two versions of an article, in fields, passages and words."""

from __future__ import annotations

from newsdesk.comparing.comparing import compare
from newsdesk.comparing.records import Comparison, FieldChange, Kind, Passage, PhotoChange, Piece

__all__ = ["Comparison", "FieldChange", "Kind", "Passage", "PhotoChange", "Piece", "compare"]
