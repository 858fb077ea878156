"""The installed PySide6 counts its references right: 6.12.0 aborted Python 3.11 after some thousand calls."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal()

bell = Bell()
heard = []
bell.rung.connect(lambda: heard.append(1))
for _ in range(20_000):
    bell.blockSignals(False)
    bell.setObjectName("bell")
for _ in range(5_000):
    bell.rung.emit()
print(len(heard))
"""


def test_many_calls_and_signals_do_not_abort_python() -> None:
    ran = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, f"PySide6 ended Python with {ran.returncode}:\n{ran.stderr}"
    assert ran.stdout == "5000\n"
