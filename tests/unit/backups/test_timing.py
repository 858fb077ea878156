"""When a backup comes by itself."""

from __future__ import annotations

import pytest

from newsdesk.backups import is_due
from newsdesk.backups.timing import INTERVAL
from unit.backups.made_up import a_backup


def test_what_was_never_backed_up_is_due_at_once_after_the_interval() -> None:
    assert is_due(None, 5, float("inf"))
    assert not is_due(None, 5, INTERVAL - 1)


def test_what_was_not_written_since_is_never_due() -> None:
    assert not is_due(a_backup(1, counter=7), 7, float("inf"))
    assert is_due(a_backup(1, counter=7), 8, float("inf"))
    assert is_due(a_backup(1, counter=7), 6, float("inf"))  # as after a restore


@pytest.mark.parametrize(
    ("recorded", "took", "elapsed", "due"),
    [
        (1.0, 0.0, INTERVAL, True),
        (1.0, 0.0, INTERVAL - 1, False),
        (60.0, 0.0, 5999, False),
        (60.0, 0.0, 6000, True),
        (60.0, 90.0, 6000, False),
        (60.0, 90.0, 9000, True),
    ],
)
def test_copying_takes_one_second_out_of_a_hundred(
    recorded: float, took: float, elapsed: float, due: bool
) -> None:
    assert is_due(a_backup(1, counter=1, seconds=recorded), 2, elapsed, took) is due
