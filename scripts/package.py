"""Builds dist/newsdesk, a folder that runs without Python, and starts it once: package.py."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "packaging" / "newsdesk.spec"
DIST = ROOT / "dist"
WORK = ROOT / "build" / "package"
LINUX = ROOT / "packaging" / "linux"
APP_ID = "local.newsdesk.Newsdesk"


def build() -> Path:
    """The program of a freshly built folder."""
    options = ["--noconfirm", "--log-level", "WARN", "--distpath", str(DIST), "--workpath", str(WORK)]
    subprocess.run([sys.executable, "-m", "PyInstaller", *options, str(SPEC)], check=True)
    folder = DIST / "newsdesk"
    if sys.platform == "linux":
        add_desktop_files(folder)
    return folder / ("newsdesk.exe" if sys.platform == "win32" else "newsdesk")


def add_desktop_files(folder: Path) -> None:
    """Put what a Linux desktop looks for into `folder`/share, and beside it the script that installs all."""
    share = folder / "share"
    scalable = share / "icons" / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg"
    shutil.copytree(LINUX / "icons", share / "icons")
    for path, source in {
        share / "applications" / f"{APP_ID}.desktop": LINUX / f"{APP_ID}.desktop",
        share / "metainfo" / f"{APP_ID}.metainfo.xml": LINUX / f"{APP_ID}.metainfo.xml",
        scalable: ROOT / "resources" / "icons" / "app" / "newsdesk.svg",
        folder / "install.sh": LINUX / "install.sh",
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, path)


def starts(home: Path) -> Iterator[list[str]]:
    """What the built program must be able to do, each without Python and without this source tree."""
    newsroom, site = str(home / "newsroom"), str(home / "site")
    yield ["--version"]
    yield ["new", newsroom, "--sample"]
    yield ["-n", newsroom, "list"]
    yield ["-n", newsroom, "export", "site", site]
    yield ["open", newsroom, "--picture", str(home / "window.png")]


def run(program: Path, arguments: list[str], home: Path) -> None:
    """Run the program alone with a home of its own; an error ends this script."""
    kept = ("PATH", "LANG", "LC_ALL", "TMP", "TEMP", "SYSTEMROOT")
    surroundings = {name: os.environ[name] for name in kept if name in os.environ}
    surroundings |= {"HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home)}
    # A window without a screen; and root, as whom a build may run, has no sandbox for pages.
    surroundings |= {"QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_DISABLE_SANDBOX": "1"}
    began = time.perf_counter()
    ran = subprocess.run(
        [program, *arguments],
        env=surroundings,
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    took = time.perf_counter() - began
    command = " ".join(["newsdesk", *arguments])
    if ran.returncode != 0:
        sys.exit(f"{command} ended with {ran.returncode}:\n{ran.stdout}{ran.stderr}")
    said = (ran.stdout + ran.stderr).strip().splitlines()
    print(f"{took:5.1f} s  {command}: {said[-1] if said else 'done'}".replace(str(home), "…"))


def size(folder: Path) -> int:
    """The bytes of all files in `folder`, each counted once."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main() -> None:
    """Build, start, and tell how big it is and how long it took."""
    began = time.perf_counter()
    program = build()
    took = time.perf_counter() - began
    print(f"{program.parent.relative_to(ROOT)}: {size(program.parent) / 1e6:.0f} MB, built in {took:.0f} s")
    with tempfile.TemporaryDirectory() as home:
        for arguments in starts(Path(home)):
            run(program, arguments, Path(home))


if __name__ == "__main__":
    main()
