"""What pages show: values that hold all of it, so that a page is a pure function of them.

Every `path` is a site path: from the root of the site, no leading slash, such as `harbour/index.html`. The page
itself makes it relative to its own. Texts are as written; the page sets quotes and escapes them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdesk.model.edition import Edition
from newsdesk.model.ids import PhotoId
from newsdesk.render.body import Body


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as pages show it: pixels of the original as shown, the widths that exist, and its alt text.

    `hash` and `extension` (of the derived files) name the files; `alt` empty means decorative.
    """

    id: PhotoId
    hash: str
    extension: str
    width: int
    height: int
    widths: tuple[int, ...]
    alt: str


Locate = Callable[[Picture, int], str]
"""Where a picture of one of its widths is: a site path, or an address with a scheme (`data:`, `desk:`)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and what is told of it. `credit` is in the house form; `person` and `agency` feed the metadata."""

    picture: Picture
    caption: str
    credit: str
    person: str = ""
    agency: str = ""
    copyright: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to a page of the site."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class EditionLink:
    """The same page in another edition, or in this one (`current`)."""

    language: str
    direction: str
    name: str
    path: str
    current: bool


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages of one edition share.

    `base_url` is empty or ends in `/`. `logo` is a site path or empty; `css` a site path; `editions` lead to the
    front pages and are empty when there is one edition. `zone` is an IANA time zone.
    """

    title: str
    tagline: str
    logo: str
    base_url: str
    zone: str
    edition: Edition
    css: str
    front: str
    feed: str
    sections: tuple[Link, ...]
    editions: tuple[EditionLink, ...]


@dataclass(frozen=True, slots=True)
class Author:
    """One who signs an article: name, as what (may be empty), and the page of that person's articles."""

    name: str
    role: str
    path: str


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list. `picture` is None when it has no lead photo."""

    path: str
    headline: str
    kicker: str
    standfirst: str
    section: Link | None
    date: datetime
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article's page.

    `figures` are the photos in the text by id (an id that is not there is left out of the page); `targets` are the
    pages of linked articles by the reference as written after `article:`; `headlines` those of bare headlines in
    related blocks, by the headline as written. `editions` are the linked translations that are online, this one
    included; empty when there is no other. `updated` is None unless released again after `published`.
    `comments` is the path of the comments page, or empty. `notice` stands on top of deliveries (an embargo).
    """

    site: Site
    path: str
    headline: str
    kicker: str
    standfirst: str
    dateline: str
    bylines: tuple[Author, ...]
    published: datetime | None
    updated: datetime | None
    section: Link | None
    further_sections: tuple[Link, ...]
    topics: tuple[Link, ...]
    lead: Figure | None
    body: Body
    figures: tuple[tuple[str, Figure], ...]
    targets: tuple[tuple[str, Link], ...]
    headlines: tuple[tuple[str, Link], ...]
    editions: tuple[EditionLink, ...]
    more: tuple[Card, ...]
    comments: str = ""
    search_text: str = ""
    social_text: str = ""
    notice: str = ""


class ListKind(StrEnum):
    """What a list of articles is a list of."""

    FRONT = "front"
    SECTION = "section"
    TOPIC = "topic"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class CardGroup:
    """A section on the front page, with its newest articles."""

    section: Link
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """The front page, or the page of a section, topic or person.

    `number` is None on the newest page; older pages count from 1, the oldest. `newer` and `older` are the pages
    beside it, or empty. `groups` are for the front page. `feed` is this list's own feed, or empty. `subtitle` is a
    person's job.
    """

    site: Site
    path: str
    kind: ListKind
    title: str
    subtitle: str
    intro: str
    cards: tuple[Card, ...]
    groups: tuple[CardGroup, ...]
    editions: tuple[EditionLink, ...]
    number: int | None = None
    newer: str = ""
    older: str = ""
    feed: str = ""


@dataclass(frozen=True, slots=True)
class CommentsView:
    """The page beside an article that alone carries the newsroom's comments text, address or HTML snippet."""

    site: Site
    path: str
    article: Link
    text: str


View = ArticleView | ListView | CommentsView
