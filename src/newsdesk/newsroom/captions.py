"""Credits that stand at the end of captions, as they do on printed pages, told apart from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from newsdesk.exchange import Manuscript
from newsdesk.model.credit import split_credit
from newsdesk.model.references import PHOTO, image_line


def told_apart(manuscript: Manuscript) -> tuple[Manuscript, Mapping[str, str]]:
    """The manuscript with captions alone, and the credits of the photos in its text by the words for them.

    What a caption says of a photo of the newsroom (`photo:ID`) stays as it is: that photo has its credit.
    """
    lead = manuscript.lead
    if lead and not lead.credit and not lead.photo.startswith(PHOTO):
        caption, credit = split_credit(lead.caption)
        lead = replace(lead, caption=caption, credit=credit)
    body, credits = _in_text(manuscript.body)
    return replace(manuscript, lead=lead, body=body), credits


def _in_text(body: str) -> tuple[str, Mapping[str, str]]:
    credits: dict[str, str] = {}
    if "![" not in body:
        return body, credits
    lines = body.split("\n")
    for number, line in enumerate(lines):
        image = image_line(line) if "![" in line else None
        if image is None or image.target.startswith(PHOTO):
            continue
        caption, credit = split_credit(image.label)
        if credit:
            lines[number] = line.replace(f"![{image.label}]", f"![{caption}]", 1)
            credits[image.target] = credit
    return "\n".join(lines), credits
