"""What Newsdesk tells of its own running, for whoever looks into a fault: a log file, and a report of each crash.

What people write is in neither: modules log names, counts and ids, with `logging.getLogger(__name__)`, and a
report has no values of variables, and the reason of an error only in short.
"""

from __future__ import annotations

import logging
import platform
import traceback
from collections.abc import Iterator
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from newsdesk import __version__

FILE = "newsdesk.log"
_SIZE = 256 * 1024
_OLDER_FILES = 2
_KEPT_REPORTS = 20
_LONGEST_REASON = 200


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
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log = logging.getLogger("newsdesk")
    log.addHandler(handler)
    log.setLevel(logging.INFO)


def report_crash(folder: Path, error: BaseException, about: str, now: datetime) -> Path | None:
    """Write a report of an uncaught error into `folder`: the file, or None when it cannot be written.

    `about` tells of what the caller runs on, such as Qt's version. Of the reports the last few are kept.
    """
    file = folder / f"crash-{now:%Y%m%d-%H%M%S}.txt"
    lines = [
        f"Newsdesk {__version__}",
        about,
        f"Python {platform.python_version()}, {platform.platform()}",
        f"{now:%Y-%m-%d %H:%M:%S %z}".rstrip(),
        *_told(error),
    ]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="backslashreplace")
        for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT_REPORTS]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return file


def _told(error: BaseException) -> Iterator[str]:
    """The error and before it those that led to it: where, which kind, and why in short."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _told(before)
        yield "\nThen:"
    yield ""
    yield "".join(traceback.format_tb(error.__traceback__)).rstrip()
    # Longer reasons go on with what was being worked on, as a database's do: that may be an article.
    reason = next(iter(str(error).splitlines()), "")[:_LONGEST_REASON]
    yield f"{type(error).__module__}.{type(error).__qualname__}: {reason}"
