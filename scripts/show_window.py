"""Show the window on the sample newsroom; with no display do the main job in it and leave what came of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from known_noise import without_known

DEMO = Path("build/demo")
SITE = DEMO / "site"


def has_display() -> bool:
    """Whether there is a screen to show a window on."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def made_sample() -> Path:
    """The sample newsroom: what a person wrote in it stays; without a display it is one of its own, made anew."""
    folder = DEMO / ("newsroom" if has_display() else "newsroom-by-itself")
    if has_display() and (folder / "newsroom.db").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    # The new one is another newsroom, and no newsroom exports over the site of another.
    if not has_display():
        shutil.rmtree(SITE, ignore_errors=True)
    DEMO.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "newsdesk", "new", str(folder), "--sample"], check=True)
    return folder


def main() -> int:
    """Run the script."""
    folder = made_sample()
    if has_display():
        environment = dict(os.environ)
        if sys.platform == "linux" and os.geteuid() == 0:
            # To look at the sample as root, the preview's engine must do without its sandbox.
            environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        opening = [sys.executable, "-m", "newsdesk", "open", str(folder)]
        return subprocess.run(opening, env=environment, check=False).returncode
    return by_itself(folder)


def by_itself(folder: Path) -> int:
    """Do the main job in a process of its own, and pass on what it says but for what every such machine says."""
    doing = [sys.executable, str(Path(__file__).with_name("main_job.py")), str(folder), str(DEMO)]
    with subprocess.Popen(doing, stderr=subprocess.PIPE, encoding="utf-8", errors="replace") as job:
        assert job.stderr is not None
        for line in without_known(job.stderr):
            sys.stderr.write(line)
    return job.returncode


if __name__ == "__main__":
    raise SystemExit(main())
