"""The window of one open newsroom: its panes, and what passes between them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from newsdesk.errors import Trouble
from newsdesk.i18n import Message, tr
from newsdesk.model.article import Article
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId
from newsdesk.store import Step
from newsdesk.ui.commands.actions import Actions
from newsdesk.ui.commands.articles import new
from newsdesk.ui.commands.command import Menu
from newsdesk.ui.commands.parts import Pane, Parts
from newsdesk.ui.commands.table import COMMANDS
from newsdesk.ui.context import Context
from newsdesk.ui.desk.article_list import ArticleList
from newsdesk.ui.desk.desk_list import DeskList
from newsdesk.ui.dialogs.palette import Palette
from newsdesk.ui.dialogs.shortcuts import ShortcutsDialog
from newsdesk.ui.editor.pane import EditorPane
from newsdesk.ui.frame import Frame
from newsdesk.ui.inspector.inspector import Inspector
from newsdesk.ui.kit.banner import Banner, Kind
from newsdesk.ui.panes import Panes
from newsdesk.ui.preview_dock import PreviewDock
from newsdesk.ui.status_line import StatusLine
from newsdesk.ui.top_bar import TopBar

OpenNewsroom = Callable[[Path], None]


class MainWindow(QWidget):
    """What stands in the frame. It passes on what panes say, and does what only a window can."""

    def __init__(self, context: Context, frame: Frame, open_newsroom: OpenNewsroom) -> None:
        super().__init__(frame)
        self.context = context
        self.frame = frame
        self.open_newsroom = open_newsroom
        self.desk = DeskList(context)
        self.articles = ArticleList(context)
        self.editor = EditorPane(context)
        self.inspector = Inspector(context)
        self.preview = PreviewDock(context)
        self.banner = Banner(context.look)
        self.top_bar = TopBar(context.look)
        self.status_line = StatusLine(context)
        self.parts = Parts(context, frame, self, self.desk, self.articles, self.editor)
        self.actions_of = Actions(self.parts)
        middle = QWidget()
        self.panes = Panes(context.look, self.editor, self._panes(), middle)
        self._lay_out(middle)
        self._fill_bars()
        self._connect()
        frame.setCentralWidget(self)
        frame.setWindowTitle(tr("{newsroom} · Newsdesk", newsroom=context.read.newsroom().title))
        self.panes.arrange()

    def is_shown(self, pane: Pane) -> bool:
        """Whether a pane is not folded away."""
        return self.panes.is_shown(pane)

    def toggle(self, pane: Pane) -> None:
        """Fold a pane away, or back."""
        self.panes.toggle(pane)

    def in_focus_mode(self) -> bool:
        """Whether the text stands alone."""
        return self.panes.alone

    def toggle_focus_mode(self) -> None:
        """Leave the text alone, or bring everything back."""
        self.panes.toggle_alone()
        self.top_bar.setVisible(not self.panes.alone)
        self.editor.focus_body()

    def search(self) -> None:
        """Put the caret into the search field."""
        self.top_bar.search.setFocus()
        self.top_bar.search.selectAll()

    def show_palette(self) -> None:
        """Open the list of all commands."""
        self.actions_of.refresh()
        Palette(list(self.actions_of.by_id.values()), self.frame).open()

    def show_shortcuts(self) -> None:
        """Open the page of all keyboard shortcuts."""
        groups = [
            (
                tr(menu).replace("&", ""),
                [self.actions_of.by_id[command.id] for command in COMMANDS if command.menu is menu and command.keys],
            )
            for menu in Menu
        ]
        ShortcutsDialog(groups, self.frame).open()

    def show_photos_tab(self) -> None:
        """Show the article's photos in the inspector."""
        self.panes.want(Pane.INSPECTOR)
        self.inspector.show_photos()

    def show_newest(self) -> None:
        """Show the desk as it opens: all articles, the newest one in the editor."""
        self.desk.choose_all()
        self.articles.select_first()

    def take_down(self) -> None:
        """Leave the frame empty: menus, actions and panes go."""
        self.frame.menuBar().clear()
        for action in self.actions_of.by_id.values():
            self.frame.removeAction(action)
            action.deleteLater()
        self.frame.takeCentralWidget()
        self.preview.take_down()
        self.deleteLater()

    def open_article(self, id: ArticleId | None) -> None:
        """Open an article in the editor, and select it in the list."""
        self.editor.open_article(id)
        if id is not None:
            self.articles.select(id)

    def _panes(self) -> dict[Pane, QWidget]:
        return {
            Pane.DESK: self.desk,
            Pane.LIST: self.articles,
            Pane.INSPECTOR: self.inspector,
            Pane.PREVIEW: self.preview,
        }

    def _lay_out(self, middle: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top_bar, self.banner, middle, self.status_line):
            column.addWidget(widget, 1 if widget is middle else 0)

    def _fill_bars(self) -> None:
        actions = self.actions_of
        actions.fill(self.frame.menuBar())
        self.top_bar.add_leading(actions.by_id["article.new"], "add")
        self.top_bar.add_leading(actions.by_id["file.import"])
        self.top_bar.add_trailing(actions.by_id["view.preview"])
        send = actions.menu(tr("Send"), "send.copy", "", "send.single", "send.fragment", "send.zip")
        self.top_bar.add_menu(tr("Send"), send)
        self.top_bar.add_trailing(actions.by_id["file.publish"], "primary")
        actions.refresh()

    def _connect(self) -> None:
        self.desk.chosen.connect(self._show_query)
        self.articles.opened.connect(self.editor.open_article)
        self.articles.edition_chosen.connect(self.open_article)
        self.articles.menu_wanted.connect(self._show_menu)
        self.articles.new_wanted.connect(lambda: new(self.parts))
        self.articles.search_cleared.connect(self.top_bar.clear_search)
        self.editor.new_wanted.connect(lambda: new(self.parts))
        self.editor.opened.connect(self._opened)
        self.editor.typed.connect(self._show_preview)
        self.editor.caret_moved.connect(self._caret_moved)
        self.editor.counted.connect(self.status_line.show_counts)
        self.editor.photo_activated.connect(lambda _photo: self.inspector.show_photos())
        self.inspector.open_wanted.connect(self.open_article)
        self.inspector.photos.move_wanted.connect(self.editor.move_photo)
        self.preview.line_chosen.connect(self.editor.show_line)
        self.preview.closed.connect(lambda: self.panes.toggle(Pane.PREVIEW))
        self.top_bar.searched.connect(self.articles.search)
        self.top_bar.down.connect(self.articles.focus_list)
        self.status_line.copy_wanted.connect(self._copy_text)
        self.panes.changed.connect(self._panes_changed)
        self.frame.resized.connect(self.panes.arrange)
        self.context.stepped.connect(self._take_step)
        self.context.troubled.connect(self._show_trouble)
        self.context.told.connect(self._show_told)

    def _show_query(self, query: object, title: str) -> None:
        if self.top_bar.search.text():
            self.top_bar.clear_search()
        self.articles.show_query(query, title)

    def _show_menu(self, place: QPoint, _ids: object) -> None:
        self.actions_of.article_menu().popup(place)

    def _opened(self, id: ArticleId | None) -> None:
        self.inspector.show_article(id)
        self._show_facts()
        self._show_preview()
        self.actions_of.refresh()

    def _show_facts(self) -> None:
        article = self.editor.working_copy()
        edition = self.context.read.get(Edition, article.edition) if article else None
        self.status_line.show_article(article, edition)

    def _show_preview(self) -> None:
        if self.panes.is_shown(Pane.PREVIEW):
            self.preview.show_article(self.editor.working_copy())

    def _caret_moved(self, line: int) -> None:
        self.status_line.show_paragraph(line)
        if self.panes.is_shown(Pane.PREVIEW):
            self.preview.show_line(line)

    def _panes_changed(self) -> None:
        self._show_preview()
        self.actions_of.refresh()

    def _take_step(self, step: Step) -> None:
        self.actions_of.refresh()
        if self.editor.article_id and step.touches(Article, self.editor.article_id):
            self._show_facts()
        self._show_preview()
        if step.skipped:
            self.banner.show_text(Kind.WARNING, tr("Some of it was changed since, and stays as it is."))

    def _show_trouble(self, trouble: Trouble) -> None:
        self.banner.show_text(Kind.TROUBLE, str(trouble))

    def _show_told(self, text: Message, undo: bool) -> None:
        actions = [(tr("Undo"), self.context.undo)] if undo else []
        self.banner.show_text(Kind.DONE, str(text), actions)

    def _copy_text(self) -> None:
        article = self.editor.working_copy()
        if article is not None:
            parts = (article.headline, article.standfirst, article.body)
            QApplication.clipboard().setText("\n\n".join(part for part in parts if part))
