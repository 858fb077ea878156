"""Making a newsroom."""

from __future__ import annotations

from pathlib import Path

from newsdesk.model.ids import Clock, Ids, NewsroomId
from newsdesk.model.newsroom import Newsroom
from newsdesk.newsroom.editions import new_edition
from newsdesk.store import Store, create_store


def create_newsroom(
    folder: Path, *, title: str, language: str, zone: str, clock: Clock, ids: Ids, author: str
) -> Store:
    """Make a newsroom with one edition in a new or empty folder, and open it for writing.

    `language` is a BCP 47 tag, `zone` an IANA time zone. Raises `Trouble` when the folder or the language will
    not do.
    """
    edition = new_edition(language, ids)
    newsroom = Newsroom(NewsroomId(ids()), title, edition.id, zone=zone)
    return create_store(folder, newsroom, [edition], clock=clock, ids=ids, author=author)
