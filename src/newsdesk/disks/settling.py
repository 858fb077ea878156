"""New names in a folder that outlive a loss of power."""

from __future__ import annotations

import errno
import os
from pathlib import Path


def settle(folder: Path) -> None:
    """Have the names in a folder survive a loss of power, where folders can be written through."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some shares know no such thing
            raise
    finally:
        os.close(descriptor)
