"""Answers the requests of a previewed page: its HTML, its style sheet and its pictures, under our own scheme."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from mimetypes import guess_type
from urllib.parse import quote, unquote

from PySide6.QtCore import QBuffer, QByteArray, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from newsdesk.model.ids import PhotoId
from newsdesk.newsroom import PreviewPage, in_scheme
from newsdesk.ui.preview.making import Fetch

SCHEME = "desk"
SITE = f"{SCHEME}://site/"
"""The root of the site in the preview: the paths of a page lead from it as they do on the web."""


def register_scheme() -> None:
    """Make our scheme known to the engine; it must be done before the process has a profile."""
    if not QWebEngineUrlScheme.schemeByName(QByteArray(SCHEME.encode())).name().isEmpty():
        return
    scheme = QWebEngineUrlScheme(QByteArray(SCHEME.encode()))
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


def address_of(path: str) -> QUrl:
    """The address of a site path in the preview."""
    return QUrl(SITE + quote(path))


class SiteHandler(QWebEngineUrlSchemeHandler):
    """Serves one page with all that belongs to it, in light or in dark."""

    def __init__(self, policy: str, fetch: Fetch, parent: QObject) -> None:
        super().__init__(parent)
        self.dark = False
        self.page: PreviewPage | None = None
        self._files: Mapping[str, bytes] = {}
        self._policy = policy
        self._fetch = fetch
        self._numbers = count()
        self._waiting: dict[int, QWebEngineUrlRequestJob] = {}
        self.destroyed.connect(self._waiting.clear)

    def hold(self, page: PreviewPage, files: Mapping[str, bytes]) -> None:
        """Serve this page from now on."""
        self.page, self._files = page, files

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer a request, pictures later."""
        path = unquote(job.requestUrl().path(QUrl.ComponentFormattingOption.FullyEncoded)).lstrip("/")
        page = self.page
        if page is not None and path == page.path:
            self._reply(job, "text/html; charset=utf-8", page.html.encode())
        elif path in self._files:
            self._reply(job, _type_of(path), self._dressed(path))
        elif page is not None and path in page.pictures:
            self._fetch_picture(job, path, *page.pictures[path])
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def _dressed(self, path: str) -> bytes:
        content = self._files[path]
        return in_scheme(content.decode(), dark=self.dark).encode() if path.endswith(".css") else content

    def _fetch_picture(self, job: QWebEngineUrlRequestJob, path: str, photo: PhotoId, width: int) -> None:
        """Ask for a picture and keep the request until it comes, unless the page goes first."""
        number = next(self._numbers)
        waiting = self._waiting
        waiting[number] = job
        job.destroyed.connect(lambda: waiting.pop(number, None))

        def deliver(content: bytes | None) -> None:
            asked = waiting.pop(number, None)
            if asked is None:
                return
            if content is None:
                asked.fail(QWebEngineUrlRequestJob.Error.RequestFailed)
            else:
                self._reply(asked, _type_of(path), content)

        self._fetch(photo, width, deliver)

    def _reply(self, job: QWebEngineUrlRequestJob, kind: str, content: bytes) -> None:
        headers = {b"Content-Security-Policy": self._policy.encode(), b"X-Content-Type-Options": b"nosniff"}
        # A header may come several times: the binding takes lists, though its types do not say so.
        lists = {QByteArray(name): [QByteArray(value)] for name, value in headers.items()}
        job.setAdditionalResponseHeaders(lists)  # type: ignore[arg-type]
        buffer = QBuffer(job)
        buffer.setData(content)
        job.reply(QByteArray(kind.encode()), buffer)


def _type_of(path: str) -> str:
    return guess_type(path)[0] or "application/octet-stream"
