"""An article as a file states it: names instead of ids, paths instead of photos."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsdesk.model.article import Status


@dataclass(frozen=True, slots=True)
class Signature:
    """A name that signs an article, and as what (empty: as its writer)."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo that a file names: a path relative to the file, or `photo:ID`, and what is said of it there.

    `credit` is a credit line as it was printed. `alt` and `caption` are for this use.
    """

    photo: str
    caption: str = ""
    credit: str = ""
    alt: str = ""
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What one Markdown file says of an article. Times are UTC.

    `stated` are the keys that the file has, under the names of these fields; the others have their defaults.
    `photos` says more of the photos in the body. `front_matter` is YAML: the keys that we have no field for.
    """

    source: Path
    stated: frozenset[str] = frozenset()
    language: str = ""
    story: str = ""
    kicker: str = ""
    headline: str = ""
    standfirst: str = ""
    body: str = ""
    slug: str = ""
    section: str = ""
    further_sections: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    byline: tuple[Signature, ...] = ()
    dateline: str = ""
    date: datetime | None = None
    updated: datetime | None = None
    status: Status | None = None
    lead: Picture | None = None
    photos: tuple[Picture, ...] = ()
    assignee: str = ""
    deadline: datetime | None = None
    length_target: int | None = None
    outlet_note: str = ""
    published_url: str = ""
    search_text: str = ""
    social_text: str = ""
    comments: bool | None = None
    not_before: datetime | None = None
    embargo: datetime | None = None
    created: datetime | None = None
    front_matter: str = ""
