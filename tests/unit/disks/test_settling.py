"""New names that are written through, also where a share knows no such thing."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from newsdesk.disks import settle


def failing(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_share_that_knows_no_such_thing_is_no_fault(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(number, monkeypatch)
    settle(tmp_path)


def test_a_disk_that_fails_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(errno.EIO, monkeypatch)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        settle(tmp_path)
