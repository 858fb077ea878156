"""A field for a day and a time, empty until one is set."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from newsdesk.errors import Trouble
from newsdesk.i18n import tr
from newsdesk.model.ids import Clock
from newsdesk.newsroom import moment_of
from newsdesk.ui.kit.look import Look
from newsdesk.ui.kit.widgets import icon_button
from newsdesk.ui.models.wording import moment_words, time_words

_WRITTEN = "%Y-%m-%d %H:%M"
_HOUR = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


class MomentField(QLineEdit):
    """Shows a moment in words and, while it is edited, as 2026-03-21 10:30; an hour alone is meant today.

    `moment_set(datetime | None)` when a person entered, chose or cleared one; `refused(Trouble)` for what is none.
    """

    moment_set = Signal(object)
    refused = Signal(object)

    def __init__(self, look: Look, name: str, clock: Clock, usual: time) -> None:
        super().__init__()
        self.moment: datetime | None = None
        self._zone = ZoneInfo("UTC")
        self._show_zone = False
        self._clock = clock
        self._usual = usual
        self.setAccessibleName(name)
        self.setPlaceholderText(tr("Not set"))
        self._clear = icon_button(look, "close", tr("Clear: {name}", name=name), self._clear_moment)
        self._calendar = icon_button(look, "calendar", tr("Choose a day: {name}", name=name), self._open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        row.addStretch(1)
        for button in (self._clear, self._calendar):
            button.setStyleSheet("QToolButton, QToolButton:focus { padding: 0; }")
            button.setFixedSize(22, 22)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            row.addWidget(button)
        self.returnPressed.connect(self.take)

    def show_moment(self, moment: datetime | None, zone: ZoneInfo, *, with_zone: bool = False) -> None:
        """Show a moment; what is being typed stays."""
        self.moment, self._zone, self._show_zone = moment, zone, with_zone
        if not (self.hasFocus() and self.isModified()):
            self._show()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the moment as it is written."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and not self.isModified():
            self._show()
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.take()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer to clear the field."""
        super().enterEvent(event)
        self._make_room()

    def leaveEvent(self, event: QEvent) -> None:
        """Give the words their place."""
        super().leaveEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives what was typed up, Down opens the calendar."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._show()
        elif event.key() == Qt.Key.Key_Down:
            self._open_calendar()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self.setText(self._words() if self.moment else "")
        self.setModified(False)
        self.setCursorPosition(0)
        self.setToolTip(self._words() or tr("Write it as 2026-03-21 10:30, or choose a day."))
        self._make_room()

    def _make_room(self) -> None:
        """The cross is there for whoever is at the field; the words have its place at other times."""
        crossed = self.moment is not None and (self.underMouse() or self.hasFocus() or self._clear.hasFocus())
        self._clear.setVisible(crossed)
        taken = 44 if crossed else 22
        self.setTextMargins(taken if self.isRightToLeft() else 0, 0, 0 if self.isRightToLeft() else taken, 0)

    def _words(self) -> str:
        if self.moment is None:
            return ""
        local = self.moment.astimezone(self._zone)
        if self.hasFocus():
            return local.strftime(_WRITTEN)
        if self._show_zone:
            day = QLocale().toString(QDate(local.year, local.month, local.day), "ddd d MMM yyyy")
            clock = time_words(local)
            return tr("{date}, {time} {zone}", date=day, time=clock, zone=local.tzname() or self._zone.key)
        words = moment_words(self.moment, self._clock(), self._zone)
        return words[:1].upper() + words[1:]

    def take(self) -> None:
        """Take what was typed as the moment."""
        if not self.isModified():
            self._show()
            return
        try:
            moment = self._read(self.text().strip())
        except Trouble as trouble:
            self.refused.emit(trouble)
            return
        self._set(moment)

    def _read(self, text: str) -> datetime | None:
        if hour := _HOUR.fullmatch(text):
            today = self._clock().astimezone(self._zone)
            return today.replace(hour=int(hour[1]), minute=int(hour[2]), second=0, microsecond=0)
        return moment_of(text, self._zone)

    def _set(self, moment: datetime | None) -> None:
        changed = moment != self.moment
        self.moment = moment
        self._show()
        if changed:
            self.moment_set.emit(moment)

    def _clear_moment(self) -> None:
        self._set(None)

    def _open_calendar(self) -> None:
        start = self.moment or self._clock() + timedelta(days=1)
        local = start.astimezone(self._zone)
        at = local.time() if self.moment else self._usual

        def take(day: QDate) -> None:
            chosen = datetime(day.year(), day.month(), day.day(), at.hour, at.minute, tzinfo=self._zone)
            self._set(chosen)

        open_calendar(self, QDate(local.year, local.month, local.day), take)


def open_calendar(field: QWidget, day: QDate, take: Callable[[QDate], None]) -> QMenu:
    """A calendar under a field, gone once a day is chosen."""
    menu = QMenu(field)
    menu.aboutToHide.connect(menu.deleteLater)
    calendar = QCalendarWidget()
    calendar.setSelectedDate(day)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setLocale(QLocale())
    calendar.setGridVisible(False)
    # Qt's red on the days of the weekend says nothing here.
    plain = QTextCharFormat()
    plain.setForeground(field.palette().text())
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, plain)
    action = QWidgetAction(menu)
    action.setDefaultWidget(calendar)
    menu.addAction(action)

    def choose(chosen: QDate) -> None:
        menu.close()
        take(chosen)

    calendar.clicked.connect(choose)
    calendar.activated.connect(choose)
    menu.popup(field.mapToGlobal(field.rect().bottomLeft()))
    calendar.setFocus()
    return menu
