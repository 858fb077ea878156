"""`newsdesk set`: set fields of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

import click

from newsdesk.cli.output import say
from newsdesk.cli.surroundings import TEXT, Surroundings, newsroom_option
from newsdesk.i18n import N_, Message, message
from newsdesk.model.article import Article, Status
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.workflow import TAKEN_BACK
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
        before = find_article(store.read, ref)
        article = set_fields(store, before, values)
        settings = store.read.newsroom()
    say(
        message(
            N_("Changed {fields} of “{name}”."), fields=", ".join(values), name=article.headline or article.slug
        )
    )
    for text in _consequences(before, article, settings):
        say(text)


def _consequences(before: Article, after: Article, newsroom: Newsroom) -> Iterator[Message]:
    """What a change means for readers, where a person may think otherwise."""
    name = after.headline or after.slug
    if before.released_revision and after.status is not before.status:
        yield message(_for_readers(before.status, after.status), name=name)
    if after.released_revision and (before.embargo, before.not_before) != (after.embargo, after.not_before):
        text = N_("“{name}”: the new time counts once it is published again; status=held hides its page.")
        yield message(text, name=name)
    if after.comments and after.comments != before.comments and not newsroom.comments_text:
        yield message(N_("No comments page is made until comments_text is set: newsdesk settings comments_text=…"))


def _for_readers(before: Status, after: Status) -> str:
    """What becomes of the released version of an article whose status was set."""
    if after in TAKEN_BACK:
        return N_("“{name}”: its release is ended; the next export takes its page off the site.")
    if after is Status.HELD:
        return N_("“{name}”: the next export takes its page off the site.")
    if before is Status.HELD:
        return N_("“{name}”: the next export shows the released version again; newsdesk unpublish takes it back.")
    return N_("“{name}”: readers still have the released version; newsdesk unpublish takes it back.")


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
