"""Makes the pages of articles: snapshots opened a few at a time, bodies from the cache or read anew."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from operator import call

from newsdesk.jobs import map_processes
from newsdesk.model.ids import EditionId
from newsdesk.model.revision import Snapshot
from newsdesk.publish.outputs import Files, Output
from newsdesk.publish.survey import Piece
from newsdesk.publish.views import Setting, Views, locate
from newsdesk.render import ArticleView, Body, CommentsView, Link, Theme, body_key, page, read_body
from newsdesk.store import BodyCache, Reader

CHUNK = 200
"""How many articles are in memory at a time."""

_MANY = 200
"""From how many bodies to read on, other processes are worth their start."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """An article that is being made; `stored` is its body from the cache, or None."""

    piece: Piece
    snapshot: Snapshot
    key: str
    stored: Body | None


@dataclass(frozen=True, slots=True)
class ArticlePages:
    """Makes article pages, each with its comments page if it has one."""

    reader: Reader
    views: Views
    theme: Theme
    cache: BodyCache
    by_path: Mapping[str, Piece]

    def make(self, outputs: Sequence[Output]) -> Iterator[Files]:
        """The files of each output, in order."""
        pieces = [self.by_path[output.paths[0]] for output in outputs]
        for opened, body in self._with_bodies(pieces):
            view = online_view(self.views, opened.piece, opened.snapshot, body)
            yield self._files(view)

    def _files(self, view: ArticleView) -> Files:
        files = [(view.path, page(view, self.theme, locate).encode())]
        if view.comments:
            article = Link(view.headline, view.path)
            text = self.views.survey.records.newsroom.comments_text
            comments = CommentsView(view.site, view.comments, article, text)
            files.append((view.comments, page(comments, self.theme, locate).encode()))
        return files

    def _with_bodies(self, pieces: Sequence[Piece]) -> Iterator[tuple[_Opened, Body]]:
        """The articles with their bodies, in order; many bodies that must be read are read in other processes."""
        source = self._opened(pieces)
        first = list(islice(source, CHUNK))
        missing = sum(opened.stored is None for opened in first)
        workers = (os.cpu_count() or 1) if missing * len(pieces) >= _MANY * max(1, len(first)) else 1
        drawn: deque[_Opened] = deque()
        fresh: dict[str, bytes] = {}
        bodies = map_processes(call, self._tasks(first, source, drawn), workers=workers)
        try:
            for body in bodies:
                opened = drawn.popleft()
                if opened.stored is None:
                    fresh[opened.key] = body.to_json().encode()
                if len(fresh) >= CHUNK:
                    self.cache.put_many(fresh)
                    fresh.clear()
                yield opened, body if opened.stored is None else opened.stored
        finally:
            bodies.close()
            self.cache.put_many(fresh)

    def _tasks(
        self, first: list[_Opened], rest: Iterator[_Opened], drawn: deque[_Opened]
    ) -> Iterator[Callable[[], Body]]:
        """What has to be worked out for each article; it goes into `drawn` as its task is taken."""
        while first:
            for opened in first:
                drawn.append(opened)
                yield Body if opened.stored is not None else self._reading(opened)
            first = list(islice(rest, CHUNK))

    def _reading(self, opened: _Opened) -> Callable[[], Body]:
        article = opened.snapshot.article
        return partial(read_body, article.body, self._language(article.edition), self.views.survey.records.labels)

    def _opened(self, pieces: Sequence[Piece]) -> Iterator[_Opened]:
        labels = self.views.survey.records.labels
        for start in range(0, len(pieces), CHUNK):
            chunk = pieces[start : start + CHUNK]
            snapshots = dict(self.reader.snapshots(piece.release.hash for piece in chunk))
            keys = {
                piece.release.hash: body_key(
                    snapshots[piece.release.hash].article.body, self._language(piece.release.edition), labels
                )
                for piece in chunk
            }
            stored = self.cache.get_many(keys.values())
            for piece in chunk:
                hash = piece.release.hash
                yield _Opened(piece, snapshots[hash], keys[hash], body_from(stored.get(keys[hash])))

    def _language(self, edition: EditionId) -> str:
        return self.views.sites[edition].edition.language


def body_from(stored: bytes | None) -> Body | None:
    """The body that the cache gave, None when it gave none or what is none."""
    if stored is None:
        return None
    try:
        return Body.from_json(stored.decode())
    except ValueError:
        return None


def updated_of(first: datetime | None, last: datetime | None) -> datetime | None:
    """The time of an update that readers should know of: None for the first release itself."""
    return last if first and last and last > first else None


def online_view(views: Views, piece: Piece, snapshot: Snapshot, body: Body) -> ArticleView:
    """What the page of an article on the site shows."""
    release, newsroom = piece.release, views.survey.records.newsroom
    wanted = newsroom.comments if snapshot.article.comments is None else snapshot.article.comments
    setting = Setting(
        path=piece.path,
        comments=piece.comments if wanted else "",
        published=release.first_released,
        updated=updated_of(release.first_released, release.released),
        more=views.survey.before.get(release.id, ()),
    )
    return views.article(snapshot, body, setting)
