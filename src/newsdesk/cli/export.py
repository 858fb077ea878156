"""`newsdesk export`: write the site, one article to send, or everything as plain files."""

from __future__ import annotations

from pathlib import Path

import click

from newsdesk.cli.surroundings import Surroundings, newsroom_option
from newsdesk.cli.verbs import Verb, Verbs

VERBS = (
    Verb("site", "Write the whole site into a folder.", "newsdesk.cli.export_site"),
    Verb("article", "Write one article to send to somebody.", "newsdesk.cli.export_article"),
    Verb("plain", "Write the whole newsroom as files that any tool can read.", "newsdesk.cli.export_plain"),
)


class Export(Verbs):
    """What can be exported."""

    verbs = VERBS


@click.group("export", cls=Export)
@newsroom_option
@click.pass_context
def command(context: click.Context, newsroom: Path | None) -> None:
    """Write the site, one article to send to somebody, or the newsroom as files that any tool can read."""
    context.obj = context.ensure_object(Surroundings).named(newsroom)
