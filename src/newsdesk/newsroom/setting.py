"""Setting the fields of an article by name, as one step."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from newsdesk.errors import Trouble
from newsdesk.exchange import read_moment
from newsdesk.i18n import N_
from newsdesk.model.article import Article, Byline, Status
from newsdesk.model.credit import parse_credit
from newsdesk.model.ids import ArticleId, StoryId
from newsdesk.model.placement import Placement
from newsdesk.model.slug import slug_of
from newsdesk.model.workflow import may_follow
from newsdesk.newsroom.change_names import change_name
from newsdesk.newsroom.finding import find_article, find_photo
from newsdesk.newsroom.placing import Use, lead_of, with_lead
from newsdesk.newsroom.releasing import with_status
from newsdesk.newsroom.settling import Change, settled, state_of, write_change
from newsdesk.newsroom.slugs import checked_slug
from newsdesk.newsroom.taxonomy import Taxonomy
from newsdesk.newsroom.zones import zone_of
from newsdesk.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """What a value is read with."""

    store: Store
    taxonomy: Taxonomy
    zone: ZoneInfo


Setter = Callable[[Change, str, Desk], Change]
"""Puts a written value into a change. Raises `Trouble` when the value is none for its field."""


def set_fields(store: Store, article: Article, values: Mapping[str, str]) -> Article:
    """Set fields of `FIELDS` by name from text, all of them or none; an empty text clears. Gives the article.

    Only these fields are written: whatever else is in `article`, the newsroom keeps what it has.
    """
    return change_article(store, article.id, values)


def change_article(store: Store, id: ArticleId, values: Mapping[str, str]) -> Article:
    """Set fields of the article of this id as `set_fields` does. Raises `Trouble` when it is gone."""
    desk = Desk(store, Taxonomy(store.read, store.ids), zone_of(store.read.newsroom()))
    before = state_of(store.read, id)
    after = before
    for field, value in values.items():
        after = FIELDS[field](after, value, desk)
    after = settled(store, before, after, desk.taxonomy.editions)
    write_change(store, change_name(list(values), before.article), before, after)
    return after.article


def _text(field: str) -> Setter:
    def set_text(change: Change, value: str, _: Desk) -> Change:
        lines = value.replace("\r\n", "\n").replace("\r", "\n")
        return replace(change, article=_with(change.article, field, lines))

    return set_text


def _moment(field: str) -> Setter:
    def set_moment(change: Change, value: str, desk: Desk) -> Change:
        return replace(change, article=_with(change.article, field, moment_of(value, desk.zone)))

    return set_moment


def _with(article: Article, field: str, value: object) -> Article:
    # The tables below name the fields, and a test sets each of them.
    return replace(article, **{field: value})  # type: ignore[arg-type]


def moment_of(text: str, zone: ZoneInfo) -> datetime | None:
    """The moment that a person wrote, in UTC; None for nothing. Raises `Trouble` when it is none."""
    if not text.strip():
        return None
    try:
        return read_moment(text, zone)
    except ValueError as error:
        raise Trouble(
            N_("“{value}” is not a date and time."),
            way_out=N_("Write it as 2026-03-21 or 2026-03-21 10:30; without an offset it is meant in {zone}."),
            value=text,
            zone=zone.key,
        ) from error


def _slug(change: Change, value: str, _: Desk) -> Change:
    slug = checked_slug(value.strip()) if value.strip() else slug_of(change.article.headline)
    return replace(change, article=replace(change.article, slug=slug))


def _status(change: Change, value: str, _: Desk) -> Change:
    wanted = next((status for status in Status if status.value == value.strip().lower()), None)
    if wanted is None:
        raise Trouble(
            N_("“{status}” is not a status."),
            way_out=N_("It is one of {choices}."),
            status=value,
            choices=", ".join(Status),
        )
    before = change.article.status
    if wanted is not before and not may_follow(before, wanted):
        publishing = N_("“newsdesk publish” makes an article published.")
        raise Trouble(
            N_("An article that is {before} does not become {after}."),
            way_out=publishing if wanted is Status.PUBLISHED else N_("Set its status to draft first."),
            before=before.value,
            after=wanted.value,
        )
    return replace(change, article=with_status(change.article, wanted))


def _date(change: Change, value: str, desk: Desk) -> Change:
    article = change.article
    if article.released_revision is not None:
        raise Trouble(
            N_("“{headline}” is published, and its date changes with a release."),
            way_out=N_("Write newsdesk publish {slug} --at TIME."),
            headline=article.headline or article.slug,
            slug=article.slug,
        )
    return replace(change, article=replace(article, first_released=moment_of(value, desk.zone)))


def _section(change: Change, value: str, desk: Desk) -> Change:
    article = change.article
    section = desk.taxonomy.sections.expect(value, article.edition).id if value.strip() else None
    return replace(change, article=replace(article, section=section))


def _further_sections(change: Change, value: str, desk: Desk) -> Change:
    edition = change.article.edition
    sections = tuple(desk.taxonomy.sections.expect(name, edition).id for name in _listed(value))
    return replace(change, article=replace(change.article, further_sections=sections))


def _topics(change: Change, value: str, desk: Desk) -> Change:
    edition = change.article.edition
    topics = tuple(desk.taxonomy.topics.expect(name, edition).id for name in _listed(value))
    return replace(change, article=replace(change.article, topics=topics))


def _byline(change: Change, value: str, desk: Desk) -> Change:
    edition = change.article.edition
    bylines = []
    for written in _listed(value):
        name, role = _signed(written)
        bylines.append(Byline(desk.taxonomy.people.expect(name, edition).id, role))
    return replace(change, article=replace(change.article, bylines=tuple(dict.fromkeys(bylines))))


def _assignee(change: Change, value: str, desk: Desk) -> Change:
    article = change.article
    person = desk.taxonomy.people.expect(value, article.edition).id if value.strip() else None
    return replace(change, article=replace(article, assignee=person))


def _length_target(change: Change, value: str, _: Desk) -> Change:
    written = value.strip()
    if written and not re.fullmatch("[0-9]{1,9}", written):
        raise Trouble(
            N_("“{value}” is not a number of words."),
            way_out=N_("Write a whole number, such as 600."),
            value=value,
        )
    return replace(change, article=replace(change.article, length_target=int(written) if written else None))


def _comments(change: Change, value: str, _: Desk) -> Change:
    meant = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False, "": None}
    written = value.strip().lower()
    if written not in meant:
        raise Trouble(
            N_("“{value}” does not say whether there are comments."),
            way_out=N_("Write on, off, or nothing for what the newsroom has."),
            value=value,
        )
    return replace(change, article=replace(change.article, comments=meant[written]))


def _story(change: Change, value: str, desk: Desk) -> Change:
    store = desk.store
    story = find_article(store.read, value.strip()).story if value.strip() else StoryId(store.ids())
    return replace(change, article=replace(change.article, story=story))


def _language(change: Change, value: str, desk: Desk) -> Change:
    edition = desk.taxonomy.expect_edition(value.strip())
    return replace(change, article=replace(change.article, edition=edition.id))


def _lead(change: Change, value: str, desk: Desk) -> Change:
    photo = find_photo(desk.store.read, value).id if value.strip() else None
    before = lead_of(change.placements)
    same = before is not None and before.photo == photo
    use = Use(before.alt_text, before.decorative, before.caption) if before and same else Use()
    placements = with_lead(change.placements, change.article.id, photo, use, desk.store.ids)
    return replace(change, placements=placements)


def _lead_caption(change: Change, value: str, _: Desk) -> Change:
    return _with_lead(change, replace(_expected_lead(change), caption=value))


def _lead_alt(change: Change, value: str, _: Desk) -> Change:
    return _with_lead(change, replace(_expected_lead(change), alt_text=value, decorative=False))


def _lead_credit(change: Change, value: str, desk: Desk) -> Change:
    photo = find_photo(desk.store.read, _expected_lead(change).photo)
    return replace(change, photos=(replace(photo, credit=parse_credit(value)),))


def _expected_lead(change: Change) -> Placement:
    lead = lead_of(change.placements)
    if lead is None:
        raise Trouble(
            N_("“{headline}” has no lead photo."),
            way_out=N_("Set lead=PHOTO first; “newsdesk photos add” prints the id."),
            headline=change.article.headline or change.article.slug,
        )
    return lead


def _with_lead(change: Change, lead: Placement) -> Change:
    rest = (placed for placed in change.placements if placed.id != lead.id)
    return replace(change, placements=(lead, *rest))


def _listed(value: str) -> Sequence[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _signed(written: str) -> tuple[str, str]:
    """The name and the role in `Name (role)`."""
    match = re.fullmatch(r"(?P<name>.+?)\s*\((?P<role>[^()]+)\)", written)
    return (match["name"], match["role"].strip()) if match else (written, "")


FIELDS: Mapping[str, Setter] = {
    "headline": _text("headline"),
    "kicker": _text("kicker"),
    "standfirst": _text("standfirst"),
    "body": _text("body"),
    "dateline": _text("dateline"),
    "byline": _byline,
    "section": _section,
    "further_sections": _further_sections,
    "topics": _topics,
    "lead": _lead,
    "lead_caption": _lead_caption,
    "lead_alt": _lead_alt,
    "lead_credit": _lead_credit,
    "slug": _slug,
    "status": _status,
    "language": _language,
    "story": _story,
    "date": _date,
    "not_before": _moment("not_before"),
    "embargo": _moment("embargo"),
    "deadline": _moment("deadline"),
    "assignee": _assignee,
    "length_target": _length_target,
    "outlet_note": _text("outlet_note"),
    "published_url": _text("published_url"),
    "search_text": _text("search_text"),
    "social_text": _text("social_text"),
    "comments": _comments,
}
"""The fields that a person may set, by the names that the command line and files use."""
