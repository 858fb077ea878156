"""`newsdesk unpublish`: take an article back from readers."""

from __future__ import annotations

from pathlib import Path

import click

from newsdesk.cli.output import say
from newsdesk.cli.surroundings import TEXT, Surroundings, newsroom_option
from newsdesk.i18n import N_, message
from newsdesk.newsroom import find_article, unpublish


@click.command("unpublish")
@click.argument("ref", type=TEXT)
@newsroom_option
@click.pass_obj
def command(surroundings: Surroundings, newsroom: Path | None, ref: str) -> None:
    """Take the article REF back from readers: the next export of the site removes its page."""
    with surroundings.named(newsroom).write() as store:
        article = unpublish(store, find_article(store.read, ref))
    say(
        message(
            N_("“{name}” is taken back; its status is {status}. Export the site to remove its page."),
            name=article.headline or article.slug,
            status=article.status.value,
        )
    )
