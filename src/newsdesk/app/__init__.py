"""Builds the window once and hands everything down. The frame is on the screen before the rest is loaded."""

from __future__ import annotations

import faulthandler
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSize, Qt, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from newsdesk.app.crashes import Crashes
from newsdesk.app.signals import EndingSignals
from newsdesk.errors import Trouble
from newsdesk.i18n import N_, direction, install, system_language
from newsdesk.log import listen_for_last_words, start_log
from newsdesk.paths import config_folder, data_folder, resources, state_folder
from newsdesk.settings import load_preferences
from newsdesk.ui.frame import SIZE, Frame
from newsdesk.ui.kit.look import Look
from newsdesk.ui.models.wording import local_words

ID = "local.newsdesk.Newsdesk"
"""The name under which desktops know the program."""

WITHOUT_SCREEN = ("offscreen", "minimal")
"""Qt's platforms that have no clipboard outside the process."""

REGIONS = {"ar": "ar_AE"}
"""The region whose digits and months a language's dates have: in Arabic the digits that stand in our texts."""


def open_window(folder: Path | None = None, picture: Path | None = None) -> int:
    """Open the window on the newsroom in `folder`, or on the one that is meant; the exit code of the process.

    With `picture` it saves a picture of itself as a PNG file once everything is there, and ends.
    """
    _see_that_there_is_a_display()
    application = made_application()
    if picture is None and _came_forward_elsewhere(folder):
        return 0
    start_log(state_folder())
    last_words = listen_for_last_words(state_folder())
    look = Look(application, load_preferences(config_folder()))
    frame = Frame(look, QSize(*SIZE) if picture else None)
    crashes, ending = Crashes(state_folder(), application), EndingSignals(application)
    crashes.install()
    ending.came.connect(lambda: _end(frame))
    frame.show()
    QTimer.singleShot(0, frame, lambda: _load(frame, look, crashes, folder, picture))
    code = application.exec()
    ending.close()
    crashes.remove()
    if last_words is not None:
        faulthandler.disable()
        last_words.close()
    if application.platformName() in WITHOUT_SCREEN:
        # What was copied would be held there until Python has ended, and then be let go of by nobody: a crash.
        application.clipboard().clear()
    if picture is not None and code:
        raise Trouble(
            N_("The picture could not be written to {file}."),
            N_("Choose a folder that can be written to, and a name that ends in .png."),
            file=str(picture),
        )
    return code


def _see_that_there_is_a_display() -> None:
    """Qt itself would end the process where it finds none."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in wanted):
        raise Trouble(
            N_("There is no display to show a window on."),
            N_("Start it on a desktop, or use the commands: newsdesk --help."),
        )


def made_application() -> QApplication:
    """The application, in this person's language."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    application.setApplicationName("newsdesk")
    application.setApplicationDisplayName("Newsdesk")
    application.setDesktopFileName(ID)
    application.setWindowIcon(_window_icon())
    speak(application, load_preferences(config_folder()).language)
    return application


def _window_icon() -> QIcon:
    made = QIcon()
    for name in ("newsdesk-16", "newsdesk-24", "newsdesk"):
        made.addFile(str(resources() / "icons" / "app" / f"{name}.svg"))
    return made


def speak(application: QApplication, language: str) -> None:
    """Take on a language: our texts, those of Qt, and the direction of the window. Empty: the system's."""
    chosen = language or system_language(QLocale.system().uiLanguages())
    install(chosen, local_words)
    QLocale.setDefault(QLocale(REGIONS.get(chosen, chosen)))
    translator = QTranslator(application)
    if translator.load(
        QLocale(chosen), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        application.installTranslator(translator)
    right = direction(chosen) == "rtl"
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)


def _came_forward_elsewhere(folder: Path | None) -> bool:
    """Whether another window has the newsroom that is meant open, and came forward: no frame is shown then."""
    from newsdesk.app.bell import Answer, any_hangs, ring

    if not any_hangs():
        return False
    # Loads what is slow to load, but only where there is a window already.
    from newsdesk.newsroom import choose_newsroom

    try:
        meant = choose_newsroom(folder, os.environ, state_folder(), data_folder())
    except Trouble:
        return False
    return ring(meant, os.environ) is Answer.RAISED


def _end(frame: Frame) -> None:
    """The system asked the process to end: save what is typed, ask nothing."""
    frame.end()
    QCoreApplication.exit(0)


def _load(frame: Frame, look: Look, crashes: Crashes, folder: Path | None, picture: Path | None) -> None:
    """Load the rest behind the frame that is on the screen now."""
    from newsdesk.app.checking import tell_of_damage
    from newsdesk.app.session import Session

    session = Session(frame, look)
    crashes.happened.connect(session.tell_of_crash)
    crashes.damage_met.connect(lambda damage: tell_of_damage(session.opened, damage))
    session.start(folder)
    if picture is not None:
        session.save_picture(picture)
