"""Exporting the site, with what was made before kept outside the newsroom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from newsdesk.model.ids import ArticleId
from newsdesk.model.newsroom import Newsroom
from newsdesk.newsroom.progress import Progress, silent
from newsdesk.paths import cache_folder, resources
from newsdesk.photos import Derivatives
from newsdesk.publish import THEME_FOLDER, Caches, Report, gather
from newsdesk.publish import export_site as publish_site
from newsdesk.render import Theme, load_theme
from newsdesk.store import BodyCache, Reader


def export_site(
    reader: Reader,
    folder: Path,
    out: Path,
    *,
    now: datetime,
    base_url: str | None = None,
    dry_run: bool = False,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """Export the site of the newsroom in `folder` into the folder `out`; see `newsdesk.publish.export_site`.

    `cancelled` is asked now and then; once it says so, `newsdesk.publish.Cancelled` is raised.
    """
    return publish_site(
        reader,
        folder,
        out,
        now=now,
        base_url=base_url,
        theme=theme_of(folder),
        caches=caches_of(reader.newsroom()),
        dry_run=dry_run,
        progress=progress,
        cancelled=cancelled,
    )


def page_path(reader: Reader, folder: Path, article: ArticleId, now: datetime) -> str | None:
    """Where in the site’s folder the page of an article is at the moment `now`; None when it is not online."""
    gathered = gather(reader, folder, reader.releases(), now=now, base_url=None, theme=theme_of(folder))
    piece = gathered.survey.pieces.get(article)
    return piece.path if piece else None


def theme_of(folder: Path) -> Theme:
    """The default theme with what the newsroom in `folder` puts in its place."""
    return load_theme(resources() / "themes" / "default", folder / THEME_FOLDER)


def caches_of(newsroom: Newsroom) -> Caches:
    """The caches of a newsroom on this machine."""
    cache = cache_folder(newsroom.id)
    return Caches(BodyCache(cache), Derivatives(cache / "photos"))
