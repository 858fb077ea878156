"""Backups that were never made, for rules that look at what is known of them alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from newsdesk.backups import Backup, KeptFile, Kind
from newsdesk.model.ids import NewsroomId
from newsdesk.store import Contents, PhotoFile

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def a_photo_file(number: int, size: int = 1000) -> PhotoFile:
    """The original of a photo that is not there."""
    return PhotoFile(f"{number:064x}", "jpg", size, f"photo-{number}.jpg")


def a_backup(
    order: int,
    made: datetime = START,
    *,
    kind: Kind = Kind.TIMED,
    size: int = 1,
    photos: tuple[PhotoFile, ...] = (),
    line: str = "here",
    counter: int = 1,
    seconds: float = 1.0,
) -> Backup:
    """What is known of a backup."""
    return Backup(
        file=Path(f"{order}.zip"),
        size=size,
        made=made,
        order=order,
        era=0,
        kind=kind,
        line=line,
        contents=Contents(NewsroomId("newsroom"), "The Daily", 3, counter, 1, photos),
        database=KeptFile("newsroom.db", 4096, "0" * 64),
        theme=(),
        missing=(),
        seconds=seconds,
        whole=False,
    )
