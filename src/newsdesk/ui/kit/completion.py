"""Names that are offered under a field, in a list that stands in nobody's way."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCompleter, QLineEdit, QStyledItemDelegate, QWidget


def offer_names(line: QLineEdit, names: Iterable[str]) -> QCompleter:
    """Offer these names while one is typed; what was offered before is not."""
    listed = list(names)
    completer = line.completer()
    known = completer.model() if completer is not None else None
    if isinstance(known, QStringListModel):
        if known.stringList() != listed:
            known.setStringList(listed)
        return completer
    completer = QCompleter(line)
    completer.setModel(QStringListModel(listed, completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    line.setCompleter(completer)
    stand_aside(line, completer)
    return completer


def stand_aside(line: QLineEdit, completer: QCompleter) -> None:
    """Close the list once it says no more than what is typed, and let a click beside it count."""
    popup = completer.popup()
    if popup is not None:  # whoever completes within the line has none
        aside = _Aside(line, completer, popup)
        # Later: the field opens the list after it has told of the typing.
        line.textEdited.connect(aside.close_if_said, Qt.ConnectionType.QueuedConnection)


class _Aside(QObject):
    """Passes a click beside a list on to what lies under it: Qt lets such a click do no more than close the list.

    All of it goes at the release. A list that is closed at the press still gets the release on some systems, on
    others nobody does.
    """

    def __init__(self, line: QLineEdit, completer: QCompleter, popup: QAbstractItemView) -> None:
        super().__init__(completer)
        self._line = line
        self._completer = completer
        self._popup = popup
        self._pressed: QMouseEvent | None = None
        popup.setProperty("offered", True)
        popup.setItemDelegate(QStyledItemDelegate(popup))
        popup.installEventFilter(self)

    def close_if_said(self) -> None:
        """Close the list if all that it offers is typed already."""
        offered = self._completer
        said = offered.currentCompletion().casefold() == self._line.text().casefold()
        if said and offered.completionCount() == 1:
            self._popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a press that meets nothing of the list; at the release close the list and click there."""
        if watched is self._popup and isinstance(event, QMouseEvent):
            inside = self._popup.rect().contains(event.position().toPoint())
            if event.type() is QEvent.Type.MouseButtonPress and not inside:
                self._pressed = event.clone()
                return True
            if event.type() is QEvent.Type.MouseButtonRelease and self._pressed is not None:
                pressed, self._pressed = self._pressed, None
                self._popup.hide()
                _click(pressed, event)
                return True
        return False


def _click(pressed: QMouseEvent, released: QMouseEvent) -> None:
    """Click as if the mouse had met what is there first."""
    under = QApplication.widgetAt(pressed.globalPosition().toPoint())
    if under is None:
        return
    _give_focus(under)
    top = under.window()
    for event in (pressed, released):
        place = top.mapFromGlobal(event.globalPosition())
        again = QMouseEvent(
            event.type(),
            place,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )
        QCoreApplication.sendEvent(top.windowHandle(), again)


def _give_focus(under: QWidget) -> None:
    """Give the keyboard to the first that takes it by a click, from here outwards, as Qt does."""
    asked: QWidget | None = under
    while asked is not None:
        if asked.isEnabled() and asked.focusPolicy() & Qt.FocusPolicy.ClickFocus == Qt.FocusPolicy.ClickFocus:
            asked.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        asked = None if asked.isWindow() else asked.parentWidget()
