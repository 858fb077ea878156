"""The inspector: what is filed with the open article, on tabs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.ids import ArticleId
from newsdesk.ui.context import Context
from newsdesk.ui.inspector.article import ArticleTab
from newsdesk.ui.inspector.history import HistoryTab
from newsdesk.ui.inspector.photos import PhotosTab
from newsdesk.ui.kit.tokens import BAR
from newsdesk.ui.kit.widgets import on_ground, rule


class Inspector(QWidget):
    """The tabs Article, Photos and History.

    `open_wanted` asks for another article, such as a translation; `compare_wanted(article, before, after)` for two
    versions side by side.
    """

    open_wanted = Signal(object)
    compare_wanted = Signal(object, object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_ground(self, "pane")
        self.article = ArticleTab(context)
        self.photos = PhotosTab(context)
        self.history = HistoryTab(context)
        self._tabs = QTabBar()
        self._tabs.setAccessibleName(tr("Inspector"))
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setFixedHeight(BAR)
        self._stack = QStackedWidget()
        for name, page in (
            (tr("Article"), self.article),
            (tr("Photos"), self.photos),
            (tr("History"), self.history),
        ):
            self._tabs.addTab(name)
            self._stack.addWidget(page)
        for page in (self.article, self.photos):
            page.setEnabled(context.refusal is None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.article.open_wanted.connect(self.open_wanted)
        self.history.compare_wanted.connect(self.compare_wanted)

    def show_article(self, id: ArticleId | None) -> None:
        """Show what is filed with an article."""
        self.article.show_article(id)
        self.photos.show_article(id)
        self.history.show_article(id)

    def show_photos(self) -> None:
        """Turn to the photos."""
        self._tabs.setCurrentIndex(1)

    def show_history(self, *, keep: bool = False) -> None:
        """Turn to the versions; with `keep` ask for the name of another one."""
        self._tabs.setCurrentIndex(2)
        if keep:
            self.history.ask_name()
        else:
            self.history.rows.setFocus()
