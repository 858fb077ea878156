"""`python -m newsdesk` and the command `newsdesk`."""

from __future__ import annotations

from pathlib import Path

from newsdesk.cli import run
from newsdesk.errors import Trouble
from newsdesk.i18n import N_


def main() -> None:
    """Run the command line, which opens the window when it is asked to."""
    run(open_window)


def open_window(folder: Path | None, picture: Path | None) -> int:
    """Open the window. Raises `Trouble` where Qt is not installed: all else works without it."""
    try:
        from newsdesk.app import open_window as open_now
    except ImportError as error:
        raise Trouble(
            N_("The window needs PySide6, which cannot be loaded: {reason}"),
            N_("Install it, or use the commands: newsdesk --help."),
            reason=str(error),
        ) from error
    return open_now(folder, picture)


if __name__ == "__main__":
    main()
