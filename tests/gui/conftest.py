"""What the tests of the window stand on: one application, a fresh copy of the sample newsroom for each test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Tests may run as root, where Chromium's sandbox cannot be had.
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from helpers.web_engine import start_engine
from newsdesk.app.opened import Opened
from newsdesk.model.ids import id_maker
from newsdesk.newsroom import create_newsroom, create_sample, now
from newsdesk.settings import Preferences
from newsdesk.ui.context import Context
from newsdesk.ui.kit.look import Look

OFFSCREEN = "This plugin does not support"
"""What the platform without a screen says of itself whenever a window is shown."""


@pytest.fixture(scope="session", autouse=True)
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """This person's folders, apart from those of whoever runs the tests."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATA", "STATE", "CACHE", "CONFIG"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield home


@pytest.fixture(scope="session")
def application() -> Iterator[QApplication]:
    """The one application of this process."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    made = QApplication.instance() or QApplication(["newsdesk"])
    assert isinstance(made, QApplication)
    yield made
    # What was copied would be let go of after Python has ended: a crash.
    made.clipboard().clear()


@pytest.fixture(scope="session", autouse=True)
def engine(application: QApplication) -> None:  # noqa: ARG001
    """The engine of the preview, started once: without a graphics card it warns of that, and only then."""
    start_engine()


@pytest.fixture(autouse=True)
def no_warning(application: QApplication) -> Iterator[None]:
    """A test in which Qt warns of something fails."""
    said: list[str] = []

    def note(kind: QtMsgType, _context: object, text: str) -> None:
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg) and not text.startswith(OFFSCREEN):
            said.append(text)

    before = qInstallMessageHandler(note)
    yield
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture(scope="session")
def sample_made_once(tmp_path_factory: pytest.TempPathFactory, folders: Path) -> Path:  # noqa: ARG001
    """The sample newsroom, from which each test gets its copy."""
    folder = tmp_path_factory.mktemp("sample") / "newsroom"
    create_sample(folder, clock=now, ids=id_maker(now), author="Tess").close()
    return folder


@pytest.fixture
def sample(sample_made_once: Path, tmp_path: Path) -> Path:
    """A newsroom folder with the sample's fifteen articles."""
    return Path(shutil.copytree(sample_made_once, tmp_path / "newsroom"))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A newsroom folder without any article."""
    folder = tmp_path / "empty"
    create_newsroom(
        folder, title="Empty Post", language="en", zone="UTC", clock=now, ids=id_maker(now), author="Tess"
    ).close()
    return folder


@pytest.fixture
def look(application: QApplication) -> Look:
    """The light look."""
    return Look(application, Preferences())


@pytest.fixture
def context(sample: Path, look: Look) -> Iterator[Context]:
    """The sample newsroom, open."""
    opened = Opened(sample, look)
    yield opened.context
    opened.close()


@pytest.fixture
def empty_context(empty: Path, look: Look) -> Iterator[Context]:
    """An empty newsroom, open."""
    opened = Opened(empty, look)
    yield opened.context
    opened.close()
