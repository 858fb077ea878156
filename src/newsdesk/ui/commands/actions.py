"""The commands as actions of Qt, in menus, on buttons and on keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from newsdesk.i18n import Message, tr
from newsdesk.ui.commands.command import Command, Menu
from newsdesk.ui.commands.editing import typed
from newsdesk.ui.commands.parts import Parts
from newsdesk.ui.commands.table import COMMANDS
from newsdesk.ui.kit.icons import icon
from newsdesk.ui.kit.widgets import on_look


class Actions:
    """One action for each command. `refresh` brings up to date what can be done now and why not."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.by_id: Mapping[str, QAction] = {command.id: self._made(command) for command in COMMANDS}
        parts.frame.addActions(list(self.by_id.values()))

    def refresh(self) -> None:
        """Say of each action whether it can run; its tip says why it can't."""
        for command in COMMANDS:
            action = self.by_id[command.id]
            reason = command.reason(self._parts)
            action.setEnabled(not reason)
            action.setStatusTip(tr(reason) if reason else "")
            if command.checked is not None:
                action.setChecked(command.checked(self._parts))
        # Typing that can be taken back comes first, and has no name.
        self._name("edit.undo", None if typed(undone=False) else self._parts.context.undo_name)
        self._name("edit.redo", None if typed(undone=True) else self._parts.context.redo_name)

    def fill(self, bar: QMenuBar) -> None:
        """Put all menus into the menu bar."""
        for menu, commands in groupby(COMMANDS, lambda command: command.menu):
            shown = bar.addMenu(tr(menu))
            shown.aboutToShow.connect(self.refresh)
            fill_menu(shown, list(commands), self.by_id)

    def menu(self, title: str, *ids: str) -> QMenu:
        """A menu of some commands, by their ids; an empty id stands for a line."""
        made = QMenu(title, self._parts.frame)
        made.aboutToShow.connect(self.refresh)
        for id in ids:
            if id:
                made.addAction(self.by_id[id])
            else:
                made.addSeparator()
        return made

    def article_menu(self) -> QMenu:
        """What can be done with the articles that are chosen in the list."""
        chosen = [command for command in COMMANDS if command.menu is Menu.ARTICLE and command.group < 3]
        made = QMenu(self._parts.frame)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(made, chosen, self.by_id)
        made.addSeparator()
        made.addAction(self.by_id["file.publish"])
        self.refresh()
        return made

    def _made(self, command: Command) -> QAction:
        action = QAction(tr(command.text), self._parts.frame)
        action.setObjectName(command.id)
        action.setShortcuts(command.sequences())
        action.setCheckable(command.checked is not None)
        action.triggered.connect(self._runs(command))
        if command.icon:
            look = self._parts.context.look
            on_look(action, look, lambda: action.setIcon(icon(look, command.icon, "soft")))
        tip = tr(command.text).replace("&", "")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        return action

    def _runs(self, command: Command) -> Callable[[], None]:
        def run() -> None:
            # The state may have changed since the menu was shown, and keys do not ask.
            if not command.reason(self._parts):
                command.run(self._parts)
            self.refresh()

        return run

    def _name(self, id: str, step: Message | None) -> None:
        command = next(command for command in COMMANDS if command.id == id)
        named = tr(command.text)
        self.by_id[id].setText(tr(" · ").join((named, str(step))) if step else named)


def fill_menu(menu: QMenu, commands: list[Command], actions: Mapping[str, QAction]) -> None:
    """Put commands into a menu, with lines between groups and their menus within."""
    inner: dict[str, QMenu] = {}
    for _, group in groupby(commands, lambda command: command.group):
        if not menu.isEmpty():
            menu.addSeparator()
        for command in group:
            place = menu
            if command.submenu:
                if command.submenu not in inner:
                    inner[command.submenu] = menu.addMenu(tr(command.submenu))
                place = inner[command.submenu]
            place.addAction(actions[command.id])
