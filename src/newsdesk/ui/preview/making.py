"""Makes the pages that are shown: the first of an article beside the window's thread, its edits at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from newsdesk.errors import Trouble
from newsdesk.model.article import Article
from newsdesk.model.ids import PhotoId
from newsdesk.model.photo import Photo
from newsdesk.newsroom import Previewer, PreviewPage, previewed, scaled_photo
from newsdesk.ui.context import Context
from newsdesk.ui.preview.requests import Requests

Deliver = Callable[[bytes | None], None]
Fetch = Callable[[PhotoId, int, Deliver], None]
"""Gets the bytes of a photo of a width and hands them over later, None when they cannot be had."""


class PageMaker(QObject):
    """Gives `made(page, files)` for the article that was wanted last, or `failed(trouble)`."""

    made = Signal(object, object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._previewer: Previewer | None = None
        self._wanted: Article | None = None
        self._requests = Requests()
        self._busy = False
        self.destroyed.connect(self._requests.drop)

    def make(self, article: Article) -> None:
        """Want the page of an article as it is given."""
        self._wanted = article
        if self._busy:
            return
        previewer = self._previewer
        if previewer is None or previewer.article != article.id:
            self._make_beside(previewer, article)
            return
        try:
            page = previewer.page(self._context.read, article)
        except Trouble as trouble:
            self._previewer = None
            self.failed.emit(trouble)
            return
        self.made.emit(page, previewer.files)

    def forget(self) -> None:
        """What is known of the site is no longer so."""
        self._previewer = None
        self._busy = False
        self._requests.drop()

    def _make_beside(self, previewer: Previewer | None, article: Article) -> None:
        folder, now, wanted = self._context.folder, self._context.clock(), self._requests.begin()
        self._busy = True
        self._previewer = None  # it is at work: nobody else may use it meanwhile

        def done(result: tuple[Previewer, PreviewPage]) -> None:
            if wanted():
                self._take(article, *result)

        def failed(error: BaseException) -> None:
            if wanted():
                self._fail(error)

        self._context.work(lambda: previewed(folder, previewer, article, now), done, failed)

    def _take(self, article: Article, previewer: Previewer, page: PreviewPage) -> None:
        self._busy = False
        self._previewer = previewer
        if self._wanted is not None and self._wanted != article:
            self.make(self._wanted)
        else:
            self.made.emit(page, previewer.files)

    def _fail(self, error: BaseException) -> None:
        self._busy = False
        if not isinstance(error, Trouble):
            raise error
        self.failed.emit(error)


def pictures_of(context: Context) -> Fetch:
    """Gets pictures of the newsroom beside; one that cannot be had stays an empty place, as its alt text says."""

    def fetch(id: PhotoId, width: int, deliver: Deliver) -> None:
        photo = context.read.get(Photo, id)
        if photo is None:
            deliver(None)
            return

        def failed(error: BaseException) -> None:
            deliver(None)
            if not isinstance(error, Trouble):
                raise error

        work = partial(scaled_photo, context.folder, context.newsroom_id, photo, width)
        context.work(work, deliver, failed)

    return fetch
