"""What passes between the panes of a window: who is told of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication

from newsdesk.errors import Trouble
from newsdesk.i18n import Message, tr
from newsdesk.model.article import Article
from newsdesk.model.counting import paragraph_at
from newsdesk.model.edition import Edition
from newsdesk.model.ids import ArticleId
from newsdesk.model.query import ListQuery
from newsdesk.store import DamagedNewsroom, Step
from newsdesk.ui.commands.articles import new
from newsdesk.ui.commands.checking import check_newsroom
from newsdesk.ui.commands.history import show_bin
from newsdesk.ui.commands.parts import Pane
from newsdesk.ui.dialogs.rescued_copy import ask_and_save_copy, copy_text
from newsdesk.ui.kit.banner import Action, Kind
from newsdesk.ui.models.undo_offer import UndoOffer

if TYPE_CHECKING:
    from newsdesk.ui.main_window import MainWindow


class Wiring(QObject):
    """Connects the panes of one window, none of which knows another."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._offer = UndoOffer(window.context, window.banner)
        self._connect_panes()
        self._connect_photos()
        self._connect_window()
        if window.context.refusal is not None:
            said = tr("This newsroom is open for reading only. {why}", why=str(window.context.refusal))
            window.banner.show_text(Kind.WARNING, said)

    def _connect_panes(self) -> None:
        window = self._window
        window.desk.chosen.connect(self._show_query)
        window.desk.bin_wanted.connect(lambda: show_bin(window.parts))
        window.articles.opened.connect(window.editor.open_article)
        window.articles.edition_chosen.connect(window.open_article)
        window.articles.menu_wanted.connect(self._show_menu)
        window.articles.new_wanted.connect(lambda: new(window.parts))
        window.articles.search_cleared.connect(window.top_bar.clear_search)
        window.editor.new_wanted.connect(lambda: new(window.parts))
        window.editor.opened.connect(self._opened)
        window.editor.typed.connect(self._show_preview)
        window.editor.caret_moved.connect(self._caret_moved)
        window.editor.counted.connect(window.status_line.show_counts)
        window.editor.photo_activated.connect(lambda _photo: window.inspector.show_photos())
        window.inspector.open_wanted.connect(window.open_article)
        window.inspector.compare_wanted.connect(window.compare)
        window.preview.line_chosen.connect(window.editor.show_line)
        window.preview.closed.connect(lambda: window.panes.toggle(Pane.PREVIEW))

    def _connect_photos(self) -> None:
        tab, photos = self._window.inspector.photos, self._window.editor.photos
        tab.move_wanted.connect(self._window.editor.move_photo)
        tab.files_chosen.connect(lambda files: photos.add_files(files, lead=False))
        tab.lead_files_chosen.connect(lambda files: photos.add_files(files, lead=True))
        tab.remove_wanted.connect(photos.remove)
        tab.replace_wanted.connect(photos.replace)
        tab.lead_wanted.connect(lambda photo: photos.make_lead(photo or None))
        tab.text_wanted.connect(photos.lead_into_text)
        tab.captioned.connect(photos.set_caption)

    def _connect_window(self) -> None:
        window = self._window
        window.top_bar.searched.connect(window.articles.search)
        window.top_bar.down.connect(window.articles.focus_list)
        window.status_line.copy_wanted.connect(lambda: copy_text(window.context, window.editor.working_copy()))
        window.status_line.save_wanted.connect(
            lambda: ask_and_save_copy(window.context, window.editor.working_copy(), window)
        )
        window.status_line.backups_wanted.connect(window.actions_of.by_id["file.backups"].trigger)
        window.panes.changed.connect(self._panes_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._application_left)
        window.context.stepped.connect(self._take_step)
        window.context.troubled.connect(self._show_trouble)
        window.context.told.connect(self._show_told)
        window.context.typing_undone.connect(lambda text: self._offer.offer(str(text)))

    def _show_query(self, query: ListQuery, title: str) -> None:
        if self._window.top_bar.search.text():
            self._window.top_bar.clear_search()
        self._window.articles.show_query(query, title)

    def _show_menu(self, place: QPoint, _ids: object) -> None:
        self._window.actions_of.article_menu().popup(place)

    def _opened(self, id: ArticleId | None) -> None:
        self._window.inspector.show_article(id)
        self._show_facts()
        self._show_preview()
        self._window.actions_of.refresh()

    def _show_facts(self) -> None:
        article = self._window.editor.working_copy()
        edition = self._window.context.read.get(Edition, article.edition) if article else None
        self._window.status_line.show_article(article, edition)

    def _show_preview(self) -> None:
        if self._window.panes.is_shown(Pane.PREVIEW):
            self._window.preview.show_article(self._window.editor.working_copy())

    def _caret_moved(self, line: int) -> None:
        article = self._window.editor.working_copy()
        if article is not None:
            self._window.status_line.show_paragraph(paragraph_at(article.body, line))
        if self._window.panes.is_shown(Pane.PREVIEW):
            self._window.preview.show_line(line)

    def _application_left(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self._window.context.flush_texts()

    def _panes_changed(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not focus.isVisible():
            # What had the keyboard may have gone with its pane.
            self._window.editor.focus_body()
        self._show_preview()
        self._window.actions_of.refresh()

    def _take_step(self, step: Step) -> None:
        self._window.actions_of.refresh()
        if self._window.editor.article_id and step.touches(Article, self._window.editor.article_id):
            self._show_facts()
        self._show_preview()
        if step.skipped:
            self._window.banner.show_text(Kind.WARNING, tr("Some of it was changed since, and stays as it is."))

    def _show_trouble(self, trouble: Trouble) -> None:
        window = self._window
        said, actions = str(trouble), list[Action]()
        if isinstance(trouble, DamagedNewsroom):
            said = tr("{what} Check the newsroom to see what can be done.", what=str(trouble.what))
            actions.append((tr("Check Newsroom…"), lambda: check_newsroom(window.parts)))
        window.banner.show_text(Kind.TROUBLE, said, actions)

    def _show_told(self, text: Message, undo: bool) -> None:
        if undo:
            self._offer.tell(str(text))
        else:
            self._window.banner.show_text(Kind.DONE, str(text))
