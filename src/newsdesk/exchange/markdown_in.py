"""Reads an article from Markdown with YAML front matter; docs/import.md describes the format."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import tzinfo
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.exchange.front_matter import Fields, split
from newsdesk.exchange.manuscript import Manuscript
from newsdesk.exchange.text_file import read_text
from newsdesk.i18n import N_
from newsdesk.model.article import Status

_TITLE = re.compile(r"\s*#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n+|\Z)")


def read_markdown(path: Path, zone: tzinfo) -> Manuscript:
    """What the file states. Times without an offset are local times of `zone`.

    Raises `Trouble` naming the file, and the line where there is one, when it cannot be understood in full.
    """
    return manuscript_of(read_text(path), path, zone)


def manuscript_of(text: str, path: Path, zone: tzinfo) -> Manuscript:
    """What a text states that was read from `path` and has `\\n` at the end of lines."""
    source = str(path)
    parts = split(text, source)
    manuscript = _stated(Fields(parts.head or "", source, zone), path, source)
    body = parts.body
    if parts.head is not None:
        body = body.removeprefix("\n")
    body = body.removesuffix("\n")
    title = _TITLE.match(body) if "headline" not in manuscript.stated else None
    if title:
        headline, body = title["title"], body[title.end() :]
        manuscript = replace(manuscript, headline=headline, stated=manuscript.stated | {"headline"})
    return replace(manuscript, body=body)


def _stated(fields: Fields, path: Path, source: str) -> Manuscript:
    headline, title = fields.text("headline"), fields.text("title")
    if {"headline", "title"} <= fields.stated:
        raise Trouble(
            N_("“{file}” has both “headline” and “title”."),
            way_out=N_("Keep one of them: both name the headline."),
            file=source,
        )
    manuscript = Manuscript(
        source=path,
        language=fields.text("language").strip(),
        story=fields.text("story").strip(),
        kicker=fields.text("kicker"),
        headline=headline or title,
        standfirst=fields.text("standfirst"),
        slug=fields.text("slug").strip(),
        section=fields.text("section").strip(),
        further_sections=fields.texts("further_sections"),
        topics=fields.texts("topics"),
        byline=fields.signatures("byline"),
        dateline=fields.text("dateline"),
        date=fields.moment("date"),
        updated=fields.moment("updated"),
        status=fields.choice("status", Status),
        lead=fields.picture("lead"),
        photos=fields.pictures("photos"),
        assignee=fields.text("assignee").strip(),
        deadline=fields.moment("deadline"),
        length_target=fields.number("length_target"),
        outlet_note=fields.text("outlet_note"),
        published_url=fields.text("published_url"),
        search_text=fields.text("search_text"),
        social_text=fields.text("social_text"),
        comments=fields.flag("comments"),
        not_before=fields.moment("not_before"),
        embargo=fields.moment("embargo"),
        created=fields.moment("created"),
    )
    stated = {"headline" if key == "title" else key for key in fields.stated}
    return replace(manuscript, stated=frozenset(stated), front_matter=fields.rest())
