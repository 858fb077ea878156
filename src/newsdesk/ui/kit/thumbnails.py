"""Small pictures for lists and cards, read and scaled beside the window's thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from newsdesk.errors import Trouble
from newsdesk.jobs import Jobs

KEPT = 400
"""How many pictures stay in memory: some 12 KB each."""

Picture = Callable[[str, str], bytes]
"""Gives the bytes of a small picture by the hash and the extension of its original; in any thread."""


class Thumbnails(QObject):
    """Gives pictures that are there, and says `arrived(hash)` when one that was asked for is."""

    arrived = Signal(str)

    def __init__(self, picture: Picture, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._picture = picture
        self._jobs = jobs
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._asked: set[str] = set()
        self._pixmaps: OrderedDict[tuple[str, int, int, float], QPixmap] = OrderedDict()

    def pixmap(self, hash: str, extension: str, size: QSize, ratio: float = 1.0) -> QPixmap | None:
        """The photo filling `size` (cut at its edges, corners round) for a screen of that ratio; None: not yet."""
        key = (hash, size.width(), size.height(), ratio)
        found = self._pixmaps.get(key)
        if found is not None:
            self._pixmaps.move_to_end(key)
            return found
        image = self._images.get(hash)
        if image is None:
            self._ask(hash, extension)
            return None
        made = self._pixmaps[key] = filled(image, size, ratio)
        while len(self._pixmaps) > KEPT:
            self._pixmaps.popitem(last=False)
        return made

    def _ask(self, hash: str, extension: str) -> None:
        if hash in self._asked:
            return
        self._asked.add(hash)

        def work() -> QImage:
            return QImage.fromData(self._picture(hash, extension))

        def failed(error: BaseException) -> None:
            # A photo that cannot be read stays an empty place in lists.
            self._take(hash, QImage())
            if not isinstance(error, Trouble):
                raise error

        self._jobs.run(work, lambda image: self._take(hash, image), failed)

    def _take(self, hash: str, image: QImage) -> None:
        self._images[hash] = image
        while len(self._images) > KEPT:
            gone, _ = self._images.popitem(last=False)
            self._asked.discard(gone)
        self.arrived.emit(hash)


def filled(image: QImage, size: QSize, ratio: float, corner: float = 5) -> QPixmap:
    """The picture filling `size`, in the middle where it is cut; an empty picture gives a see-through one."""
    real = size * ratio
    made = QPixmap(real)
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(ratio)
    if image.isNull():
        return made
    scaled = image.scaled(
        real, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(0, 0, size.width(), size.height())
    path = QPainterPath()
    path.addRoundedRect(place, corner, corner)
    painter.setClipPath(path)
    cut = QRectF(
        (scaled.width() - real.width()) / 2, (scaled.height() - real.height()) / 2, real.width(), real.height()
    )
    painter.drawImage(place, scaled, cut)
    painter.end()
    return made
