"""Takes photo files and pasted pictures into the newsroom, and says which are refused and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from newsdesk.errors import Trouble
from newsdesk.i18n import N_, Message, tr
from newsdesk.model.photo import Photo
from newsdesk.newsroom import Intake, add_photos, add_picture
from newsdesk.store import Store
from newsdesk.ui.context import Context

Took = Callable[[list[Photo]], object]

PICTURES = "*.jpg *.jpeg *.png *.webp *.gif *.tif *.tiff *.heic *.heif *.avif"


class PhotoIntake(QObject):
    """Works on the writing lane. `progressed` says what is done, how far and of how much; `ended` when all is."""

    progressed = Signal(object, int, int)
    ended = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def take_files(self, files: Sequence[Path], took: Took) -> None:
        """Take files in; `took` gets the photos of the good ones, in order."""

        def progress(doing: Message, done: int, total: int) -> None:
            # From the lane's thread: Qt brings it home.
            self.progressed.emit(doing, done, total)

        self._take(lambda store: add_photos(store, files, progress), took)

    def take_picture(self, content: bytes, took: Took) -> None:
        """Take in a picture that was pasted."""
        name = tr("Pasted picture") + ".png"
        self._take(lambda store: add_picture(store, content, name), took)

    def _take(self, work: Callable[[Store], Intake], took: Took) -> None:
        def done(intake: Intake) -> None:
            self._tell_refused(intake)
            if not isValid(self):
                # Whoever wanted the photos is gone; they are in the library.
                return
            self.ended.emit()
            if intake.added:
                took([added.photo for added in intake.added])

        def failed(error: BaseException) -> None:
            if isValid(self):
                self.ended.emit()
            self._context.tell_failure(error)

        self._context.do(work, done, failed)

    def _tell_refused(self, intake: Intake) -> None:
        refused = intake.refused
        if len(refused) == 1:
            self._context.tell_failure(refused[0].trouble)
        elif refused:
            self._context.tell_failure(
                Trouble(
                    N_("{count} files are no photos that Newsdesk can take in: {names}."),
                    N_("The first: {why}"),
                    count=len(refused),
                    names=", ".join(one.file.name for one in refused),
                    why=str(refused[0].trouble),
                )
            )


def ask_for_files(parent: QWidget) -> list[Path]:
    """Let a person choose picture files; none when they would rather not."""
    chosen, _ = QFileDialog.getOpenFileNames(
        parent, tr("Add photos"), _pictures_folder(), tr("Pictures ({patterns})", patterns=PICTURES)
    )
    return [Path(name) for name in chosen]


def _pictures_folder() -> str:
    """Where this person's pictures lie; empty where the system knows no such folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return folder if Path(folder).is_dir() else ""


def files_in(data: QMimeData) -> list[Path]:
    """The files of this machine that are dragged or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def picture_in(data: QMimeData) -> bytes:
    """The picture that is copied, as a PNG; nothing when there is none."""
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return b""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())
