"""A newsroom with articles, photos and a theme, in folders that are no person's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from helpers.stores import START, Clock, an_article, make_store, named, reopen
from newsdesk.backups import BackedUp, Kind
from newsdesk.newsroom import add_photos
from newsdesk.newsroom.backing_up import back_up

Change = Callable[[str], None]
Back = Callable[..., BackedUp]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "home" / "state" / "newsdesk"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """The folder of a newsroom with an article, three photos and a theme. Its id is `newsroom`."""
    folder = tmp_path / "newsroom"
    pictures = []
    for name, colour in (("quay", "teal"), ("bridge", "olive"), ("gate", "maroon")):
        pictures.append(tmp_path / "desk" / f"{name}.png")
        pictures[-1].parent.mkdir(exist_ok=True)
        Image.new("RGB", (40, 30), colour).save(pictures[-1])
    with make_store(folder) as store:
        with store.step(named("Add")):
            store.put(an_article("one", headline="The high river", body="river"))
        assert not add_photos(store, pictures).refused
    (folder / "theme" / "fonts").mkdir(parents=True)
    (folder / "theme" / "site.css").write_text("body { color: teal }\n", encoding="utf-8")
    (folder / "theme" / "fonts" / "own.woff2").write_bytes(b"no font")
    return folder


@pytest.fixture
def change(room: Path) -> Change:
    """Write something into the newsroom: the headline of its article."""

    def write(headline: str) -> None:
        with reopen(room) as store, store.step(named("Write")):
            store.put(an_article("one", headline=headline, body="river"))

    return write


@pytest.fixture
def back(room: Path, state: Path) -> Back:
    """Make a backup in the first place, as of so many hours after the start."""

    def make(hours: float = 0, kind: Kind = Kind.TIMED, **more: object) -> BackedUp:
        clock = Clock()
        clock.now = START + timedelta(hours=hours)
        return back_up(room, kind, state=state, clock=clock, **more)  # type: ignore[arg-type]

    return make


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the backups of the newsroom go."""
    return tmp_path / "home" / "data" / "newsdesk" / "backups" / "the-daily-newsroom"
