"""The place of the preview: what draws pages is loaded when it is first shown, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.model.article import Article
from newsdesk.ui.context import Context
from newsdesk.ui.kit.widgets import on_ground

if TYPE_CHECKING:
    from newsdesk.ui.preview.pane import PreviewPane


class PreviewDock(QWidget):
    """Holds the preview once it was wanted. `line_chosen` brings the line of the text that was clicked."""

    line_chosen = Signal(int)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pane: PreviewPane | None = None
        on_ground(self, "ground")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def is_up_to_date(self) -> bool:
        """Whether the page is shown as the text is now."""
        return self._pane is not None and self._pane.is_up_to_date

    def show_article(self, article: Article | None) -> None:
        """Show the page of an article as it is now."""
        if self._pane is None:
            from newsdesk.ui.preview.pane import PreviewPane

            self._pane = PreviewPane(self._context)
            self._pane.block_clicked.connect(self.line_chosen)
            self._pane.closed.connect(self.closed)
            self._column.addWidget(self._pane)
        self._pane.show_article(article)

    def show_line(self, line: int) -> None:
        """Bring the block of a line of the text into view."""
        if self._pane is not None:
            self._pane.show_line(line)

    def take_down(self) -> None:
        """Let the page go before the window does."""
        if self._pane is not None:
            self._pane.close()
            self._pane = None
