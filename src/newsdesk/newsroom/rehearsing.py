"""What publishing articles and exporting the site would do, told exactly and without doing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from newsdesk.model.ids import ArticleId
from newsdesk.newsroom.exporting import export_site
from newsdesk.newsroom.progress import Progress, silent
from newsdesk.newsroom.publishing import plans_for, release_all
from newsdesk.publish import Report
from newsdesk.store import Store


def rehearse(
    store: Store,
    folder: Path,
    out: Path | None,
    ids: Sequence[ArticleId],
    *,
    now: datetime,
    at: datetime | None = None,
    base_url: str | None = None,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """What an export into `out` would do if these articles were published before it; nothing is written.

    Without `out` it is as into an empty folder. Nobody can write to the newsroom meanwhile. Raises `Trouble` as
    publishing and exporting do.
    """
    if out is None:
        with TemporaryDirectory(prefix="newsdesk-") as empty:
            site = Path(empty) / "site"
            return rehearse(
                store, folder, site, ids, now=now, at=at, base_url=base_url, progress=progress, cancelled=cancelled
            )
    plans = plans_for(store.read, ids, now, at)

    def look() -> Report:
        return export_site(
            store.read,
            folder,
            out,
            now=now,
            base_url=base_url,
            dry_run=True,
            progress=progress,
            cancelled=cancelled,
        )

    # Without a release there is nothing to take back, and it works where nothing can be written.
    return store.rehearse(lambda: release_all(store, plans), look) if plans else look()
