"""Credits in files: told apart from the captions behind which they stand, as on printed pages, and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from newsdesk.exchange import Manuscript, Picture
from newsdesk.model.credit import Credit, parse_credit, render_credit, split_credit
from newsdesk.model.newsroom import DEFAULT_CREDIT_FORM
from newsdesk.model.references import PHOTO, image_line

_FORMS = (DEFAULT_CREDIT_FORM, "/{agency}/{distributor}")
"""How credits are written in files; the slash in front says that nobody is named."""


def credit_line(credit: Credit) -> str:
    """The credit in the first form that reads back to it, or the usual form when none does; empty for none."""
    lines = [render_credit(credit, form) for form in _FORMS]
    return next((line for line in lines if parse_credit(line) == credit), lines[0])


def told_apart(manuscript: Manuscript) -> tuple[Manuscript, Mapping[str, str]]:
    """The manuscript with captions alone, and the credits of the photos in its text by the words for them.

    What a caption says of a photo of the newsroom (`photo:ID`) stays as it is: that photo has its credit.
    """
    body, credits = _in_text(manuscript.body)
    lead = _apart(manuscript.lead) if manuscript.lead else None
    return replace(manuscript, lead=lead, photos=tuple(map(_apart, manuscript.photos)), body=body), credits


def _apart(picture: Picture) -> Picture:
    """The picture with its credit; as it is when the caption names another one than the picture has."""
    caption, printed = split_credit(picture.caption)
    if not printed or picture.photo.startswith(PHOTO):
        return picture
    if picture.credit and parse_credit(picture.credit) != parse_credit(printed):
        return picture
    return replace(picture, caption=caption, credit=picture.credit or printed)


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
