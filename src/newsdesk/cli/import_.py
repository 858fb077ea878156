"""`newsdesk import`: take in articles from Markdown files."""

from __future__ import annotations

from pathlib import Path

import click

from newsdesk.cli.output import Json, print_json, print_table, say, tell_trouble
from newsdesk.cli.progress_bar import Bar
from newsdesk.cli.surroundings import PLACE, Surroundings, json_option, newsroom_option
from newsdesk.cli.verbs import FAILED
from newsdesk.newsroom import ImportReport, import_files


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=PLACE)
@click.option(
    "--strict", is_flag=True, help="Refuse files that name a section, topic, person or edition not there."
)
@click.option("--update", is_flag=True, help="Change articles whose slug is there, in what the file states.")
@click.option("--no-backup", is_flag=True, help="Make no backup before; one is made before many files or updates.")
@json_option
@newsroom_option
@click.pass_obj
def command(
    surroundings: Surroundings,
    newsroom: Path | None,
    files: tuple[Path, ...],
    strict: bool,
    update: bool,
    no_backup: bool,
    as_json: bool,
) -> None:
    """Take in articles from Markdown files with front matter, and the photos that they name.

    The good files are taken in together, as one step; the others are named with the reason, and the exit code
    is 3.
    """
    with surroundings.named(newsroom).write() as store, Bar() as bar:
        report = import_files(store, files, strict=strict, update=update, backup=not no_backup, progress=bar)
    if as_json:
        print_json(_record(report))
    else:
        print_table([[one.outcome.value, one.id[-6:], one.ref, str(one.file)] for one in report.imported])
    for message in (*report.made, *report.warnings):
        say(message)
    for refused in report.refused:
        tell_trouble(refused.trouble, str(refused.file))
    if report.refused:
        click.get_current_context().exit(FAILED)


def _record(report: ImportReport) -> Json:
    return {
        "imported": [
            {
                "file": str(one.file),
                "id": one.id,
                "ref": one.ref,
                "headline": one.headline,
                "outcome": one.outcome.value,
            }
            for one in report.imported
        ],
        "refused": [
            {"file": str(one.file), "reason": str(one.trouble.what), "way_out": str(one.trouble.way_out)}
            for one in report.refused
        ],
        "made": [str(message) for message in report.made],
        "warnings": [str(message) for message in report.warnings],
    }
