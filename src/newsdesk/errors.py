"""The one error that is not our bug: something in the world, or in what was asked, stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from newsdesk.i18n import Message, Value, message


class Trouble(Exception):
    """What happened and what to do about it, for a person to read.

    `what` names the thing; `way_out` (may be empty) says how to go on. Both are `N_`-marked texts whose
    places are filled from `values`.
    """

    def __init__(self, what: str, way_out: str = "", **values: Value) -> None:
        super().__init__(what, way_out, values)
        self.what: Message = message(what, **values)
        self.way_out: Message = message(way_out, **values)

    def __str__(self) -> str:
        return f"{self.what} {self.way_out}".strip()

    def __reduce__(self) -> tuple[Callable[[], Trouble], tuple[()]]:
        # What came up in another process must get home whole: exceptions forget their named arguments.
        values = dict(self.what.values)
        return partial(type(self), self.what.text, self.way_out.text, **values), ()
