"""The window of one open newsroom: its panes, and what passes between them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import tr
from newsdesk.model.ids import ArticleId, RevisionId
from newsdesk.ui.commands.actions import Actions
from newsdesk.ui.commands.command import Menu
from newsdesk.ui.commands.parts import Pane, Parts
from newsdesk.ui.commands.table import COMMANDS
from newsdesk.ui.context import Context
from newsdesk.ui.desk.article_list import ArticleList
from newsdesk.ui.desk.desk_list import DeskList
from newsdesk.ui.dialogs.doors import Doors
from newsdesk.ui.dialogs.palette import Palette
from newsdesk.ui.dialogs.shortcuts import ShortcutsDialog
from newsdesk.ui.editor.pane import EditorPane
from newsdesk.ui.frame import Frame
from newsdesk.ui.inspector.inspector import Inspector
from newsdesk.ui.kit.banner import Banner
from newsdesk.ui.kit.widgets import rule
from newsdesk.ui.panes import Panes
from newsdesk.ui.preview_dock import PreviewDock
from newsdesk.ui.status_line import StatusLine
from newsdesk.ui.top_bar import TopBar
from newsdesk.ui.wiring import Wiring


class MainWindow(QWidget):
    """What stands in the frame. It passes on what panes say, and does what only a window can."""

    def __init__(self, context: Context, frame: Frame, doors: Doors) -> None:
        super().__init__(frame)
        self.context = context
        self.frame = frame
        self.doors = doors
        self.desk = DeskList(context)
        self.articles = ArticleList(context)
        self.editor = EditorPane(context)
        self.inspector = Inspector(context)
        self.preview = PreviewDock(context)
        self.banner = Banner(context.look)
        # Apart from the news of the moment: what must be seen even if something else happens meanwhile.
        self.notice = Banner(context.look)
        self.top_bar = TopBar(context.look)
        self.status_line = StatusLine(context)
        self.parts = Parts(context, frame, self, self.desk, self.articles, self.editor)
        self.actions_of = Actions(self.parts)
        middle = QWidget()
        self.panes = Panes(context.look, self.editor, self._panes(), middle)
        self._lay_out(middle)
        self._fill_bars()
        self.wiring = Wiring(self)
        frame.setCentralWidget(self)
        frame.setWindowTitle(tr("{newsroom} · Newsdesk", newsroom=context.read.newsroom().title))

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
                [
                    self.actions_of.by_id[command.id]
                    for command in COMMANDS
                    if command.menu is menu and command.keys
                ],
            )
            for menu in Menu
        ]
        ShortcutsDialog(groups, self.frame).open()

    def show_photos_tab(self) -> None:
        """Show the article's photos in the inspector."""
        self.panes.want(Pane.INSPECTOR)
        self.inspector.show_photos()

    def show_history(self, *, keep: bool = False) -> None:
        """Show the article's versions in the inspector; with `keep` ask for the name of another one."""
        self.panes.want(Pane.INSPECTOR)
        self.inspector.show_history(keep=keep)

    def compare(self, article: ArticleId, before: RevisionId | None, after: RevisionId | None) -> None:
        """Show two versions of an article side by side; None is the working copy."""
        # Loaded with the first comparison: no window waits for it.
        from newsdesk.ui.dialogs.compare_dialog import show_compared

        show_compared(self.context, article, before, after, self)

    def show_newest(self) -> None:
        """Show the desk as it opens: all articles, the newest one in the editor."""
        self.desk.choose_all()
        self.articles.select_first()
        self.articles.focus_list()

    def take_down(self) -> None:
        """Leave the frame empty: menus, actions and panes go."""
        # Panes get another size once more on their way, when there is no newsroom to ask any more.
        self.panes.blockSignals(True)
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
        for widget in (self.top_bar, rule(), self.notice, self.banner, middle, rule(), self.status_line):
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
