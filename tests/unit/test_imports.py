"""Who may import whom, and that nothing below the window needs Qt."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Its records and rules are many and small, and everybody's: they are imported from the module that holds them.
OPEN = "model"

# The window is put together from its modules: the light ones are on the screen before the heavy ones are loaded.
COMPOSING = ("app", "ui")

# What a person does is much: families of it have doors of their own.
INNER = {("newsroom", folder.parent.name) for folder in (ROOT / "src/newsdesk/newsroom").glob("*/__init__.py")}

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


def past_the_front_door(package: str, source: str) -> Iterator[str]:
    """The inner modules of other packages that a module in `package` imports."""
    for node in ast.walk(ast.parse(source)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in names:
            parts = name.split(".")
            doors = 3 if tuple(parts[1:3]) in INNER else 2
            inner = parts[0] == "newsdesk" and len(parts) > doors and parts[1] not in (package, OPEN)
            if inner and (package, parts[1]) != COMPOSING:
                yield name


def test_other_packages_are_entered_by_their_front_doors() -> None:
    package_folder = ROOT / "src" / "newsdesk"
    found = [
        f"{path.relative_to(package_folder).as_posix()} imports {name}"
        for path in sorted(package_folder.rglob("*.py"))
        for name in past_the_front_door(
            path.relative_to(package_folder).parts[0], path.read_text(encoding="utf-8")
        )
    ]
    assert found == []


def test_an_inner_module_is_seen_wherever_it_is_imported() -> None:
    inside = "from newsdesk.store.tables import x\nimport newsdesk.store.tables\n"
    assert list(past_the_front_door("store", inside)) == []
    assert list(past_the_front_door("cli", "def f():\n    " + inside.splitlines()[0])) == ["newsdesk.store.tables"]
    assert list(past_the_front_door("cli", "from newsdesk.store import Store\nfrom newsdesk import paths\n")) == []
