"""The packages that load their names late have all of them, and load nothing before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import newsdesk.backups
import newsdesk.comparing
import newsdesk.exchange
import newsdesk.newsroom
import newsdesk.newsroom.backing_up
import newsdesk.newsroom.checking_up
import newsdesk.newsroom.history
import newsdesk.newsroom.plain_copy
import newsdesk.newsroom.rescuing
import newsdesk.store

SOURCE = Path(newsdesk.newsroom.__file__).parents[2]
PACKAGES = [
    newsdesk.backups,
    newsdesk.comparing,
    newsdesk.exchange,
    newsdesk.newsroom,
    newsdesk.newsroom.backing_up,
    newsdesk.newsroom.checking_up,
    newsdesk.newsroom.history,
    newsdesk.newsroom.plain_copy,
    newsdesk.newsroom.rescuing,
    newsdesk.store,
]


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
        "import sys, newsdesk.newsroom.history, newsdesk.newsroom.rescuing, newsdesk.exchange, newsdesk.backups\n"
        "print({'sqlalchemy', 'PIL', 'jinja2', 'rapidfuzz', 'zipfile'} & {*sys.modules})"
    )
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"
