"""What a journey has to hand: the open window, its parts by the names that people read, and the usual moves."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QMenu,
    QWidget,
)

from journey_hand import Hand, Lost, Main, Target
from newsdesk.i18n import tr
from newsdesk.model.article import Article
from newsdesk.ui.dialogs.publish_sheet import PublishSheet
from newsdesk.ui.editor.format_bar import FormatBar
from newsdesk.ui.main_window import MainWindow
from window_driver import Driver

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)

FILE_VIEWS = ("listView", "treeView")
"""What Qt calls the two lists of its file dialog, of which one is shown."""


class Room:
    """The window of one journey. All its questions are asked in the window's own thread."""

    def __init__(self, driver: Driver, main: Main, folder: Path) -> None:
        self.driver = driver
        self.main = main
        self.hand = Hand(main)
        self.folder = folder
        self.window: MainWindow = driver.window

    @property
    def site(self) -> Path:
        """The folder that the site goes into; it is there and empty."""
        return self.folder / "site"

    def wait(self, holds: Callable[[], object], what: str) -> None:
        """Go on once something holds."""
        self.main.wait(holds, what)

    def article(self) -> Article:
        """The open article, as it is kept."""

        def kept() -> Article | None:
            id = self.window.editor.article_id
            return self.window.context.read.get(Article, id) if id else None

        found = self.main.ask(kept)
        if found is None:
            raise Lost("No article is open.")
        return found

    def wait_for_new(self) -> None:
        """A new article is open, with nothing in it."""

        def is_new() -> bool:
            copy = self.window.editor.working_copy()
            return copy is not None and not copy.headline and not copy.body

        self.wait(is_new, "The new article")

    def focus(self) -> QWidget | None:
        """What has the keyboard."""
        return self.main.ask(QApplication.focusWidget)

    def wait_for_focus(self, widget: QWidget, what: str) -> None:
        """The keyboard is in a widget."""
        self.wait(lambda: _holds(widget, QApplication.focusWidget()), f"The caret in {what}")

    def button(self, text: str, within: QWidget | None = None) -> QAbstractButton:
        """The button that people see and read (or hear) as `text`, as it is in the source."""
        place = within or self.driver.frame

        def find() -> QAbstractButton | None:
            wanted = tr(text).replace("&", "")
            for one in place.findChildren(QAbstractButton):
                names = (one.text().replace("&", ""), one.accessibleName(), one.toolTip().split(" (")[0])
                if one.isVisible() and wanted in names:
                    return one
            return None

        return self.found(find, f"The button “{text}”")

    def part(self, kind: type[W], name: str, within: QWidget | None = None) -> W:
        """The widget of a kind that is called `name`, in English, for those who hear it."""
        place = within or self.driver.frame

        def find() -> W | None:
            visible = (one for one in place.findChildren(kind) if one.isVisible())
            return next((one for one in visible if one.accessibleName() == tr(name)), None)

        return self.found(find, f"{kind.__name__} “{name}”")

    def shown(self, kind: type[W]) -> W:
        """The widget of a kind that is to be seen."""

        def find() -> W | None:
            return next((one for one in self.driver.frame.findChildren(kind) if one.isVisible()), None)

        return self.found(find, kind.__name__)

    def dialog(self, kind: type[D]) -> D:
        """The dialog of a kind that is open."""

        def find() -> D | None:
            open_ones = (one for one in QApplication.topLevelWidgets() if one.isVisible())
            return next((one for one in open_ones if isinstance(one, kind)), None)

        found = self.found(find, kind.__name__)
        self._steady(lambda: (found.pos(), found.size()))
        self.hand.nudge(found)
        return found

    def menu_entry(self, text: str) -> Callable[[], QRect]:
        """Where an entry of the open menu is."""

        def open_menu() -> QMenu | None:
            found = QApplication.activePopupWidget()
            return found if isinstance(found, QMenu) else None

        def entry() -> QRect:
            menu = open_menu()
            wanted = tr(text).replace("&", "")
            for action in menu.actions() if menu else []:
                if menu and action.text().replace("&", "") == wanted:
                    area = menu.actionGeometry(action)
                    return QRect(menu.mapToGlobal(area.topLeft()), area.size())
            raise Lost(f"The menu has no “{text}”.")

        self.wait(open_menu, "The menu")
        return entry

    def row(self, view: QAbstractItemView, text: str) -> Callable[[], QRect]:
        """Where the row with a text is in a list."""

        def place() -> QRect | None:
            model, root = view.model(), view.rootIndex()
            for number in range(model.rowCount(root)):
                index = model.index(number, 0, root)
                if text in str(index.data() or ""):
                    area = view.visualRect(index)
                    return QRect(view.viewport().mapToGlobal(area.topLeft()), area.size())
            return None

        self.wait(lambda: place() is not None, f"“{text}” in the list")
        # Files come in one by one, and those that are there move.
        self._steady(place)

        def area() -> QRect:
            found = place()
            if found is None:
                raise Lost(f"“{text}” is not in the list any more.")
            return found

        return area

    def has_gone(self, widget: QWidget) -> bool:
        """Whether a dialog is closed."""
        return not is_visible(widget)

    def wait_until_published(self, sheet: PublishSheet) -> None:
        """The site is written."""
        self.wait(lambda: sheet.outcome.fault or sheet.go.isHidden(), "The site")
        if fault := self.main.ask(lambda: sheet.outcome.fault):
            raise Lost(f"The sheet says: {fault}")

    def _steady(self, place: Callable[[], object]) -> None:
        """Wait until something stays where it is: window managers move what is new."""
        before: object = None
        while (now := self.main.ask(place)) != before:
            before = now
            time.sleep(0.25)

    def click_in_bar(self, text: str) -> None:
        """Click a button over the text, or its entry in the menu of what there is no room for."""
        bar = self.shown(FormatBar)
        buttons = self.main.ask(lambda: [one for one in bar.findChildren(QAbstractButton) if one.isVisible()])
        named = self.main.ask(lambda: [one for one in buttons if one.accessibleName() == tr(text)])
        if named:
            self.hand.click(named[0])
        else:
            self.hand.click(bar.more)
            self.hand.click(self.menu_entry(text), name=text)

    def files(self, dialog: QFileDialog) -> QAbstractItemView:
        def find() -> QAbstractItemView | None:
            views = dialog.findChildren(QAbstractItemView)
            return next((one for one in views if one.isVisible() and one.objectName() in FILE_VIEWS), None)

        return self.found(find, "The list of files")

    def accepting(self, dialog: QFileDialog) -> Target:
        def find() -> QAbstractButton | None:
            box = dialog.findChild(QDialogButtonBox)
            roles = QDialogButtonBox.ButtonRole
            buttons = box.buttons() if box else []
            return next((one for one in buttons if box and box.buttonRole(one) is roles.AcceptRole), None)

        return self.found(find, "The button that chooses")

    def found(self, find: Callable[[], W | None], what: str) -> W:
        held: list[W] = []

        def look() -> bool:
            one = find()
            if one is not None:
                held[:] = [one]
            return one is not None

        self.wait(look, what)
        return held[0]


def item_place(view: QListWidget, number: int) -> Callable[[], QRect]:
    """Where an item of a list is."""

    def area() -> QRect:
        found = view.visualItemRect(view.item(number))
        return QRect(view.viewport().mapToGlobal(QPoint(found.topLeft())), found.size())

    return area


def _holds(widget: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


def is_visible(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return isValid(widget) and widget.isVisible()
