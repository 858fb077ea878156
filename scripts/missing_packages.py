"""Print the Debian packages that Qt and `venv` need and this machine lacks; nothing when all is there."""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from pathlib import Path

# What Qt loads to draw without a screen, pages included, and the package that brings it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
    "libasound.so.2": "libasound2",
    "libgbm.so.1": "libgbm1",
    "libnss3.so": "libnss3",
    "libxkbfile.so.1": "libxkbfile1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
    "libxkbcommon.so.0": "libxkbcommon0",
}

# Debian 13 and Ubuntu 24.04 gave these a new name when they moved to 64-bit time.
RENAMED = {"libasound2": "libasound2t64", "libglib2.0-0": "libglib2.0-0t64"}


def loads(library: str) -> bool:
    """Whether the dynamic linker finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages() -> list[str]:
    """The names of the packages to install, as this release of Debian calls them."""
    packages = [package for library, package in LIBRARIES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    installed = Path("/var/lib/dpkg/status")
    if installed.exists() and "t64\n" in installed.read_text(encoding="utf-8", errors="replace"):
        return [RENAMED.get(package, package) for package in packages]
    return packages


if __name__ == "__main__" and sys.platform == "linux":
    print(" ".join(missing_packages()))
