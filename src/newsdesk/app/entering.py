"""Opening a newsroom that may be open already: then its window comes forward instead."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from newsdesk.app.bell import Answer, hangs, ring
from newsdesk.errors import Trouble
from newsdesk.i18n import N_
from newsdesk.store import NewsroomBusy

T = TypeVar("T")

PATIENCE = 5.0
BETWEEN = 0.05
"""Seconds to go on trying: another start may be about to be ready for us, a command about to end."""


def enter(folder: Path, open_it: Callable[[], T], environment: Mapping[str, str]) -> T | None:
    """What `open_it` opens; None when another window has the newsroom open, which stands in front now.

    Raises `Trouble` when it cannot be opened: `NewsroomBusy` when somebody else than a window writes it.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return open_it()
        except NewsroomBusy as busy:
            answer = ring(folder, environment) if hangs(folder) else Answer.NOBODY
            if answer is Answer.RAISED:
                return None
            if time.monotonic() > deadline:
                if answer is Answer.SILENCE:
                    raise _hanging(folder, busy) from busy
                raise
        time.sleep(BETWEEN)


def _hanging(folder: Path, busy: NewsroomBusy) -> Trouble:
    process = dict(busy.what.values).get("process", "?")
    return Trouble(
        N_("The newsroom in {folder} is open in a window that does not answer (process {process})."),
        N_("Give it a minute, then start again. If it stays so, end that process: what it says is saved is kept."),
        folder=str(folder),
        process=process,
    )
