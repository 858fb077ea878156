"""What Newsdesk is stopped at: each job on a newsroom that was made ready for it, always with the same result."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image

from helpers.stores import START, a_section, an_article, make_store, named
from newsdesk.model.ids import ArticleId, PlacementId, SectionId
from newsdesk.model.placement import Placement, Role
from newsdesk.newsroom import add_photos, edit_text, export_site, publish_all, write_newsroom
from newsdesk.paths import state_folder
from newsdesk.store import Store, open_reader, open_store
from newsdesk.store.connection import close, connect_to_write
from newsdesk.store.migrations import MIGRATIONS, migrate

Part = Callable[[Path], None]

FILES = Path(__file__).parents[1] / "files"
QUAY = ArticleId("quay")
LATER = START + timedelta(days=2)
BEFORE_TYPING = "The quay floods first.\n\n" + "Nobody has to run. " * 300
TYPED = BEFORE_TYPING.replace("first", "last") + "\n\nAnd the bell rings.\n"


@dataclass(frozen=True, slots=True)
class Job:
    """One job on the folder that `prepare` filled.

    In it are `newsroom`, and `home` for this person's own folders. `between` gives the states that a stop may
    leave beside those before and after. `varies` are patterns of files that a second run need not give alike.
    """

    name: str
    prepare: Part
    run: Part
    between: tuple[Part, ...] = ()
    varies: tuple[str, ...] = ()

    def part(self, name: str) -> Part:
        """`prepare`, `run`, or the number of one of those between."""
        if name.isdigit():
            return self.between[int(name)]
        return {"prepare": self.prepare, "run": self.run}[name]


class Clock:
    """Goes on by a second at each look, from the moment that the job begins."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Ids:
    """new1, new2, …"""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> str:
        self.count += 1
        return f"new{self.count}"


def opened(place: Path) -> Store:
    """The newsroom, two days after it was made."""
    return open_store(place / "newsroom", clock=Clock(LATER), ids=Ids(), author="Ada")


def a_picture(file: Path, colour: str) -> Path:
    """A small JPEG of one colour."""
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (640, 480), colour).save(file)
    return file


def a_newsroom(place: Path) -> None:
    """A newsroom with a few articles, one of them published, and a photo."""
    with make_store(place / "newsroom") as store:
        with store.step(named("Begin")):
            store.put(a_section("harbour"))
            store.put(replace(store.read.newsroom(), base_url="https://example.org/"))
            for id in ("quay", "ferry", "gate"):
                headline = f"The {id} in the morning"
                store.put(
                    an_article(id, slug=id, headline=headline, body=BEFORE_TYPING, section=SectionId("harbour"))
                )
        taken = add_photos(store, [a_picture(place / "desk" / "quay.jpg", "teal")]).added[0].photo
        with store.step(named("Place the photo")):
            store.put(Placement(PlacementId("lead"), QUAY, taken.id, Role.LEAD))
        publish_all(store, [ArticleId("ferry")])


def save(place: Path) -> None:
    """Save what was typed; the version that was there is old enough for one to be kept."""
    with opened(place) as store:
        edit_text(store, QUAY, {"headline": "The quay at night", "body": TYPED})


def left_open(place: Path) -> None:
    """A newsroom as a killed process leaves it: the last write is only in the file beside."""
    a_newsroom(place)
    with opened(place) as store:
        edit_text(store, QUAY, {"body": TYPED})
        beside = {path: path.read_bytes() for path in (place / "newsroom").glob("newsroom.db*")}
    for path, content in beside.items():
        path.write_bytes(content)


def reopen(place: Path) -> None:
    """Open a newsroom and close it."""
    opened(place).close()


def bring_up_to_date(place: Path) -> None:
    """Open a newsroom as the window and the command line do."""
    write_newsroom(place / "newsroom", state_folder(), Clock(LATER)).close()


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


_ALL = (
    Job("save", a_newsroom, save),
    Job("open after a crash", left_open, reopen),
    *(
        Job(
            f"migrate from {number}",
            in_shape(number),
            bring_up_to_date,
            between=tuple(up_to(version) for version in range(number + 1, len(MIGRATIONS))),
            varies=("home/data/newsdesk/backups/*",),
        )
        for number in (1, 2)
    ),
    Job("add photos", before_photos, take_photos),
    Job("publish", online, publish, between=(release,)),
)

JOBS: Mapping[str, Job] = {job.name: job for job in _ALL}
