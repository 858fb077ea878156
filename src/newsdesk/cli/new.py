"""`newsdesk new`: make a newsroom."""

from __future__ import annotations

from pathlib import Path

import click

from newsdesk.cli.output import say, tell_trouble
from newsdesk.cli.progress_bar import Bar
from newsdesk.cli.surroundings import PLACE, TEXT
from newsdesk.cli.verbs import FAILED
from newsdesk.i18n import N_, message
from newsdesk.model.ids import id_maker
from newsdesk.newsroom import (
    author_name,
    create_newsroom,
    forgetting_warning,
    now,
    place_warning,
    remember_newsroom,
    system_zone,
)
from newsdesk.paths import config_folder, state_folder


@click.command("new")
@click.argument("folder", type=PLACE)
@click.option(
    "--title", type=TEXT, metavar="T", default="", help="What the newsroom is called; otherwise as its folder is."
)
@click.option(
    "--language",
    type=TEXT,
    metavar="TAG",
    default="",
    help="The language of the main edition: en, es, pt-BR, ar …",
)
@click.option("--sample", is_flag=True, help="Fill it with the sample articles.")
@click.option("--anyway", is_flag=True, help="Make it even on a network share or in a synced folder.")
@click.pass_context
def command(context: click.Context, folder: Path, title: str, language: str, sample: bool, anyway: bool) -> None:
    """Make a newsroom in FOLDER, which is new or empty. It is in English unless --language says otherwise."""
    warning = place_warning(folder)
    if warning is not None:
        tell_trouble(warning)
        if not anyway:
            say(message(N_("  To make it there all the same, add --anyway.")))
            context.exit(FAILED)
    if sample:
        from newsdesk.newsroom import create_sample

        with Bar() as bar:
            store = create_sample(
                folder,
                title=title,
                language=language,
                clock=now,
                ids=id_maker(now),
                author=author_name(),
                progress=bar,
            )
    else:
        store = create_newsroom(
            folder,
            title=title or click.format_filename(folder.absolute(), shorten=True),
            language=language or "en",
            zone=system_zone(),
            clock=now,
            ids=id_maker(now),
            author=author_name(),
        )
    with store:
        newsroom, count = store.read.newsroom(), sum(store.read.counts().values())
    remember_newsroom(folder, state_folder())
    forgetting = forgetting_warning([config_folder(), state_folder()])
    if forgetting is not None:
        tell_trouble(forgetting)
    say(
        message(
            N_("“{title}” is ready in {folder}, with {count} articles.")
            if count
            else N_("“{title}” is ready in {folder}."),
            title=newsroom.title,
            folder=str(folder),
            count=count,
        )
    )
