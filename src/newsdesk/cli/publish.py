"""`newsdesk publish`: release an article to readers."""

from __future__ import annotations

from pathlib import Path

import click

from newsdesk.cli.output import say
from newsdesk.cli.surroundings import TEXT, Surroundings, newsroom_option
from newsdesk.exchange import write_moment
from newsdesk.i18n import N_, message
from newsdesk.newsroom import find_article, moment_of, publish, zone_of


@click.command("publish")
@click.argument("ref", type=TEXT)
@click.option("--at", type=TEXT, metavar="TIME", help="The date of its page; in the future, not before then.")
@newsroom_option
@click.pass_obj
def command(surroundings: Surroundings, newsroom: Path | None, ref: str, at: str | None) -> None:
    """Release the article REF as it stands: the next export of the site shows this version.

    TIME is such as 2026-03-21 or “2026-03-21 10:30”, in the newsroom's time zone unless it names an offset.
    """
    if at is not None and not at.strip():
        raise click.BadParameter("It is empty.", param_hint="--at")
    with surroundings.named(newsroom).write() as store:
        zone = zone_of(store.read.newsroom())
        done = publish(store, find_article(store.read, ref), moment_of(at or "", zone))
    name = done.article.headline
    if not done.fresh:
        say(message(N_("“{name}”: readers have this version already."), name=name))
    elif done.opens:
        later = N_("“{name}” is released, but not before {time}. Nothing happens by itself: export the site then.")
        say(message(later, name=name, time=write_moment(done.opens, zone)))
    else:
        say(message(N_("“{name}” is released. Export the site to put it online."), name=name))
