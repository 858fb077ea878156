"""`newsdesk restore`: bring a newsroom back from a backup or a plain copy."""

from __future__ import annotations

from pathlib import Path

import click

from newsdesk.backups import Restored
from newsdesk.cli.output import print_data, say
from newsdesk.cli.progress_bar import Bar
from newsdesk.cli.records import local_minute
from newsdesk.cli.surroundings import PLACE, tell_of_place
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.ids import id_maker
from newsdesk.newsroom import author_name, now, remember_newsroom, zone_in
from newsdesk.newsroom.backing_up import Origin, newest_backup_below, origin_of, restore, restore_over
from newsdesk.newsroom.plain_copy import read_plain_copy
from newsdesk.paths import state_folder
from newsdesk.store import FILE_NAME


@click.command("restore")
@click.argument("file", type=PLACE)
@click.argument("folder", type=PLACE)
@click.option("--over", is_flag=True, help="Bring the newsroom in FOLDER back to this state of it.")
def command(file: Path, folder: Path, over: bool) -> None:
    """Bring a newsroom back from the backup FILE into FOLDER, which is new or empty.

    All of the backup is checked before anything is in FOLDER. With --over, the newsroom there is backed up before
    and its files are set aside. FILE may also be the folder of a plain copy.
    """
    # What was lost comes back wherever it is wanted: here it is said, and not refused.
    tell_of_place(folder)
    if file.is_dir():
        _refuse_room(file, folder, over)
        if over:
            raise click.UsageError("A plain copy is read into a new or empty folder, and not with --over.")
        _read_plain(file, folder)
        return
    if not over and (folder / FILE_NAME).is_file():
        raise Trouble(
            N_("There is a newsroom in {folder} already."),
            N_("Choose an empty folder, or bring that newsroom back: newsdesk restore --over {file} {folder}"),
            folder=str(folder),
            file=str(file),
        )
    with Bar() as bar:
        if over:
            restored = restore_over(file, folder, state=state_folder(), clock=now, progress=bar)
        else:
            restored = restore(file, folder, progress=bar)
    remember_newsroom(folder, state_folder())
    _tell(restored)
    if over:
        _tell_of_origin(origin_of(restored.backup, folder, state_folder()))


def _refuse_room(file: Path, folder: Path, over: bool) -> None:
    """Refuse a folder of backups, and name the newest one in it: only a person knows that it is the one."""
    newest = newest_backup_below(file)
    if newest is None:
        return
    command = N_("newsdesk restore --over {file} {folder}") if over else N_("newsdesk restore {file} {folder}")
    raise Trouble(
        N_("{place} is a folder of backups. The newest one in it is {file}, of “{title}”."),
        N_("To bring that one back: {command}"),
        place=str(file),
        file=str(newest.file),
        title=newest.contents.title,
        command=str(message(command, file=str(newest.file), folder=str(folder))),
    )


def _tell_of_origin(origin: Origin) -> None:
    """Say that a backup is of another folder, if it is: a copy of the newsroom may hold other text."""
    if origin.own:
        return
    if origin.folder is None:
        say(message(N_("It was made in another folder; what was changed here since is not in it.")))
        return
    say(
        message(
            N_("It was made in another folder, {folder}; what was changed here since is not in it."),
            folder=str(origin.folder),
        )
    )


def _read_plain(copy: Path, folder: Path) -> None:
    with Bar() as bar:
        back = read_plain_copy(copy, folder, clock=now, ids=id_maker(now), author=author_name(), progress=bar)
    with back.store as store:
        title, articles = store.read.newsroom().title, sum(store.read.counts().values())
    remember_newsroom(folder, state_folder())
    print_data(str(folder))
    say(message(N_("“{title}” is back from its plain copy: {articles} articles."), title=title, articles=articles))
    for remark in back.remarks:
        say(remark)


def _tell(restored: Restored) -> None:
    backup = restored.backup
    print_data(str(restored.folder))
    say(
        message(
            N_("“{title}” is back as it was at {time}: {articles} articles, {photos} photos, in {seconds} s."),
            title=backup.contents.title,
            time=local_minute(backup.made, zone_in(restored.folder)),
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
