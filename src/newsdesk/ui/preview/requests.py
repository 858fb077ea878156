"""Numbers what is asked for, so that of several answers only the one asked for last counts."""

from __future__ import annotations

from collections.abc import Callable


class Requests:
    """What was asked for last. Nothing is wanted any more once it was dropped."""

    def __init__(self) -> None:
        self._newest = 0

    def begin(self) -> Callable[[], bool]:
        """Ask anew; the result says whether that is still what is wanted."""
        self._newest += 1
        number = self._newest
        return lambda: self._newest == number

    def drop(self) -> None:
        """Want no answer."""
        self._newest += 1
