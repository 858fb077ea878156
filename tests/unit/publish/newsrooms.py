"""A newsroom with something of everything that a site shows, and exports of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from helpers.stores import Clock, Ids, an_article, named
from newsdesk.i18n import Message
from newsdesk.model.article import Article, Byline
from newsdesk.model.credit import Credit
from newsdesk.model.edition import Edition
from newsdesk.model.ids import (
    ArticleId,
    EditionId,
    NewsroomId,
    PersonId,
    PhotoId,
    PlacementId,
    SectionId,
    StoryId,
    TopicId,
)
from newsdesk.model.labels import labels_for
from newsdesk.model.names import Name
from newsdesk.model.newsroom import Newsroom
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.model.section import Section
from newsdesk.model.topic import Topic
from newsdesk.photos import Derivatives, add_original
from newsdesk.publish import Caches, Report, export_site
from newsdesk.render import Theme, load_theme
from newsdesk.store import BodyCache, Store, create_store
from unit.photos.pictures import jpeg

ENGLISH, SPANISH = EditionId("english"), EditionId("spanish")
MORNING = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
NOW = datetime(2026, 6, 1, tzinfo=UTC)
BASE_URL = "https://example.org/"
ROOT = Path(__file__).parents[3]
QUAY = PhotoId("quay")


@dataclass
class Desk:
    """A newsroom on the disk, its open store, and what exports keep between them."""

    folder: Path
    store: Store
    theme: Theme
    caches: Caches

    def release(self, article: Article, placements: tuple[Placement, ...] = ()) -> Article:
        """Put an article and let readers have it as it is; at its `first_released`, or now if it has none."""
        with self.store.step(named("Publish")):
            self.store.put(article)
            self.store.put_all(placements)
        with self.store.step(named("Publish")):
            revision = self.store.keep(Snapshot(article, placements), Reason.RELEASE)
            released = replace(article, released_revision=revision.id)
            self.store.put(released)
        return released

    def put(self, record: object) -> None:
        """Put one record."""
        with self.store.step(named("Change")):
            self.store.put(record)  # type: ignore[arg-type]

    def export(
        self,
        out: Path,
        *,
        now: datetime = NOW,
        base_url: str | None = BASE_URL,
        dry_run: bool = False,
        stop: int = -1,
    ) -> Report:
        """Export the site; `stop` is after how many looks the person cancels."""
        looks = iter(range(1_000_000))
        return export_site(
            self.store.read,
            self.folder,
            out,
            now=now,
            base_url=base_url,
            theme=self.theme,
            caches=self.caches,
            dry_run=dry_run,
            progress=_silent,
            cancelled=lambda: next(looks) == stop,
        )


def _silent(_what: Message, _done: int, _all: int) -> None:
    """Tells nobody."""


def a_piece(id: str, days: int = 0, **fields: object) -> Article:
    """An article that was first released so many days after the first morning."""
    moment = MORNING + timedelta(days=days)
    values: dict[str, object] = {
        "headline": id.replace("-", " ").capitalize(),
        "slug": id,
        "body": f"The text of {id}.",
        "section": SectionId("harbour"),
        "first_released": moment,
        "released": moment,
    }
    return an_article(id, **(values | fields))


@contextmanager
def a_desk(folder: Path, **newsroom: object) -> Iterator[Desk]:
    """A newsroom in two languages with sections, topics, people and a photo, and without articles."""
    values: dict[str, object] = {
        "tagline": "News of the coast",
        "zone": "Europe/Lisbon",
        "comments": True,
        "comments_text": "Write to us at letters@example.org.",
    }
    record = Newsroom(NewsroomId("newsroom"), "Harbour Weekly", ENGLISH, **(values | newsroom))  # type: ignore[arg-type]
    editions = [
        Edition(ENGLISH, "en", "English", "ltr", labels=labels_for("en")),
        Edition(SPANISH, "es", "Español", "ltr", "es", 1, labels_for("es")),
    ]
    store = create_store(folder / "newsroom", record, editions, clock=Clock(), ids=Ids(), author="Ada")
    theme = load_theme(ROOT / "resources" / "themes" / "default", None)
    with store:
        caches = Caches(BodyCache(folder / "cache"), Derivatives(folder / "cache" / "photos"))
        desk = Desk(folder / "newsroom", store, theme, caches)
        with store.step(named("Fill")):
            store.put_all([*_sections(), *_topics(), *_people()])
            store.put_all([a_photo(desk, QUAY)])
        yield desk


def a_photo(desk: Desk, id: PhotoId, width: int = 700) -> Photo:
    """A photo whose original is in the library."""
    picture = jpeg(desk.folder.parent / f"{id}.jpg", width, 500)
    original = add_original(desk.folder / "originals", picture)
    return Photo(
        id=id,
        hash=original.hash,
        extension=original.extension,
        width=original.width,
        height=original.height,
        size=original.bytes,
        added=MORNING,
        file_name=f"{id}.jpg",
        caption="The north quay before dawn.",
        alt_text="Two cranes against the light.",
        credit=Credit("Lena Fuchs", "AFP", "Getty"),
        copyright="© 2026 Lena Fuchs",
    )


def lead_of(article: str, photo: PhotoId = QUAY, **fields: object) -> Placement:
    """The photo at the head of an article."""
    return Placement(PlacementId(f"lead-{article}"), ArticleId(article), photo, Role.LEAD, **fields)  # type: ignore[arg-type]


def _sections() -> list[Section]:
    return [
        Section(SectionId("harbour"), _named("Harbour", "harbour", "Puerto", "puerto")),
        Section(SectionId("ferries"), _named("Ferries", "ferries", "Barcos", "barcos"), SectionId("harbour"), 1),
        Section(SectionId("politics"), _named("Politics", "politics", "Política", "politica"), position=2),
    ]


def _topics() -> list[Topic]:
    return [Topic(TopicId("work"), _named("Work", "work", "Trabajo", "trabajo"))]


def _people() -> list[Person]:
    return [
        Person(PersonId("ines"), (Name(ENGLISH, "Inês Costa", "ines-costa"),), "Reporter", "Writes about work."),
        Person(PersonId("omar"), (Name(ENGLISH, "Omar Haddad", "omar-haddad"),)),
    ]


def _named(english: str, slug: str, spanish: str, spanish_slug: str) -> tuple[Name, ...]:
    return (Name(ENGLISH, english, slug), Name(SPANISH, spanish, spanish_slug))


def fill(desk: Desk) -> None:
    """Six articles: a full one with its translation, others that it links to, one to come, one never released."""
    work, bylines = (TopicId("work"),), (Byline(PersonId("ines")), Byline(PersonId("omar"), "Photos"))
    desk.release(a_piece("ferry-timetable", 0))
    desk.release(a_piece("lighthouse-log", 1))
    desk.release(a_piece("customs-house", 2, section=SectionId("politics"), topics=work))
    night = a_piece(
        "night-shift",
        3,
        kicker="Working lives",
        standfirst="Eleven people move a third of the town's food.",
        story=StoryId("night"),
        bylines=bylines,
        topics=work,
        further_sections=(SectionId("ferries"),),
        body="The first crate.\n\n![At work](photo:quay)\n\nREAD: [The house](article:customs-house)\n\n"
        "READ: “Ferry  timetable”\n\nREAD: [Soon](article:tomorrow)\n",
    )
    desk.release(night, (lead_of("night-shift", caption="Cranes at the quay."),))
    spanish = a_piece("turno-de-noche", 3, edition=SPANISH, story=StoryId("night"), headline="Turno de noche")
    desk.release(replace(spanish, body="La primera caja.", topics=work))
    desk.release(a_piece("tomorrow", 4, not_before=NOW + timedelta(days=1)))
    desk.put(an_article("draft", headline="A draft", slug="draft"))


def tree(folder: Path) -> dict[str, str]:
    """Every file of a folder by its path, with the hash of its bytes (of a link: where it leads)."""
    return {
        path.relative_to(folder).as_posix(): _content(path)
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def _content(path: Path) -> str:
    return f"-> {path.readlink()}" if path.is_symlink() else sha256(path.read_bytes()).hexdigest()


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of the last change of every file."""
    return {
        path.relative_to(folder).as_posix(): (path.lstat().st_ino, path.lstat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }
