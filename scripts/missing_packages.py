"""Print the Debian packages that the window, `venv` and the tests need and this machine lacks; nothing if none."""

from __future__ import annotations

import ctypes
import importlib.util
import shutil
import sys
from collections.abc import Iterator
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
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libxkbfile.so.1": "libxkbfile1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libxkbcommon.so.0": "libxkbcommon0",
    # And on a screen: X11, then Wayland.
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

# The typefaces of the window, by the pattern of a file of each, and the package that brings it.
FONTS = {
    "Inter[-.[V]*": "fonts-inter",
    "NotoSans[-[]*": "fonts-noto-core",
    "NotoSerif[-[]*": "fonts-noto-core",
    "NotoNaskhArabic[-[]*": "fonts-noto-core",
}

# What the tests call: the points of failure are made with the system's tracer.
TOOLS = {"strace": "strace"}

# Debian 13 and Ubuntu 24.04 gave these a new name when they moved to 64-bit time.
RENAMED = {"libasound2": "libasound2t64", "libglib2.0-0": "libglib2.0-0t64"}


def loads(library: str) -> bool:
    """Whether the dynamic linker finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def font_folders() -> list[Path]:
    """Where fontconfig looks for typefaces when nobody told it otherwise."""
    home = Path.home()
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local" / "share" / "fonts",
        home / ".fonts",
    ]


def missing_fonts(folders: list[Path]) -> Iterator[str]:
    """The packages of the typefaces that lie in none of `folders`."""
    for pattern, package in FONTS.items():
        if not any(next(folder.rglob(pattern), None) for folder in folders):
            yield package


def missing_packages() -> list[str]:
    """The names of the packages to install, as this release of Debian calls them."""
    packages = [package for library, package in LIBRARIES.items() if not loads(library)]
    packages += dict.fromkeys(missing_fonts(font_folders()))
    packages += [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    installed = Path("/var/lib/dpkg/status")
    if installed.exists() and "t64\n" in installed.read_text(encoding="utf-8", errors="replace"):
        return [RENAMED.get(package, package) for package in packages]
    return packages


if __name__ == "__main__" and sys.platform == "linux":
    print(" ".join(missing_packages()))
