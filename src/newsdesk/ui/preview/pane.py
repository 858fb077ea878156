"""The docked preview: the page that readers will get, beside the text and in step with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from newsdesk.errors import Trouble
from newsdesk.i18n import tr
from newsdesk.model.article import TEXT_FIELDS, Article
from newsdesk.model.placement import Placement
from newsdesk.newsroom import PreviewPage, moves_site
from newsdesk.store import Step
from newsdesk.ui.context import Context
from newsdesk.ui.kit.banner import Banner
from newsdesk.ui.kit.debounce import Debounce
from newsdesk.ui.kit.empty import empty_state
from newsdesk.ui.kit.widgets import on_ground, rule
from newsdesk.ui.preview.bar import PreviewBar
from newsdesk.ui.preview.drawing import is_refused_as_root
from newsdesk.ui.preview.links import ask_to_open
from newsdesk.ui.preview.making import PageMaker, pictures_of
from newsdesk.ui.preview.stage import Device, Stage

if TYPE_CHECKING:
    from newsdesk.ui.preview.browser import Browser

QUIET = 150
LONGEST = 400
"""Milliseconds without a key after which the page follows the text, and the longest it waits."""


class PreviewPane(QWidget):
    """Shows one article's page while it is visible; hidden it costs nothing.

    `block_clicked` brings the source line, from 0, of the block that was clicked; `closed` asks whoever holds the
    pane to hide it.
    """

    block_clicked = Signal(int)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._article: Article | None = None
        self._browser: Browser | None = None
        self._device, self._dark = Device.PHONE, False
        self._deaths = 0
        self._line: int | None = None
        self._is_shown = False
        self._maker = PageMaker(context, self)
        self._typing = Debounce(self._make, quiet=QUIET, longest=LONGEST, parent=self)
        self._bar = PreviewBar(context.look)
        self._banner = Banner(context.look)
        self._places = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._bar, rule(), self._banner):
            column.addWidget(part)
        column.addWidget(self._places, 1)
        on_ground(self, "pane")
        self.setMinimumWidth(352)
        self._bar.device_chosen.connect(self._choose_device)
        self._bar.dark_chosen.connect(self._choose_dark)
        self._bar.close_wanted.connect(self.closed)
        self._maker.made.connect(self._show_page)
        self._maker.failed.connect(self._show_trouble)
        context.stepped.connect(self._take_step)

    def show_article(self, article: Article | None) -> None:
        """Show the page of an article, or that there is none to show; the same article is followed."""
        if article is not None and self._article is not None and article.id == self._article.id:
            if article != self._article:
                self.refresh(article)
            return
        self._article = article
        self._deaths = 0
        self._is_shown = False
        self._banner.hide()
        self._typing.drop()
        self._make()

    def refresh(self, article: Article) -> None:
        """Follow the text: `article` is the one that is shown, with what is typed and perhaps not saved."""
        self._article = article
        if self.isVisible():
            self._bar.set_state(tr("Updating…"))
            self._typing.note()

    def flush(self) -> None:
        """Follow the text now if it was to be followed soon."""
        self._typing.flush()

    @property
    def is_up_to_date(self) -> bool:
        """Whether the page is shown as the text is now."""
        return self._bar.state == tr("Up to date")

    def show_line(self, line: int) -> None:
        """Bring the block of a source line into sight, such as that with the caret.

        Before the article's page is there it is left at its beginning.
        """
        if self._browser is not None and self._is_shown:
            self._line = line
            self._browser.show_line(line)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to work."""
        super().showEvent(event)
        if not event.spontaneous():
            self._make()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the engine go: it takes more memory than all the rest."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._typing.drop()
            self._maker.forget()
            self._clear()
            # Now, not when there is time: the engine complains when the application goes before its pages.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _make(self) -> None:
        if not self.isVisible():
            return
        if self._article is None:
            self._say("article", tr("No article"), tr("Open an article to see its page as readers will get it."))
            return
        if is_refused_as_root():
            self._say(
                "warning",
                tr("No preview as root"),
                tr("What draws pages refuses to run as root. Start Newsdesk as yourself to see them."),
            )
            return
        self._bar.set_state(tr("Updating…"))
        self._maker.make(self._article)

    def _show_page(self, page: PreviewPage, files: dict[str, bytes]) -> None:
        if not self.isVisible():
            return
        if self._browser is None:
            self._clear()
            self._browser = self._begin()
        self._browser.show_page(page, files)

    def _begin(self) -> Browser:
        """Start the engine. It is loaded only now: a window without preview does without it."""
        from newsdesk.ui.preview.browser import BAR, Browser

        browser = Browser(pictures_of(self._context))
        browser.set_dark(self._dark)
        browser.shown.connect(self._take_shown)
        browser.clicked.connect(self.block_clicked)
        browser.led_away.connect(partial(ask_to_open, self._banner))
        browser.died.connect(self._take_death)
        stage = Stage(self._context.look, browser, BAR, browser.set_zoom)
        stage.set_device(self._device)
        self._places.addWidget(stage)
        return browser

    def _take_shown(self) -> None:
        """The page is there: the block with the caret may have come with it, or been moved."""
        self._bar.set_state(tr("Up to date"))
        self._is_shown = True
        if self._browser is not None and self._line is not None:
            self._browser.show_line(self._line)
        self._line = None

    def _take_step(self, step: Step) -> None:
        article = self._article
        if article is None:
            return
        for change in step.changes:
            if change.id == article.id and isinstance(change.after, Article):
                # Texts are as they were typed last, which may be later than they were saved.
                fields = [field for field in change.fields if field not in TEXT_FIELDS]
                article = replace(article, **{field: getattr(change.after, field) for field in fields})
        moved = moves_site(step)
        if moved:
            self._maker.forget()
        if moved or article != self._article or step.touches(Placement):
            self._article = article
            self._make()

    def _choose_device(self, device: Device) -> None:
        self._device = device
        stage = self._places.currentWidget()
        if isinstance(stage, Stage):
            stage.set_device(device)

    def _choose_dark(self, dark: bool) -> None:
        self._dark = dark
        if self._browser is not None:
            self._browser.set_dark(dark)

    def _take_death(self) -> None:
        """The engine's process ended: it comes back by itself once, then it is for the person to say."""
        self._deaths += 1
        if self._deaths == 1 and self._browser is not None:
            self._bar.set_state(tr("Updating…"))
            self._browser.load_again()
            return
        self._clear()
        self._say(
            "warning",
            tr("The preview stopped"),
            tr("It stopped twice while showing this page. Your text is not affected."),
            self._load_again,
        )

    def _show_trouble(self, trouble: Trouble) -> None:
        self._say("warning", tr("The page cannot be made"), str(trouble), self._load_again)

    def _load_again(self) -> None:
        self._deaths = 0
        self._maker.forget()
        self._make()

    def _say(self, icon: str, title: str, text: str, again: Callable[[], None] | None = None) -> None:
        self._clear()
        self._banner.hide()
        self._bar.set_state("")
        action = tr("Load again") if again else ""
        self._places.addWidget(empty_state(self._context.look, icon, title, text, action, again))

    def _clear(self) -> None:
        """Let go of what is shown."""
        self._browser, self._line, self._is_shown = None, None, False
        while (shown := self._places.currentWidget()) is not None:
            self._places.removeWidget(shown)
            shown.deleteLater()
