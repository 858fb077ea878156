"""`newsdesk photos`: the photo library."""

from __future__ import annotations

from pathlib import Path

import click

from newsdesk.cli.surroundings import Surroundings, newsroom_option
from newsdesk.cli.verbs import Verb, Verbs

VERBS = (Verb("add", "Take photo files in.", "newsdesk.cli.photos_add"),)


class Photos(Verbs):
    """What can be done with photos."""

    verbs = VERBS


@click.group("photos", cls=Photos)
@newsroom_option
@click.pass_context
def command(context: click.Context, newsroom: Path | None) -> None:
    """Add photos to the newsroom."""
    context.obj = context.ensure_object(Surroundings).named(newsroom)
