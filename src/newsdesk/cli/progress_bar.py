"""A progress bar on a terminal, and nothing in a pipe."""

from __future__ import annotations

import sys
from types import TracebackType

import click
from click._termui_impl import ProgressBar

from newsdesk.i18n import Message


class Bar:
    """Shows on stderr how far long work is, a bar for each stage; silent when stderr is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._stage: Message | None = None
        self._bar: ProgressBar[int] | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._finish()

    def __call__(self, stage: Message, done: int, total: int) -> None:
        """Move the bar; see `newsdesk.newsroom.progress`."""
        if not self._shown or not total:
            return
        if stage != self._stage:
            self._finish()
            self._stage = stage
            self._bar = click.progressbar(length=total, label=str(stage), file=sys.stderr)
            self._bar.render_progress()
        if self._bar and done > self._bar.pos:
            self._bar.update(done - self._bar.pos)

    def _finish(self) -> None:
        if self._bar:
            self._bar.render_finish()
        self._bar = None
