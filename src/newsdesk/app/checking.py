"""A newsroom whose file may be damaged: looked through after an unclean end, and the ways out if it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from shiboken6 import isValid

from newsdesk.app.opened import Opened
from newsdesk.errors import Trouble
from newsdesk.i18n import tr
from newsdesk.newsroom import now
from newsdesk.newsroom.checking_up import looks_sound
from newsdesk.paths import state_folder
from newsdesk.store import DamagedNewsroom
from newsdesk.ui.commands.checking import check_newsroom
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.banner import Kind
from newsdesk.ui.main_window import MainWindow


def see_that_it_is_sound(window: MainWindow, unclean: datetime | None) -> None:
    """After an `unclean` end look through the file beside the work, and say something only if it is damaged."""
    if unclean is None:
        return
    folder = window.context.folder

    def looked(sound: bool) -> None:
        if isValid(window) and not sound:
            said = tr("The newsroom’s file is damaged. What you write now may be lost.")
            check = (tr("Check Newsroom…"), lambda: check_newsroom(window.parts))
            window.notice.show_text(Kind.TROUBLE, said, [check])

    window.context.work(lambda: looks_sound(folder), looked)


def tell_of_damage(opened: Opened | None, damage: DamagedNewsroom) -> None:
    """Something in the window met a damaged place of the newsroom's file."""
    if opened is not None:
        opened.context.troubled.emit(damage)


def offer_ways_out(
    frame: Frame,
    folder: Path,
    damage: DamagedNewsroom | None,
    open_it: Callable[[Path, Trouble | None], None],
    ask: Callable[[], None],
) -> None:
    """Offer what can be done for a damaged newsroom that is closed; then open it, or ask for another."""
    from newsdesk.ui.dialogs.damaged import DamagedDialog

    dialog = DamagedDialog(folder, damage, state_folder(), now, frame)
    dialog.accepted.connect(lambda: open_it(folder, dialog.refusal))
    dialog.rejected.connect(ask)
    dialog.open()
