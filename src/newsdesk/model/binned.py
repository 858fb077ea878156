"""The bin: articles that were deleted and can be put back for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from newsdesk.model.ids import ArticleId, EditionId, RevisionId

KEPT = timedelta(days=30)
"""How long an article stays in the bin."""


@dataclass(frozen=True, slots=True)
class Binned:
    """A deleted article. `id` is the article's, `revision` holds it as it was; `deleted` is UTC."""

    id: ArticleId
    edition: EditionId
    headline: str
    deleted: datetime
    author: str
    revision: RevisionId
