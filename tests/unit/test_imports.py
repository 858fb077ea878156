"""Who may import whom, and that nothing below the window needs Qt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

CONTRACTS = """
from importlinter.cli import lint_imports
raise SystemExit(lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True))
"""

EVERY_MODULE = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = None
import newsdesk
for module in pkgutil.walk_packages(newsdesk.__path__, "newsdesk."):
    if module.name.split(".")[1] not in ("app", "ui"):
        importlib.import_module(module.name)
        print(module.name)
"""


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a Python of its own, which finds newsdesk in the source tree."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_import_contracts_are_kept() -> None:
    ran = run_python(CONTRACTS)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_every_module_imports_without_qt() -> None:
    ran = run_python(EVERY_MODULE)
    assert ran.returncode == 0, ran.stderr
    assert "newsdesk.errors" in ran.stdout.split()
