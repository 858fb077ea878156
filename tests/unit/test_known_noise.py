"""What the window says without a screen: the known lines are left out, and every other line comes through."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"

without_known = runpy.run_path(str(SCRIPTS / "known_noise.py"))["without_known"]

KNOWN = [
    "This plugin does not support propagateSizeHints()\n",
    "QRhiGles2: Failed to create temporary context\n",
    "QRhiGles2: Failed to create context\n",
    "Failed to create RHI for backend: OpenGL\n",
    "Sandboxing disabled by user.\n",
    "GPUInfo not initialized on GpuInfoUpdate\n",
    "[1:2:1125/161930.163:ERROR:../../chromium/dbus/bus.cc:408] Failed to connect to the bus: Failed\n",
]


@pytest.mark.parametrize("line", KNOWN)
def test_a_known_line_is_left_out(line: str) -> None:
    assert list(without_known([line])) == []


def test_every_other_line_comes_through_as_it_is() -> None:
    lines = [
        "Traceback (most recent call last):\n",
        "QRhiGles2: Failed to make context current\n",
        "[1:2:1125/161930.163561:ERROR:../../3rdparty/chromium/gpu/command.cc:9] Failed\n",
        "The photo did not come.",
    ]
    assert list(without_known([*KNOWN, *lines])) == lines
