"""`newsdesk restore`: bring a newsroom back from a backup."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import click

from newsdesk.backups import Restored
from newsdesk.cli.output import print_data, say
from newsdesk.cli.progress_bar import Bar
from newsdesk.cli.records import local_minute
from newsdesk.cli.surroundings import PLACE
from newsdesk.i18n import N_, message
from newsdesk.newsroom import now, remember_newsroom, restore, restore_over, system_zone
from newsdesk.paths import state_folder


@click.command("restore")
@click.argument("file", type=PLACE)
@click.argument("folder", type=PLACE)
@click.option("--over", is_flag=True, help="Bring the newsroom in FOLDER back to this state of it.")
def command(file: Path, folder: Path, over: bool) -> None:
    """Bring a newsroom back from the backup FILE into FOLDER, which is new or empty.

    All of the backup is checked before anything is in FOLDER. With --over, the newsroom there is backed up before
    and its files are set aside.
    """
    with Bar() as bar:
        if over:
            restored = restore_over(file, folder, state=state_folder(), clock=now, progress=bar)
        else:
            restored = restore(file, folder, progress=bar)
    remember_newsroom(folder, state_folder())
    _tell(restored)


def _tell(restored: Restored) -> None:
    backup = restored.backup
    print_data(str(restored.folder))
    say(
        message(
            N_("“{title}” is back as it was at {time}: {articles} articles, {photos} photos, in {seconds} s."),
            title=backup.contents.title,
            time=local_minute(backup.made, ZoneInfo(system_zone())),
            articles=backup.contents.articles,
            photos=len(backup.contents.photos) - len(restored.missing),
            seconds=f"{restored.seconds:.1f}",
        )
    )
    if restored.before is not None:
        say(message(N_("The state before is in {file}."), file=str(restored.before.file)))
    if restored.aside is not None:
        say(message(N_("The files before lie in {folder}."), folder=str(restored.aside)))
    for name in restored.missing:
        say(message(N_("The original of the photo “{name}” is not in this backup, or is damaged."), name=name))
