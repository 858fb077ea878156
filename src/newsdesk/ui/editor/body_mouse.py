"""Where a click in the written text is meant to be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QMouseEvent

from newsdesk.ui.editor.body_paint import Sheet, in_sight

MOUSE = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove})


def snapped(sheet: Sheet, event: QMouseEvent) -> QMouseEvent:
    """The event, moved from between two lines into the nearer one: a text field would take it for a line's end."""
    place = event.position()
    nearest, distance = place.y(), float("inf")
    for block, around in in_sight(sheet.body, sheet.layout):
        if around.bottom() < place.y() - 200 or around.top() > place.y() + 200:
            continue
        if sheet.reading.is_gap(block):
            continue
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            top, bottom = around.top() + line.y(), around.top() + line.y() + line.height()
            away = max(top - place.y(), place.y() - bottom, 0.0)
            if away < distance:
                nearest, distance = (top + bottom) / 2, away
    y = place.y() if distance == 0 else nearest
    return QMouseEvent(
        event.type(),
        QPointF(place.x(), y),
        event.scenePosition(),
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )
