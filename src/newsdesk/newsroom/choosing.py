"""What may be published next, with what stands in its way and what a person should look at before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from newsdesk.i18n import N_, Message, message
from newsdesk.model.article import Article, Status
from newsdesk.model.credit import Credit
from newsdesk.model.ids import ArticleId, EditionId
from newsdesk.model.placement import Role
from newsdesk.model.query import ListQuery
from newsdesk.model.revision import Snapshot
from newsdesk.model.slug import slug_of
from newsdesk.model.workflow import WITHHELD
from newsdesk.newsroom.describing import PhotoUse, photo_uses
from newsdesk.newsroom.listing import every_row
from newsdesk.newsroom.publishing import is_released
from newsdesk.newsroom.releasing import as_released, opens_at
from newsdesk.newsroom.zones import zone_of
from newsdesk.store import Reader


class CandidateKind(StrEnum):
    """What publishing would be for readers: a new article, a changed one, just the same one, or refused."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may be published next.

    `released` is the time of the release that readers have, `opens` the moment for which it waits or would wait.
    While there are `problems` it is not published; `warnings` are for a person to judge.
    """

    article: ArticleId
    headline: str
    edition: EditionId
    status: Status
    kind: CandidateKind
    released: datetime | None
    opens: datetime | None
    problems: tuple[Message, ...]
    warnings: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """An article as checks see it: with its photos, at the moment `now`, in the newsroom’s zone."""

    article: Article
    uses: tuple[PhotoUse, ...]
    now: datetime
    zone: ZoneInfo


_WITHHELD = {
    Status.HELD: N_("It is held."),
    Status.SPIKED: N_("It is spiked."),
    Status.KILLED: N_("It is killed."),
}
_NOBODY = Credit().empty
_TO_COME = re.compile(r"\bTK(?:TK)*\b")

Check = Callable[[Look], Iterator[Message]]
"""Looks at one thing and says what it finds."""


def candidates(reader: Reader, selected: Sequence[ArticleId], now: datetime) -> tuple[Candidate, ...]:
    """What may be published next, each article once; what is gone is left out.

    First the selected ones, then those that are ready, then those changed since their release, then those that
    wait for their time.
    """
    with reader.moment():
        ready = every_row(reader, ListQuery(status=Status.READY))
        published = every_row(reader, ListQuery(status=Status.PUBLISHED))
        changed = [row for row in published if row.changed_since_release]
        ids = [*selected, *(row.id for row in (*ready, *changed)), *_waiting(reader, now)]
        zone = zone_of(reader.newsroom())
        return tuple(_candidate(reader, article, now, zone) for article in reader.get_all(Article, ids).values())


def _waiting(reader: Reader, now: datetime) -> list[ArticleId]:
    """The released articles that the site does not show yet, the next one first."""
    waiting = [
        (release.opens, release.id)
        for release in reader.releases()
        if not release.withheld and release.opens is not None and release.opens > now
    ]
    return [id for _, id in sorted(waiting)]


def _candidate(reader: Reader, article: Article, now: datetime, zone: ZoneInfo) -> Candidate:
    look = Look(article, photo_uses(reader, article), now, zone)
    opens = opens_at(as_released(article, now))
    return Candidate(
        article=article.id,
        headline=article.headline,
        edition=article.edition,
        status=article.status,
        kind=_kind(reader, article),
        released=article.released,
        opens=opens if opens and opens > now else None,
        problems=tuple(found for check in PROBLEMS for found in check(look)),
        warnings=tuple(found for check in WARNINGS for found in check(look)),
    )


def _kind(reader: Reader, article: Article) -> CandidateKind:
    if article.status in WITHHELD:
        return CandidateKind.WITHHELD
    if article.released_revision is None:
        return CandidateKind.NEW
    same = is_released(reader, Snapshot(article, reader.placements(article.id)))
    return CandidateKind.SAME if same else CandidateKind.CHANGED


def _withheld(look: Look) -> Iterator[Message]:
    if text := _WITHHELD.get(look.article.status):
        yield message(text)


def _headline(look: Look) -> Iterator[Message]:
    if not look.article.headline.strip():
        yield message(N_("It has no headline."))


def _slug(look: Look) -> Iterator[Message]:
    slug = look.article.slug
    if slug_of(slug) != slug:
        yield message(N_("Its slug “{slug}” cannot stand in an address."), slug=slug)


def _to_come(look: Look) -> Iterator[Message]:
    """TK stands in a draft for what is still to come."""
    article = look.article
    count = sum(
        len(_TO_COME.findall(text))
        for text in (article.kicker, article.headline, article.standfirst, article.body)
    )
    yield from _counted(count, N_("1 TK is left in the text."), N_("{count} TKs are left in the text."))


def _alt_texts(look: Look) -> Iterator[Message]:
    without = [use for use in look.uses if "alt_text" in use.missing]
    if any(use.role is Role.LEAD for use in without):
        yield message(N_("The lead photo has no alt text."))
    inline = sum(use.role is Role.INLINE for use in without)
    yield from _counted(
        inline, N_("1 photo in the text has no alt text."), N_("{count} photos in the text have no alt text.")
    )


def _credits(look: Look) -> Iterator[Message]:
    photos = {use.photo.id: use.photo for use in look.uses}
    without = sum(photo.credit.empty == _NOBODY for photo in photos.values())
    yield from _counted(without, N_("1 photo has no credit."), N_("{count} photos have no credit."))


def _section(look: Look) -> Iterator[Message]:
    if look.article.section is None:
        yield message(N_("It is in no section."))


def _times(look: Look) -> Iterator[Message]:
    article = look.article
    for moment, text in (
        (article.embargo, N_("It is embargoed until {time}.")),
        (article.not_before, N_("It is held back until {time}.")),
    ):
        if moment and moment > look.now:
            yield message(text, time=moment.astimezone(look.zone))


def _counted(count: int, one: str, many: str) -> Iterator[Message]:
    if count:
        yield message(one) if count == 1 else message(many, count=count)


PROBLEMS: tuple[Check, ...] = (_withheld, _headline, _slug)
"""What stands in the way of publishing, as `publish` sees it."""

WARNINGS: tuple[Check, ...] = (_to_come, _section, _alt_texts, _credits, _times)
"""What a person should look at before."""
