"""Slugs as a person states them, taken as they are or refused, and those that were made from headlines."""

from __future__ import annotations

import re

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.article import Article
from newsdesk.model.revision import Reason
from newsdesk.model.slug import MAX_LENGTH, free_slug, slug_of
from newsdesk.store import Reader

_NUMBERED = re.compile(r".*-(?P<number>[1-9][0-9]{0,5})")


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


def is_made_from(slug: str, headline: str) -> bool:
    """Whether a slug is the one that a headline gives, or one of its numbered forms, and not set by hand."""
    made = slug_of(headline)
    numbered = _NUMBERED.fullmatch(slug)
    if slug == made or numbered is None or int(numbered["number"]) < 2:
        return slug == made
    end = f"-{int(numbered['number'])}"
    return slug == made[: MAX_LENGTH - len(end)].rstrip("-") + end


def slug_after(reader: Reader, article: Article, headline: str) -> str:
    """The slug that goes with a new headline; the one it has where that was set by hand or is known to readers."""
    if headline == article.headline or is_made_from(article.slug, headline):
        return article.slug
    if not is_made_from(article.slug, article.headline) or was_released(reader, article):
        return article.slug
    return free_slug(slug_of(headline), reader.slugs(article.edition) - {article.slug})


def was_released(reader: Reader, article: Article) -> bool:
    """Whether readers ever got it."""
    if article.released_revision is not None:
        return True
    return any(revision.reason is Reason.RELEASE for revision in reader.revisions(article.id))
