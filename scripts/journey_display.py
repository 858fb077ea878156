"""A screen of our own for the journeys: Xvfb on a free number, with a window manager on it where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = (1366, 768)

_UNDECORATED = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <theme><keepBorder>no</keepBorder></theme>
  <keyboard/>
  <applications><application class="*"><decor>no</decor><focus>yes</focus></application></applications>
</openbox_config>
"""
"""The window has the whole screen, and no key means anything to the window manager."""


def missing_tools() -> list[str]:
    """What the journeys need and this machine does not have."""
    return [tool for tool in ("Xvfb", "xdotool", "setxkbmap") if shutil.which(tool) is None]


@contextmanager
def screen(folder: Path) -> Iterator[dict[str, str]]:
    """A screen for as long as the block runs; what those need who draw on it. `folder` takes its files."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    started = [server]
    try:
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        if not number:
            raise SystemExit("Xvfb did not start.")
        environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        environment.pop("WAYLAND_DISPLAY", None)
        if shutil.which("openbox"):
            settings = folder / "openbox.xml"
            settings.write_text(_UNDECORATED, encoding="utf-8")
            manager = ["openbox", "--sm-disable", "--config-file", str(settings)]
            quiet = subprocess.DEVNULL
            started.append(subprocess.Popen(manager, env=environment, stdout=quiet, stderr=quiet))
        yield environment
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(10)
