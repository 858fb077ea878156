"""The newsroom itself: what shapes every page and the desk."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.model.ids import EditionId, NewsroomId

DEFAULT_ADDRESS = "{section}/{year}/{month}/{slug}"
DEFAULT_ACCENT = "#1f5eb8"
DEFAULT_CREDIT_FORM = "[{person}//{agency}/{distributor}]"


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The settings of one newsroom; there is one record of it in each store.

    `main_edition` is the edition without an address prefix. `zone` is an IANA time zone; `base_url` is empty or
    absolute and ends in `/`; `address` is a pattern with the places {section} {year} {month} {day} {slug};
    `credit_form` is read by `model.credit`; `comments` says whether articles have a comments page unless they say
    otherwise, and `comments_text` is that page's text, address or HTML snippet. `logo` is a file name in the
    newsroom's `theme` folder, or empty.
    """

    id: NewsroomId
    title: str
    main_edition: EditionId
    tagline: str = ""
    logo: str = ""
    accent: str = DEFAULT_ACCENT
    zone: str = "UTC"
    base_url: str = ""
    address: str = DEFAULT_ADDRESS
    credit_form: str = DEFAULT_CREDIT_FORM
    comments: bool = False
    comments_text: str = ""
