"""What is done with a whole newsroom while it is closed: bringing it back from a backup, deleting it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from newsdesk.backups import Cancelled, Deleted
from newsdesk.errors import Trouble
from newsdesk.i18n import ntr, tr
from newsdesk.newsroom import now
from newsdesk.newsroom.backing_up import delete_newsroom, restore_over
from newsdesk.paths import state_folder
from newsdesk.ui.dialogs.waiting import wait_for
from newsdesk.ui.kit.banner import Kind
from newsdesk.ui.models.wording import exact_words

MOMENT = 0.2
"""Seconds of silence before it is said what takes so long."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of it, for a banner of the newsroom that is opened again."""

    kind: Kind
    text: str


def bring_back(parent: QWidget, file: Path, folder: Path) -> Came:
    """Bring the newsroom in `folder`, which nobody has open, back to the state of the backup in `file`."""
    try:
        restored = wait_for(
            parent,
            tr("Bringing the newsroom back…"),
            tr("Stop"),
            lambda progress, cancelled: restore_over(
                file, folder, state=state_folder(), clock=now, progress=progress, cancelled=cancelled
            ),
            MOMENT,
        )
    except Cancelled as stopped:
        return Came(Kind.WARNING, str(stopped))
    except Trouble as trouble:
        return Came(Kind.TROUBLE, tr("The newsroom is as it was. {why}", why=str(trouble)))
    time = exact_words(restored.backup.made, now())
    if restored.missing:
        return Came(
            Kind.WARNING,
            tr(
                "The newsroom is as it was at {time}, but for the originals of these photos: {names}.",
                time=time,
                names=", ".join(restored.missing),
            ),
        )
    if restored.before is None:
        return Came(
            Kind.WARNING,
            tr(
                "The newsroom is as it was at {time}. The damaged files from before are kept in {folder}.",
                time=time,
                folder=str(restored.aside),
            ),
        )
    return Came(
        Kind.DONE, tr("The newsroom is as it was at {time}. How it was before is the newest backup.", time=time)
    )


def delete(parent: QWidget, folder: Path) -> None:
    """Delete the newsroom in `folder`, which nobody has open, with its backups; say what could not go."""
    try:
        deleted = wait_for(
            parent,
            tr("Deleting the newsroom…"),
            "",
            lambda _progress, _cancelled: delete_newsroom(folder, state=state_folder(), clock=now),
            MOMENT,
        )
    except Trouble as trouble:
        QMessageBox.warning(parent, "Newsdesk", str(trouble))
        return
    said = left_words(deleted)
    if said:
        QMessageBox.information(parent, "Newsdesk", "\n\n".join(said))


def left_words(deleted: Deleted) -> list[str]:
    """What could not be deleted, or was left, and why."""
    said: list[str] = []
    if deleted.left:
        names = "\n".join(str(path) for path in deleted.left)
        said.append(tr("These files were not Newsdesk’s, or could not be deleted:\n{names}", names=names))
    if deleted.unreached is not None:
        said.append(
            tr("The backups in {place} are still there: it was not plugged in.", place=str(deleted.unreached))
        )
    if deleted.others:
        rooms = "\n".join(dict.fromkeys(str(backup.file.parent) for backup in deleted.others))
        said.append(
            ntr(
                "1 backup stays, with its photos: it was made in another folder, as of a copy of this newsroom. "
                "It lies here:\n{rooms}",
                "{count} backups stay, with their photos: they were made in another folder, as of a copy of this "
                "newsroom. They lie here:\n{rooms}",
                len(deleted.others),
                rooms=rooms,
            )
        )
    if deleted.unreadable:
        names = "\n".join(str(file) for file in deleted.unreadable)
        said.append(
            tr(
                "These backups cannot be read, and stay with the photos beside them, for they may be of a copy of "
                "this newsroom:\n{names}",
                names=names,
            )
        )
    if deleted.elsewhere is not None and (deleted.others or deleted.unreadable):
        said.append(
            tr(
                "This newsroom is in {folder}, too. That one is untouched, and so are its places for backups.",
                folder=str(deleted.elsewhere),
            )
        )
    return said
