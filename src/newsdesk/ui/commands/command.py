"""One thing that can be done in the window: what menus, the toolbar, the palette and the keyboard know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtGui import QKeySequence

from newsdesk.i18n import N_
from newsdesk.ui.commands.parts import Parts

Keys = QKeySequence.StandardKey | str
"""A standard key of the platform, or one written as Qt writes them (`Ctrl+K`)."""


class Menu(StrEnum):
    """The menus of the window, in order."""

    FILE = N_("&File")
    EDIT = N_("&Edit")
    ARTICLE = N_("&Article")
    TEXT = N_("&Text")
    VIEW = N_("&View")
    HELP = N_("&Help")


READ_ONLY = N_("This newsroom can only be read.")


def always(_parts: Parts) -> str:
    """It can always be done."""
    return ""


@dataclass(frozen=True, slots=True)
class Command:
    """`text` names it (with `&` before its mnemonic); `ready` says why it can't be done now, empty when it can.

    `group` keeps commands together between two lines of a menu, `submenu` puts them into a menu of their own.
    `checked`, where it is given, says whether it is on. What `writes` cannot be done in a newsroom that can only
    be read.
    """

    id: str
    text: str
    menu: Menu
    run: Callable[[Parts], object]
    ready: Callable[[Parts], str] = always
    keys: tuple[Keys, ...] = ()
    icon: str = ""
    group: int = 0
    submenu: str = ""
    checked: Callable[[Parts], bool] | None = None
    writes: bool = False

    def reason(self, parts: Parts) -> str:
        """Why it can't be done now; empty when it can."""
        if self.writes and parts.context.refusal is not None:
            return READ_ONLY
        return self.ready(parts)

    def sequences(self) -> list[QKeySequence]:
        """The keys of this command on this platform."""
        found: list[QKeySequence] = []
        for key in self.keys:
            if isinstance(key, str):
                found.append(QKeySequence(key))
            else:
                found.extend(QKeySequence.keyBindings(key)[:2])
        return found


def writing(*commands: Command) -> tuple[Command, ...]:
    """The commands as such that write."""
    return tuple(replace(command, writes=True) for command in commands)
