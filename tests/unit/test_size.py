"""Small pieces: no file, function or class of ours outgrows what a reader can hold."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("src", "tests", "scripts", "benchmarks")
FILE_LINES = 400
FUNCTION_LINES = 50
CLASS_METHODS = 20

# Names as `oversized` gives them. It starts empty and stays so: split by reason instead.
ALLOWED: frozenset[str] = frozenset()


def oversized(name: str, source: str) -> Iterator[str]:
    """Each part of `source` that is too big, as "NAME[:PART]", after it the number found."""
    lines = len(source.splitlines())
    if lines > FILE_LINES:
        yield f"{name} {lines} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{name}:{node.name} {length} lines"
        elif isinstance(node, ast.ClassDef):
            methods = sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
            if methods > CLASS_METHODS:
                yield f"{name}:{node.name} {methods} methods"


def test_everything_is_small() -> None:
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    found = [
        part
        for path in paths
        for part in oversized(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    ]
    assert paths
    assert [part for part in found if part.split()[0] not in ALLOWED] == []


def test_the_limits_hold_to_the_line() -> None:
    function = "def long() -> None:\n" + "    pass\n" * (FUNCTION_LINES - 1)
    table = "class Wide:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(CLASS_METHODS))
    assert list(oversized("a.py", "\n" * FILE_LINES)) == []
    assert list(oversized("a.py", "\n" * FILE_LINES + "x = 1\n")) == ["a.py 401 lines"]
    assert list(oversized("a.py", function)) == []
    assert list(oversized("a.py", function + "    pass\n")) == ["a.py:long 51 lines"]
    assert list(oversized("a.py", table)) == []
    assert list(oversized("a.py", table + "    async def more(self): ...\n")) == ["a.py:Wide 21 methods"]
