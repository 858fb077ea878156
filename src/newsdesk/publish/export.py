"""Exports the site of a newsroom: what is online is surveyed, compared with the folder, and put into place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsdesk.i18n import N_, Message, message
from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId
from newsdesk.photos import Derivatives
from newsdesk.publish.articles import ArticlePages
from newsdesk.publish.folder import check_folder
from newsdesk.publish.gathering import Gathered, gather
from newsdesk.publish.keys import Keys
from newsdesk.publish.lists import list_view, pages_of
from newsdesk.publish.online import LeftOut, left_out
from newsdesk.publish.outputs import Files, Output, Progress, Stage, Written
from newsdesk.publish.shared_files import AssetFiles, FeedFiles, MapFiles, PhotoFiles
from newsdesk.publish.survey import Survey
from newsdesk.publish.views import locate
from newsdesk.publish.writer import write_site
from newsdesk.render import Theme, page
from newsdesk.store import BodyCache, Reader


@dataclass(frozen=True, slots=True)
class Caches:
    """What was made before and can be made again, kept outside the newsroom."""

    bodies: BodyCache
    pictures: Derivatives


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a person should know of the site, and the article it is about, if one."""

    text: Message
    article: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What an export did (or would do), what is not in the site and why, and what to look at.

    `online` is the number of articles in the site.
    """

    written: Written
    left_out: LeftOut
    online: int
    remarks: tuple[Remark, ...]


def export_site(
    reader: Reader,
    folder: Path,
    out: Path,
    *,
    now: datetime,
    base_url: str | None,
    theme: Theme,
    caches: Caches,
    dry_run: bool,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Report:
    """Export the site of the newsroom in `folder` into the folder `out`, or only say what that would do.

    Readers get what is released and open at the moment `now`. `base_url` None means the newsroom's own, empty
    none. Raises `Trouble` when `out` is refused, when originals of photos are missing, and as `write_site` does.
    """
    real_out = check_folder(out, folder)
    releases = reader.releases()
    gathered = gather(reader, folder, releases, now=now, base_url=base_url, theme=theme)
    stages = _stages(reader, folder, gathered, theme, caches)
    written = write_site(real_out, reader.newsroom().id, stages, progress, cancelled, dry_run)
    return Report(
        written=written,
        left_out=left_out(releases, reader.counts(), now),
        online=len(gathered.survey.pieces),
        remarks=tuple(_remarks(gathered, reader)),
    )


def _stages(reader: Reader, folder: Path, gathered: Gathered, theme: Theme, caches: Caches) -> list[Stage]:
    """All files of the site; what is linked to comes before what links to it."""
    survey, views = gathered.survey, gathered.views
    keys = Keys(views, theme.version)
    assets = AssetFiles(gathered.assets)
    photos = PhotoFiles(survey, folder, caches.pictures)
    by_path = {piece.path: piece for piece in survey.pieces.values()}
    articles = ArticlePages(reader, views, theme, caches.bodies, by_path)
    article_outputs = [Output(keys.article(piece), (path,), piece.comments) for path, piece in by_path.items()]
    feeds, maps = FeedFiles(views, keys), MapFiles(survey, gathered.base_url)
    return [
        Stage(message(N_("Copying the style sheet and logo")), assets.outputs(), assets.make),
        Stage(message(N_("Scaling photos")), photos.outputs(), photos.make, photos.check),
        Stage(message(N_("Making article pages")), article_outputs, articles.make),
        _list_stage(gathered, keys, theme),
        Stage(message(N_("Making feeds")), feeds.outputs(), feeds.make),
        Stage(message(N_("Making the sitemap")), maps.outputs(), maps.make),
    ]


def _list_stage(gathered: Gathered, keys: Keys, theme: Theme) -> Stage:
    """The lists, those that more readers come through later: topics and people, sections, front pages."""
    survey, views = gathered.survey, gathered.views
    listings = reversed(list(survey.listings.values()))
    pages = {each.path: each for listing in listings for each in pages_of(survey, listing)}

    def make(outputs: Sequence[Output]) -> Iterator[Files]:
        for output in outputs:
            view = list_view(views, pages[output.paths[0]])
            yield [(view.path, page(view, theme, locate).encode())]

    outputs = [Output(keys.list_page(each), (path,)) for path, each in pages.items()]
    return Stage(message(N_("Making lists")), outputs, make)


def _remarks(gathered: Gathered, reader: Reader) -> Iterator[Remark]:
    survey = gathered.survey
    if not gathered.base_url:
        yield Remark(message(N_("Without a base URL the site has no feeds and no sitemap.")))
    logo = survey.records.newsroom.logo
    if logo and not gathered.has_logo:
        yield Remark(message(N_("The logo “{name}” is not in the newsroom’s theme folder."), name=logo))
    for wanted, given in survey.renamed:
        yield Remark(
            message(N_("Two pages want the address “{wanted}”: one is at “{given}”."), wanted=wanted, given=given)
        )
    yield from _article_remarks(survey, reader)


def _article_remarks(survey: Survey, reader: Reader) -> Iterator[Remark]:
    """What pages go without because it is not online or not there."""
    labels = {label.casefold() for label in survey.records.labels}
    for piece in survey.pieces.values():
        release = piece.release
        for reference in release.articles:
            if survey.article(reference, release.edition) is None:
                text = N_("“{headline}” links to “{other}”, which is not online: the site shows the words alone.")
                other = reader.get(Article, reference)
                named = (other.headline or other.slug) if other else reference
                yield Remark(message(text, headline=release.headline, other=named), release.id)
        for line in release.related:
            known = line.label.casefold() in labels
            if known and "](" not in line.headline and survey.headline(line.headline, release.edition) is None:
                text = N_("“{headline}” names “{other}”, which is not online: the site shows the words alone.")
                yield Remark(message(text, headline=release.headline, other=line.headline), release.id)
        for photo in (release.lead, *release.photos):
            if photo and photo not in survey.records.photos:
                text = N_(
                    "“{headline}” shows the photo “{photo}”, which is not in the newsroom: its page goes without."
                )
                yield Remark(message(text, headline=release.headline, photo=photo), release.id)
