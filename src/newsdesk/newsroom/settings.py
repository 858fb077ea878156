"""Setting what shapes every page and the desk: the fields of the newsroom, by name, as one step."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.newsroom import DEFAULT_ACCENT, DEFAULT_ADDRESS, DEFAULT_CREDIT_FORM, Newsroom
from newsdesk.store import Store

ADDRESS_PLACES = frozenset({"section", "year", "month", "day", "slug"})
CREDIT_PLACES = frozenset({"person", "agency", "distributor"})

Setter = Callable[[Newsroom, str], Newsroom]
"""Puts a written value into the newsroom. Raises `Trouble` when the value is none for its field."""


def set_newsroom(store: Store, values: Mapping[str, str]) -> Newsroom:
    """Set fields of `SETTINGS` by name from text, all of them or none; an empty text brings the default back."""
    newsroom = store.read.newsroom()
    for name, value in values.items():
        newsroom = SETTINGS[name](newsroom, value.strip())
    with store.step(message(N_("Change the newsroom’s {fields}"), fields=", ".join(values))):
        store.put(newsroom)
    return newsroom


def _title(newsroom: Newsroom, value: str) -> Newsroom:
    if not value:
        raise Trouble(N_("A newsroom needs a title."), way_out=N_("Write the name that readers see."))
    return replace(newsroom, title=value)


def _tagline(newsroom: Newsroom, value: str) -> Newsroom:
    return replace(newsroom, tagline=value)


def _logo(newsroom: Newsroom, value: str) -> Newsroom:
    if "/" in value or "\\" in value or value.startswith("."):
        raise Trouble(
            N_("“{value}” is not the name of a file in the newsroom’s theme folder."),
            way_out=N_("Put the logo into the folder “theme” of the newsroom and give its name alone."),
            value=value,
        )
    return replace(newsroom, logo=value)


def _accent(newsroom: Newsroom, value: str) -> Newsroom:
    if value and not re.fullmatch("#[0-9a-fA-F]{6}", value):
        raise Trouble(
            N_("“{value}” is not a colour."),
            way_out=N_("Write it as {example}."),
            value=value,
            example=DEFAULT_ACCENT,
        )
    return replace(newsroom, accent=value.lower() or DEFAULT_ACCENT)


def _zone(newsroom: Newsroom, value: str) -> Newsroom:
    try:
        zone = ZoneInfo(value or "UTC").key
    except (KeyError, ValueError, OSError) as error:  # what ZoneInfo was seen to raise for unknown and odd names
        raise Trouble(
            N_("“{value}” is not a time zone."),
            way_out=N_("Write it as region and city, such as Europe/Lisbon."),
            value=value,
        ) from error
    return replace(newsroom, zone=zone)


def _base_url(newsroom: Newsroom, value: str) -> Newsroom:
    return replace(newsroom, base_url=checked_base_url(value) if value else "")


def checked_base_url(value: str) -> str:
    """The address of a site with a slash at its end. Raises `Trouble` when it is none."""
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
    except ValueError:
        good = False
    if not good or not value.isprintable() or " " in value:
        raise Trouble(
            N_("“{value}” is not the address of a site."),
            way_out=N_("Write it as https://example.org/."),
            value=value,
        )
    return value.rstrip("/") + "/"


def _address(newsroom: Newsroom, value: str) -> Newsroom:
    pattern = value or DEFAULT_ADDRESS
    if "slug" not in _places(pattern, ADDRESS_PLACES):
        raise Trouble(
            N_("The address pattern “{value}” has no place for the slug: all articles would have one address."),
            way_out=N_("Write it as {example}."),
            value=value,
            example=DEFAULT_ADDRESS,
        )
    return replace(newsroom, address=pattern)


def _credit_form(newsroom: Newsroom, value: str) -> Newsroom:
    form = value or DEFAULT_CREDIT_FORM
    if "person" not in _places(form, CREDIT_PLACES):
        raise Trouble(
            N_("The credit form “{value}” has no place for the person."),
            way_out=N_("Write it as {example}."),
            value=value,
            example=DEFAULT_CREDIT_FORM,
        )
    return replace(newsroom, credit_form=form)


def _comments(newsroom: Newsroom, value: str) -> Newsroom:
    meant = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False, "": False}
    if value.lower() not in meant:
        raise Trouble(
            N_("“{value}” does not say whether there are comments."), way_out=N_("Write on or off."), value=value
        )
    return replace(newsroom, comments=meant[value.lower()])


def _comments_text(newsroom: Newsroom, value: str) -> Newsroom:
    return replace(newsroom, comments_text=value)


def _places(pattern: str, known: frozenset[str]) -> set[str]:
    """The names in braces; raises `Trouble` when there is one that means nothing or a brace that stands alone."""
    try:
        places = [place[1:] for place in string.Formatter().parse(pattern) if place[1] is not None]
        found = {str(name) if (form, conversion) == ("", None) else pattern for name, form, conversion in places}
    except ValueError:
        found = {pattern}
    if not found <= known:
        raise Trouble(
            N_("“{value}” has a place in braces that means nothing here."),
            way_out=N_("The places are {places}."),
            value=pattern,
            places=", ".join(f"{{{name}}}" for name in sorted(known)),
        )
    return found


SETTINGS: Mapping[str, Setter] = {
    "title": _title,
    "tagline": _tagline,
    "logo": _logo,
    "accent": _accent,
    "zone": _zone,
    "base_url": _base_url,
    "address": _address,
    "credit_form": _credit_form,
    "comments": _comments,
    "comments_text": _comments_text,
}
"""What a person may set of a newsroom, by the names of its fields."""
