"""What a job has said is done outlives a loss of power: it waited for the disk, and in the right order."""

from __future__ import annotations

from pathlib import Path

import pytest

from faults.forking import Forker
from faults.jobs import JOBS
from faults.stopping import Stopper
from faults.syncing import unsynced
from faults.tracing import SYNCS, Call

DURABLE = ["save", "open after a crash", "add photos", "write a rescue copy", "back up", "restore", "restore over"]
KEPT = ("newsroom", "home/data")
PLACE = Path("/place")
FILE, BESIDE = "5</place/newsroom/newsroom.db>", "6</place/newsroom/newsroom.db-wal>"
RENAME = Call("rename", '"/place/newsroom/a.part", "/place/newsroom/a.jpg") = 0')
PART = "7</place/newsroom/a.part>"

WRONG = [
    ([Call("pwrite64", f"{BESIDE}, ...) = 4096"), Call("pwrite64", f"{FILE}, ...) = 4096")], "beside it"),
    ([Call("pwrite64", f"{FILE}, ...) = 4096"), Call("unlink", '"/place/newsroom/newsroom.db-wal") = 0')], "goes"),
    ([Call("pwrite64", f"{BESIDE}, ...) = 4096")], "db-wal is not on the disk"),
    ([Call("write", f"{PART}, ...) = 5"), RENAME], "gets its name before"),
    (
        [Call("write", f"{PART}, ...) = 5"), Call("fsync", f"{PART}) = -1 EIO (fault)"), RENAME],
        "gets its name before",
    ),
    ([Call("write", f"{PART}, ...) = 5"), Call("fsync", f"{PART}) = 0"), RENAME], "newsroom is not on the disk"),
    (
        [
            Call("write", "7</place/new.part/newsroom.db>, ...) = 5"),
            Call("rename", '"/place/new.part", "/place/newsroom") = 0'),
        ],
        "newsroom/newsroom.db is not on the disk",
    ),
]


@pytest.mark.parametrize("job", DURABLE)
def test_what_is_done_is_on_the_disk(job: str, forks: Forker, tmp_path: Path) -> None:
    calls = Stopper(forks, JOBS[job], tmp_path).calls
    assert any(call.name in SYNCS for call in calls)
    assert list(unsynced(calls, tmp_path / "place", KEPT)) == []


@pytest.mark.parametrize(("calls", "said"), WRONG)
def test_a_wrong_order_is_found(calls: list[Call], said: str) -> None:
    found = list(unsynced(calls, PLACE, KEPT))
    assert any(said in fault for fault in found), found


def test_the_right_order_passes() -> None:
    synced = [
        Call("write", f"{PART}, ...) = 5"),
        Call("fsync", f"{PART}) = 0"),
        RENAME,
        Call("fsync", "8</place/newsroom>) = 0"),
    ]
    assert list(unsynced(synced, PLACE, KEPT)) == []
