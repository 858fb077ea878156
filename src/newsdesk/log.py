"""What Newsdesk tells of its own running, for whoever looks into a fault: a log file, and a report of each crash.

What people write is in neither: modules log names, counts and ids, with `logging.getLogger(__name__)`. Of an error
there is where it came up and which kind it is, but neither values of variables nor its message: an error that
says what it was working on says what people wrote.
"""

from __future__ import annotations

import errno
import faulthandler
import logging
import os
import platform
import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from newsdesk import __version__

FILE = "newsdesk.log"
LAST_WORDS = "last-words.txt"
"""Where Python writes how it stood when the process was brought down from below it, as by a fault in Qt."""

_SIZE = 256 * 1024
_OLDER_FILES = 2
_KEPT_REPORTS = 20
_DEEPEST = 20


class _Formatter(logging.Formatter):
    """Tells of an error without its message."""

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """Where the error came up, and which kind it is."""
        return "" if ei[1] is None else told(ei[1])


def start_log(folder: Path) -> None:
    """Log into a file in `folder` from now on; to stderr when that cannot be written."""
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / FILE, maxBytes=_SIZE, backupCount=_OLDER_FILES, encoding="utf-8", errors="backslashreplace"
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log = logging.getLogger("newsdesk")
    log.addHandler(handler)
    log.setLevel(logging.INFO)


def listen_for_last_words(folder: Path) -> TextIOWrapper | None:
    """Have Python write down where it stood if the process is brought down: the open file, None if there is none.

    What the process before left there becomes a report.
    """
    file = folder / LAST_WORDS
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if file.is_file() and file.stat().st_size:
            ended = datetime.fromtimestamp(file.stat().st_mtime, UTC)
            file.replace(_free_name(folder, ended))
            _thin(folder)
        opened = file.open("w", encoding="utf-8")
    except OSError:
        return None
    faulthandler.enable(opened, all_threads=True)
    return opened


def report_crash(folder: Path, error: BaseException, about: str, now: datetime) -> Path | None:
    """Write a report of an uncaught error into `folder`: the file, or None when it cannot be written.

    `about` tells of what the caller runs on, such as Qt's version. Of the reports the last few are kept.
    """
    lines = [
        f"Newsdesk {__version__}",
        about,
        f"Python {platform.python_version()}, {platform.platform()}",
        f"{now:%Y-%m-%d %H:%M:%S %z}".rstrip(),
        "",
        told(error),
    ]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = _free_name(folder, now)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="backslashreplace")
        _thin(folder)
    except OSError:
        return None
    return file


def told(error: BaseException) -> str:
    """The error and before it those that led to it: where each came up, and which kind it is."""
    return "\n".join(_told(error, _DEEPEST))


def _told(error: BaseException, deepest: int) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and deepest:
        yield from _told(before, deepest - 1)
        yield "\nThen:\n"
    yield "".join(traceback.format_tb(error.__traceback__)).rstrip()
    yield f"{type(error).__module__}.{type(error).__qualname__}: {_reason(error)}".rstrip(": ")


def _reason(error: BaseException) -> str:
    """What an error says that cannot be of what people write: codes, and names that stand in a program."""
    match error:
        case OSError(errno=int() as code):
            return f"{errno.errorcode.get(code, code)} {os.strerror(code)}"
        case sqlite3.Error():
            return str(getattr(error, "sqlite_errorname", ""))
        case UnicodeEncodeError(encoding=str() as encoding) | UnicodeDecodeError(encoding=str() as encoding):
            return encoding
        case AttributeError(name=str() as name) | NameError(name=str() as name) | ImportError(name=str() as name):
            return name if name.replace(".", "_").isidentifier() else ""
        case _:
            # Of a Trouble of ours the text without what stands in its places.
            return str(getattr(getattr(error, "what", None), "text", ""))


def _free_name(folder: Path, now: datetime) -> Path:
    """A name for a report of this second that no other has."""
    file, number = folder / f"crash-{now:%Y%m%d-%H%M%S}.txt", 2
    while file.exists():
        file, number = folder / f"crash-{now:%Y%m%d-%H%M%S}-{number:02}.txt", number + 1
    return file


def _thin(folder: Path) -> None:
    for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT_REPORTS]:
        with suppress(OSError):
            old.unlink()
