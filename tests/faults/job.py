"""What a job is, and the newsroom that most of them begin with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image

from helpers.stores import START, a_section, an_article, make_store, named
from newsdesk.model.ids import ArticleId, PlacementId, SectionId
from newsdesk.model.placement import Placement, Role
from newsdesk.newsroom import add_photos, edit_text, publish_all
from newsdesk.store import Store, open_store

Part = Callable[[Path], None]

BACKUPS = ("home/data/newsdesk/backups/*/*.zip", "home/data/newsdesk/backups/*/originals/*")
"""Each run makes a backup of its own, and a later one may have more photos."""

QUAY = ArticleId("quay")
LATER = START + timedelta(days=2)
BEFORE_TYPING = "The quay floods first.\n\n" + "Nobody has to run. " * 300
TYPED = BEFORE_TYPING.replace("first", "last") + "\n\nAnd the bell rings.\n"


@dataclass(frozen=True, slots=True)
class Job:
    """One job on the folder that `prepare` filled.

    In it are `newsroom`, and `home` for this person's own folders. `between` gives the states that a stop may
    leave beside those before and after. `whole` are patterns of files that are the old or the new ones at any
    moment, `varies` of those that a second run need not give alike; `keeps` is a word that one of the files of a
    pattern always holds. A job that `settles` may leave what is brought to its end when the newsroom is opened.
    One without `reads` makes do with what the disk gives, so that a read that fails is no fault.
    """

    name: str
    prepare: Part
    run: Part
    between: tuple[Part, ...] = ()
    whole: tuple[str, ...] = ()
    varies: tuple[str, ...] = ()
    keeps: tuple[str, str] | None = None
    settles: bool = False
    reads: bool = True

    def part(self, name: str) -> Part:
        """`prepare`, `run`, `reopen`, or the number of one of those between."""
        if name.isdigit():
            return self.between[int(name)]
        return {"prepare": self.prepare, "run": self.run, "reopen": reopen}[name]


def later() -> datetime:
    """The moment of every job: two days after the newsroom was made."""
    return LATER


class Ids:
    """new1, new2, …"""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> str:
        self.count += 1
        return f"new{self.count}"


def opened(place: Path) -> Store:
    """The newsroom, two days after it was made."""
    return open_store(place / "newsroom", clock=later, ids=Ids(), author="Ada")


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


def reopen(place: Path) -> None:
    """Open a newsroom and close it."""
    opened(place).close()


def leave_open(place: Path) -> None:
    """Save something, and leave the newsroom as a killed process does: the write is only in the file beside."""
    with opened(place) as store:
        edit_text(store, QUAY, {"body": TYPED})
        left = {path: path.read_bytes() for path in (place / "newsroom").glob("newsroom.*") if path.is_file()}
    for path, content in left.items():
        path.write_bytes(content)
