"""Slugs as a person states them: taken as they are, or refused with what would be right."""

from __future__ import annotations

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.slug import slug_of


def checked_slug(slug: str) -> str:
    """The slug itself. Raises `Trouble` when it cannot stand in an address on every server and file system."""
    right = slug_of(slug)
    if right != slug:
        raise Trouble(
            N_("“{slug}” cannot be the slug of an article."),
            way_out=N_("Use lower-case letters from a to z, digits and hyphens, such as {right}."),
            slug=slug,
            right=right,
        )
    return slug
