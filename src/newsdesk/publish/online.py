"""Which articles readers may see at a moment, and which stay out and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from newsdesk.model.article import Status
from newsdesk.model.ids import ArticleId
from newsdesk.model.release import Release
from newsdesk.model.workflow import WITHHELD


@dataclass(frozen=True, slots=True)
class Waiting:
    """A released article whose time has not come."""

    article: ArticleId
    headline: str
    opens: datetime


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not in the site: how many were never released, those that wait, how many are held, spiked or killed.

    The last counts released articles only; `drafts` counts neither these nor others that stand to one side.
    """

    drafts: int
    waiting: tuple[Waiting, ...]
    withheld: int


def is_online(release: Release, now: datetime) -> bool:
    """Whether readers may see the release at the moment `now`."""
    return not release.withheld and (release.opens is None or release.opens <= now)


def left_out(releases: Sequence[Release], counts: Mapping[Status, int], now: datetime) -> LeftOut:
    """What the site of these releases leaves out; `counts` are all articles of the newsroom by status."""
    withheld = sum(release.withheld for release in releases)
    aside = sum(counts[status] for status in WITHHELD) - withheld
    waiting = [
        Waiting(release.id, release.headline, release.opens)
        for release in releases
        if not release.withheld and release.opens is not None and release.opens > now
    ]
    waiting.sort(key=lambda each: (each.opens, each.article))
    return LeftOut(sum(counts.values()) - len(releases) - aside, tuple(waiting), withheld)
