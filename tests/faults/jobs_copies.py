"""Jobs that keep a newsroom elsewhere, and bring it back: backups, the second place, plain copies."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from faults.job import BACKUPS, Ids, Job, a_newsroom, later, leave_open, opened, reopen, save
from newsdesk.backups import Kind
from newsdesk.model.ids import NewsroomId
from newsdesk.newsroom.backing_up import (
    back_up,
    copy_off,
    restore,
    restore_over,
    set_second_place,
    write_backup_file,
)
from newsdesk.newsroom.checking_up import examine, looks_sound, repair_newsroom, salvage_newsroom
from newsdesk.newsroom.plain_copy import read_plain_copy, write_plain_copy
from newsdesk.paths import state_folder
from newsdesk.store import open_reader

PAGE = 4096
"""Bytes of a page of the newsroom's file."""

ASIDE = ("newsroom/set-aside/*",)
"""Each restore keeps what stood there."""


def backed_up(place: Path) -> None:
    """A newsroom that changed since it was backed up, and as a killed process left it."""
    a_newsroom(place)
    back_it_up(place)
    leave_open(place)


def back_it_up(place: Path) -> None:
    """Make one more backup."""
    back_up(place / "newsroom", Kind.BY_HAND, state=state_folder(), clock=later)


def oldest(place: Path) -> Path:
    """The first backup that was made."""
    return min(place.glob("home/data/newsdesk/backups/[!.]*/*.zip"))


def carried(place: Path) -> None:
    """A newsroom that changed since it was written into one file to carry away."""
    a_newsroom(place)
    carry(place)
    save(place)


def carry(place: Path) -> None:
    """Write all of the newsroom into one file."""
    write_backup_file(place / "newsroom", place / "carried.zip", clock=later)


def with_second_place(place: Path) -> None:
    """A newsroom with a backup, and a second place where an older one lies."""
    backed_up(place)
    (place / "stick").mkdir()
    set_second_place(state_folder(), NewsroomId("newsroom"), place / "newsroom", place / "stick")
    copy_to_stick(place)
    back_it_up(place)


def copy_to_stick(place: Path) -> None:
    """Copy the newest backup to the second place."""
    copy_off(place / "newsroom", state=state_folder(), by_hand=True, clock=later)


def lost(place: Path) -> None:
    """Backups of a newsroom that is not there any more."""
    backed_up(place)
    (place / "newsroom").rename(place / "elsewhere")


def bring_back(place: Path) -> None:
    """Restore the newsroom into a new folder; where it is there already, what it may lack comes in its place."""
    if (place / "newsroom" / "newsroom.db").exists():
        go_back(place)
    else:
        restore(oldest(place), place / "newsroom")
        reopen(place)


def go_back(place: Path) -> None:
    """Bring the newsroom back to its first backup."""
    restore_over(oldest(place), place / "newsroom", state=state_folder(), clock=later)
    reopen(place)


def damaged(place: Path) -> None:
    """A newsroom with a backup, in whose file a page with text is spoilt."""
    a_newsroom(place)
    back_it_up(place)
    file = place / "newsroom" / "newsroom.db"
    content = bytearray(file.read_bytes())
    page = content.index(b"Nobody has to run") // PAGE * PAGE
    content[page : page + PAGE] = b"\xa5" * PAGE
    file.write_bytes(content)


def save_what_can_be_read(place: Path) -> None:
    """Salvage the newsroom, unless that is done."""
    if not looks_sound(place / "newsroom"):
        salvage_newsroom(place / "newsroom", clock=later)
    reopen(place)


def ailing(place: Path) -> None:
    """A newsroom with a backup, without its search index and the original of its photo."""
    a_newsroom(place)
    back_it_up(place)
    with closing(sqlite3.connect(place / "newsroom" / "newsroom.db")) as connection, connection:
        connection.execute("INSERT INTO article_text (article_text) VALUES ('delete-all')")
    for original in (place / "newsroom" / "originals").rglob("*.jpg"):
        original.unlink()


def put_right(place: Path) -> None:
    """Check the newsroom, and put right what was found."""
    with opened(place) as store:
        health = examine(store.folder)
        if health.findings:
            repair_newsroom(store, health, state=state_folder())


def copied_before(place: Path) -> None:
    """A newsroom that changed since a plain copy was made of it."""
    a_newsroom(place)
    copy_plainly(place)
    save(place)


def copy_plainly(place: Path) -> None:
    """Write a plain copy in the place of the older one."""
    with open_reader(place / "newsroom") as reader:
        write_plain_copy(reader, place / "newsroom", place / "plain")


def only_a_copy(place: Path) -> None:
    """A plain copy, and no newsroom any more."""
    a_newsroom(place)
    copy_plainly(place)
    (place / "newsroom").rename(place / "elsewhere")


def read_back(place: Path) -> None:
    """Make a newsroom of the plain copy, unless it is made."""
    if not (place / "newsroom" / "newsroom.db").exists():
        read_plain_copy(place / "plain", place / "newsroom", clock=later, ids=Ids(), author="Ada").store.close()
    reopen(place)


COPIES = (
    Job("back up", backed_up, back_it_up, varies=BACKUPS),
    Job("write a backup file", carried, carry, varies=("carried.zip",)),
    Job("copy to the second place", with_second_place, copy_to_stick),
    Job("restore", lost, bring_back, varies=(*BACKUPS, *ASIDE)),
    Job("restore over", backed_up, go_back, varies=(*BACKUPS, *ASIDE), settles=True),
    Job("salvage", damaged, save_what_can_be_read, varies=ASIDE, reads=False),
    Job("repair", ailing, put_right, varies=(*BACKUPS, *ASIDE)),
    Job("write a plain copy", copied_before, copy_plainly),
    Job("read a plain copy back", only_a_copy, read_back),
)
