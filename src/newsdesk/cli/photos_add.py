"""`newsdesk photos add`: take photo files in."""

from __future__ import annotations

from pathlib import Path

import click

from newsdesk.cli.output import Json, print_json, print_table, tell_trouble
from newsdesk.cli.progress_bar import Bar
from newsdesk.cli.records import photo_record
from newsdesk.cli.surroundings import PLACE, Surroundings, json_option, newsroom_option
from newsdesk.cli.verbs import FAILED
from newsdesk.newsroom import Added, add_photos


@click.command("add")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=PLACE)
@json_option
@newsroom_option
@click.pass_obj
def command(surroundings: Surroundings, newsroom: Path | None, files: tuple[Path, ...], as_json: bool) -> None:
    """Take photo files in and print their ids. The same picture is kept once, whatever its files are called.

    The good files are taken in; the others are named with the reason, and the exit code is 3.
    """
    with surroundings.named(newsroom).write() as store:
        with Bar() as bar:
            intake = add_photos(store, files, bar)
        form = store.read.newsroom().credit_form
    if as_json:
        print_json([_record(one, form) for one in intake.added])
    else:
        print_table([_cells(one) for one in intake.added])
    for refused in intake.refused:
        tell_trouble(refused.trouble, str(refused.file))
    if intake.refused:
        click.get_current_context().exit(FAILED)


def _record(one: Added, credit_form: str) -> dict[str, Json]:
    return {"file": str(one.file), "known": one.known, **photo_record(one.photo, credit_form)}


def _cells(one: Added) -> list[str]:
    photo = one.photo
    return [
        f"photo:{photo.id}",
        "known" if one.known else "new",
        f"{photo.width} × {photo.height}",
        str(one.file),
    ]
