"""What follows from the answers at the start: a newsroom is made, and the way of working remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from newsdesk import newsroom
from newsdesk.errors import Trouble
from newsdesk.model.ids import id_maker
from newsdesk.newsroom import now
from newsdesk.paths import config_folder
from newsdesk.settings import Way, save_preferences
from newsdesk.ui.kit.look import Look

if TYPE_CHECKING:
    from newsdesk.ui.dialogs.start import Start


def make_chosen(choice: Start) -> None:
    """Make the newsroom that was asked for, if one was. Raises `Trouble` when it cannot be made."""
    from newsdesk.ui.dialogs.start import Make

    ids, author = id_maker(now), newsroom.author_name()
    if choice.make is Make.SAMPLE and not (choice.folder / "newsroom.db").exists():
        newsroom.create_sample(choice.folder, clock=now, ids=ids, author=author).close()
    if choice.make is Make.NEW:
        newsroom.create_newsroom(
            choice.folder,
            title=choice.title,
            language=choice.language,
            zone=newsroom.system_zone(),
            clock=now,
            ids=ids,
            author=author,
        ).close()


def remember_way(look: Look, parent: QWidget, way: Way) -> None:
    """Let the window have this person's way of working, now and at the next start."""
    chosen = replace(look.preferences, way=way)
    look.apply(chosen)
    try:
        save_preferences(config_folder(), chosen)
    except Trouble as trouble:
        QMessageBox.warning(parent, "Newsdesk", str(trouble))
