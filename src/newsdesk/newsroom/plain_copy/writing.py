"""Writes a newsroom as files that any tool can read: Markdown, YAML and the photos as they came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from newsdesk.backups import Cancelled
from newsdesk.exchange import (
    PlainArticle,
    PlainArticles,
    PlainNewsroom,
    plain_newsroom_of,
    write_plain_newsroom,
)
from newsdesk.i18n import N_, Message, message
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId
from newsdesk.model.person import Person
from newsdesk.model.photo import Photo
from newsdesk.model.placement import Placement, Role
from newsdesk.model.release import DESK_FIELDS
from newsdesk.model.revision import Revision, Snapshot
from newsdesk.model.section import Section
from newsdesk.model.slug import free_slug, slug_of
from newsdesk.model.topic import Topic
from newsdesk.newsroom.photos import ORIGINALS
from newsdesk.newsroom.plain_copy.folder import (
    ARTICLES,
    NEWSROOM_FILE,
    PHOTOS,
    READ_ME,
    THEME,
    PlainFolder,
    folder_written_aside,
)
from newsdesk.newsroom.progress import Progress, silent
from newsdesk.newsroom.zones import zone_of
from newsdesk.photos import original_path
from newsdesk.publish import THEME_FOLDER
from newsdesk.store import Reader

ARTICLE_ENDING = ".md"
RELEASED_ENDING = ".released.md"
"""What readers get, where that is not what stands in the article's own file."""

_NOT_SHOWN = DESK_FIELDS - {"first_released", "released"}
_LINKED = f"../../{PHOTOS}/"
"""The way from an article's file to the photos."""

_ABOUT = N_(
    "This folder holds a whole newsroom as files that any program can read. It was written by Newsdesk.\n\n"
    "articles: a Markdown file for each article, in a folder for each edition. What is known of the article\n"
    "stands above its text. Where readers have another text than the one being worked on, it lies beside it\n"
    "in a file that ends in .released.md.\n\n"
    "photos: the original of every photo.\n\n"
    "newsroom.yaml: settings, editions, sections, topics and people, and what is known of every photo.\n\n"
    "SHA256SUMS: what each file held when it was written; “sha256sum -c SHA256SUMS” checks it.\n\n"
    "“newsdesk restore” makes a newsroom of it again.\n"
)


@dataclass(frozen=True, slots=True)
class PlainCopy:
    """What was written where. `remarks` name the photos whose originals are missing or damaged."""

    folder: Path
    articles: int
    photos: int
    remarks: tuple[Message, ...]


def photo_links(plain: PlainNewsroom) -> dict[str, str]:
    """What a text says for a photo, and the path that an article's file has for it."""
    return {f"photo:{id}": f"{_LINKED}{name}" for id, name in plain.keys.photos.items()}


def write_plain_copy(
    reader: Reader,
    folder: Path,
    out: Path,
    *,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> PlainCopy:
    """Write the newsroom in `folder` into the folder `out`, whole or not at all.

    `out` is new, empty, or an older plain copy that nobody has changed; anything else is refused with a `Trouble`.
    `cancelled` is asked now and then; once it says so, `newsdesk.backups.Cancelled` is raised.
    """
    with folder_written_aside(out, folder) as target:
        with reader.moment():
            plain = _newsroom(reader)
            articles = _articles(reader, plain, target, progress, cancelled)
        target.write(NEWSROOM_FILE, write_plain_newsroom(plain, zone_of(plain.newsroom)).encode())
        target.write(READ_ME, str(message(_ABOUT)).encode())
        remarks = tuple(_photos(folder, plain, target, progress, cancelled))
        _theme(folder, target)
    return PlainCopy(out, articles, len(plain.photos), remarks)


def _newsroom(reader: Reader) -> PlainNewsroom:
    return plain_newsroom_of(
        reader.newsroom(),
        reader.every(Edition),
        reader.every(Section),
        reader.every(Topic),
        reader.every(Person),
        reader.every(Photo),
    )


def _articles(
    reader: Reader, plain: PlainNewsroom, target: PlainFolder, progress: Progress, cancelled: Callable[[], bool]
) -> int:
    files = PlainArticles(zone_of(plain.newsroom), plain.keys, photo_links(plain))
    articles = {article.id: article for article in reader.every(Article)}
    placed = _placed(reader)
    taken: defaultdict[str, set[str]] = defaultdict(set)
    names: dict[ArticleId, str] = {}
    doing = message(N_("Write the articles"))
    for done, article in enumerate(articles.values()):
        progress(doing, done, len(articles))
        _stop_if(cancelled)
        edition = plain.keys.editions[article.edition]
        name = free_slug(slug_of(article.slug), taken[edition])
        taken[edition].add(name)
        names[article.id] = f"{ARTICLES}/{edition}/{name}"
        text = files.write(PlainArticle(article, placed.get(article.id, ())))
        target.write(names[article.id] + ARTICLE_ENDING, text.encode())
    for released in _other_releases(reader, articles, placed):
        target.write(names[released.article.id] + RELEASED_ENDING, files.write(released).encode())
    progress(doing, len(articles), len(articles))
    return len(articles)


def _placed(reader: Reader) -> dict[ArticleId, tuple[Placement, ...]]:
    """The photos used in each article: the lead first, then by id."""
    placed: defaultdict[ArticleId, list[Placement]] = defaultdict(list)
    for use in reader.every(Placement):
        placed[use.article].append(use)
    return {
        id: tuple(sorted(uses, key=lambda use: (use.role is not Role.LEAD, use.id))) for id, uses in placed.items()
    }


def _other_releases(
    reader: Reader, articles: Mapping[ArticleId, Article], placed: Mapping[ArticleId, tuple[Placement, ...]]
) -> Iterator[PlainArticle]:
    """What readers get of each article, where that is not what is being worked on."""
    wanted = [article.released_revision for article in articles.values() if article.released_revision]
    kept = {revision.hash: revision for revision in reader.get_all(Revision, wanted).values()}
    for hash, snapshot in reader.snapshots(kept):
        released = _released(snapshot, kept[hash])
        article = articles[kept[hash].article]
        shown = replace(released, **{name: getattr(article, name) for name in _NOT_SHOWN})
        if shown != article or snapshot.placements != placed.get(article.id, ()):
            yield PlainArticle(replace(released, released_revision=kept[hash].id), snapshot.placements)


def _released(snapshot: Snapshot, revision: Revision) -> Article:
    """The released article with its times; one without was released when it was kept."""
    article = snapshot.article
    return replace(
        article,
        first_released=article.first_released or revision.created,
        released=article.released or revision.created,
    )


def _photos(
    folder: Path, plain: PlainNewsroom, target: PlainFolder, progress: Progress, cancelled: Callable[[], bool]
) -> Iterator[Message]:
    doing = message(N_("Copy the photos"))
    for done, photo in enumerate(plain.photos):
        progress(doing, done, len(plain.photos))
        _stop_if(cancelled)
        name = plain.keys.photos[photo.id]
        original = original_path(folder / ORIGINALS, photo.hash, photo.extension)
        if not original.is_file():
            yield message(N_("The original of the photo “{name}” is missing in the newsroom."), name=name)
        elif target.copy(original, f"{PHOTOS}/{name}") != photo.hash:
            yield message(N_("The original of the photo “{name}” is damaged in the newsroom."), name=name)
    progress(doing, len(plain.photos), len(plain.photos))


def _theme(folder: Path, target: PlainFolder) -> None:
    theme = folder / THEME_FOLDER
    for file in sorted(theme.rglob("*")):
        if file.is_file():
            target.copy(file, f"{THEME}/{file.relative_to(theme).as_posix()}")


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled(N_("The plain copy was stopped. Nothing was written."))
