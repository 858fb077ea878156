"""The page of an article as an export would give it now, with text that is not saved yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from newsdesk.model.article import Article
from newsdesk.model.ids import ArticleId, PhotoId
from newsdesk.model.placement import Placement
from newsdesk.model.revision import Revision, Snapshot
from newsdesk.newsroom.exporting import theme_of
from newsdesk.newsroom.placing import photos_in, with_inline
from newsdesk.publish import Gathered, gather, locate, view_of_body
from newsdesk.render import ArticleView, BlockKind, BodyReader, Picture, Theme, page
from newsdesk.store import Change, Reader, Step, open_reader

_RELEASING = frozenset({"status", "released_revision", "first_released", "released"})
"""The fields of a working copy that say whether its released version is online, and of when it is."""

_PREFERENCE = re.compile(r"\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """A page with what it takes to show it, all by site paths: `path` is its own.

    `pictures` are the photos in it by their paths, with their widths. `lines` are the first source lines of the
    children of the body element, in order.
    """

    path: str
    html: str
    pictures: Mapping[str, tuple[PhotoId, int]]
    lines: tuple[int, ...]


class Previewer:
    """Makes the pages of one newsroom's articles, and keeps what is the same from one edit to the next.

    What it knows of the site is of the moment in which it was made: when a step `moves_site`, make another.
    """

    def __init__(self, reader: Reader, folder: Path, now: datetime) -> None:
        """Survey the site of the newsroom in `folder`, which takes a while. Raises `Trouble` for a bad theme."""
        self._theme: Theme = theme_of(folder)
        self._gathered: Gathered = gather(
            reader, folder, reader.releases(), now=now, base_url=None, theme=self._theme
        )
        self._read: tuple[ArticleId, str, BodyReader] | None = None

    @property
    def article(self) -> ArticleId | None:
        """The article whose text it knows, so that only what changes has to be read."""
        return self._read[0] if self._read else None

    @property
    def files(self) -> Mapping[str, bytes]:
        """The style sheet and the logo by their site paths."""
        return {asset.path: asset.content for asset in self._gathered.assets}

    def page(self, reader: Reader, article: Article) -> PreviewPage:
        """The page of an article as it is given. Raises `Trouble` when a template of the newsroom's own fails."""
        snapshot = _snapshot_of(reader, article)
        body = self._reader_of(article).read(article.body)
        view = view_of_body(reader, self._gathered, snapshot, body)
        pictures: dict[str, tuple[PhotoId, int]] = {}

        def noted(picture: Picture, width: int) -> str:
            path = locate(picture, width)
            pictures[path] = (picture.id, width)
            return path

        return PreviewPage(view.path, page(view, self._theme, noted), pictures, _lines(view))

    def _reader_of(self, article: Article) -> BodyReader:
        language = self._gathered.views.sites[article.edition].edition.language
        if self._read is None or self._read[:2] != (article.id, language):
            self._read = (article.id, language, BodyReader(language, self._gathered.survey.records.labels))
        return self._read[2]


def previewed(
    folder: Path, previewer: Previewer | None, article: Article, now: datetime
) -> tuple[Previewer, PreviewPage]:
    """The page of an article that was not shown before, and who made it: `previewer`, or a new one.

    It opens a reader of its own, so that any thread may call it; nobody else may use the previewer meanwhile.
    """
    with open_reader(folder) as reader:
        previewer = previewer or Previewer(reader, folder, now)
        return previewer, previewer.page(reader, article)


def _snapshot_of(reader: Reader, article: Article) -> Snapshot:
    """The article as it is given, with placements that follow its text as they would if it were saved now."""
    numbers = count(1)
    photos = photos_in(reader, article.body)
    placements = with_inline(
        reader.placements(article.id), article.id, photos, {}, lambda: f"unsaved-{next(numbers)}"
    )
    return Snapshot(article, placements)


def in_scheme(css: str, *, dark: bool) -> str:
    """A style sheet as it works for readers who prefer dark or light, whatever this computer prefers."""
    scheme = "dark" if dark else "light"

    def answer(asked: re.Match[str]) -> str:
        return "(min-width: 0)" if asked[1].lower() == scheme else "(max-width: 0)"

    return f"{_PREFERENCE.sub(answer, css)}\n:root {{ color-scheme: {scheme} !important; }}\n"


def moves_site(step: Step) -> bool:
    """Whether a step may change what is online, or what all pages name; work on a text alone does not."""
    return any(map(_moves_site, step.changes))


def _moves_site(change: Change) -> bool:
    if change.kind in (Placement, Revision):
        return False
    if change.kind is not Article:
        return True
    states = [state for state in (change.before, change.after) if isinstance(state, Article)]
    if not any(state.released_revision for state in states):
        return False
    return len(states) == 1 or not _RELEASING.isdisjoint(change.fields)


def _lines(view: ArticleView) -> tuple[int, ...]:
    """The lines of the blocks that are not left out of the page."""
    shown = {photo for photo, _ in view.figures}
    return tuple(
        block.line for block in view.body.blocks if block.kind is not BlockKind.PHOTO or block.target in shown
    )
