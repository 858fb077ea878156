"""What keeps the previewed page in its place: nothing that stands in a text may run, call out or lead away.

None of these is enough alone. Without scripts a page still loads styles, pictures and frames; with a policy it
still follows a refresh; with all requests blocked it still leaves for an error page.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from newsdesk.ui.preview.serving import SCHEME

POLICY = (
    f"default-src 'none'; style-src {SCHEME}: 'unsafe-inline'; img-src {SCHEME}: data:; font-src {SCHEME}: data:;"
    " base-uri 'none'; form-action 'none'"
)
"""The content security policy that every answer carries."""

OUTSIDE = ("https", "http", "mailto")
"""Where a link may lead, in the person's own browser and if the person says so."""

_Attribute = QWebEngineSettings.WebAttribute

_OFF = (
    _Attribute.JavascriptEnabled,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.LocalStorageEnabled,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.Accelerated2dCanvasEnabled,
    _Attribute.ReadingFromCanvasEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.TouchIconsEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.NavigateOnDropEnabled,
    # The page has all its width, as on a phone; the scroll bar stands beside it.
    _Attribute.ShowScrollBars,
    _Attribute.BackForwardCacheEnabled,
    # The page must not take the keyboard from the text when it loads.
    _Attribute.FocusOnNavigationEnabled,
)


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Blocks every request that is not for our own pages."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Let a request through, or not."""
        if info.requestUrl().scheme() not in (SCHEME, "data"):
            info.block(True)


class GuardedPage(QWebEnginePage):
    """A page that stays where `go` sent it. `led_away` brings the address of a link that was clicked."""

    led_away = Signal(str)

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._home = QUrl()
        settings = self.settings()
        for attribute in _OFF:
            settings.setAttribute(attribute, False)
        settings.setAttribute(_Attribute.PlaybackRequiresUserGesture, True)
        settings.setAttribute(_Attribute.WebRTCPublicInterfacesOnly, True)
        settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes)
        self.newWindowRequested.connect(self._refuse_window)
        self.permissionRequested.connect(_refuse_permission)

    def go(self, url: QUrl) -> None:
        """Load one of our own pages."""
        self._home = url
        self.load(url)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        """Stay on the page; a place within it may be gone to."""
        url = QUrl(url)
        if is_main_frame and url.toString().partition("#")[0] == self._home.toString():
            return True
        if kind is QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            self._lead_away(url)
        return False

    def javaScriptConsoleMessage(self, *_said: object) -> None:
        """What the engine says of a page is not for our log: it quotes the text."""

    def chooseFiles(self, *_asked: object) -> list[str]:
        """A page gets no file."""
        return []

    def _refuse_window(self, request: QWebEngineNewWindowRequest) -> None:
        if request.isUserInitiated():
            self._lead_away(request.requestedUrl())

    def _lead_away(self, url: QUrl) -> None:
        if url.scheme() in OUTSIDE:
            self.led_away.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


def guarded_profile(parent: QObject) -> QWebEngineProfile:
    """A profile that keeps nothing and asks nobody."""
    profile = QWebEngineProfile(parent)
    profile.setUrlRequestInterceptor(Interceptor(profile))
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
    profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    profile.setSpellCheckEnabled(False)
    profile.downloadRequested.connect(_refuse_download)
    return profile


def _refuse_download(request: QWebEngineDownloadRequest) -> None:
    request.cancel()


def _refuse_permission(permission: QWebEnginePermission) -> None:
    permission.deny()
