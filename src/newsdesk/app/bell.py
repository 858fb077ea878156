"""One window for a newsroom: a second start rings at the first one, which comes forward."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from newsdesk.paths import runtime_folder

PATIENCE = 2_000
"""Milliseconds that a window has to answer."""

LONGEST = 4_096
"""Bytes that are read of a caller: more is nobody of ours."""

LONGEST_PATH = 100
"""Bytes of a socket’s path that every system takes."""

RAISE = "raise"
RAISED = "raised"


class Answer(StrEnum):
    """What came of ringing."""

    RAISED = "raised"
    NOBODY = "nobody"
    SILENCE = "silence"


def bell_name(folder: Path) -> str:
    """Where the window on the newsroom in `folder` listens, for this person alone: a path, on Windows a name."""
    try:
        person = getpass.getuser()
    except (OSError, KeyError, ImportError):
        person = ""
    whose = "\0".join((person, os.path.normcase(folder.resolve())))
    name = f"newsdesk-{hashlib.sha256(whose.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
    return name if sys.platform == "win32" else str(runtime_folder() / name)


def hangs(folder: Path) -> bool:
    """Whether a window may listen for the newsroom in `folder`; quick, and sure only where it says no."""
    return sys.platform == "win32" or Path(bell_name(folder)).exists()


def any_hangs() -> bool:
    """Whether a window of this person’s may listen for any newsroom."""
    return sys.platform == "win32" or any(runtime_folder().glob("newsdesk-*"))


def ring(folder: Path, environment: Mapping[str, str], patience: int = PATIENCE) -> Answer:
    """Ask the window on the newsroom in `folder` to come forward, and wait for its answer.

    SILENCE: its process is there and hangs. Of `environment` the right to come forward is passed on, which the
    desktop gave to whoever was started last.
    """
    socket = QLocalSocket()
    socket.connectToServer(bell_name(folder))
    if not socket.waitForConnected(patience):
        return Answer.NOBODY
    _let_others_come_forward()
    token = environment.get("XDG_ACTIVATION_TOKEN") or environment.get("DESKTOP_STARTUP_ID", "")
    socket.write(json.dumps({"ask": RAISE, "token": token}).encode() + b"\n")
    socket.waitForBytesWritten(patience)
    while not socket.canReadLine():
        if not socket.waitForReadyRead(patience):
            return Answer.SILENCE
    said = bytes(socket.readLine().data()).strip().decode("utf-8", "replace")
    return Answer.RAISED if said == RAISED else Answer.NOBODY


class Bell(QObject):
    """Hangs at the window that has a newsroom open for writing. `rung` brings the right to come forward, if any.

    Only who holds the newsroom’s lock may hang one up: what hangs there is then of a process that died.
    """

    rung = Signal(str)

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._let_in)
        name = bell_name(folder)
        if _may_listen(name):
            QLocalServer.removeServer(name)
            # Without a bell a second start says that the newsroom is open elsewhere; nothing worse.
            self._server.listen(name)

    def close(self) -> None:
        """Take it down."""
        self._server.close()

    def _let_in(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(lambda caller=caller: self._answer(caller))
            QTimer.singleShot(PATIENCE, caller, caller.abort)
            self._answer(caller)

    def _answer(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine():
            if caller.bytesAvailable() > LONGEST:
                caller.abort()
            return
        token = _token(bytes(caller.readLine(LONGEST).data()))
        if token is None:
            caller.abort()
            return
        self.rung.emit(token)
        caller.write(RAISED.encode() + b"\n")
        caller.disconnectFromServer()


def _token(line: bytes) -> str | None:
    """What a caller passes on; None for one that asks for something else."""
    try:
        asked = json.loads(line)
    except ValueError:
        return None
    if not isinstance(asked, dict) or asked.get("ask") != RAISE:
        return None
    token = asked.get("token")
    return token if isinstance(token, str) else ""


def _may_listen(name: str) -> bool:
    if sys.platform == "win32":
        return True
    if len(os.fsencode(name)) > LONGEST_PATH:
        return False
    folder = Path(name).parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _let_others_come_forward() -> None:
    """On Windows only the process that a person has just started may pass the keyboard on."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
