"""`newsdesk export plain`: write the whole newsroom as files that any tool can read."""

from __future__ import annotations

from pathlib import Path

import click

from newsdesk.cli.output import print_data, say
from newsdesk.cli.progress_bar import Bar
from newsdesk.cli.surroundings import PLACE, Surroundings, newsroom_option
from newsdesk.i18n import N_, message
from newsdesk.newsroom.plain_copy import write_plain_copy


@click.command("plain")
@click.argument("out", type=PLACE)
@newsroom_option
@click.pass_obj
def command(surroundings: Surroundings, newsroom: Path | None, out: Path) -> None:
    """Write the whole newsroom into the folder OUT: articles as Markdown, the rest as YAML, photos as they came.

    OUT is new, empty, or an older plain copy that nobody has changed. `newsdesk restore` reads it back.
    """
    meant = surroundings.named(newsroom)
    with meant.read() as reader, Bar() as bar:
        copied = write_plain_copy(reader, meant.folder(), out, progress=bar)
    written = message(
        N_("1 article and its photos are in {folder}.")
        if copied.articles == 1
        else N_("{articles} articles and {photos} photos are in {folder}."),
        articles=copied.articles,
        photos=copied.photos,
        folder=str(copied.folder),
    )
    print_data(str(written))
    for remark in copied.remarks:
        say(remark)
