"""`newsdesk publish`: release an article to readers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from newsdesk.cli.output import say
from newsdesk.cli.surroundings import TEXT, Surroundings, newsroom_option
from newsdesk.exchange import write_moment
from newsdesk.i18n import N_, Message, message
from newsdesk.newsroom import Published, find_article, moment_of, publish, zone_of

_NOW = "now"
"""The word for the present moment."""


@click.command("publish")
@click.argument("ref", type=TEXT)
@click.option(
    "--at",
    type=TEXT,
    metavar="TIME",
    help="The date of its page: “now”, or a time; in the future, not before then.",
)
@newsroom_option
@click.pass_obj
def command(surroundings: Surroundings, newsroom: Path | None, ref: str, at: str | None) -> None:
    """Release the article REF as it stands: the next export of the site shows this version.

    TIME is such as 2026-03-21 or “2026-03-21 10:30”, in the newsroom’s time zone unless it names an offset. An
    article that waits for a time to come is put out at once with --at now.
    """
    if at is not None and not at.strip():
        raise click.BadParameter("It is empty.", param_hint="--at")
    with surroundings.named(newsroom).write() as store:
        zone = zone_of(store.read.newsroom())
        at_once = at is not None and at.strip().lower() == _NOW
        moment = store.clock() if at_once else moment_of(at or "", zone)
        done = publish(store, find_article(store.read, ref), moment)
    for text in _told(done, ref, zone):
        say(text)


def _told(done: Published, ref: str, zone: ZoneInfo) -> Iterator[Message]:
    """What became of the article, and how to go on."""
    name, opens = done.article.headline, done.opens
    if opens is None:
        now = N_("“{name}” is released. Export the site to put it online.")
        same = N_("“{name}”: readers have this version already.")
        yield message(now if done.fresh else same, name=name)
        return
    later = N_("“{name}” is released, but not before {time}. Nothing happens by itself: export the site then.")
    same = N_("“{name}”: this version is released already, but not before {time}. Export the site then.")
    yield message(later if done.fresh else same, name=name, time=write_moment(opens, zone))
    if done.leaves:
        yield message(N_("Its page leaves the site until then, with the next export."))
    if opens != done.article.embargo:
        yield message(N_("To put it out now: newsdesk publish {ref} --at now"), ref=ref)
