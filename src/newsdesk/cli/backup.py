"""`newsdesk backup`: back the newsroom up, say where, and list the backups that there are."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import click

from newsdesk.backups import BackedUp, Copying, Kind
from newsdesk.cli.output import Json, print_data, print_json, print_table, say
from newsdesk.cli.progress_bar import Bar
from newsdesk.cli.records import local_minute
from newsdesk.cli.surroundings import PLACE, Surroundings, json_option, newsroom_option
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.model.ids import NewsroomId
from newsdesk.newsroom import now, zone_in
from newsdesk.newsroom.backing_up import (
    ListedBackup,
    back_up,
    backups_of,
    copy_off,
    newsroom_in,
    set_backup_place,
    set_second_place,
    unreadable_backups,
    write_backup_file,
)
from newsdesk.paths import state_folder
from newsdesk.store import FILE_NAME, newsroom_id_of


@click.command("backup")
@click.argument("out", metavar="[OUT.zip]", required=False, type=PLACE)
@click.option("--list", "listing", is_flag=True, help="List the backups that there are, and make none.")
@json_option
@click.option("--place", type=PLACE, metavar="FOLDER", help="From now on, keep the backups in this folder.")
@click.option("--second", type=PLACE, metavar="FOLDER", help="From now on, copy them to this folder as well.")
@click.option("--no-second", is_flag=True, help="From now on, copy them to no second place.")
@newsroom_option
@click.pass_obj
def command(
    surroundings: Surroundings,
    newsroom: Path | None,
    out: Path | None,
    listing: bool,
    as_json: bool,
    place: Path | None,
    second: Path | None,
    no_second: bool,
) -> None:
    """Back the newsroom up, also while it is open: into its places, or into the one file OUT to carry away.

    Each backup is opened and checked before an older one makes room for it.
    """
    if (listing and (out or place or second or no_second)) or (second and no_second) or (as_json and not listing):
        raise click.UsageError("--list goes with --json alone, --json with --list, --second not with --no-second.")
    folder = surroundings.named(newsroom).folder()
    if listing:
        _see_that_it_is_known(folder)
        _list(folder, as_json)
        return
    if place or second or no_second:
        _choose(folder, place, second, no_second)
    with Bar() as bar:
        if out is not None:
            made = write_backup_file(folder, out, clock=now, progress=bar)
        else:
            made = back_up(folder, Kind.BY_HAND, state=state_folder(), clock=now, progress=bar)
    _tell(made)
    if out is None:
        _copy(folder)


def _see_that_it_is_known(folder: Path) -> None:
    """Trouble where there neither is a newsroom nor was one: then nobody knows of which backups to tell."""
    if not (folder / FILE_NAME).is_file() and newsroom_in(folder, state_folder()) is None:
        raise Trouble(
            N_("There is no newsroom in {folder}, so nobody knows whose backups to list."),
            N_("Name the newsroom’s folder with -n, or bring one back: newsdesk restore BACKUP-OR-STICK FOLDER"),
            folder=str(folder),
        )


def _choose(folder: Path, place: Path | None, second: Path | None, no_second: bool) -> None:
    id = _id(folder)
    if place:
        set_backup_place(state_folder(), id, folder, place)
    if second or no_second:
        set_second_place(state_folder(), id, folder, second)


def _id(folder: Path) -> NewsroomId:
    id = newsroom_id_of(folder)
    if id is None:
        raise Trouble(
            N_("There is no newsroom in {folder} that can be read."),
            N_("Name the folder of a newsroom with -n."),
            folder=str(folder),
        )
    return id


def _copy(folder: Path) -> None:
    """Copy the newest backup to the second place, if there is to be one."""
    with Bar() as bar:
        copied = copy_off(folder, state=state_folder(), by_hand=True, clock=now, progress=bar)
    if copied.outcome is Copying.NO_PLACE or copied.backup is None:
        say(
            message(N_("There is no second place for the backups. Name one with: newsdesk backup --second FOLDER"))
        )
        return
    print_data(str(copied.backup.file))
    if copied.same_disk:
        say(message(N_("The second place is on the same disk as the newsroom: if that fails, both are gone.")))


def _tell(made: BackedUp) -> None:
    backup, contents = made.backup, made.backup.contents
    print_data(str(backup.file))
    say(
        message(
            N_("“{title}” is backed up and checked: {articles} articles, {photos} photos, in {seconds} s."),
            title=contents.title,
            articles=contents.articles,
            photos=len(contents.photos),
            seconds=f"{made.seconds:.1f}",
        )
    )
    for name in made.lost:
        say(message(N_("The original of the photo “{name}” is missing in the newsroom, or damaged."), name=name))


def _list(folder: Path, as_json: bool) -> None:
    listed, unreadable = backups_of(folder, state_folder()), unreadable_backups(folder, state_folder())
    if as_json:
        print_json([_record(one) for one in listed])
    elif listed:
        zone = zone_in(folder)
        print_table([_line(one, zone) for one in listed])
    else:
        say(message(N_("There are no backups yet. Make one with: newsdesk backup")))
    for file in unreadable:
        say(message(N_("{file} cannot be read as a backup."), file=str(file)))


def _line(listed: ListedBackup, zone: ZoneInfo) -> list[str]:
    backup = listed.backup
    return [
        local_minute(backup.made, zone),
        backup.kind.value,
        str(backup.contents.articles),
        f"{backup.size / 1_000_000:.1f} MB",
        "+".join(listed.places),
        str(backup.file),
        _origin(listed),
    ]


def _origin(listed: ListedBackup) -> str:
    """The other folder of which a backup is, if it is."""
    if listed.origin.own:
        return ""
    if listed.origin.folder is None:
        return str(message(N_("made in another folder")))
    return str(message(N_("made in {folder}"), folder=str(listed.origin.folder)))


def _record(listed: ListedBackup) -> Json:
    backup, contents = listed.backup, listed.backup.contents
    return {
        "file": str(backup.file),
        "own": listed.origin.own,
        "folder": str(listed.origin.folder) if listed.origin.folder else None,
        "places": [place.value for place in listed.places],
        "made": backup.made.isoformat(),
        "kind": backup.kind.value,
        "newsroom": contents.newsroom,
        "title": contents.title,
        "articles": contents.articles,
        "photos": len(contents.photos),
        "missing": list(backup.missing),
        "counter": contents.counter,
        "schema": contents.schema,
        "size": backup.size,
    }
