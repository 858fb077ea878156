"""The versions of an article: listed, compared, and kept under a name."""

from __future__ import annotations

from newsdesk.comparing import Comparison
from newsdesk.model.ids import ArticleId, RevisionId
from newsdesk.model.revision import Revision
from newsdesk.newsroom.history_records import Version
from newsdesk.store import Reader, Store


def versions(
    reader: Reader, article: ArticleId, limit: int | None = None, after: RevisionId | None = None
) -> list[Version]:
    """The versions of an article, the last kept first: at most `limit`, those kept before `after`."""
    raise NotImplementedError(reader, article, limit, after)


def compare_versions(
    reader: Reader, article: ArticleId, before: RevisionId | None, after: RevisionId | None
) -> Comparison:
    """Two versions of an article side by side; None is the working copy as stored. Raises `Trouble` if one is gone."""
    raise NotImplementedError(reader, article, before, after)


def keep_version(store: Store, id: ArticleId, name: str) -> Revision:
    """Keep the article as it stands under a name, such as “filed v1”. Raises `Trouble` when it is gone."""
    raise NotImplementedError(store, id, name)
