"""Backups in the words of the window: why one was made, where it lies, how long ago the last copy was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QLocale

from newsdesk.backups import Kind
from newsdesk.i18n import N_, ntr, tr
from newsdesk.newsroom.backing_up import ListedBackup, Origin, Spot

WHY = {
    Kind.TIMED: N_("By itself"),
    Kind.CLOSING: N_("At closing"),
    Kind.BY_HAND: N_("By hand"),
    Kind.IMPORT: N_("Before an import"),
    Kind.MIGRATION: N_("Before an update"),
    Kind.RESTORE: N_("Before bringing back"),
    Kind.REPAIR: N_("Before a repair"),
}
"""Why a backup was made."""


def size_words(size: int) -> str:
    """A number of bytes for people: “3.1 MB”."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def place_words(spots: Sequence[Spot]) -> str:
    """Where a backup lies."""
    if len(spots) > 1:
        return tr("Both places")
    return tr("Second place") if Spot.SECOND in spots else tr("This laptop")


def where_words(listed: ListedBackup) -> str:
    """Where a backup lies, and of which other folder it is, if it is."""
    places = place_words(listed.places)
    if listed.origin.own:
        return places
    if listed.origin.folder is None:
        return tr("{places} · made in another folder", places=places)
    return tr("{places} · made in {folder}", places=places, folder=f"\u2066{listed.origin.folder}\u2069")


def origin_words(origin: Origin) -> str:
    """What to know before a backup is brought back that was made of another folder; nothing of one's own."""
    if origin.own:
        return ""
    if origin.folder is None:
        return tr("▲ This backup was made in another folder: what a copy of the newsroom has can differ.")
    return tr(
        "▲ This backup was made in another folder, {folder}: what a copy of the newsroom has can differ.",
        folder=f"\u2066{origin.folder}\u2069",
    )


def copied_words(copied: datetime | None, now: datetime) -> str:
    """How long ago the newest backup was copied to the second place."""
    return tr("Last copy off this laptop: {when}", when=_ago(copied, now))


def short_copied_words(copied: datetime | None, now: datetime) -> str:
    """The same within a line of small facts."""
    return tr("last copy off this laptop: {when}", when=_ago(copied, now))


def _ago(moment: datetime | None, now: datetime) -> str:
    """Days by the calendar of this machine; within a day nobody needs it closer than by the hour."""
    if moment is None:
        return tr("never")
    days = (now.astimezone().date() - moment.astimezone().date()).days
    if days > 1:
        return ntr("1 day ago", "{count} days ago", days)
    if days == 1:
        return tr("yesterday")
    hours = max(0, int((now - moment).total_seconds() // 3600))
    return ntr("1 hour ago", "{count} hours ago", hours) if hours else tr("within the last hour")
