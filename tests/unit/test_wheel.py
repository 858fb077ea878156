"""What a reader of the wheel gets: the code, its types, and the resources inside the package."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_wheel_carries_code_types_licence_and_resources(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    ran = subprocess.run(build, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        inside = set(wheel.namelist())
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    wanted = {f"newsdesk/{path.relative_to(ROOT).as_posix()}" for path in resources}
    assert resources
    assert wanted | {"newsdesk/__init__.py", "newsdesk/py.typed"} <= inside
    assert any(name.endswith("/licenses/LICENSE") for name in inside)
    assert not any(name.startswith(("tests/", "src/", "resources/")) for name in inside)
