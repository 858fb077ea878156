"""The pages of lists: which articles stand on which page, and what each page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.model.ids import PersonId
from newsdesk.publish.addresses import folder_of, list_path
from newsdesk.publish.sites import edition_links, feed_path
from newsdesk.publish.survey import Listing, Piece, Survey
from newsdesk.publish.views import Views
from newsdesk.render import CardGroup, EditionLink, Link, ListKind, ListView

CHUNK = 30
"""How many articles an older page of a list holds."""

FEWEST = 10
"""How many the newest page holds at least, once there are older ones."""

FRONT_MOST, FRONT_FEWEST = 13, 5
"""How many articles lead the front page: the first large, then a grid."""

GROUP = 4
"""How many articles of each section follow on the front page."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list: its articles, the newest first, and the front page's groups by section.

    `number` is None on the newest page. `newer` and `older` are the paths of the pages beside it, or empty.
    """

    listing: Listing
    path: str
    number: int | None
    newer: str
    older: str
    pieces: tuple[Piece, ...]
    groups: tuple[tuple[Link, tuple[Piece, ...]], ...] = ()


def pages_of(survey: Survey, listing: Listing) -> Iterator[ListPage]:
    """The pages of a list, older ones first: so the pages that link to them come after them.

    Older pages are full and numbered from the oldest, so that a new article changes none of them. Those of a front
    page hold all articles, as its own page shows a choice: there the last one fills up.
    """
    pieces, folder = listing.pieces, folder_of(listing.link.path)
    front = listing.kind is ListKind.FRONT
    if front:
        older = -(-len(pieces) // CHUNK) if len(pieces) > FRONT_MOST else 0
    else:
        older = max(0, (len(pieces) - FEWEST) // CHUNK)
    paths = ["", *(list_path(folder, number) for number in range(1, older + 1)), listing.link.path]
    for number in range(1, older + 1):
        chunk = pieces[(number - 1) * CHUNK : number * CHUNK]
        yield ListPage(listing, paths[number], number, paths[number + 1], paths[number - 1], chunk[::-1])
    if front:
        yield _front_page(survey, listing, paths[older])
    else:
        yield ListPage(listing, listing.link.path, None, "", paths[older], pieces[older * CHUNK :][::-1])


def _front_page(survey: Survey, listing: Listing, older: str) -> ListPage:
    """The newest articles, then the newest of each section that do not lead already.

    A small newsroom leads with about half of what it has, so that its sections are seen too.
    """
    count = min(FRONT_MOST, max(FRONT_FEWEST, len(listing.pieces) // 2))
    leading = listing.pieces[-count:][::-1]
    shown = {piece.release.id for piece in leading}
    groups = []
    for section in survey.records.sections.values():
        found = survey.listings.get((ListKind.SECTION, listing.edition, section.id))
        if found is None or section.parent is not None:
            continue
        newest = found.pieces[-GROUP - count :][::-1]
        rest = tuple(piece for piece in newest if piece.release.id not in shown)[:GROUP]
        if rest:
            groups.append((found.link, rest))
    return ListPage(listing, listing.link.path, None, "", older, leading, tuple(groups))


def list_view(views: Views, page: ListPage) -> ListView:
    """What one page of a list shows."""
    listing = page.listing
    site = views.sites[listing.edition]
    person = views.survey.records.people.get(PersonId(listing.id)) if listing.kind is ListKind.AUTHOR else None
    with_feed = site.base_url and listing.kind in (ListKind.FRONT, ListKind.SECTION)
    return ListView(
        site=site,
        path=page.path,
        kind=listing.kind,
        title=listing.link.text,
        subtitle=person.title if person else "",
        intro=person.about if person else "",
        cards=views.cards(page.pieces),
        groups=tuple(CardGroup(section, views.cards(pieces)) for section, pieces in page.groups),
        editions=editions_of(views.survey, page),
        number=page.number,
        newer=page.newer,
        older=page.older,
        feed=feed_path(listing.link.path) if with_feed else "",
    )


def editions_of(survey: Survey, page: ListPage) -> tuple[EditionLink, ...]:
    """The same list in the other editions; an older page has no counterpart there."""
    listing = page.listing
    return edition_links(survey, (listing.kind, listing.edition, listing.id)) if page.number is None else ()
