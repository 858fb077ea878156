"""Commands that folders can be closed to, also where the tests run as root."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

_WITHOUT = """
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
for capability in (1, 2):  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH of linux/capability.h
    if libc.prctl(24, capability, 0, 0, 0):  # PR_CAPBSET_DROP of linux/prctl.h
        sys.exit(f"prctl: {os.strerror(ctypes.get_errno())}")
os.execv(sys.argv[1], sys.argv[1:])
"""


def bound_by_rights(command: Sequence[str]) -> list[str]:
    """The command so that it may do no more than the rights of files and folders say."""
    if sys.platform == "linux" and os.geteuid() == 0:
        return [sys.executable, "-c", _WITHOUT, *command]
    return list(command)
