"""`newsdesk doctor`: check a newsroom, repair it, or save what can be read of a damaged one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from newsdesk.backups import Backup
from newsdesk.cli.output import Json, print_data, print_json, printable, say
from newsdesk.cli.progress_bar import Bar
from newsdesk.cli.surroundings import PLACE, Surroundings, json_option, newsroom_option
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, message
from newsdesk.newsroom import now
from newsdesk.newsroom.backing_up import newest_backup
from newsdesk.newsroom.checking_up import (
    Health,
    Repaired,
    examine,
    found_words,
    help_words,
    left_words,
    mended_words,
    repair_newsroom,
    salvage_newsroom,
    salvage_words,
    saved_words,
)
from newsdesk.paths import state_folder
from newsdesk.store import Finding, SalvagedInPlace, newsroom_id_of

_SOMETHING = 1
"""The exit code when something is wrong, and stays so."""


@click.command("doctor")
@click.argument("folder", type=PLACE, required=False)
@json_option
@click.option("--thorough", is_flag=True, help="Compare each index of the file with its table as well.")
@click.option("--repair", is_flag=True, help="Put right what can be put right, after a backup.")
@click.option("--salvage", is_flag=True, help="Save what can be read of a damaged newsroom; keep its files aside.")
@newsroom_option
@click.pass_context
def command(
    context: click.Context,
    folder: Path | None,
    newsroom: Path | None,
    as_json: bool,
    thorough: bool,
    repair: bool,
    salvage: bool,
) -> None:
    """Check the newsroom in FOLDER, or the one that is meant: its file, its search, its versions, its photos.

    A check only reads, and works while the window is open. Exit code 0: all is well; 1: something was found.
    """
    if repair and salvage:
        raise click.UsageError("--repair is for a newsroom that can be read, --salvage for a damaged one.")
    surroundings: Surroundings = context.obj.named(folder or newsroom)
    place = surroundings.folder()
    with Bar() as bar:
        health = examine(place, bar, thorough=thorough)
    if salvage:
        whole = _salvage(place, health, as_json)
        context.exit(0 if whole else _SOMETHING)
    elif repair and health.findings:
        left = _repair(surroundings, health, as_json)
        context.exit(_SOMETHING if left else 0)
    else:
        _tell(place, health, as_json)
        context.exit(_SOMETHING if health.findings else 0)


def _tell(folder: Path, health: Health, as_json: bool) -> None:
    if as_json:
        print_json({"newsroom": str(folder.absolute()), **_counts(health), "findings": _records(health.findings)})
    elif not health.findings:
        counts = {name: count or 0 for name, count in _counts(health).items()}
        text = N_("All is well: {articles} articles, {versions} versions, {photos} photos.")
        print_data(str(message(text, **counts)))
    else:
        for finding in health.findings:
            _print(found_words(finding), finding.names, help_words(finding))
    if health.damaged:
        _say_ways_out(folder)
    elif health.mendable:
        say(message(N_("To repair it: newsdesk doctor --repair {folder}"), folder=str(folder)))


def _say_ways_out(folder: Path) -> None:
    _say_newest(folder, newest_backup(folder, state_folder()))
    say(message(N_("To save what can be read: newsdesk doctor --salvage {folder}"), folder=str(folder)))


def _say_newest(folder: Path, newest: Backup | None) -> None:
    """Name the newest backup and how to bring it back; a newsroom whose id was lost counts as another one."""
    if newest is None:
        return
    if newsroom_id_of(folder) in (None, newest.contents.newsroom):
        text = N_("To bring back the newest backup: newsdesk restore --over {file} {folder}")
    else:
        text = N_("To bring back the newest backup into an empty folder: newsdesk restore {file} FOLDER")
    say(message(text, file=str(newest.file), folder=str(folder)))


def _repair(surroundings: Surroundings, health: Health, as_json: bool) -> tuple[Finding, ...]:
    with Bar() as bar, surroundings.write() as store:
        done = repair_newsroom(store, health, state=state_folder(), progress=bar)
    if as_json:
        print_json(_repaired(done))
        return done.left
    for finding in done.mended:
        _print(mended_words(finding), finding.names)
    for finding in done.left:
        _print(found_words(finding), finding.names, left_words(finding))
    if done.before is not None:
        say(message(N_("The state before is kept in {file}."), file=str(done.before)))
    if done.aside is not None:
        say(message(N_("The altered files are kept in {folder}."), folder=str(done.aside)))
    return done.left


def _salvage(folder: Path, health: Health, as_json: bool) -> bool:
    """Save what can be read, tell what came of it, and say whether that was all there is."""
    if not health.damaged:
        raise Trouble(
            N_("The newsroom in {folder} is not damaged: there is nothing to salvage."),
            N_("To put smaller things right: newsdesk doctor --repair"),
            folder=str(folder),
        )
    newest = newest_backup(folder, state_folder())  # while it is known which newsroom this is
    with Bar() as bar:
        done = salvage_newsroom(folder, clock=now, progress=bar)
    whole = done.salvaged.whole
    if as_json:
        print_json(_salvaged(done, newest))
        return whole
    for text in salvage_words(done.salvaged):
        print_data(printable(text))
    for saved in done.salvaged.kinds:
        if saved.lost:
            print_data(f"  {saved_words(saved)}")
    if not whole:
        _say_newest(folder, newest)
    say(message(N_("The damaged files are kept in {folder}."), folder=str(done.aside)))
    return whole


def _print(text: str, names: Sequence[str], advice: str = "") -> None:
    print_data(text)
    for name in names:
        print_data(printable(f"    {name}"))
    if advice:
        print_data(f"  {advice}")


def _counts(health: Health) -> dict[str, int | None]:
    return {"articles": health.articles, "versions": health.revisions, "photos": health.photos}


def _records(findings: Sequence[Finding]) -> list[Json]:
    return [
        {
            "kind": finding.fault.value,
            "count": finding.count,
            "names": list(finding.names),
            "remedy": finding.remedy.value,
            "text": found_words(finding),
        }
        for finding in findings
    ]


def _repaired(done: Repaired) -> Json:
    before, aside = (str(path) if path else None for path in (done.before, done.aside))
    return {
        "mended": _records(done.mended),
        "findings": _records(done.left),
        "before": before,
        "aside": aside,
    }


def _salvaged(done: SalvagedInPlace, newest: Backup | None) -> Json:
    salvaged = done.salvaged
    return {
        "saved": {saved.table: {"saved": saved.saved, "lost": saved.lost} for saved in salvaged.kinds},
        "lost": [
            {
                "kind": saved.table,
                "count": saved.lost,
                "names": list(salvaged.lost) if saved.table == "article" else [],
            }
            for saved in salvaged.kinds
            if saved.lost
        ],
        "revived": list(salvaged.revived),
        "cut": list(salvaged.cut),
        "backup": str(newest.file) if newest else None,
        "aside": str(done.aside),
    }
