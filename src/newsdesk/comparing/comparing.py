"""Two snapshots of an article side by side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from newsdesk.comparing.records import Comparison
from newsdesk.model.newsroom import DEFAULT_CREDIT_FORM
from newsdesk.model.revision import Snapshot

Names = Callable[[str], str]
"""Gives the name of the record of an id."""

Tell = Callable[[datetime], str]
"""Says a moment in words."""


def compare(
    before: Snapshot,
    after: Snapshot,
    names: Names,
    tell: Tell = datetime.isoformat,
    credit_form: str = DEFAULT_CREDIT_FORM,
) -> Comparison:
    """All that a person would see differ; ids come as names, moments as `tell` says them, credits in their form."""
    raise NotImplementedError(before, after, names, tell, credit_form)
