"""Show the window on the sample newsroom; with no display do the main job in it and leave what came of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

DEMO = Path("build/demo")


def has_display() -> bool:
    """Whether there is a screen to show a window on."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def made_sample() -> Path:
    """The sample newsroom, made anew unless a display shows it and it is there already."""
    folder = DEMO / "newsroom"
    if has_display() and (folder / "newsroom.db").exists():
        return folder
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir(parents=True)
    subprocess.run([sys.executable, "-m", "newsdesk", "new", str(folder), "--sample"], check=True)
    return folder


def main() -> int:
    """Run the script."""
    folder = made_sample()
    if has_display():
        return subprocess.run([sys.executable, "-m", "newsdesk", "open", str(folder)], check=False).returncode
    from window_driver import without_display

    without_display()
    from main_job import do_main_job

    for path in do_main_job(folder, DEMO):
        print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
