"""The packages that load their names late have all of them, and load nothing before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import newsdesk.exchange
import newsdesk.newsroom

SOURCE = Path(newsdesk.newsroom.__file__).parents[2]
PACKAGES = [newsdesk.exchange, newsdesk.newsroom]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_every_public_name_is_there(package: ModuleType) -> None:
    assert len(set(package.__all__)) == len(package.__all__)
    assert set(package._HOMES) <= set(package.__all__)
    for name in package.__all__:
        assert not isinstance(getattr(package, name), ModuleType)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = package.nothing


def test_the_front_doors_load_nothing_heavy() -> None:
    code = (
        "import sys, newsdesk.newsroom, newsdesk.exchange\nprint({'sqlalchemy', 'PIL', 'jinja2'} & {*sys.modules})"
    )
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"
