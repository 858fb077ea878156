"""`newsdesk settings`: show or change what shapes every page and the desk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from newsdesk.cli.output import Json, print_json, print_table, say
from newsdesk.cli.set import assignment
from newsdesk.cli.surroundings import TEXT, Surroundings, json_option, newsroom_option
from newsdesk.i18n import N_, message
from newsdesk.model.newsroom import Newsroom
from newsdesk.newsroom import SETTINGS, set_newsroom


@click.command("settings", epilog=f"Settings: {', '.join(SETTINGS)}.")
@click.argument("assignments", type=TEXT, metavar="[SETTING=VALUE]...", nargs=-1)
@json_option
@newsroom_option
@click.pass_obj
def command(
    surroundings: Surroundings, newsroom: Path | None, assignments: tuple[str, ...], as_json: bool
) -> None:
    """Show the newsroom’s settings, or change some: all or none. An empty value brings the default back."""
    here = surroundings.named(newsroom)
    if assignments:
        values = dict(assignment(text, SETTINGS, "setting") for text in assignments)
        with here.write() as store:
            changed = set_newsroom(store, values)
        say(message(N_("Changed {fields} of the newsroom."), fields=", ".join(values)))
        if changed.comments and not changed.comments_text and values.keys() & {"comments", "comments_text"}:
            say(message(N_("No comments page is made until comments_text is set: it is what stands on the page.")))
        return
    with here.read() as reader:
        record = _record(reader.newsroom())
    if as_json:
        print_json(record)
    else:
        print_table([(name, _shown(value)) for name, value in record.items()])


def _record(newsroom: Newsroom) -> Mapping[str, Json]:
    return {name: getattr(newsroom, name) for name in SETTINGS}


def _shown(value: Json) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value).replace("\n", " / ")
