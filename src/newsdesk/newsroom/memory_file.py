"""The file in which this machine remembers newsrooms, and its copy: of use also when one of them is damaged."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from newsdesk.disks import settle
from newsdesk.errors import Trouble
from newsdesk.i18n import N_

FILE = "newsrooms.json"
COPY = f"{FILE}.bak"
ASIDE = f"{FILE}.broken"


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
class Broken:
    """A damaged file that was put aside: where it lies, and whether something was lost with it."""

    file: str
    lost: bool


@dataclass(frozen=True, slots=True)
class Remembered:
    """Folders of newsrooms, the last opened first; and by the newsroom’s id the folders of sites, and backups.

    `accepted` are the newsrooms whose place somebody was warned of and does not want to be warned of again.
    `broken` is a damaged file that nobody was told of yet. When the disk did not give what is remembered it is not
    `known`, and must not be written over. `damaged` says that the file is, and `lost` that its copy is no help.
    """

    opened: tuple[str, ...] = ()
    sites: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()
    backups: Mapping[str, BackupMemory] = field(default_factory=dict)
    broken: Broken | None = None
    known: bool = True
    damaged: bool = False
    lost: bool = False


def read_memory(state: Path) -> Remembered:
    """What is remembered; what the copy says where the file is damaged or gone, else what can be made out."""
    there = True
    try:
        remembered, whole = _look_into(state / FILE)
    except FileNotFoundError:
        remembered, whole, there = Remembered(), False, False
    except OSError:
        return Remembered(known=False)
    if whole:
        return remembered
    with suppress(OSError):
        copy, whole = _look_into(state / COPY)
        if whole:
            return replace(copy, damaged=there)
    return replace(remembered, damaged=there, lost=there)


def write_memory(state: Path, before: Remembered, after: Remembered) -> bool:
    """Keep `after` where `before` was read; whether that could be done. A damaged file is put aside, not lost."""
    if after == before:
        if before.known and not before.damaged:
            _bring_up_copy(state)
        return True
    if not before.known:
        return False
    with suppress(OSError):
        state.mkdir(parents=True, exist_ok=True)
        if before.damaged:
            after = replace(after, broken=Broken(str(_put_aside(state)), before.lost))
        content = _content(after)
        _write_through(state / FILE, content)
        _bring_up_copy(state)
        return True
    return False


def _bring_up_copy(state: Path) -> None:
    """Have the copy say what the file says: whoever wrote the file last may have been killed before."""
    with suppress(OSError):  # it is the copy: the file itself is there, and whole
        content = (state / FILE).read_bytes()
        if not (state / COPY).exists() or (state / COPY).read_bytes() != content:
            _write_through(state / COPY, content)
        (state / f"{COPY}.part").unlink(missing_ok=True)


def memory_damage(state: Path) -> Trouble | None:
    """What to tell, once, of a damaged file of what is remembered, which is put aside; None without one."""
    remembered = read_memory(state)
    if remembered.damaged:
        write_memory(state, remembered, replace(remembered, damaged=False))
        remembered = read_memory(state)
    if remembered.damaged:
        broken = Broken(str(state / FILE), remembered.lost)
    elif remembered.broken is not None:
        broken = remembered.broken
        write_memory(state, remembered, replace(remembered, broken=None))
    else:
        return None
    if not broken.lost:
        return Trouble(
            N_("The list of your newsrooms and their places for backups was damaged. A copy of it is used."),
            N_("You need not do anything. The damaged file is kept: {file}."),
            file=broken.file,
        )
    return Trouble(
        N_("The list of your newsrooms and their places for backups was damaged. Part of it may be forgotten."),
        N_("See in Backups… whether the second place is still chosen. The damaged file is kept: {file}."),
        file=broken.file,
    )


def _look_into(file: Path) -> tuple[Remembered, bool]:
    """What a file tells, and whether all of it could be made out."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        return Remembered(), False
    if not isinstance(kept, dict):
        return Remembered(), False
    recent, accepted = _texts(kept.get("recent", [])), _texts(kept.get("accepted", []))
    sites, told = kept.get("sites", {}), kept.get("backups", {})
    last, broken = kept.get("last", ""), _broken(kept.get("broken"))
    opened = dict.fromkeys(folder for folder in (last, *recent) if isinstance(folder, str) and folder)
    found = Remembered(
        tuple(opened),
        {id: out for id, out in sites.items() if isinstance(out, str)} if isinstance(sites, dict) else {},
        tuple(accepted),
        {id: _memory(one) for id, one in told.items()} if isinstance(told, dict) else {},
        broken,
    )
    return found, _is_whole(kept)


def _is_whole(kept: dict[str, object]) -> bool:
    """Whether everything that is kept is of the kind it should be; what an earlier version lacks is no harm."""
    sites, told = kept.get("sites", {}), kept.get("backups", {})
    lists = [kept.get("recent", []), kept.get("accepted", []), [kept.get("last", "")]]
    return (
        all(isinstance(texts, list) and len(_texts(texts)) == len(texts) for texts in lists)
        and isinstance(sites, dict)
        and all(isinstance(out, str) for out in sites.values())
        and isinstance(told, dict)
        and all(
            isinstance(one, dict) and {**_told(_memory(one)), **one} == _told(_memory(one))
            for one in told.values()
        )
    )


def _texts(told: object) -> list[str]:
    return [text for text in told if isinstance(text, str)] if isinstance(told, list) else []


def _broken(told: object) -> Broken | None:
    if not isinstance(told, dict) or not isinstance(told.get("file"), str):
        return None
    return Broken(told["file"], told.get("lost") is True)


def _memory(told: object) -> BackupMemory:
    if not isinstance(told, dict):
        return BackupMemory()
    texts = [told.get(name) for name in ("folder", "place", "second", "copied")]
    folder, place, second, copied = (text if isinstance(text, str) else "" for text in texts)
    counter = told.get("counter")
    return BackupMemory(folder, place, second, copied, counter if isinstance(counter, int) else 0)


def _told(memory: BackupMemory) -> dict[str, object]:
    return {name: value for name, value in asdict(memory).items() if name != "known"}


def _content(remembered: Remembered) -> bytes:
    kept = {
        "last": next(iter(remembered.opened), ""),
        "recent": remembered.opened,
        "sites": remembered.sites,
        "accepted": remembered.accepted,
        "backups": {id: _told(memory) for id, memory in remembered.backups.items()},
        "broken": asdict(remembered.broken) if remembered.broken else None,
    }
    # In ASCII, in which any name of a folder can stand.
    return f"{json.dumps(kept)}\n".encode("ascii")


def _put_aside(state: Path) -> Path:
    """Give the damaged file a name of its own, under which nothing is written over it."""
    aside, number = state / ASIDE, 1
    while aside.exists():
        number += 1
        aside = state / f"{ASIDE}-{number}"
    return (state / FILE).rename(aside)


def _write_through(file: Path, content: bytes) -> None:
    """Write a file that is there whole, or as it was before, also after a loss of power."""
    aside = file.with_name(f"{file.name}.part")
    with aside.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    aside.replace(file)
    with suppress(OSError):  # the file is there, and whole
        settle(file.parent)
