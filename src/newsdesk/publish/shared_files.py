"""What a site has beside its pages: the style sheet and logo, the photos, the feeds, the sitemap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import PhotoId
from newsdesk.model.photo import Photo
from newsdesk.photos import (
    DERIVED_VERSION,
    Derivatives,
    derived_extension,
    derived_name,
    original_path,
    web_widths,
)
from newsdesk.publish.feeds import NEWEST, Feed, FeedItem, FeedPicture, feed_text
from newsdesk.publish.keys import PUBLISHED_VERSION, Keys, key_of
from newsdesk.publish.outputs import Files, Output
from newsdesk.publish.sitemaps import Page, robots, sitemap_names, sitemaps
from newsdesk.publish.sites import Asset, feed_path
from newsdesk.publish.survey import Listing, Piece, Survey
from newsdesk.publish.views import PHOTOS, Views, locate
from newsdesk.render import ListKind, Picture, Site, smarten, without_index

ORIGINALS = "originals"
"""The newsroom's folder of photos as they came."""

_FEED_WIDTH = 1280
_TYPES = {"jpg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class AssetFiles:
    """Makes the files that all pages share."""

    assets: Sequence[Asset]

    def outputs(self) -> list[Output]:
        """One for each file: its name says what is in it."""
        return [Output(key_of(asset.path), (asset.path,)) for asset in self.assets]

    def make(self, outputs: Sequence[Output]) -> Iterator[Files]:
        """The files of each output, in order."""
        contents = {asset.path: asset.content for asset in self.assets}
        for output in outputs:
            yield [(output.paths[0], contents[output.paths[0]])]


class PhotoFiles:
    """Makes the pictures of the photos that are online, in all their widths."""

    def __init__(self, survey: Survey, newsroom_folder: Path, pictures: Derivatives) -> None:
        self._survey = survey
        self._by_path = {_photo_paths(photo)[0]: photo for photo in survey.records.photos.values()}
        self._originals = newsroom_folder / ORIGINALS
        self._pictures = pictures

    def outputs(self) -> list[Output]:
        """One for each original."""
        return [
            Output(key_of(DERIVED_VERSION, photo.hash), tuple(_photo_paths(photo)))
            for photo in self._by_path.values()
        ]

    def check(self, outputs: Sequence[Output]) -> None:
        """Raise `Trouble` with the names of all originals that these need and that are missing."""
        photos = [self._by_path[output.paths[0]] for output in outputs]
        missing = [photo for photo in photos if not self._original(photo).is_file()]
        if missing:
            raise Trouble(
                N_("The originals of these photos are missing from the newsroom: {names}."),
                way_out=N_("Put them back into “{folder}” from a backup, or take the photos out of the articles."),
                names=", ".join(f"{photo.file_name or photo.id} (“{self._user_of(photo)}”)" for photo in missing),
                folder=str(self._originals),
            )

    def make(self, outputs: Sequence[Output]) -> Iterator[Files]:
        """The files of each output, in order."""
        for output in outputs:
            yield self._files(self._by_path[output.paths[0]])

    def _user_of(self, photo: Photo) -> str:
        """The headline of an article that shows the photo."""
        releases = (piece.release for piece in self._survey.pieces.values())
        return next(found.headline for found in releases if photo.id in (found.lead, *found.photos))

    def _original(self, photo: Photo) -> Path:
        return original_path(self._originals, photo.hash, photo.extension)

    def _files(self, photo: Photo) -> Files:
        widths = web_widths(photo.width)
        try:
            for width, path in zip(widths, _photo_paths(photo), strict=True):
                yield path, self._pictures.get(self._original(photo), photo.hash, width, widths)
        except Trouble as trouble:
            raise Trouble(
                N_("The original of the photo “{name}” cannot be used: {reason}"),
                way_out=N_("Put “{file}” back from a backup, or take the photo out of “{headline}”."),
                name=photo.file_name or photo.id,
                reason=str(trouble.what),
                file=str(self._original(photo)),
                headline=self._user_of(photo),
            ) from trouble


def _photo_paths(photo: Photo) -> list[str]:
    extension = derived_extension(photo.transparent)
    return [f"{PHOTOS}/{derived_name(photo.hash, width, extension)}" for width in web_widths(photo.width)]


class FeedFiles:
    """Makes the feeds of each edition and of its sections."""

    def __init__(self, views: Views, keys: Keys) -> None:
        self._views = views
        self._keys = keys
        self._listings = {
            feed_path(listing.link.path): listing
            for listing in views.survey.listings.values()
            if listing.kind in (ListKind.FRONT, ListKind.SECTION) and views.sites[listing.edition].base_url
        }

    def outputs(self) -> list[Output]:
        """One for each feed."""
        return [
            Output(self._keys.feed(listing.link, listing.edition, _newest(listing)), (path,))
            for path, listing in self._listings.items()
        ]

    def make(self, outputs: Sequence[Output]) -> Iterator[Files]:
        """The files of each output, in order."""
        for output in outputs:
            path = output.paths[0]
            yield [(path, feed_text(self._feed(path, self._listings[path])).encode())]

    def _feed(self, path: str, listing: Listing) -> Feed:
        site, pieces = self._views.sites[listing.edition], _newest(listing)
        changed = max((piece.release.released for piece in pieces), default=None)
        title = site.title if listing.kind is ListKind.FRONT else f"{site.title} · {listing.link.text}"
        return Feed(
            title=title,
            description=site.tagline or title,
            address=address(site.base_url, listing.link.path),
            own=address(site.base_url, path),
            language=site.edition.language,
            changed=changed and self._local(changed),
            items=[self._item(piece, site) for piece in pieces],
        )

    def _item(self, piece: Piece, site: Site) -> FeedItem:
        release, language = piece.release, site.edition.language
        section = self._views.section(release.edition, release.section)
        topics = (self._views.topic(release.edition, topic) for topic in release.topics)
        return FeedItem(
            id=release.id,
            address=address(site.base_url, piece.path),
            title=smarten(release.headline, language),
            summary=smarten(release.standfirst, language),
            published=self._local(release.first_released),
            authors=tuple(author.name for author in self._views.authors(release.edition, release.bylines)),
            subjects=tuple(link.text for link in (section, *topics) if link),
            picture=self._picture(release.lead, site) if release.lead else None,
        )

    def _picture(self, lead: PhotoId, site: Site) -> FeedPicture | None:
        photo = self._views.survey.records.photos.get(lead)
        if photo is None:
            return None
        figure = self._views.figure(photo, "", "")
        picture = figure.picture
        width = _width_near(picture, _FEED_WIDTH)
        return FeedPicture(
            address=address(site.base_url, locate(picture, width)),
            type=_TYPES[picture.extension],
            width=width,
            height=max(1, round(picture.height * width / picture.width)),
            caption=smarten(figure.caption, site.edition.language),
            credit=figure.credit,
            copyright=figure.copyright,
        )

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._views.survey.records.zone)


def _newest(listing: Listing) -> tuple[Piece, ...]:
    return listing.pieces[-NEWEST:][::-1]


def _width_near(picture: Picture, wanted: int) -> int:
    return min((width for width in picture.widths if width >= wanted), default=max(picture.widths))


class MapFiles:
    """Makes the sitemap of all articles and lists, and robots.txt where the site is the whole of its host."""

    def __init__(self, survey: Survey, base_url: str) -> None:
        self._survey = survey
        self._base_url = base_url
        self._pages = _pages(survey, base_url) if base_url else []

    def outputs(self) -> list[Output]:
        """The sitemap, all its parts together, and robots.txt; nothing without a base URL."""
        if not self._base_url:
            return []
        key = key_of(PUBLISHED_VERSION, [(place, changed.isoformat()) for place, changed in self._pages])
        outputs = [Output(key, sitemap_names(len(self._pages)))]
        # Robots look for it at the top of a host and nowhere else.
        if urlsplit(self._base_url).path == "/":
            outputs.append(Output(key_of(PUBLISHED_VERSION, self._base_url), ("robots.txt",)))
        return outputs

    def make(self, outputs: Sequence[Output]) -> Iterator[Files]:
        """The files of each output, in order."""
        for output in outputs:
            if output.paths == ("robots.txt",):
                yield [("robots.txt", robots(self._base_url))]
            else:
                yield sitemaps(self._pages, self._base_url)


def _pages(survey: Survey, base_url: str) -> list[Page]:
    """The newest page of each list, then the articles, the oldest first."""
    lists = [
        (address(base_url, listing.link.path), max(piece.release.released for piece in listing.pieces))
        for listing in survey.listings.values()
        if listing.pieces
    ]
    pieces = survey.pieces.values()
    return lists + [(address(base_url, piece.path), piece.release.released) for piece in pieces]


def address(base_url: str, path: str) -> str:
    """The absolute address of a site path."""
    return base_url + without_index(path)
