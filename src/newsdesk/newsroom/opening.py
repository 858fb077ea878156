"""Which newsroom is meant when none is named, and opening it in the name of this person."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.model.ids import Clock, id_maker
from newsdesk.newsroom.remembering import last_opened, remember_newsroom
from newsdesk.store import OnStep, Reader, Step, Store, look_into_store, open_reader, open_store

VARIABLE = "NEWSDESK_NEWSROOM"
_DEFAULT = "newsroom"


def choose_newsroom(named: Path | None, environment: Mapping[str, str], state: Path, data: Path) -> Path:
    """The folder of the newsroom that is meant: the named one, `$NEWSDESK_NEWSROOM`, the last opened, the default.

    Raises `Trouble` when none is named and there is none to fall back on.
    """
    if named is not None:
        return named
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE])
    last = last_opened(state)
    if last is not None:
        return last
    default = data / _DEFAULT
    if not default.is_dir():
        raise Trouble(
            N_("There is no newsroom yet."),
            way_out=N_(
                "Make one with “newsdesk new FOLDER”, bring one back with “newsdesk restore BACKUP FOLDER”,"
                " or name one with “newsdesk -n FOLDER …”."
            ),
        )
    return default


def read_newsroom(folder: Path, state: Path) -> Reader:
    """Open a newsroom for reading, and remember it."""
    reader = open_reader(folder)
    remember_newsroom(folder, state)
    return reader


def _silent(_step: Step) -> None:
    """Nobody listens."""


def write_newsroom(folder: Path, state: Path, clock: Clock, on_step: OnStep = _silent) -> Store:
    """Open a newsroom for writing, and remember it; `on_step` is told of every finished step, on this thread."""

    def back_up_first() -> None:
        from newsdesk.newsroom.backing_up.making import back_up_before_upgrade

        back_up_before_upgrade(folder, state, clock)

    store = open_store(
        folder,
        clock=clock,
        ids=id_maker(clock),
        author=author_name(),
        on_step=on_step,
        before_upgrade=back_up_first,
    )
    remember_newsroom(folder, state)
    return store


def look_into_newsroom(folder: Path, state: Path, clock: Clock, refusal: Trouble) -> Store:
    """Open a newsroom that cannot be written, and remember it: every write raises `refusal`."""
    store = look_into_store(folder, refusal, clock=clock, ids=id_maker(clock), author=author_name())
    remember_newsroom(folder, state)
    return store


def author_name() -> str:
    """Who is at work here, for the log; empty when the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)
