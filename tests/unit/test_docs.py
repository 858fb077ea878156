"""The documents cannot lie: what they name is there, and what is there they name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-bench.lock", "requirements-package.lock"]
PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")})


def text(path: Path | str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def chores() -> set[str]:
    """The targets of the Makefile that carry a description."""
    return set(re.findall(r"^([a-z-]+):.*## ", text("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    unfenced = re.sub(r"^(`{3,})[^`\n]*\n.*?^\1$", "", text(page), flags=re.DOTALL | re.MULTILINE)
    prose = re.sub(r"`[^`]*`", "", unfenced)
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", prose) if "://" not in target]
    assert [target for target in targets if target and not (page.parent / target).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_chores_in_the_documents_are_in_the_makefile(name: str) -> None:
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", text(name), re.MULTILINE))
    assert named
    assert named <= chores()


def test_paths_in_the_documents_exist() -> None:
    pattern = r"`((?:src|tests|docs|resources|scripts|benchmarks)/[\w./-]*)`"
    named = {path for page in PAGES for path in re.findall(pattern, text(page))}
    assert named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_dependency_is_explained_and_locked() -> None:
    project = tomllib.loads(text("pyproject.toml"))
    asked = [*project["project"]["dependencies"]]
    for group in project["dependency-groups"].values():
        asked += group
    names = {re.split(r"[<>=~!;\[ ]", requirement)[0] for requirement in asked}
    explained = text("docs/notes/dependencies.md")
    locked = "".join(text(lock) for lock in LOCKS)
    assert [name for name in sorted(names) if not re.search(rf"^\|.*\b{name}\b", explained, re.MULTILINE)] == []
    assert [name for name in sorted(names) if not re.search(rf"^{name.lower()}==", locked, re.MULTILINE)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_locks_name_hashes_and_no_addresses(name: str) -> None:
    lock = text(name)
    assert not re.search(r"://|@|--(?:extra-)?index-url|--find-links|(?:^|\s)/", lock)
    pins = re.findall(r"^\S+==\S+.*?(?=^\S|\Z)", lock, re.MULTILINE | re.DOTALL)
    assert pins
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
