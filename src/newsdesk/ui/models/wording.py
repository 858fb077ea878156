"""Statuses and times in the words of the window."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QDate, QLocale, QTime

from newsdesk.i18n import N_, tr
from newsdesk.model.article import Status

STATUS_NAMES = {
    Status.DRAFT: N_("Draft"),
    Status.FILED: N_("Filed"),
    Status.EDITING: N_("Editing"),
    Status.READY: N_("Ready"),
    Status.PUBLISHED: N_("Published"),
    Status.HELD: N_("Held"),
    Status.SPIKED: N_("Spiked"),
    Status.KILLED: N_("Killed"),
}
"""What one article is."""

STATUS_GROUPS = {**STATUS_NAMES, Status.DRAFT: N_("Drafts")}
"""What all articles of a status are called."""


def status_name(status: Status) -> str:
    """The status in the language of the window."""
    return tr(STATUS_NAMES[status])


def day_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """The time of a moment of today, else its day: “14:02”, “Yesterday”, “9 Jan”, “9 Jan 2025”."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    match (local.date() - today).days:
        case 0:
            return time_words(local)
        case -1:
            return tr("Yesterday")
        case 1:
            return tr("Tomorrow")
    return date_words(local, today.year)


def moment_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Day and time of a moment: “today, 18:00”, “9 Jan, 06:00”."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    clock = time_words(local)
    match (local.date() - today).days:
        case 0:
            return tr("today, {time}", time=clock)
        case -1:
            return tr("yesterday, {time}", time=clock)
        case 1:
            return tr("tomorrow, {time}", time=clock)
    return tr("{date}, {time}", date=date_words(local, today.year), time=clock)


def time_words(local: datetime) -> str:
    """Hours and minutes."""
    return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")


def second_words(local: datetime) -> str:
    """Hours, minutes and seconds."""
    return QLocale().toString(QTime(local.hour, local.minute, local.second), "HH:mm:ss")


def exact_words(moment: datetime, now: datetime) -> str:
    """A moment to the second, where this machine is, with its day if that is another: “9 Jan, 14:03:22”."""
    local, today = moment.astimezone(), now.astimezone()
    time = second_words(local)
    if local.date() == today.date():
        return time
    return tr("{date}, {time}", date=date_words(local, today.year), time=time)


def local_words(local: datetime) -> str:
    """Day and time of a moment in the zone that it is in: “9 Jan 2025, 06:00”."""
    day = QLocale().toString(QDate(local.year, local.month, local.day), "d MMM yyyy")
    return tr("{date}, {time}", date=day, time=time_words(local))


def date_words(local: datetime, year: int) -> str:
    """Day and month, with the year if it is another than `year`."""
    form = "d MMM" if local.year == year else "d MMM yyyy"
    return QLocale().toString(QDate(local.year, local.month, local.day), form)
