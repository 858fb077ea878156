"""Makes a newsroom from its plain copy, whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from newsdesk.errors import Trouble
from newsdesk.exchange import PlainArticle, PlainArticles, PlainNewsroom, decode, read_plain_newsroom, read_text
from newsdesk.i18n import N_, Message, message
from newsdesk.model.ids import ArticleId, Clock, Ids
from newsdesk.model.revision import Reason, Snapshot
from newsdesk.model.section import Section
from newsdesk.model.slug import slug_of
from newsdesk.newsroom.photos import ORIGINALS
from newsdesk.newsroom.plain_copy.checks import PlainFile, check_articles, check_newsroom
from newsdesk.newsroom.plain_copy.folder import ARTICLES, NEWSROOM_FILE, PHOTOS, THEME, clear_away, copy_file
from newsdesk.newsroom.plain_copy.writing import ARTICLE_ENDING, RELEASED_ENDING, photo_links
from newsdesk.newsroom.progress import Progress, silent
from newsdesk.newsroom.zones import zone_of
from newsdesk.photos import original_path
from newsdesk.publish import THEME_FOLDER
from newsdesk.store import Store, create_store, open_store


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The newsroom that was made, open for writing. `remarks` name the photos that the copy does not have."""

    store: Store
    remarks: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class _Copy:
    """What a plain copy says. `released` is what readers get, where the article's own file says something else."""

    folder: Path
    plain: PlainNewsroom
    articles: tuple[PlainFile, ...]
    released: Mapping[ArticleId, PlainArticle]


def read_plain_copy(
    copy: Path,
    folder: Path,
    *,
    clock: Clock,
    ids: Ids,
    author: str,
    progress: Progress = silent,
) -> ReadBack:
    """Make a newsroom in a new or empty folder from the plain copy in `copy`, with what people changed in it.

    Raises `Trouble` that names the file, and the line where there is one, when it cannot be understood; then
    nothing is made. A photo that is missing or is not the one that it was is left out and told.
    """
    try:
        found = _read(copy, clock, ids, progress)
        with _made_aside(folder) as aside:
            _fill(aside, found, clock, ids, author)
            remarks = tuple(_photos(aside, found, progress))
            if (copy / THEME).is_dir():
                shutil.copytree(copy / THEME, aside / THEME_FOLDER)
            if hasattr(os, "sync"):  # Windows has no such call
                os.sync()
    except OSError as error:
        raise Trouble(
            N_("The plain copy could not be read back: “{path}”: {reason}."),
            way_out=N_("Check that it can be read, and that there is room where the newsroom shall be."),
            path=str(error.filename or copy),
            reason=error.strerror or str(error),
        ) from error
    return ReadBack(open_store(folder, clock=clock, ids=ids, author=author), remarks)


def _read(copy: Path, clock: Clock, ids: Ids, progress: Progress) -> _Copy:
    file = copy / NEWSROOM_FILE
    if not file.is_file():
        raise Trouble(
            N_("“{folder}” is not the plain copy of a newsroom: there is no newsroom.yaml in it."),
            way_out=N_("Name the folder that Newsdesk wrote, in which newsroom.yaml and the folder articles are."),
            folder=str(copy),
        )
    plain = read_plain_newsroom(decode(file.read_bytes(), file).replace("\r\n", "\n"), str(file))
    check_newsroom(plain, file)
    files = PlainArticles(zone_of(plain.newsroom), plain.keys, photo_links(plain))
    editions = plain.keys.back().editions

    def made_up(path: Path) -> dict[str, object]:
        said = {"id": ids(), "story": ids(), "created": clock(), "slug": slug_of(path.stem)}
        edition = editions.get(path.parent.name)
        return {**said, "edition": edition} if edition else said

    paths = sorted((copy / ARTICLES).rglob(f"*{ARTICLE_ENDING}"))
    doing = message(N_("Read the articles"))
    articles: list[PlainFile] = []
    released: list[PlainFile] = []
    for done, path in enumerate(paths):
        progress(doing, done, len(paths))
        other = path.name.endswith(RELEASED_ENDING)
        read = files.read(read_text(path), str(path), made_up(path), strict=not other)
        (released if other else articles).append(PlainFile(path, read))
    check_articles(articles)
    return _Copy(copy, plain, tuple(articles), _by_article(articles, released))


def _by_article(articles: Sequence[PlainFile], released: Sequence[PlainFile]) -> dict[ArticleId, PlainArticle]:
    known = {file.plain.article.id for file in articles}
    for file in released:
        if file.plain.article.id not in known:
            raise Trouble(
                N_("“{file}” is the released text of an article whose own file is not there."),
                way_out=N_("Put the article’s file back beside it, or take this one away."),
                file=str(file.path),
            )
    return {file.plain.article.id: file.plain for file in released}


@contextmanager
def _made_aside(folder: Path) -> Iterator[Path]:
    """A folder that becomes `folder` when the block ends well, and of which nothing stays when it fails."""
    real = Path(os.path.realpath(folder))
    clear_away(real)
    if real.exists() and (not real.is_dir() or any(real.iterdir())):
        raise Trouble(
            N_("“{folder}” is not an empty folder."),
            way_out=N_("Choose an empty folder, or one that is not there yet."),
            folder=str(real),
        )
    aside = real.with_name(f".{real.name}.{uuid4().hex[:8]}.part")
    made = [above for above in real.parents if not above.exists()]
    aside.mkdir(parents=True)
    try:
        yield aside
        if real.exists():
            real.rmdir()
        aside.rename(real)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        with suppress(OSError):
            for above in made:
                above.rmdir()
        raise


def _fill(folder: Path, copy: _Copy, clock: Clock, ids: Ids, author: str) -> None:
    wanted: deque[str] = deque()

    def kept_ids() -> str:
        # An article names the revision that readers get: the one that is kept here must have that id.
        return wanted.popleft() if wanted else ids()

    plain = copy.plain
    articles = [file.plain.article for file in copy.articles]
    released = [_released(copy, file.plain) for file in copy.articles if file.plain.article.released_revision]
    with (
        create_store(folder, plain.newsroom, plain.editions, clock=clock, ids=kept_ids, author=author) as store,
        store.step(message(N_("Read the plain copy")), undo=False),
    ):
        store.put_all([*_parents_first(plain.sections), *plain.topics, *plain.people, *plain.photos])
        wanted.extend(article.released_revision for article in articles if article.released_revision)
        store.keep_all(released, Reason.RELEASE)
        store.put_all(articles)
        store.put_all([use for file in copy.articles for use in file.plain.placements])


def _released(copy: _Copy, working: PlainArticle) -> Snapshot:
    """What readers get of an article. A file of its own says so; else it is what the article's file says."""
    released = copy.released.get(working.article.id, working)
    return Snapshot(replace(released.article, released_revision=None), released.placements)


def _parents_first(sections: Sequence[Section]) -> list[Section]:
    """The sections so that none comes before the one that it stands in."""
    by_id = {section.id: section for section in sections}
    ordered: dict[str, Section] = {}

    def add(section: Section) -> None:
        parent = by_id.get(section.parent) if section.parent else None
        if parent and parent.id not in ordered and parent is not section:
            add(parent)
        ordered[section.id] = section

    for section in sections:
        if section.id not in ordered:
            add(section)
    return list(ordered.values())


def _photos(folder: Path, copy: _Copy, progress: Progress) -> Iterator[Message]:
    photos, doing = copy.plain.photos, message(N_("Copy the photos"))
    for done, photo in enumerate(photos):
        progress(doing, done, len(photos))
        name = copy.plain.keys.photos[photo.id]
        source = copy.folder / PHOTOS / name
        if not source.is_file():
            yield message(N_("The photo “{name}” is not in the copy. What is known of it was kept."), name=name)
            continue
        original = original_path(folder / ORIGINALS, photo.hash, photo.extension)
        original.parent.mkdir(parents=True, exist_ok=True)
        if copy_file(source, original) != photo.hash:
            original.unlink()
            yield message(N_("The photo “{name}” is not the one that it was, and was left out."), name=name)
    progress(doing, len(photos), len(photos))
