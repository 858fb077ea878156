"""Sending one article to a person: a page, one file, a fragment, text or a zip."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.exchange import (
    Copied as Copied,  # what `copied` gives, by the newsroom’s own door
)
from newsdesk.exchange import (
    Parcel,
    as_clipboard,
    write_fragment,
    write_page,
    write_single,
    write_text,
    write_zip,
)
from newsdesk.i18n import N_, Message, message
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.model.photo import Photo
from newsdesk.model.revision import Reason, Revision, Snapshot
from newsdesk.model.workflow import WITHHELD
from newsdesk.newsroom.exporting import caches_of, theme_of
from newsdesk.newsroom.files import Deliveries
from newsdesk.newsroom.manuscripts import manuscript_of_article
from newsdesk.newsroom.photos import ORIGINALS
from newsdesk.newsroom.settling import expected
from newsdesk.newsroom.taxonomy import Taxonomy
from newsdesk.newsroom.zones import zone_of
from newsdesk.paths import cache_folder
from newsdesk.photos import original_path
from newsdesk.publish import Caches, article_view, check_folder, gather
from newsdesk.render import ArticleView, Picture, Theme
from newsdesk.store import Reader, Store


class Format(StrEnum):
    """In what form an article goes out."""

    PAGE = "page"
    SINGLE = "single"
    FRAGMENT = "fragment"
    TEXT = "text"
    ZIP = "zip"


EXTENSIONS = {
    Format.SINGLE: ".html",
    Format.FRAGMENT: ".html",
    Format.TEXT: ".txt",
    Format.ZIP: ".zip",
}
"""The extensions of the forms that are one file; a page is a folder."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was written, and which version of the article it holds."""

    paths: tuple[Path, ...]
    version: Message


def deliver(
    reader: Reader,
    folder: Path,
    article: Article,
    out: Path,
    form: Format,
    *,
    now: datetime,
    released: bool = False,
) -> Delivery:
    """Write an article of the newsroom in `folder` to `out`: its working copy, or its `released` version.

    `out` is the folder of a page and the file of any other form; a folder that is there gets a file named after
    the article. Raises `Trouble` when `out` will not do.
    """
    snapshot = _chosen(reader, article, released)
    place, name = target_of(out, folder, article.slug, form)
    (_, main), *others = _files(reader, folder, snapshot, form, Path(name).stem, now)
    deliveries = Deliveries(cache_folder(reader.newsroom().id))
    paths = deliveries.write(place, ((name, main), *others), article.id)
    return Delivery(tuple(paths), _version(reader, snapshot, released))


def copied(reader: Reader, folder: Path, article: ArticleId, now: datetime, *, released: bool = False) -> Copied:
    """An article of the newsroom in `folder` for the clipboard: its working copy, or its `released` version."""
    snapshot = _chosen(reader, expected(reader, article), released)
    return as_clipboard(_parcel(reader, folder, snapshot, snapshot.article.slug, now))


def needs_reason(article: Article) -> bool:
    """Whether an article may only be sent with a reason."""
    return article.status in WITHHELD


def note_sending(store: Store, article: Article, reason: str = "") -> None:
    """Keep the version of an article that was sent; of one that is withheld, say in the log why it was."""
    snapshot = Snapshot(article, store.read.placements(article.id))
    headline = article.headline or article.slug
    name = (
        message(
            N_("Send “{headline}”, which is {status}: {reason}"),
            headline=headline,
            status=article.status.value,
            reason=reason,
        )
        if reason
        else message(N_("Send “{headline}”"), headline=headline)
    )
    with store.step(name, undo=False):
        store.keep(snapshot, Reason.SENT, reason)


def target_of(out: Path, newsroom: Path, slug: str, form: Format) -> tuple[Path, str]:
    """The folder to write into and the name of the main file. Raises `Trouble` for a place that will not do."""
    if form is Format.PAGE:
        return check_folder(out, newsroom), "index.html"
    real = out.resolve()
    if real.is_relative_to(newsroom.resolve()):
        raise Trouble(
            N_("“{path}” is inside the newsroom itself."),
            way_out=N_("Choose a place of its own, such as a new folder."),
            path=str(real),
        )
    return (real, slug + EXTENSIONS[form]) if _is_folder(real) else (real.parent, real.name)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # what stands in the way is told when it is written
        return False


def _chosen(reader: Reader, article: Article, released: bool) -> Snapshot:
    return _released(reader, article) if released else Snapshot(article, reader.placements(article.id))


def _released(reader: Reader, article: Article) -> Snapshot:
    kept = reader.get(Revision, article.released_revision) if article.released_revision else None
    if kept is None:
        raise Trouble(
            N_("“{headline}” is not published: there is no released version of it."),
            way_out=N_("Send the working copy instead, or publish the article first."),
            headline=article.headline or article.slug,
        )
    return reader.snapshot(kept.hash)


def _version(reader: Reader, snapshot: Snapshot, released: bool) -> Message:
    article = snapshot.article
    zone = zone_of(reader.newsroom())
    time = (article.released if released else None) or reader.stamp(Article, article.id).updated
    text = (
        N_("Took the released version of “{name}”, of {time}.")
        if released
        else N_("Took the working copy of “{name}”, last changed {time}.")
    )
    return message(text, name=article.headline or article.slug, time=time.astimezone(zone))


def _files(
    reader: Reader, folder: Path, snapshot: Snapshot, form: Format, name: str, now: datetime
) -> Sequence[tuple[str, bytes]]:
    """The files of a delivery, the main one first; `name` is what they are called."""
    parcel = _parcel(reader, folder, snapshot, name, now)
    match form:
        case Format.PAGE:
            return write_page(parcel)
        case Format.SINGLE:
            return write_single(parcel)
        case Format.FRAGMENT:
            return write_fragment(parcel)
        case Format.TEXT:
            return write_text(parcel)
        case Format.ZIP:
            photos = reader.get_all(Photo, [placed.photo for placed in snapshot.placements])
            return write_zip(parcel, {id: photo.file_name for id, photo in photos.items()})


def _parcel(reader: Reader, folder: Path, snapshot: Snapshot, name: str, now: datetime) -> Parcel:
    theme, newsroom = theme_of(folder), reader.newsroom()
    caches = caches_of(newsroom)
    gathered = gather(reader, folder, reader.releases(), now=now, base_url=None, theme=theme)
    view = article_view(reader, gathered, snapshot, caches.bodies)
    photos = reader.get_all(Photo, [placed.photo for placed in snapshot.placements])
    return Parcel(
        name=name,
        view=replace(view, notice=_notice(view, snapshot.article, theme, now)),
        theme=theme,
        css=theme.css(newsroom.accent),
        assets=tuple((asset.path, asset.content) for asset in gathered.assets),
        picture=_pictures(folder, photos, caches),
        manuscript=manuscript_of_article(snapshot.article, snapshot.placements, photos, Taxonomy(reader)),
        zone=zone_of(newsroom),
    )


def _pictures(folder: Path, photos: Mapping[str, Photo], caches: Caches) -> Callable[[Picture, int], bytes]:
    def picture_bytes(picture: Picture, width: int) -> bytes:
        photo = photos[picture.id]
        original = original_path(folder / ORIGINALS, photo.hash, photo.extension)
        return caches.pictures.get(original, photo.hash, width, picture.widths)

    return picture_bytes


def _notice(view: ArticleView, article: Article, theme: Theme, now: datetime) -> str:
    """What stands on top of an article that must not be published yet."""
    if article.embargo is None or article.embargo <= now:
        return ""
    edition, zone = view.site.edition, view.site.zone
    time = theme.dates(edition.language, zone).minute(article.embargo)
    return edition.labels.embargo.replace("{time}", f"{time} ({zone})")
