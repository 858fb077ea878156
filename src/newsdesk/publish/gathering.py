"""Gathers what pages are made from, for a whole export as for one article that is previewed or sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from newsdesk.model.ids import PhotoId
from newsdesk.model.photo import Photo
from newsdesk.model.references import photo_refs
from newsdesk.model.release import Release
from newsdesk.model.revision import Snapshot
from newsdesk.publish.addresses import article_path, comments_path, folder_of, safe_path
from newsdesk.publish.articles import body_from, online_view, updated_of
from newsdesk.publish.online import is_online
from newsdesk.publish.records import read_records
from newsdesk.publish.sites import Asset, logo_of, sites_of, style_sheet
from newsdesk.publish.survey import MORE, Piece, Survey, take_survey
from newsdesk.publish.views import Setting, Views
from newsdesk.render import ArticleView, Body, ListKind, Theme, body_key, read_body
from newsdesk.store import BodyCache, Reader


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is online and the values of its pages. `base_url` is empty or ends in `/`."""

    survey: Survey
    views: Views
    assets: tuple[Asset, ...]
    base_url: str
    has_logo: bool


def gather(
    reader: Reader, folder: Path, releases: Sequence[Release], *, now: datetime, base_url: str | None, theme: Theme
) -> Gathered:
    """Survey what is online of `releases` at the moment `now`; `folder` is the newsroom's.

    `base_url` None means the newsroom's own, empty none.
    """
    online = [release for release in releases if is_online(release, now)]
    records = read_records(reader, online)
    newsroom = records.newsroom
    base = newsroom.base_url if base_url is None else base_url
    base = f"{base.rstrip('/')}/" if base.strip() else ""
    survey = take_survey(records, online)
    css, logo = style_sheet(theme, newsroom.accent), logo_of(folder, newsroom.logo)
    sites = sites_of(survey, base, css.path, logo.path if logo else "")
    assets = (css, logo) if logo else (css,)
    return Gathered(survey, Views(survey, sites), assets, base, has_logo=logo is not None)


def article_view(reader: Reader, gathered: Gathered, snapshot: Snapshot, bodies: BodyCache) -> ArticleView:
    """What the page of one article would show, in the state of `snapshot`: its working copy or a revision.

    When just that revision is online the page is the site's. Else its times are those that the snapshot has, and
    its path the one that it would get.
    """
    return view_of_body(reader, gathered, snapshot, body_of(gathered.views, snapshot, bodies))


def view_of_body(reader: Reader, gathered: Gathered, snapshot: Snapshot, body: Body) -> ArticleView:
    """The view that `article_view` gives, for a text that was read already."""
    views = _with_photos(reader, gathered.views, snapshot)
    piece = views.survey.pieces.get(snapshot.article.id)
    if piece and reader.snapshot(piece.release.hash) == snapshot:
        return online_view(views, piece, snapshot, body)
    return views.article(snapshot, body, _setting(views.survey, snapshot))


def body_of(views: Views, snapshot: Snapshot, bodies: BodyCache) -> Body:
    """What the text of an article means, from the cache or read anew and kept."""
    article = snapshot.article
    language, labels = views.sites[article.edition].edition.language, views.survey.records.labels
    key = body_key(article.body, language, labels)
    found = body_from(bodies.get_many([key]).get(key))
    if found is None:
        found = read_body(article.body, language, labels)
        bodies.put_many({key: found.to_json().encode()})
    return found


def _with_photos(reader: Reader, views: Views, snapshot: Snapshot) -> Views:
    """The views with the photos of this snapshot, which need not be online."""
    records = views.survey.records
    text = snapshot.article.body
    wanted = {placed.photo for placed in snapshot.placements}
    if "photo:" in text:
        wanted.update(map(PhotoId, photo_refs(text)))
    photos = reader.get_all(Photo, sorted(wanted - records.photos.keys()))
    if not photos:
        return views
    known = {**records.photos, **{photo.id: photo for photo in photos.values()}}
    return Views(replace(views.survey, records=replace(records, photos=known)), views.sites)


def _setting(survey: Survey, snapshot: Snapshot) -> Setting:
    """Where an article would stand that is not online in this state."""
    article, records = snapshot.article, survey.records
    newsroom, prefix = records.newsroom, safe_path(records.editions[article.edition].prefix)
    link = survey.link(ListKind.SECTION, article.edition, article.section) if article.section else None
    section = folder_of(link.path).removeprefix(prefix).strip("/") if link else ""
    day = (article.first_released or article.created).astimezone(records.zone).date()
    path = article_path(newsroom.address, prefix, section, day, article.slug)
    wanted = newsroom.comments if article.comments is None else article.comments
    return Setting(
        path=path,
        comments=comments_path(path) if wanted and newsroom.comments_text.strip() else "",
        published=article.first_released,
        updated=updated_of(article.first_released, article.released),
        more=_more(survey, snapshot),
    )


def _more(survey: Survey, snapshot: Snapshot) -> tuple[Piece, ...]:
    """The newest articles of its section that are older than it, or the newest when it has no date yet."""
    article = snapshot.article
    found = survey.listings.get((ListKind.SECTION, article.edition, article.section or ""))
    date = article.first_released
    earlier = [
        piece
        for piece in (found.pieces if found else ())
        if piece.release.id != article.id
        and piece.release.section == article.section
        and (date is None or piece.release.first_released <= date)
    ]
    return tuple(earlier[-MORE:][::-1])
