"""What the history of an article tells: its versions, and what came back with one of them."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.i18n import Message
from newsdesk.model.article import Article
from newsdesk.model.revision import Revision


@dataclass(frozen=True, slots=True)
class Version:
    """One kept version, and in words what changed in it since the version before."""

    revision: Revision
    words: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """An article after something was brought back, and in words what could not come back with it."""

    article: Article
    left_out: tuple[Message, ...] = ()
