"""`newsdesk set`: set fields of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

import click

from newsdesk.cli.output import say
from newsdesk.cli.surroundings import TEXT, Surroundings, newsroom_option
from newsdesk.i18n import N_, message
from newsdesk.newsroom import FIELDS, find_article, set_fields

_ALIASES = {
    "title": "headline",
    "deck": "standfirst",
    "subtitle": "standfirst",
    "summary": "standfirst",
    "text": "body",
    "author": "byline",
    "authors": "byline",
    "tags": "topics",
    "edition": "language",
}
"""What other desks call a field, and our name for it."""


@click.command("set", epilog=f"Fields: {', '.join(FIELDS)}.")
@click.argument("ref", type=TEXT)
@click.argument("assignments", type=TEXT, metavar="FIELD=VALUE...", nargs=-1, required=True)
@newsroom_option
@click.pass_obj
def command(surroundings: Surroundings, newsroom: Path | None, ref: str, assignments: tuple[str, ...]) -> None:
    """Set fields of the article REF, all of them or none. An empty value clears a field.

    Lists have commas between their items; a byline may be “Name (role)”. Times are the newsroom’s unless they
    name an offset.
    """
    values = dict(assignment(text, FIELDS, "field", _ALIASES) for text in assignments)
    with surroundings.named(newsroom).write() as store:
        article = set_fields(store, find_article(store.read, ref), values)
    say(
        message(
            N_("Changed {fields} of “{name}”."), fields=", ".join(values), name=article.headline or article.slug
        )
    )


def assignment(
    text: str, names: Iterable[str], kind: str, aliases: Mapping[str, str] = MappingProxyType({})
) -> tuple[str, str]:
    """The name and the value in `NAME=VALUE`; wrong use when the name is none of `names`, which are of a `kind`.

    `aliases` are words that others use, and the names that are meant.
    """
    known = list(names)
    name, equals, value = text.partition("=")
    if not equals:
        raise click.BadParameter(f"“{text}” is not NAME=VALUE.")
    if name not in known:
        near = [aliases[name]] if name in aliases else get_close_matches(name, known, 3)
        meant = f" Perhaps you mean: {', '.join(near)}." if near else ""
        raise click.BadParameter(f"There is no {kind} “{name}”.{meant}")
    return name, value
