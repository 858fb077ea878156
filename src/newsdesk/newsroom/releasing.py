"""What a release writes into an article: its status and its times."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from newsdesk.model.article import Article, Status
from newsdesk.model.workflow import TAKEN_BACK


def opens_at(article: Article) -> datetime | None:
    """The moment from which readers may see the article, or None when none was set."""
    return max((moment for moment in (article.not_before, article.embargo) if moment), default=None)


def with_status(article: Article, status: Status) -> Article:
    """The article in a status that was set by hand; one that is spiked or killed is taken back from readers."""
    if status in TAKEN_BACK:
        return replace(article, status=status, released_revision=None, released=None)
    return replace(article, status=status)


def as_released(
    article: Article, now: datetime, at: datetime | None = None, updated: datetime | None = None
) -> Article:
    """The article as a release at `now` leaves it, but for the revision.

    `at` is the date of its page; it stays what it was, or becomes the moment at which the site may show the
    article. A date to come holds the article back until then. The first release is no update: its time is the
    date, so that a page with an earlier date does not say that it was changed.
    """
    opens = opens_at(article)
    date = at or article.first_released or (opens if opens and opens > now else now)
    not_before = date if date > now else (None if at else article.not_before)
    time = updated or (now if article.released_revision else date)
    return replace(
        article,
        status=Status.PUBLISHED,
        first_released=date,
        released=max(time, date),
        not_before=not_before,
    )
