"""A folder that the system is made to take for a network share."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest


def take_for_a_share(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put `folder` into the table of what is mounted, as if it were on a server."""
    real = psutil.disk_partitions

    class Line:
        mountpoint, fstype, device, opts = str(folder.resolve()), "nfs4", "server:/export", "rw"

    monkeypatch.setattr(psutil, "disk_partitions", lambda all=False: [*real(all=all), Line])
