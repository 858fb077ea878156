"""A verified copy of a newsroom file, made while it is open."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.store.connection import APPLICATION_ID, raw


def back_up(connection: Connection, target: Path) -> None:
    """Copy the newsroom to `target`, which is there only once the copy was opened and found sound."""
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        copy = sqlite3.connect(part, isolation_level=None)
        try:
            raw(connection).backup(copy)
            # One file and nothing beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
        _verify(part)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink()
        raise Trouble(
            N_("The backup {file} could not be made ({reason}). The newsroom was left as it is."),
            N_("See that there is room and that you may write there, then open the newsroom again."),
            file=str(target),
            reason=str(error),
        ) from error


def _verify(file: Path) -> None:
    copy = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        found = copy.execute("PRAGMA quick_check").fetchone()[0]
        application = copy.execute("PRAGMA application_id").fetchone()[0]
    finally:
        copy.close()
    if found != "ok" or application != APPLICATION_ID:
        raise sqlite3.DatabaseError(found)
