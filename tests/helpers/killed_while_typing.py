"""A window that cannot save what is typed in it, and is killed once that is rescued: NEWSROOM WORD."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest

from helpers.waiting import wait_until
from newsdesk.app import made_application
from newsdesk.app.session import Session
from newsdesk.settings import Preferences
from newsdesk.ui.frame import Frame
from newsdesk.ui.kit.look import Look


def main(folder: Path, word: str) -> None:
    """Type while the newsroom is away, and end as by a loss of power."""
    look = Look(made_application(), Preferences())
    frame = Frame(look, QSize(1000, 700))
    frame.show()
    session = Session(frame, look)
    session.open(folder)
    window = session.window
    assert window is not None
    wait_until(lambda: window.editor.article_id, "an article")
    QTest.keyClicks(window.editor.body, "Saved. ")
    wait_until(lambda: window.context.saving.standing.since is not None, "a save")
    away = folder.with_name("away")
    folder.rename(away)
    QTest.keyClicks(window.editor.body, word)
    wait_until(lambda: window.context.rescuing.holds, "the rescue copy")
    away.rename(folder)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
