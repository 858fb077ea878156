"""What Qt and Chromium say on a machine without a screen, and mean nothing by: not for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_KNOWN = re.compile(
    "|".join(
        (
            r"This plugin does not support propagateSizeHints\(\)",
            r"QRhiGles2: Failed to create (?:temporary )?context",
            r"Failed to create RHI for backend: OpenGL",
            r"Sandboxing disabled by user\.",
            r"GPUInfo not initialized on GpuInfoUpdate",
            r"\[[\d:/.]+:ERROR:\S+/dbus/\S+\] Failed to connect to the bus: .*",
        )
    )
)


def without_known(lines: Iterable[str]) -> Iterator[str]:
    """All lines but those that are known, as they come."""
    return (line for line in lines if not _KNOWN.fullmatch(line.rstrip("\n")))
