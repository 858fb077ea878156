"""What this machine remembers of newsrooms: which were opened, where each was exported and is backed up."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import NewsroomId

_FILE = "newsrooms.json"
_MOST = 10


@dataclass(frozen=True, slots=True)
class BackupMemory:
    """What is remembered of a newsroom's backups.

    `folder` is where the newsroom lay when one was made. `place` is the first place where somebody chose one, and
    `second` the second one. `copied` is when the newest backup was there last (ISO 8601), and `counter` what it
    had counted. When the disk did not give it, it is not `known`, and what is made of it is not kept.
    """

    folder: str = ""
    place: str = ""
    second: str = ""
    copied: str = ""
    counter: int = 0
    known: bool = True


@dataclass(frozen=True, slots=True)
class _Remembered:
    """Folders of newsrooms, the last opened first; and by the newsroom’s id the folders of sites, and backups.

    `accepted` are the newsrooms whose place somebody was warned of and does not want to be warned of again. When
    the disk did not give what is remembered it is not `known`, and must not be written over.
    """

    opened: tuple[str, ...] = ()
    sites: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()
    backups: Mapping[str, BackupMemory] = field(default_factory=dict)
    known: bool = True


def last_opened(state: Path) -> Path | None:
    """The newsroom that was opened last; None when that is not known."""
    return next(iter(map(Path, _read(state).opened)), None)


def recent_newsrooms(state: Path) -> list[Path]:
    """The newsrooms that were opened here, the last one first, at most 10, as far as their folders are there."""
    return [folder for folder in map(Path, _read(state).opened) if _is_folder(folder)]


def remember_newsroom(folder: Path, state: Path) -> None:
    """Note that the newsroom in `folder` was opened. Not to be able to is no failure."""
    remembered, opened = _read(state), str(folder.absolute())
    others = [other for other in remembered.opened if other != opened]
    _write(state, remembered, replace(remembered, opened=(opened, *others)[:_MOST]))


def site_folder(state: Path, newsroom: NewsroomId) -> Path | None:
    """Where the site of a newsroom was exported last from this machine; None when that is not known."""
    found = _read(state).sites.get(newsroom)
    return Path(found) if found else None


def remember_site_folder(state: Path, newsroom: NewsroomId, out: Path) -> None:
    """Note where the site of a newsroom was exported. Not to be able to is no failure."""
    remembered = _read(state)
    sites = {**remembered.sites, newsroom: str(out.absolute())}
    _write(state, remembered, replace(remembered, sites=sites))


def is_place_warning_hidden(folder: Path, state: Path) -> bool:
    """Whether nobody wants to be warned again of where the newsroom in `folder` lies."""
    return str(folder.absolute()) in _read(state).accepted


def hide_place_warning(folder: Path, state: Path) -> None:
    """Note that the place of the newsroom in `folder` was accepted. Not to be able to is no failure."""
    remembered = _read(state)
    accepted = dict.fromkeys((*remembered.accepted, str(folder.absolute())))
    _write(state, remembered, replace(remembered, accepted=tuple(accepted)))


def backup_memory(state: Path, newsroom: NewsroomId) -> BackupMemory:
    """What is remembered of the backups of a newsroom."""
    remembered = _read(state)
    return remembered.backups.get(newsroom, BackupMemory(known=remembered.known))


def remember_backups(state: Path, newsroom: NewsroomId, memory: BackupMemory) -> bool:
    """Remember this of the backups of a newsroom; whether that could be written."""
    if not memory.known:
        return False
    remembered = _read(state)
    return _write(state, remembered, replace(remembered, backups={**remembered.backups, newsroom: memory}))


def newsroom_once_in(state: Path, folder: Path) -> NewsroomId | None:
    """The newsroom of which a backup was made last when it lay in `folder`; None when that is not known."""
    known = _read(state).backups.items()
    return next((NewsroomId(id) for id, memory in known if memory.folder == str(folder.absolute())), None)


def forget_newsroom(state: Path, newsroom: NewsroomId | None, folder: Path) -> None:
    """Remember nothing of a newsroom any more. Not to be able to is no failure."""
    remembered, gone = _read(state), str(folder.absolute())
    _write(
        state,
        remembered,
        replace(
            remembered,
            opened=tuple(opened for opened in remembered.opened if opened != gone),
            sites={id: out for id, out in remembered.sites.items() if id != newsroom},
            accepted=tuple(accepted for accepted in remembered.accepted if accepted != gone),
            backups={id: memory for id, memory in remembered.backups.items() if id != newsroom},
        ),
    )


def moment_copied(memory: BackupMemory) -> datetime | None:
    """When the newest backup was copied to the second place last; None when it never was."""
    try:
        return datetime.fromisoformat(memory.copied)
    except ValueError:
        return None


def forgetting_warning(folders: Sequence[Path]) -> Trouble | None:
    """What to tell when folders for what is remembered, which may not be there yet, cannot be written."""
    closed = [str(folder) for folder in folders if not _can_be_written(folder)]
    if not closed:
        return None
    return Trouble(
        N_("Your preferences, and which newsrooms you opened, cannot be kept: {folder} cannot be written."),
        N_("They hold until Newsdesk ends. Give yourself the right to write there."),
        folder=", ".join(closed),
    )


def _read(state: Path) -> _Remembered:
    """What is remembered; nothing of what cannot be read."""
    try:
        kept = json.loads((state / _FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return _Remembered()
    except OSError:
        return _Remembered(known=False)
    if not isinstance(kept, dict):
        return _Remembered()
    recent, sites, accepted = kept.get("recent"), kept.get("sites"), kept.get("accepted")
    backups = kept.get("backups")
    opened = [kept.get("last"), *(recent if isinstance(recent, list) else [])]
    return _Remembered(
        tuple(dict.fromkeys(folder for folder in opened if isinstance(folder, str) and folder)),
        {id: out for id, out in sites.items() if isinstance(out, str)} if isinstance(sites, dict) else {},
        tuple(folder for folder in accepted if isinstance(folder, str)) if isinstance(accepted, list) else (),
        {id: _memory(told) for id, told in backups.items()} if isinstance(backups, dict) else {},
    )


def _memory(told: object) -> BackupMemory:
    if not isinstance(told, dict):
        return BackupMemory()
    texts = [told.get(name) for name in ("folder", "place", "second", "copied")]
    folder, place, second, copied = (text if isinstance(text, str) else "" for text in texts)
    counter = told.get("counter")
    return BackupMemory(folder, place, second, copied, counter if isinstance(counter, int) else 0)


def _told(memory: BackupMemory) -> dict[str, object]:
    return {name: value for name, value in asdict(memory).items() if name != "known"}


def _write(state: Path, before: _Remembered, after: _Remembered) -> bool:
    if after == before:
        return True
    if not before.known:
        return False
    kept = {
        "last": next(iter(after.opened), ""),
        "recent": after.opened,
        "sites": after.sites,
        "accepted": after.accepted,
        "backups": {id: _told(memory) for id, memory in after.backups.items()},
    }
    with suppress(OSError):
        state.mkdir(parents=True, exist_ok=True)
        aside = state / f"{_FILE}.part"
        # In ASCII, in which any name of a folder can stand.
        aside.write_text(json.dumps(kept) + "\n", encoding="utf-8")
        aside.replace(state / _FILE)
        return True
    return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it lies where we may not look
        return False


def _can_be_written(folder: Path) -> bool:
    try:
        standing = next(place for place in (folder, *folder.absolute().parents) if place.exists())
        return standing.is_dir() and os.access(standing, os.W_OK | os.X_OK)
    except (OSError, StopIteration):
        return False
