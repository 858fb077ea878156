"""A revision: an article as it stood at one moment, for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, RevisionId
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement


class Reason(StrEnum):
    """Why a revision was kept."""

    RELEASE = "release"
    IMPORT = "import"
    NAMED = "named"
    REPLACED = "replaced"
    AUTOMATIC = "automatic"
    STATUS = "status"
    SENT = "sent"
    RESTORED = "restored"
    RESCUED = "rescued"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a revision freezes: the article with its placements, which refer to all else by id.

    `photos` are the placed photos as they were described then, by id, for whoever compares: what readers get of a
    photo is read live. The store fills them in when it keeps a revision; old ones have none.
    """

    article: Article
    placements: tuple[Placement, ...]
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision: whose, when, by whom and why. `hash` names its content, which is stored once."""

    id: RevisionId
    article: ArticleId
    created: datetime
    author: str
    reason: Reason
    hash: str
    name: str = ""
