"""`newsdesk open`: open the window."""

from __future__ import annotations

from pathlib import Path

import click

from newsdesk.cli.surroundings import PLACE, Surroundings, newsroom_option


@click.command("open")
@click.argument("folder", type=PLACE, required=False)
@click.option("--picture", type=PLACE, metavar="FILE", help="Save a picture of the window as PNG, and end.")
@newsroom_option
@click.pass_context
def command(context: click.Context, folder: Path | None, newsroom: Path | None, picture: Path | None) -> None:
    """Open the window on the newsroom in FOLDER, or on the one that is meant."""
    surroundings: Surroundings = context.obj.named(newsroom)
    if surroundings.open_window is None:
        raise click.UsageError("There is no window here.")
    context.exit(surroundings.open_window(folder or surroundings.newsroom, picture))
