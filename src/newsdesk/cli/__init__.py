"""The command line: all that the window does, without it."""

from __future__ import annotations

from newsdesk.cli.commands import newsdesk, run

__all__ = ["newsdesk", "run"]
