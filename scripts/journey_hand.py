"""A hand at the mouse and the keyboard: what it does goes through the X server, and each action is counted."""

from __future__ import annotations

import subprocess
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

LIMIT = 20.0
"""Seconds after which something that was waited for counts as missing."""
AIMING = 2.0
"""Seconds for which what lies over a target may go away."""
NOTCHES = 40
"""Turns of the wheel after which a widget counts as out of reach."""

T = TypeVar("T")
Target = QWidget | Callable[[], QRect]
"""A widget, or what gives a rectangle on the screen; it is asked in the window's own thread."""


class Lost(Exception):
    """The journey cannot go on; the text says what did not happen."""


class Main(QObject):
    """Runs what the journey asks of the widgets where widgets may be asked."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._run, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _run(self, job: Callable[[], None]) -> None:
        job()

    def ask(self, question: Callable[[], T]) -> T:
        """The answer to a question about the widgets."""
        answer: Future[T] = Future()

        def job() -> None:
            try:
                answer.set_result(question())
            except Exception as error:  # noqa: BLE001  The journey's thread raises it again.
                answer.set_exception(error)

        self.asked.emit(job)
        return answer.result(LIMIT)

    def wait(self, holds: Callable[[], object], what: str) -> None:
        """Go on once something holds."""
        end = time.monotonic() + LIMIT
        while not self.ask(holds):
            if time.monotonic() > end:
                raise Lost(f"{what} did not come.")
            time.sleep(0.03)


class Hand:
    """Moves, clicks, turns the wheel, types. It clicks only what lies open to sight at the place."""

    def __init__(self, main: Main) -> None:
        self.main = main
        self.counts: Counter[str] = Counter()
        self.typed: list[str] = []
        self.without_mouse = False

    @property
    def actions(self) -> int:
        """How many things were done: clicks, turns of the wheel, keys, runs of text."""
        return sum(self.counts.values())

    def click(self, target: Target, times: int = 1, name: str = "") -> None:
        """Click the middle of a target; twice is a double click, and one action."""
        self._click_at(lambda: _rectangle(target).center(), target, times, name)

    def click_at(self, target: Target, across: float, down: float, name: str = "") -> None:
        """Click into a target at parts of its width and height."""

        def place() -> QPoint:
            area = _rectangle(target)
            return area.topLeft() + QPoint(int(area.width() * across), int(area.height() * down))

        self._click_at(place, target, 1, name)

    def bring_in_sight(self, widget: QWidget) -> None:
        """Turn the wheel over the scroll area that a widget is in until it is in sight."""
        over = self.main.ask(lambda: _scrolled_in(widget))
        if over is None or self.main.ask(lambda: _in_sight(widget, over)):
            return
        self._refuse_mouse()
        area = self.main.ask(lambda: _rectangle(over))
        self._run("mousemove", area.center().x(), area.center().y())
        self.counts["turns of the wheel"] += 1
        for _ in range(NOTCHES):
            below = self.main.ask(lambda: _rectangle(widget).center().y() > _rectangle(over).center().y())
            self._run("click", 5 if below else 4)
            self._settle()
            if self.main.ask(lambda: _in_sight(widget, over)):
                return
        raise Lost(f"{self.main.ask(lambda: _title(widget))} cannot be scrolled into sight.")

    def type(self, text: str) -> None:
        """Type a run of text in one line."""
        self.counts["runs of text"] += 1
        self.typed.append(text)
        self._run("type", "--delay", 8, "--", text)
        self._settle()

    def keys(self, combo: str, times: int = 1) -> None:
        """Press a combination, as xdotool names it: `ctrl+n`, `Return`, `shift+Tab`."""
        for _ in range(times):
            self.counts["keys"] += 1
            self._run("key", "--clearmodifiers", combo)
            self._settle()

    def nudge(self, window: QWidget) -> None:
        """Put a window where it is: what the window manager told Qt of the place of a new one may be lost."""
        id = self.main.ask(lambda: int(window.winId()))
        told = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", str(id)], check=True, capture_output=True
        )
        there = dict(line.split("=") for line in told.stdout.decode().split())
        x, y = int(there["X"]), int(there["Y"])
        if self.main.ask(lambda: window.pos()) != QPoint(x, y):
            self._run("windowmove", id, x + 1, y)
            self.main.wait(lambda: abs(window.x() - x) < 4 and abs(window.y() - y) < 4, "The place of the dialog")

    def picture(self, file: Path) -> None:
        """Save what is on the screen."""
        self.main.ask(lambda: QGuiApplication.primaryScreen().grabWindow(0).save(str(file)))

    def _click_at(self, place: Callable[[], QPoint], target: Target, times: int, name: str) -> None:
        self._refuse_mouse()
        if isinstance(target, QWidget):
            self.bring_in_sight(target)
        point, fault = self._aim(place, target)
        if fault:
            raise Lost(f"{name or 'A widget'}: {fault}")
        self.counts["clicks"] += 1
        self._run("mousemove", point.x(), point.y())
        self._settle()
        self._run("click", "--repeat", times, "--delay", 60, 1)
        self._settle()

    def _aim(self, place: Callable[[], QPoint], target: Target) -> tuple[QPoint, str]:
        """Where to click, and what is in the way once it stayed there for a while: windows that are new move."""
        end = time.monotonic() + AIMING
        while True:
            point, fault = self.main.ask(lambda: (place(), _fault(target, place())))
            if not fault or time.monotonic() > end:
                return point, fault
            time.sleep(0.1)

    def _refuse_mouse(self) -> None:
        if self.without_mouse:
            raise Lost("This journey has no mouse.")

    def _run(self, *words: object) -> None:
        subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)

    def _settle(self) -> None:
        """Let the window take what was sent, and do what follows from it."""
        for _ in range(3):
            time.sleep(0.03)
            self.main.ask(lambda: None)


def _rectangle(target: Target) -> QRect:
    if isinstance(target, QWidget):
        return QRect(target.mapToGlobal(QPoint(0, 0)), target.size())
    return target()


def _scrolled_in(widget: QWidget) -> QWidget | None:
    """The viewport of the scroll area that a widget can be scrolled away in."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent.viewport() if parent is not None else None


def _in_sight(widget: QWidget, over: QWidget) -> bool:
    # A pane may lie over the lowest pixels of another.
    return _rectangle(over).adjusted(0, 4, 0, -4).contains(_rectangle(widget).center())


def _fault(target: Target, point: QPoint) -> str:
    """Why a click at a point would not reach the target, or nothing."""
    screen = QGuiApplication.primaryScreen().geometry()
    if not screen.contains(point):
        return f"it lies outside the screen at {point.x()}, {point.y()}"
    if not isinstance(target, QWidget):
        return ""
    if not target.isVisible():
        return "it is not shown"
    if not target.isEnabled():
        return f"{_title(target)} cannot be used now"
    there = QApplication.widgetAt(point)
    if there is None or not (there is target or target.isAncestorOf(there)):
        return f"{_title(there)} lies over {_title(target)}" if there else "no widget is there"
    return ""


def _title(widget: QWidget) -> str:
    name = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{name}”"
