"""Keys: short stand-ins for all that a page depends on, so that an unchanged page is known without making it.

A key leaves nothing out that the page shows, and takes in nothing of the snapshot but its hash.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2b

from newsdesk.model.credit import render_credit
from newsdesk.model.ids import ArticleId, EditionId, PhotoId
from newsdesk.publish.lists import ListPage, editions_of
from newsdesk.publish.survey import Piece
from newsdesk.publish.views import Views
from newsdesk.render import Link, ListKind, body_key

PUBLISHED_VERSION = 1
"""Goes up when the same inputs come to give other pages, feeds or sitemaps than before."""

_NOTHING = "-"


def key_of(*parts: object) -> str:
    """A key of 32 hex digits; the same parts give the same key on any machine."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class Keys:
    """The keys of one survey's pages; what many pages depend on is worked out once."""

    def __init__(self, views: Views, theme_version: str) -> None:
        self._views = views
        self._survey = views.survey
        self._records = views.survey.records
        labels = self._records.labels
        self._sites = {
            id: key_of(
                PUBLISHED_VERSION,
                theme_version,
                body_key("", site.edition.language, labels),
                site,
                self._records.newsroom.comments,
                self._records.newsroom.comments_text,
            )
            for id, site in views.sites.items()
        }
        self._cards: dict[ArticleId, str] = {}
        self._photos: dict[PhotoId, str] = {}
        self._links: dict[tuple[ListKind, EditionId, str], str] = {}

    def article(self, piece: Piece) -> str:
        """The key of an article's page and of its comments page."""
        release = piece.release
        edition = release.edition
        photos = (release.lead, *release.photos) if release.lead else release.photos
        targets = [self._target(self._survey.article(id, edition)) for id in release.articles]
        targets += [self._target(self._survey.headline(line.headline, edition)) for line in release.related]
        story = self._survey.stories[release.story]
        return key_of(
            self._sites[edition],
            release.hash,
            piece.path,
            piece.comments,
            _moment(release.first_released),
            _moment(release.released),
            [
                self._link(ListKind.SECTION, edition, id)
                for id in (release.section, *release.further_sections)
                if id
            ],
            [self._link(ListKind.TOPIC, edition, id) for id in release.topics],
            [self._link(ListKind.AUTHOR, edition, byline.person) for byline in release.bylines],
            [self.photo(id) for id in photos],
            targets,
            [(other.release.edition, other.path) for other in story] if len(story) > 1 else (),
            [self.card(before) for before in self._survey.before.get(release.id, ())],
        )

    def card(self, piece: Piece) -> str:
        """The key of an article in a list."""
        release = piece.release
        found = self._cards.get(release.id)
        if found is None:
            found = self._cards[release.id] = key_of(
                piece.path,
                release.headline,
                release.kicker,
                release.standfirst,
                self._link(ListKind.SECTION, release.edition, release.section) if release.section else "",
                _moment(release.first_released),
                self.photo(release.lead) if release.lead else "",
            )
        return found

    def list_page(self, page: ListPage) -> str:
        """The key of one page of a list."""
        listing = page.listing
        return key_of(
            self._sites[listing.edition],
            self._link(listing.kind, listing.edition, listing.id),
            page.path,
            page.number,
            page.newer,
            page.older,
            [self.card(piece) for piece in page.pieces],
            [(link.path, link.text, [self.card(piece) for piece in pieces]) for link, pieces in page.groups],
            editions_of(self._survey, page),
        )

    def feed(self, listing_link: Link, edition: EditionId, pieces: tuple[Piece, ...]) -> str:
        """The key of a feed of some articles."""
        names = [self._item(piece) for piece in pieces]
        return key_of(self._sites[edition], listing_link.path, listing_link.text, names)

    def _item(self, piece: Piece) -> tuple[str, str, list[str], list[str]]:
        release = piece.release
        return (
            self.card(piece),
            _moment(release.released),
            [self._link(ListKind.TOPIC, release.edition, id) for id in release.topics],
            [self._link(ListKind.AUTHOR, release.edition, byline.person) for byline in release.bylines],
        )

    def photo(self, id: PhotoId) -> str:
        """The key of what pages show and tell of a photo."""
        found = self._photos.get(id)
        if found is None:
            photo = self._records.photos.get(id)
            found = _NOTHING
            if photo:
                found = key_of(
                    (photo.hash, photo.width, photo.height, photo.transparent),
                    (photo.caption, photo.alt_text, photo.copyright, photo.credit),
                    render_credit(photo.credit, self._records.newsroom.credit_form),
                )
            self._photos[id] = found
        return found

    def _target(self, piece: Piece | None) -> str:
        return f"{piece.path}\n{piece.release.headline}" if piece else _NOTHING

    def _link(self, kind: ListKind, edition: EditionId, id: str) -> str:
        """The key of a name with its page; for a person, also of what their page tells of them."""
        place = (kind, edition, id)
        found = self._links.get(place)
        if found is None:
            link = self._survey.link(kind, edition, id)
            person = self._records.people.get(id) if kind is ListKind.AUTHOR else None  # type: ignore[call-overload]
            found = key_of(link, person and (person.title, person.about)) if link else _NOTHING
            self._links[place] = found
        return found


def _moment(moment: datetime) -> str:
    return moment.isoformat()
