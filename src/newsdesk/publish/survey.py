"""What is online at one moment, where each page of it lies, and how the pages hang together."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId, EditionId, PersonId, SectionId, StoryId, TopicId
from newsdesk.model.names import name_in
from newsdesk.model.release import Release
from newsdesk.publish.addresses import (
    Claims,
    article_path,
    comments_path,
    folder_name,
    folder_of,
    joined,
    list_path,
    safe_path,
)
from newsdesk.publish.records import Records
from newsdesk.render import Link, ListKind

MORE = 3
"""How many articles “More from” lists."""

FIXED = ("feed.xml", "sitemap.xml", "robots.txt")

_UNHEARD = re.compile(r"[\"'“”„‟‘’‚‛«»‹›*_`\\\[\]]")
_DASHES = re.compile(r"[-‐‑‒–—]+")

ListingId = tuple[ListKind, EditionId, str]
"""A list by its kind, its edition and the id of its section, topic or person (empty for a front page)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An article that is online, the path of its page, and of its comments page if it should have one."""

    release: Release
    path: str
    comments: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of articles, the oldest first, and its newest page."""

    kind: ListKind
    edition: EditionId
    id: str
    link: Link
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """All that is online. `pieces` are the oldest first; `before` are those that “More from” lists.

    `renamed` are the paths that articles did not get because another page has them, with those that they got.
    """

    records: Records
    pieces: Mapping[ArticleId, Piece]
    listings: Mapping[ListingId, Listing]
    stories: Mapping[StoryId, Sequence[Piece]]
    before: Mapping[ArticleId, tuple[Piece, ...]]
    slugs: Mapping[tuple[EditionId, str], Piece]
    renamed: tuple[tuple[str, str], ...]
    headlines: dict[tuple[EditionId, str], Piece] = field(default_factory=dict)

    def article(self, reference: str, edition: EditionId) -> Piece | None:
        """The article that a text of an edition names by id or slug (`es/slug` for another's), if it is online."""
        found = self.pieces.get(ArticleId(reference)) or self.slugs.get((edition, reference))
        if found or "/" not in reference:
            return found
        prefix, _, slug = reference.rpartition("/")
        others = (other.id for other in self.records.editions.values() if prefix in (other.prefix, other.language))
        return next((piece for other in others if (piece := self.slugs.get((other, slug)))), None)

    def headline(self, headline: str, edition: EditionId) -> Piece | None:
        """The newest article of an edition that has this headline, however its quotes and spaces are written."""
        if not self.headlines:
            for piece in self.pieces.values():
                self.headlines[piece.release.edition, _heard(piece.release.headline)] = piece
        heard = _heard(headline)
        return self.headlines.get((edition, heard)) if heard else None

    def link(self, kind: ListKind, edition: EditionId, id: str) -> Link | None:
        """The name and newest page of a list, None when it has no article."""
        found = self.listings.get((kind, edition, id))
        return found.link if found else None


def _heard(headline: str) -> str:
    """A headline as one would hear it: without quotes, marks and differences of case, spaces and dashes."""
    plain = _DASHES.sub("-", _UNHEARD.sub("", headline).replace("…", "..."))
    return " ".join(plain.casefold().split())


@dataclass(frozen=True, slots=True)
class _Members:
    """The releases of one edition by what lists them."""

    front: list[Release] = field(default_factory=list)
    sections: defaultdict[SectionId, list[Release]] = field(default_factory=lambda: defaultdict(list))
    topics: defaultdict[TopicId, list[Release]] = field(default_factory=lambda: defaultdict(list))
    people: defaultdict[PersonId, list[Release]] = field(default_factory=lambda: defaultdict(list))

    def listed(self, kind: ListKind, id: str) -> list[Release]:
        """What one list holds."""
        match kind:
            case ListKind.FRONT:
                return self.front
            case ListKind.SECTION:
                return self.sections[SectionId(id)]
            case ListKind.TOPIC:
                return self.topics[TopicId(id)]
            case ListKind.AUTHOR:
                return self.people[PersonId(id)]


def take_survey(records: Records, online: Iterable[Release]) -> Survey:
    """Give every page its path. `online` are the releases that readers may see, in any order."""
    releases = sorted(online, key=lambda release: (release.first_released, release.id))
    members = _members(records, releases)
    claims = Claims()
    links = dict(_claim_lists(records, members, claims))
    for edition in records.editions.values():
        for name in FIXED:
            claims.claim(joined(safe_path(edition.prefix), name))
    pieces, renamed = _claim_articles(records, releases, links, claims)
    stories: defaultdict[StoryId, list[Piece]] = defaultdict(list)
    for piece in pieces.values():
        stories[piece.release.story].append(piece)
    return Survey(
        records=records,
        pieces=pieces,
        listings=dict(_listings(members, links, pieces)),
        stories=stories,
        before=_before(pieces.values()),
        slugs={(piece.release.edition, piece.release.slug): piece for piece in pieces.values()},
        renamed=tuple(renamed),
    )


def _members(records: Records, releases: Iterable[Release]) -> dict[EditionId, _Members]:
    members = {edition: _Members() for edition in records.editions}
    chains = {section: tuple(each.id for each in records.chain(section)) for section in records.sections}
    for release in releases:
        lists = members[release.edition]
        lists.front.append(release)
        filed = chains.get(release.section, ()) if release.section else ()
        if release.further_sections:
            filed += tuple(each for further in release.further_sections for each in chains.get(further, ()))
            filed = tuple(dict.fromkeys(filed))
        for section in filed:
            lists.sections[section].append(release)
        for topic in release.topics:
            if topic in records.topics:
                lists.topics[topic].append(release)
        for person in dict.fromkeys([byline.person for byline in release.bylines]):
            if person in records.people:
                lists.people[person].append(release)
    return members


def _claim_lists(
    records: Records, members: Mapping[EditionId, _Members], claims: Claims
) -> Iterable[tuple[ListingId, Link]]:
    """The name and path of every list that has an article, and of the main edition's front page."""
    shown = [
        edition
        for edition in records.editions.values()
        if members[edition.id].front or edition.id == records.newsroom.main_edition
    ]
    for edition in shown:
        path = claims.claim(list_path(safe_path(edition.prefix)))
        yield (ListKind.FRONT, edition.id, ""), Link(records.newsroom.title, path)
    for edition in shown:
        yield from _claim_sections(records, edition, members[edition.id], claims)
    for edition in shown:
        prefix, lists = safe_path(edition.prefix), members[edition.id]
        for topic in sorted(lists.topics):
            name = name_in(records.topics[topic].names, edition.id)
            path = claims.claim(list_path(joined(prefix, "topics", folder_name(name.slug, "topic"))))
            yield (ListKind.TOPIC, edition.id, topic), Link(name.text, path)
        for person in sorted(lists.people):
            name = name_in(records.people[person].names, edition.id)
            path = claims.claim(list_path(joined(prefix, "people", folder_name(name.slug, "person"))))
            yield (ListKind.AUTHOR, edition.id, person), Link(name.text, path)


def _claim_sections(
    records: Records, edition: Edition, lists: _Members, claims: Claims
) -> Iterable[tuple[ListingId, Link]]:
    """The sections of an edition, each in the folder of the one above it."""
    folders: dict[SectionId, str] = {}
    used = [section for section in records.sections if section in lists.sections]
    for section in sorted(used, key=lambda id: len(records.chain(id))):
        chain = records.chain(section)
        above = folders[chain[-2].id] if len(chain) > 1 else safe_path(edition.prefix)
        name = name_in(chain[-1].names, edition.id)
        path = claims.claim(list_path(joined(above, folder_name(name.slug, "section"))))
        folders[section] = folder_of(path)
        yield (ListKind.SECTION, edition.id, section), Link(name.text, path)


def _claim_articles(
    records: Records, releases: Iterable[Release], links: Mapping[ListingId, Link], claims: Claims
) -> tuple[dict[ArticleId, Piece], list[tuple[str, str]]]:
    """The articles with their paths, and what was taken and given instead."""
    newsroom = records.newsroom
    prefixes = {edition.id: safe_path(edition.prefix) for edition in records.editions.values()}
    folders = {
        (edition, id): folder_of(link.path).removeprefix(prefixes[edition]).strip("/")
        for (kind, edition, id), link in links.items()
        if kind is ListKind.SECTION
    }
    with_comments = bool(newsroom.comments_text.strip())
    pieces, renamed = {}, []
    for release in releases:
        day = release.first_released.astimezone(records.zone).date()
        section = folders.get((release.edition, release.section or ""), "")
        wanted = article_path(newsroom.address, prefixes[release.edition], section, day, release.slug)
        path = claims.claim(wanted)
        if path != wanted:
            renamed.append((wanted, path))
        pieces[release.id] = Piece(release, path, comments_path(path) if with_comments else "")
    return pieces, renamed


def _listings(
    members: Mapping[EditionId, _Members], links: Mapping[ListingId, Link], pieces: Mapping[ArticleId, Piece]
) -> Iterable[tuple[ListingId, Listing]]:
    for place, link in links.items():
        kind, edition, id = place
        listed = members[edition].listed(kind, id)
        yield place, Listing(kind, edition, id, link, tuple([pieces[release.id] for release in listed]))


def _before(pieces: Iterable[Piece]) -> dict[ArticleId, tuple[Piece, ...]]:
    """For each article those published just before it in its section and edition, the newest first."""
    last: defaultdict[tuple[EditionId, SectionId], deque[Piece]] = defaultdict(lambda: deque(maxlen=MORE))
    before = {}
    for piece in pieces:
        release = piece.release
        if release.section:
            latest = last[release.edition, release.section]
            before[release.id] = tuple(latest)
            latest.appendleft(piece)
    return before
