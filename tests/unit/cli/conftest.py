"""The command line in this process, with folders of its own, and a sample newsroom to work in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from newsdesk.cli import newsdesk

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that all tests share: scaled once, the sample photos are as quick as for a person."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing of this person's is read or written: no state, no cache, no newsroom."""
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    monkeypatch.delenv("NEWSDESK_NEWSROOM", raising=False)
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def run() -> Run:
    """Run `newsdesk` with arguments, and expect an exit code."""

    def run_newsdesk(*arguments: str | Path, code: int = 0) -> Result:
        result = CliRunner().invoke(newsdesk, [str(argument) for argument in arguments], catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    return run_newsdesk


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample newsroom, made once."""
    folder = tmp_path_factory.mktemp("made") / "sample"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder.parent / "state"))
        result = CliRunner().invoke(newsdesk, ["new", str(folder), "--sample"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample newsroom."""
    return Path(shutil.copytree(made_sample, tmp_path / "sample"))


@pytest.fixture
def room(tmp_path: Path, run: Run) -> Path:
    """An empty newsroom, opened last."""
    run("new", tmp_path / "room", "--title", "Test")
    return tmp_path / "room"


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write an article file: its name, its front matter, its body."""

    def write_file(name: str, head: str, body: str = "Text.") -> Path:
        path = tmp_path / "in" / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{head}\n---\n\n{body}\n", encoding="utf-8")
        return path

    return write_file


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A small JPEG."""
    path = tmp_path / "in" / "photos" / "quay.jpg"
    path.parent.mkdir(parents=True)
    Image.new("RGB", (640, 480), "teal").save(path)
    return path
