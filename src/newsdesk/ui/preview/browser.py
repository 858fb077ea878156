"""The engine with one page in it: loads it, swaps what changed, and says what was clicked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollBar, QWidget

from newsdesk.i18n import tr
from newsdesk.newsroom import PreviewPage
from newsdesk.ui.preview.drawing import choose_drawing
from newsdesk.ui.preview.guard import POLICY, GuardedPage, guarded_profile
from newsdesk.ui.preview.making import Fetch
from newsdesk.ui.preview.script import SOURCE, call
from newsdesk.ui.preview.serving import SCHEME, SiteHandler, address_of, register_scheme

BAR = 12
"""Pixels of the scroll bar beside the page."""

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld


class Browser(QWidget):
    """One previewed page.

    `shown` says that what was given last can be seen; `clicked` brings the source line of a block, `led_away` the
    address of a link, `died` tells that the engine's process ended.
    """

    shown = Signal()
    clicked = Signal(int)
    led_away = Signal(str)
    died = Signal()

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choose_drawing()
        register_scheme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        # Children go in the order in which they came: the view with its page before the profile.
        self._view = QWebEngineView(self)
        profile = guarded_profile(self)
        self._handler = SiteHandler(POLICY, fetch, profile)
        profile.installUrlSchemeHandler(SCHEME.encode(), self._handler)
        self._page = GuardedPage(profile, self._view)
        self._view.setPage(self._page)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._view.setAcceptDrops(False)
        self._view.setAccessibleName(tr("The article’s page"))
        self._bar = QScrollBar(Qt.Orientation.Vertical)
        self._bar.setFixedWidth(BAR)
        self._bar.setAccessibleName(tr("The place in the article’s page"))
        row.addWidget(self._view, 1)
        row.addWidget(self._bar)
        self._files: Mapping[str, bytes] = {}
        self._loaded = False
        self._place = 0.0
        self._asked = 0
        self._pressed = QPointF()
        self._page.scripts().insert(_own_script())
        self._page.led_away.connect(self.led_away)
        self._page.loadFinished.connect(self._finish_load)
        self._page.renderProcessTerminated.connect(self._tell_of_death)
        self._page.scrollPositionChanged.connect(self._follow_scroll)
        self._page.contentsSizeChanged.connect(self._measure)
        self._bar.valueChanged.connect(self._scroll)

    def show_page(self, page: PreviewPage, files: Mapping[str, bytes]) -> None:
        """Show a page: only what changed when it is the one that is there, all of it else."""
        before = self._handler.page
        same = before is not None and before.path == page.path and self._files.keys() == files.keys()
        self._handler.hold(page, files)
        self._files = files
        if same and self._loaded:
            self._swap()
        elif not same:
            self._load(0.0)

    def load_again(self) -> None:
        """Load the page anew, at the place that was last known."""
        self._load(self._place)

    def set_dark(self, dark: bool) -> None:
        """Show the page as readers get it who prefer dark, or light."""
        if self._handler.dark != dark:
            self._handler.dark = dark
            if self._loaded:
                self._run(call("colour", "dark" if dark else "light"))

    def set_zoom(self, zoom: float) -> None:
        """Show the page so large; 1 is as it is."""
        self._page.setZoomFactor(zoom)

    def show_line(self, line: int) -> None:
        """Scroll to the block of a source line if it is out of sight."""
        if self._loaded:
            self._run(call("showLine", line))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Notice clicks, which the engine takes for itself."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = event.position()
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._ask_for_line(event.position())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the scroll bar to what can be seen."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        seen = self._view.height()
        self._bar.setPageStep(seen)
        self._bar.setSingleStep(seen // 10)
        self._bar.setMaximum(max(0, round(self._page.contentsSize().height()) - seen))

    def _follow_scroll(self, position: QPointF) -> None:
        """The page was scrolled: its place is kept in its own pixels."""
        if self._loaded:
            self._place = position.y() / self._page.zoomFactor()
            with QSignalBlocker(self._bar):
                self._bar.setValue(round(position.y()))

    def _scroll(self, value: int) -> None:
        self._run(call("goTo", value / self._page.zoomFactor()))

    def _watch(self) -> None:
        """Listen to the widget that the engine draws into; it makes another when its process ends."""
        inner = self._view.focusProxy()
        if inner is not None:
            inner.setAcceptDrops(False)
            inner.installEventFilter(self)

    def _load(self, place: float) -> None:
        page = self._handler.page
        if page is not None:
            self._loaded = False
            self._place = place
            self._page.go(address_of(page.path))

    def _finish_load(self, good: bool) -> None:
        """After a load: the page may have changed meanwhile."""
        if not good or self._loaded:
            return
        self._loaded = True
        self._watch()
        self._run(call("goTo", self._place))
        self._swap()

    def _swap(self) -> None:
        page = self._handler.page
        if page is None:
            return
        self._asked += 1
        number = self._asked

        def done(height: object) -> None:
            # A page that is let go of answers too, with nothing.
            if isinstance(height, int | float) and number == self._asked:
                self.shown.emit()

        self._page.runJavaScript(call("show", page.html, page.lines), WORLD, done)

    def _run(self, script: str) -> None:
        self._page.runJavaScript(script, WORLD)

    def _ask_for_line(self, released: QPointF) -> None:
        if (released - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            return
        zoom = self._page.zoomFactor()

        def found(line: object) -> None:
            if isinstance(line, int | float) and line >= 0:
                self.clicked.emit(int(line))

        self._page.runJavaScript(call("lineAt", released.x() / zoom, released.y() / zoom), WORLD, found)

    def _tell_of_death(self) -> None:
        self._loaded = False
        self.died.emit()


def _own_script() -> QWebEngineScript:
    script = QWebEngineScript()
    script.setName("desk")
    script.setSourceCode(SOURCE)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
    script.setWorldId(WORLD)
    script.setRunsOnSubFrames(False)
    return script
