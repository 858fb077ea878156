"""`backup.json`: what a backup is, in the zip itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from newsdesk.backups.records import Backup, DamagedBackup, KeptFile, Kind
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import NewsroomId
from newsdesk.model.snapshots import utc_text, utc_time
from newsdesk.store import Contents, PhotoFile

FORMAT = 1

DATABASE = "newsroom.db"
MANIFEST = "backup.json"
THEME = "theme"
ORIGINALS = "originals"

_HASH = re.compile(r"[0-9a-f]{64}")
_EXTENSION = re.compile(r"[a-z0-9]{1,8}")
_UNSAFE = re.compile(r'[\x00-\x1f<>:"|?*\\]')

Json = Mapping[str, object]


def is_known(photo: PhotoFile) -> bool:
    """Whether the original has a name that we gave."""
    return bool(_HASH.fullmatch(photo.hash) and _EXTENSION.fullmatch(photo.extension))


def original_path(photo: PhotoFile) -> str:
    """Where an original lies in a newsroom, beside its backups and in a whole zip."""
    return f"{ORIGINALS}/{photo.hash[:2]}/{photo.hash}.{photo.extension}"


def is_safe(path: str) -> bool:
    """Whether a path below a folder stays there and can be written on every system."""
    parts = path.split("/")
    return not _UNSAFE.search(path) and all(
        part not in ("", ".", "..") and part[-1] not in ". " and len(part.encode("utf-8", "replace")) < 256
        for part in parts
    )


def manifest_of(backup: Backup) -> bytes:
    """The JSON for a backup."""
    contents = backup.contents
    stored = {
        "format": FORMAT,
        "newsroom": contents.newsroom,
        "title": contents.title,
        "made": utc_text(backup.made),
        "order": backup.order,
        "era": backup.era,
        "why": backup.kind.value,
        "line": backup.line,
        "counter": contents.counter,
        "schema": contents.schema,
        "articles": contents.articles,
        "seconds": backup.seconds,
        "whole": backup.whole,
        "database": _file_record(backup.database),
        "theme": [_file_record(one) for one in backup.theme],
        "originals": [
            {"hash": one.hash, "extension": one.extension, "size": one.size, "name": one.name}
            for one in contents.photos
        ],
        "missing": list(backup.missing),
    }
    return f"{json.dumps(stored, indent=1)}\n".encode()


def head_of(backup: Backup) -> bytes:
    """The comment of the zip of a backup: enough to find the newest of many without reading their lists."""
    return json.dumps({"order": backup.order, "line": backup.line}).encode()


def read_head(comment: bytes) -> tuple[int, str]:
    """Order and line out of the comment of a zip; -1 and no line when it is not one of ours."""
    try:
        told = json.loads(comment)
        return _number(told["order"]), _text(told["line"])
    except (ValueError, TypeError, LookupError):
        return -1, ""


def read_manifest(content: bytes, file: Path, size: int) -> Backup:
    """The backup in zip `file` of `size` bytes that a JSON tells of; DamagedBackup, or Trouble if it is newer."""
    try:
        stored = json.loads(content)
        if isinstance(stored["format"], int) and stored["format"] > FORMAT:
            raise Trouble(
                N_("The backup {file} was made by a later Newsdesk."),
                N_("Restore it with that version of Newsdesk or a later one."),
                file=str(file),
            )
        return _backup(stored, file, size)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError) as error:
        raise damaged_backup(file) from error


def damaged_backup(file: Path) -> DamagedBackup:
    """What to tell of a file that is no backup, or not whole."""
    return DamagedBackup(
        N_("{file} is not a whole backup of a newsroom: it is damaged, or something else."),
        N_("Choose another backup, such as the one before it, or one in the second place."),
        file=str(file),
    )


def _file_record(file: KeptFile) -> Json:
    return {"path": file.path, "size": file.size, "sha256": file.sha256}


def _backup(stored: dict[str, object], file: Path, size: int) -> Backup:
    theme = tuple(_kept_file(one) for one in _list(stored["theme"]))
    database = _kept_file(stored["database"])
    photos = tuple(_photo(one) for one in _list(stored["originals"]))
    names = [one.path for one in theme]
    inside = all(is_safe(name) and PurePosixPath(name).parts[0] == THEME for name in names)
    if database.path != DATABASE or not inside or len({*names}) < len(names):
        raise ValueError
    return Backup(
        file=file,
        size=size,
        made=utc_time(_text(stored["made"])),
        order=_number(stored["order"]),
        era=_number(stored["era"]),
        kind=Kind(_text(stored["why"])),
        line=_text(stored["line"]),
        contents=Contents(
            newsroom=NewsroomId(_text(stored["newsroom"])),
            title=_text(stored["title"]),
            schema=_number(stored["schema"]),
            counter=_number(stored["counter"]),
            articles=_number(stored["articles"]),
            photos=photos,
        ),
        database=database,
        theme=theme,
        missing=tuple(_text(one) for one in _list(stored["missing"])),
        seconds=_seconds(stored["seconds"]),
        whole=stored["whole"] is True,
    )


def _kept_file(stored: object) -> KeptFile:
    record = _record(stored)
    made = KeptFile(_text(record["path"]), _number(record["size"]), _text(record["sha256"]))
    if not _HASH.fullmatch(made.sha256):
        raise ValueError
    return made


def _photo(stored: object) -> PhotoFile:
    record = _record(stored)
    photo = PhotoFile(
        _text(record["hash"]), _text(record["extension"]), _number(record["size"]), _text(record["name"])
    )
    if not is_known(photo):
        raise ValueError
    return photo


def _record(stored: object) -> dict[str, object]:
    if not isinstance(stored, dict):
        raise TypeError
    return stored


def _list(stored: object) -> list[object]:
    if not isinstance(stored, list):
        raise TypeError
    return stored


def _text(stored: object) -> str:
    if not isinstance(stored, str):
        raise TypeError
    return stored


def _number(stored: object) -> int:
    if not isinstance(stored, int) or isinstance(stored, bool) or stored < 0:
        raise TypeError
    return stored


def _seconds(stored: object) -> float:
    if not isinstance(stored, int | float):
        raise TypeError
    return max(float(stored), 0.0)
