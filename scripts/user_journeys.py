"""Works in the real window with mouse and keys, on a screen of its own, and says what it took.

Each journey begins in a fresh newsroom, in a process of its own, and ends with a look at the published page.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import journey_arabic
import journey_keys
import journey_seed
from journey_display import SIZE, missing_tools, screen
from journey_hand import Lost, Main
from journey_page import faults
from journey_room import Room
from newsdesk.settings import Preferences, Theme, Way
from window_driver import Driver

JOURNEYS = {"seed": journey_seed, "keys": journey_keys, "arabic": journey_arabic}
"""By name; each has LANGUAGE, LAYOUT, `prepare(folder)`, `go(room)` and PAGE, what must be published."""
LONGEST = 240
"""Seconds after which a journey is stopped."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a journey came to. `faults` is empty when the page is right."""

    name: str
    seconds: float = 0.0
    counts: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def main() -> int:
    """Run the script."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"which journeys, of {', '.join(JOURNEYS)}; all without a name")
    parser.add_argument("--out", type=Path, default=Path("build/journeys"), help="the folder for what they leave")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    out: Path = chosen.out.absolute()
    if chosen.inside:
        return _go(chosen.names[0], out / chosen.names[0])
    if unknown := set(chosen.names) - set(JOURNEYS):
        parser.error(f"there is no journey {', '.join(sorted(unknown))}")
    if missing := missing_tools():
        parser.error(f"this needs {', '.join(missing)}")
    results = _run_all(chosen.names or list(JOURNEYS), out)
    for result in results:
        print(_line(result))
        for fault in result.faults:
            print(f"  {fault}", file=sys.stderr)
    return 1 if any(result.faults for result in results) else 0


def _run_all(names: list[str], out: Path) -> list[Result]:
    out.mkdir(parents=True, exist_ok=True)
    results = []
    with screen(out) as environment:
        for name in names:
            folder = out / name
            shutil.rmtree(folder, ignore_errors=True)
            own = environment | _own_folders(folder / "home")
            (folder / "site").mkdir(parents=True)
            subprocess.run(
                [sys.executable, "-m", "newsdesk", "new", "newsroom", "--sample"], cwd=folder, check=True
            )
            JOURNEYS[name].prepare(folder)
            subprocess.run(["setxkbmap", JOURNEYS[name].LAYOUT], env=own, check=True)
            results.append(_run(name, out, own))
    return results


def _run(name: str, out: Path, environment: dict[str, str]) -> Result:
    file = out / name / "result.json"
    command = [sys.executable, __file__, "--inside", "--out", str(out), name]
    # File dialogs begin in the folder of the process, as they do for whoever starts Newsdesk there.
    pictures = out / name / "pictures"
    pictures.mkdir(exist_ok=True)
    try:
        ended = subprocess.run(command, cwd=pictures, env=environment, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return Result(name, faults=[f"It was not done after {LONGEST} seconds."])
    if not file.is_file():
        return Result(name, faults=[f"The window ended before the journey did, with {ended.returncode}."])
    result = Result(**json.loads(file.read_text(encoding="utf-8")))
    if ended.returncode:
        result.faults.append(f"The window ended with {ended.returncode}.")
    return result


def _own_folders(home: Path) -> dict[str, str]:
    """Folders of a person who starts Newsdesk for the first time."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "STATE", "CACHE", "CONFIG")}
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium's sandbox cannot be had as root.
        folders["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    return folders


def _go(name: str, folder: Path) -> int:
    """Open the window and let the journey run beside it, in a thread that only the X server hears."""
    journey = JOURNEYS[name]
    chosen = Preferences(way=Way.SOLO, theme=Theme.LIGHT, language=journey.LANGUAGE)
    driver = Driver(folder / "newsroom", chosen, SIZE)
    driver.wait(lambda: driver.window.editor.article_id, "The first article")
    main = Main()
    room = Room(driver, main, folder)

    def travel() -> None:
        begun, found = time.monotonic(), []
        try:
            journey.go(room)
        except Lost as lost:
            found.append(str(lost))
        finally:
            seconds = time.monotonic() - begun
            room.hand.picture(folder / "end.png")
            main.ask(driver.application.closeAllWindows)
            main.ask(driver.application.quit)
        found += [] if found else faults(room.site, journey.PAGE)
        result = Result(name, round(seconds, 1), dict(room.hand.counts), found)
        (folder / "result.json").write_text(json.dumps(asdict(result)), encoding="utf-8")

    travelling = threading.Thread(target=travel, daemon=True)
    travelling.start()
    driver.application.exec()
    travelling.join(5)
    driver.close()
    return 0


def _line(result: Result) -> str:
    counts = ", ".join(f"{count} {what}" for what, count in result.counts.items())
    state = "wrong" if result.faults else "right"
    return f"{result.name}: {state}; {sum(result.counts.values())} actions in {result.seconds} s ({counts})"


if __name__ == "__main__":
    raise SystemExit(main())
