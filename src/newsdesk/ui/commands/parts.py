"""What a command may act on: the panes of the window, and what only the window itself can do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtWidgets import QMainWindow

from newsdesk.model.ids import ArticleId, RevisionId
from newsdesk.ui.context import Context
from newsdesk.ui.desk.article_list import ArticleList
from newsdesk.ui.desk.desk_list import DeskList
from newsdesk.ui.dialogs.doors import Doors
from newsdesk.ui.editor.pane import EditorPane


class Pane(StrEnum):
    """The panes that can be folded away."""

    DESK = "desk"
    LIST = "list"
    INSPECTOR = "inspector"
    PREVIEW = "preview"


class Window(Protocol):
    """What the window does beyond its panes."""

    def is_shown(self, pane: Pane) -> bool:
        """Whether a pane is not folded away."""

    def toggle(self, pane: Pane) -> None:
        """Fold a pane away, or back."""

    def in_focus_mode(self) -> bool:
        """Whether the text stands alone."""

    def toggle_focus_mode(self) -> None:
        """Leave the text alone, or bring everything back."""

    def search(self) -> None:
        """Put the caret into the search field."""

    def show_palette(self) -> None:
        """Open the list of all commands."""

    def show_shortcuts(self) -> None:
        """Open the page of all keyboard shortcuts."""

    def show_photos_tab(self) -> None:
        """Show the article's photos in the inspector."""

    def show_history(self, *, keep: bool = False) -> None:
        """Show the versions of the article that is open; with `keep` ask for the name of another one."""

    def compare(self, article: ArticleId, before: RevisionId | None, after: RevisionId | None) -> None:
        """Show two versions of an article side by side; None is the working copy."""

    @property
    def doors(self) -> Doors:
        """What is done with the whole newsroom, after it was closed."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the open window."""

    context: Context
    frame: QMainWindow
    window: Window
    desk: DeskList
    articles: ArticleList
    editor: EditorPane

    def chosen(self) -> list[ArticleId]:
        """The articles that are meant: those selected in the list, else the one that is open."""
        selected = self.articles.selected()
        if selected:
            return selected
        return [self.editor.article_id] if self.editor.article_id else []
