"""Jobs at the desk: newsrooms are made and opened, text is saved, photos come in, pages go out."""

from __future__ import annotations

import gzip
from pathlib import Path

from faults.job import (
    BACKUPS,
    LATER,
    QUAY,
    TYPED,
    Ids,
    Job,
    Part,
    a_newsroom,
    a_picture,
    later,
    leave_open,
    opened,
    reopen,
    save,
)
from helpers.stores import START
from newsdesk.model.ids import ArticleId, NewsroomId
from newsdesk.newsroom import add_photos, create_newsroom, export_site, import_files, publish_all, write_newsroom
from newsdesk.newsroom.rescuing import Rescued, RescueFile, Typed, rescue_path
from newsdesk.paths import state_folder
from newsdesk.store import open_reader
from newsdesk.store.connection import close, connect_to_write
from newsdesk.store.migrations import MIGRATIONS, migrate

FILES = Path(__file__).parents[1] / "files"
MEMORY, UNFINISHED = "home/state/*", "home/data/newsdesk/backups/.newsdesk-*"
RESCUED = "home/data/newsdesk/rescue/*.json"


def left_open(place: Path) -> None:
    """A newsroom as a killed process leaves it."""
    a_newsroom(place)
    leave_open(place)


def bring_up_to_date(place: Path) -> None:
    """Open a newsroom as the window and the command line do."""
    write_newsroom(place / "newsroom", state_folder(), later).close()


def in_shape(number: int) -> Part:
    """A newsroom as an earlier version left it, and an older backup of it."""

    def prepare(place: Path) -> None:
        (place / "newsroom").mkdir(parents=True)
        content = gzip.decompress((FILES / f"newsroom-{number}.db.gz").read_bytes())
        (place / "newsroom" / "newsroom.db").write_bytes(content)

    return prepare


def up_to(version: int) -> Part:
    """The changes of the tables up to a version."""

    def change(place: Path) -> None:
        connection = connect_to_write(place / "newsroom" / "newsroom.db")
        found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        migrate(connection, found, MIGRATIONS[:version])
        close(connection)

    return change


def before_photos(place: Path) -> None:
    """A newsroom and a photo that is not in it yet."""
    a_newsroom(place)
    a_picture(place / "desk" / "gate.jpg", "olive")


def take_photos(place: Path) -> None:
    """Take all photos in, the one that is there already among them."""
    with opened(place) as store:
        intake = add_photos(store, sorted((place / "desk").iterdir()))
    for refused in intake.refused:
        raise refused.trouble


def online(place: Path) -> None:
    """A newsroom of which a site was exported."""
    a_newsroom(place)
    export(place)


def export(place: Path) -> None:
    """Export the site."""
    with open_reader(place / "newsroom") as reader:
        export_site(reader, place / "newsroom", place / "site", now=LATER)


def release(place: Path) -> None:
    """Publish what waits, but for its pages."""
    with opened(place) as store:
        publish_all(store, [QUAY, ArticleId("gate")])


def publish(place: Path) -> None:
    """Publish what waits, and bring the site up to date."""
    release(place)
    export(place)


def nothing(place: Path) -> None:
    """An empty place."""
    place.mkdir(exist_ok=True)


def make(place: Path) -> None:
    """Make a newsroom, unless it is made."""
    folder = place / "newsroom"
    if not (folder / "newsroom.db").exists():
        create_newsroom(
            folder, title="The Daily", language="en", zone="UTC", clock=later, ids=Ids(), author="Ada"
        ).close()
    else:
        reopen(place)


def articles_waiting(place: Path) -> None:
    """A newsroom, and an article in a file, with a photo."""
    a_newsroom(place)
    a_picture(place / "desk" / "bell.jpg", "maroon")
    text = f"---\nheadline: The bell at ten to five\n---\n\n{TYPED}\n![Seen from the quay](bell.jpg)\n"
    (place / "desk" / "bell.md").write_text(text, encoding="utf-8")


def take_articles(place: Path) -> None:
    """Take the article in."""
    with opened(place) as store:
        report = import_files(store, [place / "desk" / "bell.md"], update=True, strict=True)
    for refused in report.refused:
        raise refused.trouble


def rescue(place: Path) -> None:
    """Hold text that the newsroom does not take in the rescue copy."""
    typed = Typed("Text", TYPED, article=QUAY, field="body")
    rescue_copy(place).write([Rescued(QUAY, "en", "The quay in the morning", LATER, (typed,))])


def rescue_copy(place: Path) -> RescueFile:
    """The rescue copy of the newsroom."""
    newsroom = NewsroomId("newsroom")
    folder = place / "newsroom"
    return RescueFile(rescue_path(place / "home" / "data" / "newsdesk", newsroom, folder), newsroom, folder)


def rescued_before(place: Path) -> None:
    """A newsroom, and an older rescue copy of it."""
    a_newsroom(place)
    rescue_copy(place).write([Rescued(None, "", "", START, (Typed("Name", "Ada"),))])


DESK = (
    Job("make a newsroom", nothing, make),
    Job("save", a_newsroom, save),
    Job("open after a crash", left_open, reopen),
    *(
        Job(
            f"migrate from {number}",
            in_shape(number),
            bring_up_to_date,
            between=tuple(up_to(version) for version in range(number + 1, len(MIGRATIONS))),
            varies=(*BACKUPS, MEMORY, UNFINISHED),
        )
        for number in (1, 2)
    ),
    Job("add photos", before_photos, take_photos),
    # Done again, these make no second backup where nothing was written since the first.
    Job("import an article", articles_waiting, take_articles, varies=(*BACKUPS, MEMORY, UNFINISHED)),
    Job("publish", online, publish, between=(release,), whole=("site/*",)),
    # What an earlier run left waits in the copy for a decision, beside what is written now.
    Job("write a rescue copy", rescued_before, rescue, varies=(RESCUED,), keeps=(RESCUED, "Ada")),
)
