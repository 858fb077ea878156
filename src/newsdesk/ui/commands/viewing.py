"""The commands of the View and Help menus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox

from newsdesk import __version__
from newsdesk.i18n import N_, tr
from newsdesk.ui.commands.checking import check_newsroom
from newsdesk.ui.commands.command import Command, Menu
from newsdesk.ui.commands.editing import with_article
from newsdesk.ui.commands.parts import Pane, Parts


def _toggle(pane: Pane) -> Callable[[Parts], None]:
    return lambda parts: parts.window.toggle(pane)


def _is_shown(pane: Pane) -> Callable[[Parts], bool]:
    return lambda parts: parts.window.is_shown(pane)


def _full_screen(parts: Parts) -> None:
    frame = parts.frame
    if frame.isFullScreen():
        frame.showNormal()
    else:
        frame.showFullScreen()


def _about(parts: Parts) -> None:
    box = QMessageBox(parts.frame)
    box.setWindowTitle(tr("About Newsdesk"))
    box.setText(tr("Newsdesk {version}", version=__version__))
    box.setInformativeText(
        tr("A newsroom on your own machine. Everything lies in {folder}.", folder=str(parts.context.folder))
    )
    box.open()


def _pane(pane: Pane, text: str, keys: str) -> Command:
    return Command(f"view.{pane.value}", text, Menu.VIEW, _toggle(pane), keys=(keys,), checked=_is_shown(pane))


VIEW = (
    _pane(Pane.DESK, N_("&Desk"), "Ctrl+Alt+1"),
    _pane(Pane.LIST, N_("&Articles"), "Ctrl+Alt+4"),
    _pane(Pane.INSPECTOR, N_("&Inspector"), "Ctrl+Alt+5"),
    Command(
        "view.preview",
        N_("&Preview"),
        Menu.VIEW,
        _toggle(Pane.PREVIEW),
        keys=("F12",),
        icon="preview",
        checked=_is_shown(Pane.PREVIEW),
    ),
    Command(
        "view.photos",
        N_("P&hotos of the Article"),
        Menu.VIEW,
        lambda parts: parts.window.show_photos_tab(),
        with_article,
        ("Ctrl+Alt+P",),
        "photos",
        1,
    ),
    Command(
        "view.focus",
        N_("&Focus Mode"),
        Menu.VIEW,
        lambda parts: parts.window.toggle_focus_mode(),
        keys=("F8",),
        icon="focus",
        group=2,
        checked=lambda parts: parts.window.in_focus_mode(),
    ),
    Command(
        "view.full_screen",
        N_("F&ull Screen"),
        Menu.VIEW,
        _full_screen,
        keys=("F11",),
        group=2,
        checked=lambda parts: parts.frame.isFullScreen(),
    ),
)

HELP = (
    Command(
        "help.palette",
        N_("&Find a Command…"),
        Menu.HELP,
        lambda parts: parts.window.show_palette(),
        keys=("Ctrl+Shift+P",),
        icon="search",
    ),
    Command(
        "help.shortcuts",
        N_("&Keyboard Shortcuts"),
        Menu.HELP,
        lambda parts: parts.window.show_shortcuts(),
        keys=("F1",),
    ),
    Command("help.check", N_("&Check Newsroom…"), Menu.HELP, check_newsroom, icon="check", group=1),
    Command("help.about", N_("&About Newsdesk"), Menu.HELP, _about, icon="info", group=2),
)
