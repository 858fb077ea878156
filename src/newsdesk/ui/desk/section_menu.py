"""What can be done with a section from the desk, each a step that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from newsdesk.i18n import N_, message, tr
from newsdesk.model.ids import SectionId
from newsdesk.newsroom import PALETTE, colour_section, move_section, remove_section
from newsdesk.ui.context import Context
from newsdesk.ui.models.names import Names

COLOURS = (
    N_("Blue"),
    N_("Red"),
    N_("Green"),
    N_("Brown"),
    N_("Violet"),
    N_("Teal"),
    N_("Pink"),
    N_("Slate"),
)
"""What the colours of PALETTE are called."""


def section_menu(
    context: Context,
    names: Names,
    section: SectionId | None,
    parent: QWidget,
    *,
    add: Callable[[], object],
    rename: Callable[[], object],
) -> QMenu:
    """The menu of one section, or of the head of all."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.addAction(tr("&New section…"), add)
    if section is None:
        return menu
    order = list(names.sections)
    place = order.index(section)
    menu.addAction(tr("&Rename…"), rename)
    _add_colours(menu.addMenu(tr("&Colour")), context, names, section)
    menu.addSeparator()
    up = menu.addAction(tr("Move &up"), lambda: context.do(lambda store: move_section(store, section, place - 1)))
    up.setEnabled(place > 0)
    down = menu.addAction(
        tr("Move &down"), lambda: context.do(lambda store: move_section(store, section, place + 1))
    )
    down.setEnabled(place + 1 < len(order))
    menu.addSeparator()
    menu.addAction(tr("Re&move"), lambda: remove(context, names, section))
    return menu


def remove(context: Context, names: Names, section: SectionId) -> None:
    """Take a section out and say so, with the way back."""
    name = names.section(section)

    def gone(_result: None) -> None:
        context.tell(message(N_("Removed the section “{name}”. Its articles stay."), name=name), undo=True)

    context.do(lambda store: remove_section(store, section), gone)


def _add_colours(menu: QMenu, context: Context, names: Names, section: SectionId) -> None:
    for colour, name in zip(PALETTE, COLOURS, strict=True):
        action = menu.addAction(_square(colour), tr(name), partial(_colour, context, section, colour))
        action.setCheckable(True)
        action.setChecked(names.colour(section) == colour)


def _colour(context: Context, section: SectionId, colour: str) -> None:
    context.do(lambda store: colour_section(store, section, colour))


def _square(colour: str) -> QIcon:
    picture = QPixmap(32, 32)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(6, 6, 20, 20, 5, 5)
    painter.end()
    return QIcon(picture)
