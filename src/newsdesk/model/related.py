"""The related block: a paragraph of its own that points to another article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdesk.model.references import only_link

_LABELLED = re.compile(
    r"(?P<before>\*\*|__)?(?P<label>[^:：*_\[\]\n]{1,40}?)\s*(?P<middle>\*\*|__)?\s*[:：]"
    r"\s*(?P<after>\*\*|__)?\s*(?P<rest>\S.*)",
    re.DOTALL,
)
ADDRESS = re.compile(r"<?(https?://(?=[^\W_])[^\s<>]+)>?$")
"""A web address that stands alone, in angle brackets or not."""

_TARGET = re.compile(r"article:.|https?://.")

LONGEST = 250
"""Characters of a bare headline; a longer paragraph that begins with a label is a paragraph."""


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """A related block as written: its label, the headline's markup, and the target ("" for none)."""

    label: str
    headline: str
    target: str


def read_related(text: str, labels: frozenset[str]) -> RelatedLine | None:
    """A paragraph's text as a related block, or None. `labels` are in small letters."""
    found = _LABELLED.match(text)
    if found is None or found["label"].strip().casefold() not in labels:
        return None
    label, rest = found["label"].strip(), found["rest"].strip()
    bold = found["before"]
    if bold and not (found["middle"] or found["after"]):
        if not rest.endswith(bold):
            return None
        rest = rest[: -len(bold)].strip()
    elif not bold and found["middle"]:
        return None
    elif not bold and found["after"]:
        rest = found["after"] + rest
    link = only_link(rest)
    if link and not link.image and link.label.strip() and _TARGET.match(link.target):
        return RelatedLine(label, link.label.strip(), link.target)
    address = ADDRESS.fullmatch(rest)
    if address:
        return RelatedLine(label, address[1], address[1])
    if not rest or link or "](" in rest or "://" in rest or len(rest) > LONGEST:
        return None
    return RelatedLine(label, rest, "")
