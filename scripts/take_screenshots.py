"""Take the pictures of the window that the documents show, on the sample newsroom and on an empty one."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from window_driver import Driver, without_display

OUT = Path("docs/images")


def main() -> int:
    """Take all pictures, or those whose names are given."""
    without_display()
    with tempfile.TemporaryDirectory(prefix="newsdesk-pictures-") as home:
        for name in ("DATA", "STATE", "CACHE", "CONFIG"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home) / name.lower())
        _take(Path(home), sys.argv[1:])
    return 0


def _take(home: Path, wanted: list[str]) -> None:
    # Qt must be loaded after the environment says how.
    from newsdesk.model.ids import id_maker
    from newsdesk.newsroom import create_newsroom, create_sample, now
    from newsdesk.settings import Preferences, Theme, Way
    from window_scenes import SCENES

    sample, empty = home / "sample", home / "empty"
    create_sample(sample, clock=now, ids=id_maker(now), author="").close()
    create_newsroom(
        empty, title="The Harbour Post", language="en", zone="UTC", clock=now, ids=id_maker(now), author=""
    ).close()
    plain = Preferences(way=Way.DESK, theme=Theme.LIGHT, language="en")
    for name, scene in SCENES.items():
        if wanted and name not in wanted:
            continue
        preferences = replace(plain, theme=Theme.DARK if scene.dark else Theme.LIGHT, language=scene.language)
        driver = Driver(empty if scene.empty else sample, preferences, scene.size)
        composed = scene.act(driver)
        driver.settle(700)
        file = OUT / f"window-{name}.png"
        if composed is None:
            driver.save(driver.frame, file)
        else:
            composed.save(str(file))
        print(file)
        driver.close()


if __name__ == "__main__":
    raise SystemExit(main())
