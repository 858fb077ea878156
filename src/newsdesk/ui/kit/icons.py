"""Icons of our own family, drawn in the colours of the look."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from newsdesk.paths import resources
from newsdesk.ui.kit.look import Look

SIZE = 20


def icon(look: Look, name: str, colour: str = "text") -> QIcon:
    """The icon `name` in a colour of the look; disabled it is faint."""
    made = QIcon()
    for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, "faint")):
        for ratio in (1, 2):
            made.addPixmap(pixmap(name, look.colour(shade), SIZE, ratio), mode)
    return made


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon `name` as a picture of `size` pixels for a screen of that device pixel ratio."""
    drawn = QPixmap(QSize(size, size) * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint(painter, QRectF(0, 0, size * ratio, size * ratio), name, colour)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def paint(painter: QPainter, place: QRectF, name: str, colour: QColor) -> None:
    """Draw the icon `name` into a place."""
    QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour.name()).encode())).render(painter, place)


@cache
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
