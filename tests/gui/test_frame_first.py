"""The frame is on the screen before anything that takes time is loaded."""

from __future__ import annotations

import subprocess
import sys

from helpers.windows import surroundings

SLOW = (
    "sqlalchemy",
    "psutil",
    "PIL",
    "markdown",
    "jinja2",
    "nh3",
    "babel",
    "PySide6.QtWebEngineCore",
    "newsdesk.store",
)

LOOK = """
import sys
import newsdesk.app
print([name for name in sys.argv[1:] if name in sys.modules])
"""


def test_what_shows_the_frame_loads_nothing_slow() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *SLOW], env=surroundings(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
