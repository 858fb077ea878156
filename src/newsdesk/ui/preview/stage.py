"""The ground that the previewed page stands on: in the width of a device, scaled down where there is no room."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from newsdesk.ui.kit.look import Look

SIDE = 16
TOP = 14
CORNER = 12
SMALLEST = 0.25
"""Pixels beside and above the page, the radius of its corners, and how far the engine scales down."""


class Device(StrEnum):
    """What readers may hold in their hands."""

    PHONE = "phone"
    TABLET = "tablet"
    DESKTOP = "desktop"


WIDTHS = {Device.PHONE: 390, Device.TABLET: 820, Device.DESKTOP: 1280}
"""How wide a page is there, in CSS pixels."""


class Stage(QWidget):
    """Keeps a page in the middle. `set_zoom` is told how large to draw it.

    `beside` are the pixels that the page's widget has for its scroll bar after the page.
    """

    def __init__(self, look: Look, page: QWidget, beside: int, set_zoom: Callable[[float], None]) -> None:
        super().__init__()
        self._look = look
        self._page = page
        self._beside = beside
        self._set_zoom = set_zoom
        self._device = Device.PHONE
        page.setParent(self)
        self._corners = [_Corner(look, self, right=right) for right in (False, True)]
        look.changed.connect(self.update)

    def set_device(self, device: Device) -> None:
        """Show the page as wide as it is on a device."""
        self._device = device
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page again."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), self._look.colour("chip"))

    def _lay_out(self) -> None:
        wanted = WIDTHS[self._device]
        zoom = max(SMALLEST, min(1.0, (self.width() - 2 * SIDE) / wanted))
        width = round(wanted * zoom)
        place = QRect((self.width() - width) // 2, TOP, width, max(1, self.height() - TOP))
        self._set_zoom(zoom)
        leading = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        self._page.setGeometry(place.adjusted(0 if leading else -self._beside, 0, self._beside * leading, 0))
        left, right = self._corners
        left.move(place.topLeft())
        right.move(place.right() + 1 - CORNER, place.top())
        for corner in self._corners:
            corner.raise_()


class _Corner(QWidget):
    """Rounds a corner of the page, which cannot be cut: the ground is drawn over it."""

    def __init__(self, look: Look, parent: QWidget, *, right: bool) -> None:
        super().__init__(parent)
        self._look = look
        self._right = right
        self.setFixedSize(CORNER, CORNER)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw what lies outside the round."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square, round_ = QPainterPath(), QPainterPath()
        square.addRect(0, 0, CORNER, CORNER)
        round_.addEllipse(-CORNER if self._right else 0, 0, 2 * CORNER, 2 * CORNER)
        painter.fillPath(square - round_, self._look.colour("chip"))
