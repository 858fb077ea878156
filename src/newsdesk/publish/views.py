"""Makes what pages show from what is online: the values that rendering takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from newsdesk.model.article import Byline
from newsdesk.model.credit import render_credit
from newsdesk.model.ids import ArticleId, EditionId, PhotoId, SectionId, TopicId
from newsdesk.model.names import Name, name_in
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Snapshot
from newsdesk.photos import derived_extension, derived_name, web_widths
from newsdesk.publish.survey import Piece, Survey
from newsdesk.render import (
    ArticleView,
    Author,
    Body,
    Card,
    EditionLink,
    Figure,
    Link,
    ListKind,
    Picture,
    Site,
    references,
)

PHOTOS = "photos"


def locate(picture: Picture, width: int) -> str:
    """The site path of a picture in one of its widths."""
    return f"{PHOTOS}/{derived_name(picture.hash, width, picture.extension)}"


@dataclass(frozen=True, slots=True)
class Setting:
    """How an article stands on the site: what its own text does not say.

    `published` and `updated` are the times of its page; `more` are those that “More from” lists.
    """

    path: str
    comments: str
    published: datetime | None
    updated: datetime | None
    more: tuple[Piece, ...]


class Views:
    """The values for the pages of one survey; a card or picture that many pages show is made once."""

    def __init__(self, survey: Survey, sites: Mapping[EditionId, Site]) -> None:
        self.survey = survey
        self.sites = sites
        self._records = survey.records
        self._cards: dict[ArticleId, Card] = {}
        self._pictures: dict[PhotoId, Picture] = {}

    def picture(self, photo: Photo, alt: str) -> Picture:
        """A photo with its widths and an alt text."""
        extension, widths = derived_extension(photo.transparent), web_widths(photo.width)
        return Picture(photo.id, photo.hash, extension, photo.width, photo.height, widths, alt)

    def card(self, piece: Piece) -> Card:
        """An article in a list. Its picture is decorative: the headline beside it says what it leads to."""
        release = piece.release
        found = self._cards.get(release.id)
        if found is None:
            photo = self._records.photos.get(release.lead) if release.lead else None
            found = self._cards[release.id] = Card(
                path=piece.path,
                headline=release.headline,
                kicker=release.kicker,
                standfirst=release.standfirst,
                section=self.section(release.edition, release.section),
                date=release.first_released,
                picture=self.picture(photo, "") if photo else None,
            )
        return found

    def cards(self, pieces: Iterable[Piece]) -> tuple[Card, ...]:
        """Articles in a list."""
        return tuple([self.card(piece) for piece in pieces])

    def section(self, edition: EditionId, section: SectionId | None) -> Link | None:
        """The name and page of a section; its path is empty when nothing of it is online."""
        found = self._records.sections.get(section) if section else None
        return self._link(ListKind.SECTION, edition, found.id, found.names) if found else None

    def topic(self, edition: EditionId, topic: TopicId) -> Link | None:
        """The name and page of a topic; its path is empty when nothing of it is online."""
        found = self._records.topics.get(topic)
        return self._link(ListKind.TOPIC, edition, found.id, found.names) if found else None

    def authors(self, edition: EditionId, bylines: Iterable[Byline]) -> tuple[Author, ...]:
        """Who signs an article, in order."""
        authors = []
        for byline in bylines:
            found = self._records.people.get(byline.person)
            if found:
                link = self._link(ListKind.AUTHOR, edition, found.id, found.names)
                authors.append(Author(link.text, byline.role, link.path))
        return tuple(authors)

    def _link(self, kind: ListKind, edition: EditionId, id: str, names: Sequence[Name]) -> Link:
        return self.survey.link(kind, edition, id) or Link(name_in(names, edition).text, "")

    def figure(self, photo: Photo, caption: str, alt: str) -> Figure:
        """A photo with its caption and credit; `caption` empty means the photo's own."""
        credit = photo.credit
        return Figure(
            picture=self.picture(photo, alt),
            caption=caption or photo.caption,
            credit=render_credit(credit, self._records.newsroom.credit_form),
            person=credit.named_person,
            agency=credit.agency,
            copyright=photo.copyright,
        )

    def article(self, snapshot: Snapshot, body: Body, setting: Setting) -> ArticleView:
        """The page of an article in the state of `snapshot`; `body` is what its text means."""
        article = snapshot.article
        edition, wanted = article.edition, references(body)
        return ArticleView(
            site=self.sites[edition],
            path=setting.path,
            headline=article.headline,
            kicker=article.kicker,
            standfirst=article.standfirst,
            dateline=article.dateline,
            bylines=self.authors(edition, article.bylines),
            published=setting.published,
            updated=setting.updated,
            section=self.section(edition, article.section),
            further_sections=_there(self.section(edition, section) for section in article.further_sections),
            topics=_there(self.topic(edition, topic) for topic in article.topics),
            lead=self._lead(snapshot),
            body=body,
            figures=self._figures(snapshot, wanted.photos),
            targets=_links(wanted.articles, lambda reference: self.survey.article(reference, edition)),
            headlines=_links(wanted.headlines, lambda headline: self.survey.headline(headline, edition)),
            editions=self._editions(snapshot, setting.path),
            more=self.cards(setting.more),
            comments=setting.comments,
            search_text=article.search_text,
            social_text=article.social_text,
        )

    def _lead(self, snapshot: Snapshot) -> Figure | None:
        lead = next((placed for placed in snapshot.placements if placed.role is Role.LEAD), None)
        photo = self._records.photos.get(lead.photo) if lead else None
        return self.figure(photo, lead.caption, _alt(photo, lead)) if lead and photo else None

    def _figures(self, snapshot: Snapshot, photos: Iterable[str]) -> tuple[tuple[str, Figure], ...]:
        """The photos in the text that exist; their captions stand in the text."""
        placed = {use.photo: use for use in snapshot.placements if use.role is Role.INLINE}
        found = (self._records.photos.get(PhotoId(id)) for id in photos)
        return tuple(
            (photo.id, self.figure(photo, "", _alt(photo, placed.get(photo.id)))) for photo in found if photo
        )

    def _editions(self, snapshot: Snapshot, path: str) -> tuple[EditionLink, ...]:
        """The linked translations that are online and the article itself, in the order of the editions."""
        article = snapshot.article
        paths = {piece.release.edition: piece.path for piece in self.survey.stories.get(article.story, ())}
        paths[article.edition] = path
        links = tuple(
            EditionLink(edition.language, edition.direction, edition.name, paths[id], id == article.edition)
            for id, edition in self._records.editions.items()
            if id in paths
        )
        return links if len(links) > 1 else ()


def _alt(photo: Photo, placed: Placement | None) -> str:
    if placed is None:
        return photo.alt_text
    return "" if placed.decorative else placed.alt_text or photo.alt_text


def _there(links: Iterable[Link | None]) -> tuple[Link, ...]:
    return tuple(link for link in links if link)


def _links(names: Iterable[str], find: Callable[[str], Piece | None]) -> tuple[tuple[str, Link], ...]:
    """The articles that are online under the names that a text has for them."""
    found = ((name, find(name)) for name in names)
    return tuple((name, Link(piece.release.headline, piece.path)) for name, piece in found if piece)
