"""The working copy as it would be previewed, with text that is not saved yet."""

from __future__ import annotations

from itertools import count

from newsdesk.model.article import Article
from newsdesk.model.revision import Snapshot
from newsdesk.newsroom.placing import photos_in, with_inline
from newsdesk.store import Reader


def preview_snapshot(reader: Reader, article: Article) -> Snapshot:
    """The article as it is given, with placements that follow its text as they would if it were saved now."""
    numbers = count(1)
    photos = photos_in(reader, article.body)
    placements = with_inline(
        reader.placements(article.id), article.id, photos, {}, lambda: f"unsaved-{next(numbers)}"
    )
    return Snapshot(article, placements)
