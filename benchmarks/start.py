"""From the start of the process to a window on the screen, beside a bare PySide6 window and ghostwriter."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from timing import table

LIMIT = 30.0
"""Seconds to wait for a window."""

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("BareWindow")
window.resize(1440, 900)
window.show()
application.exec()
"""


def contest(work: Path, rounds: int) -> str:
    """Run it under a virtual screen and give the table; says so when Xvfb or xdotool is not there."""
    title = "Start to window, under Xvfb"
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        return table(title, ["what"], [["no Xvfb and xdotool here"]])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    newsroom = work / "newsroom"
    newsdesk = [sys.executable, "-m", "newsdesk"]
    environment = {
        **os.environ,
        **{f"XDG_{name}_HOME": str(work / name) for name in ("STATE", "DATA", "CONFIG", "CACHE")},
    }
    subprocess.run([*newsdesk, "new", newsroom, "--sample"], check=True, env=environment, capture_output=True)
    environment |= {"QT_QPA_PLATFORM": "xcb", "QTWEBENGINE_DISABLE_SANDBOX": "1"}
    contestants: dict[str, Callable[[], float]] = {
        "bare PySide6 window": lambda: _seconds([sys.executable, "-c", BARE], "BareWindow", environment),
        "newsdesk, first painted": lambda: _seconds([*newsdesk, "open", newsroom], "Newsdesk", environment),
        "newsdesk, usable": lambda: _seconds([*newsdesk, "open", newsroom], "· Newsdesk", environment),
    }
    if peer := shutil.which("ghostwriter"):
        contestants["ghostwriter"] = lambda: _seconds([peer], "ghostwriter", environment)
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as screen:
        try:
            environment["DISPLAY"] = f":{screen.stdout.readline().strip()}" if screen.stdout else ""
            medians = _in_turn(contestants, rounds)
        finally:
            screen.terminate()
    bare = medians["bare PySide6 window"]
    rows = [[name, f"{seconds:.2f}", f"{seconds / bare:.2f}"] for name, seconds in medians.items()]
    return table(title, ["what", "wall s", "× bare"], rows)


def _in_turn(contestants: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    found: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name in list(contestants)[:: 1 if number % 2 == 0 else -1]:
            seconds = contestants[name]()
            if number:  # the first round fills the caches of the disk
                found[name].append(seconds)
    return {name: statistics.median(several) for name, several in found.items()}


def _seconds(command: Sequence[str | Path], title: str, environment: dict[str, str]) -> float:
    """How long it takes from the start of a program until a window of that title is on the screen."""
    began = time.perf_counter()
    with subprocess.Popen(
        [str(part) for part in command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            while not _shows(title, environment):
                if process.poll() is not None or time.perf_counter() - began > LIMIT:
                    raise SystemExit(f"No window “{title}” came.")
            return time.perf_counter() - began
        finally:
            process.terminate()


def _shows(title: str, environment: dict[str, str]) -> bool:
    looked = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", title], env=environment, capture_output=True, check=False
    )
    return bool(looked.stdout.strip())
