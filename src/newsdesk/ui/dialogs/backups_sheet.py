"""The window of backups: what there is, making one, bringing one back, and copies to keep elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QMessageBox, QWidget

from newsdesk.backups import BackedUp, CopiedOff, Copying, Kind, Restored
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, Message, message, ntr, tr
from newsdesk.model.slug import slug_of
from newsdesk.newsroom import Progress
from newsdesk.newsroom.backing_up import back_up, copy_off, restore, set_second_place, write_backup_file
from newsdesk.newsroom.plain_copy import PlainCopy, is_plain_copy, write_plain_copy
from newsdesk.store import open_reader
from newsdesk.ui.context import Context
from newsdesk.ui.dialogs.backups_delete import DeleteDialog
from newsdesk.ui.dialogs.backups_list import BackupsList
from newsdesk.ui.dialogs.backups_looking import Found, look_for_backups
from newsdesk.ui.dialogs.backups_running import Running
from newsdesk.ui.dialogs.backups_second import SecondPlace
from newsdesk.ui.dialogs.doors import Doors
from newsdesk.ui.dialogs.sheet import button_row, fit, made_sheet, while_open
from newsdesk.ui.kit.widgets import ElidedLabel, button, label, rule
from newsdesk.ui.models.backup_words import origin_words, size_words
from newsdesk.ui.models.wording import moment_words

WIDTH = 720
EMPTY_HEIGHT = 72
ABOVE = 60
"""Pixels of the screen’s height that are left for the frame of a window."""


class BackupsDialog(QDialog):
    """Shows the backups of the open newsroom. Long work goes on beside it, and when it closes."""

    def __init__(self, context: Context, doors: Doors, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._doors = doors
        self._found: Found | None = None
        self.running = Running(context)
        self.list = BackupsList(context.look)
        self.second = SecondPlace()
        self._used = label("", "soft")
        self._where = ElidedLabel("", "label")
        self._empty = label(
            tr(
                "There is no backup yet. Newsdesk makes one by itself while you work, every half hour in which "
                "something changed, and when you close the newsroom."
            ),
            "soft",
            wrap=True,
        )
        self._empty.setMinimumHeight(EMPTY_HEIGHT)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.folder = button(tr("Show &Folder"), self._show_folder, "link")
        self.make = button(tr("Back &Up Now"), self.back_up_now, "primary")
        self.bring_back = button(tr("&Bring Back…"), self._bring_back)
        self.elsewhere = button(tr("&Restore to Another Folder…"), self._restore_elsewhere)
        self.save = button(tr("Save &One File…"), self._save_file)
        self.plain = button(tr("&Write Plain Copy…"), self._write_plain)
        self.delete = button(tr("&Delete Newsroom and Its Backups…"), self._delete, "danger")
        self._lay_out()
        self.list.hide()
        self.running.changed.connect(lambda _busy: self._enable())
        self.list.currentItemChanged.connect(lambda _now, _before: self._enable())
        self.second.choose_wanted.connect(self._choose_second)
        self.second.forget_wanted.connect(lambda: self._set_second(None))
        self.second.copy_wanted.connect(self.copy_off_now)
        context.kept.connect(self.look)
        self._enable()
        self.look()
        self.make.setFocus()

    @property
    def is_looked_up(self) -> bool:
        """Whether it shows what there is."""
        return self._found is not None

    def look(self) -> None:
        """Look up what there is, and show it."""
        context = self._context
        folder, state, newsroom = context.folder, context.state, context.newsroom_id
        context.work(
            lambda: look_for_backups(folder, state, newsroom),
            while_open(self, self._show),
            while_open(self, self.running.tell),
        )

    def back_up_now(self) -> None:
        """Make a backup of all that is on the disk by now, and have it in the second place too."""
        context = self._context

        def work(progress: Progress, cancelled: Callable[[], bool]) -> tuple[BackedUp, CopiedOff]:
            folder, state, clock = context.folder, context.state, context.clock
            made = back_up(folder, Kind.BY_HAND, state=state, clock=clock, progress=progress, cancelled=cancelled)
            copied = copy_off(
                folder, state=state, by_hand=False, clock=clock, progress=progress, cancelled=cancelled
            )
            return made, copied

        self._after_saving(lambda: self.running.run(tr("Backing up…"), work, lambda both: _backed_up_said(*both)))

    def copy_off_now(self) -> None:
        """Copy the newest backup to the second place, after making one if there is none."""
        context = self._context

        def work(progress: Progress, cancelled: Callable[[], bool]) -> CopiedOff:
            return copy_off(
                context.folder,
                state=context.state,
                by_hand=True,
                clock=context.clock,
                progress=progress,
                cancelled=cancelled,
            )

        self.running.run(tr("Copying to the second place…"), work, _copied_said)

    def _lay_out(self) -> None:
        column = made_sheet(self, tr("Backups"), WIDTH)
        column.addWidget(self._used)
        where = QHBoxLayout()
        where.setSpacing(10)
        where.addWidget(self._where, 1)
        where.addWidget(self.folder)
        column.addLayout(where)
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        column.addLayout(button_row(self.bring_back, self.elsewhere, None, self.make))
        for part in (rule(), self.second, rule(), label(tr("TO CARRY AWAY"), "head")):
            column.addWidget(part)
        column.addWidget(
            label(
                tr("One file holds all of it. A plain copy is Markdown and photos that any program reads."),
                "label",
                wrap=True,
            )
        )
        column.addLayout(button_row(self.save, self.plain, None))
        column.addWidget(rule())
        column.addWidget(self.running)
        column.addLayout(button_row(self.delete, None, button(tr("Close"), self.accept)))

    def _show(self, found: Found) -> None:
        was_empty, self._found = self.list.isHidden(), found
        now = self._context.clock()
        self.list.show_backups(found.backups, found.unreadable, now)
        self.list.setVisible(bool(found.backups or found.unreadable))
        self._empty.setVisible(self.list.isHidden())
        used = ntr("1 backup", "{count} backups", len(found.backups))
        if found.usage is not None:
            used = tr(
                "{backups}, {size} of {budget} at most",
                backups=used,
                size=size_words(found.usage.bytes),
                budget=size_words(found.usage.budget),
            )
        self._used.setText(used)
        self._used.setVisible(bool(found.backups))
        self._where.setText(f"\u2066{found.room}\u2069")
        self.second.show_found(found, now)
        self._enable()
        if was_empty != self.list.isHidden():
            fit(self)
            room = self.screen().availableGeometry().height() - ABOVE
            self.resize(self.width(), min(self.height(), room))

    def _enable(self) -> None:
        free, chosen = not self.running.busy, self.list.chosen() is not None
        writes = self._context.refusal is None
        for one in (self.make, self.save, self.plain, self.second):
            one.setEnabled(free)
        self.elsewhere.setEnabled(free and chosen)
        self.bring_back.setEnabled(free and chosen and writes)
        self.delete.setEnabled(free and writes)

    def _show_folder(self) -> None:
        if self._found is not None:
            folder = next(one for one in (self._found.room, *self._found.room.parents) if one.is_dir())
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _bring_back(self) -> None:
        listed = self.list.chosen()
        if listed is None:
            return
        backup, now = listed.backup, self._context.clock()
        zone = now.astimezone().tzinfo
        assert zone is not None
        box = QMessageBox(self)
        box.setWindowTitle(tr("Backups"))
        box.setText(tr("Bring the newsroom back to how it was {time}?", time=moment_words(backup.made, now, zone)))
        told = tr(
            "It had {articles} articles and {photos} photos then. How it is now is kept as a backup first, so "
            "that you can come back to it. Photos that were added since stay.",
            articles=backup.contents.articles,
            photos=len(backup.contents.photos),
        )
        box.setInformativeText("\n\n".join(filter(None, [origin_words(listed.origin), told])))
        sure = box.addButton(tr("Bring Back"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answered() -> None:
            if box.clickedButton() is sure:
                self.accept()
                self._doors.bring_back(backup.file)

        box.finished.connect(lambda _result: answered())
        box.open()

    def _restore_elsewhere(self) -> None:
        listed = self.list.chosen()
        name = QFileDialog.getExistingDirectory(
            self, tr("A new or an empty folder"), str(self._context.folder.parent)
        )
        if listed is None or not name:
            return
        file, out = listed.backup.file, Path(name)

        def open_it() -> None:
            self.accept()
            self._doors.open(out)

        def done(restored: Restored) -> Message:
            return message(
                N_("Restored into {folder}: {articles} articles."),
                folder=str(restored.folder),
                articles=restored.backup.contents.articles,
            )

        self.running.run(
            tr("Restoring…"),
            lambda progress, cancelled: restore(file, out, progress=progress, cancelled=cancelled),
            done,
            (tr("Open &It"), open_it),
        )

    def _save_file(self) -> None:
        context = self._context
        day = context.clock().astimezone().date().isoformat()
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save One File"), str(Path.home() / f"{self._slug()}-{day}.zip"), tr("Backups (*.zip)")
        )
        if not name:
            return

        def work(progress: Progress, cancelled: Callable[[], bool]) -> BackedUp:
            return write_backup_file(
                context.folder, Path(name), clock=context.clock, progress=progress, cancelled=cancelled
            )

        def done(made: BackedUp) -> Message:
            size = size_words(made.backup.size)
            return message(N_("Saved to {file}, {size}, and found good."), file=str(made.backup.file), size=size)

        self._after_saving(lambda: self.running.run(tr("Saving one file…"), work, done))

    def _write_plain(self) -> None:
        context = self._context
        name = QFileDialog.getExistingDirectory(self, tr("Where the plain copy shall be"), str(Path.home()))
        if not name:
            return
        out = plain_folder(Path(name), self._slug())

        def work(progress: Progress, cancelled: Callable[[], bool]) -> PlainCopy:
            with open_reader(context.folder) as reader:
                return write_plain_copy(reader, context.folder, out, progress=progress, cancelled=cancelled)

        self._after_saving(lambda: self.running.run(tr("Writing the plain copy…"), work, _plain_said))

    def _choose_second(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("A folder on another disk, or one that is synced"))
        if name and self._set_second(Path(name)):
            self.copy_off_now()

    def _set_second(self, place: Path | None) -> bool:
        context = self._context
        try:
            set_second_place(context.state, context.newsroom_id, context.folder, place)
        except Trouble as trouble:
            self.running.tell(trouble)
            return False
        self.running.say("" if place else tr("Backups are not copied off this laptop any more."))
        context.kept.emit()
        return True

    def _delete(self) -> None:
        title = self._context.read.newsroom().title
        origins = [listed.origin.own for listed in self._found.backups] if self._found else []
        own = sum(origins)
        dialog = DeleteDialog(title, self._context.folder, own, len(origins) - own, self)

        def sure() -> None:
            self.accept()
            self._doors.delete()

        dialog.accepted.connect(sure)
        dialog.open()

    def _slug(self) -> str:
        return slug_of(self._context.read.newsroom().title, "newsroom")

    def _after_saving(self, run: Callable[[], None]) -> None:
        """Run once all that is typed is on the disk."""
        self._context.flush()
        self._context.do(lambda _store: None, while_open(self, lambda _none: run()))


def plain_folder(chosen: Path, slug: str) -> Path:
    """Where a plain copy goes: into the folder itself if it is empty or an older copy, else into one within it."""
    try:
        fits = is_plain_copy(chosen) or not any(chosen.iterdir())
    except OSError:
        fits = True
    return chosen if fits else chosen / f"{slug}-plain-copy"


def _backed_up_said(made: BackedUp, copied: CopiedOff) -> Message:
    size = size_words(made.backup.size)
    if made.lost:
        return message(
            N_("Backed up, {size}. Photos whose originals are missing or damaged: {names}."),
            size=size,
            names=", ".join(made.lost),
        )
    if copied.outcome is Copying.COPIED:
        return message(N_("Backed up, {size}, found good, and copied to the second place."), size=size)
    return message(N_("Backed up, {size}, and found good."), size=size)


def _copied_said(copied: CopiedOff) -> Message:
    if copied.outcome is Copying.NO_BACKUP:
        return message(N_("There is no backup to copy yet: back up first."))
    if copied.missing:
        return message(
            N_("Copied to {place}, but for the photos {names}: their originals are missing or damaged."),
            place=str(copied.place),
            names=", ".join(copied.missing),
        )
    return message(N_("The newest backup is in {place}."), place=str(copied.place))


def _plain_said(copied: PlainCopy) -> Message:
    if copied.remarks:
        return message(
            N_("The plain copy is in {folder}. {remark}"), folder=str(copied.folder), remark=str(copied.remarks[0])
        )
    return message(
        N_("The plain copy is in {folder}: {articles} articles and {photos} photos."),
        folder=str(copied.folder),
        articles=copied.articles,
        photos=copied.photos,
    )
